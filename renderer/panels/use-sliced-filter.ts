import { useEffect, useMemo, useState } from 'react';

/** So many lines are looked at in the same turn: what is short is there at once. */
const FIRST = 1000;
/** So long more of them are looked at before the window may draw again, ms. */
const SLICE_MS = 8;

type Test = (index: number) => boolean;

interface Done {
  readonly test: Test;
  readonly found: readonly number[];
}

/**
 * Which of many lines pass a test, by their index: at once the first of them, and all when all were looked at.
 * @param test the same function as long as the same is asked; null = there is nothing to ask
 * @returns null where nothing is asked: all are shown
 */
export function useSlicedFilter(count: number, test: Test | null): readonly number[] | null {
  const [done, setDone] = useState<Done | null>(null);
  const first = useMemo(
    () => (test ? passing(0, Math.min(count, FIRST), test) : null),
    [count, test],
  );
  useEffect(() => {
    if (test === null || first === null || count <= FIRST) return;
    const found = [...first];
    let at = FIRST;
    const look = (): void => {
      const until = performance.now() + SLICE_MS;
      for (; at < count && performance.now() < until; at += 1) if (test(at)) found.push(at);
      if (at < count) timer = setTimeout(look);
      else setDone({ test, found });
    };
    let timer = setTimeout(look);
    return () => clearTimeout(timer);
  }, [count, first, test]);
  return done?.test === test && count > FIRST && done ? done.found : first;
}

function passing(from: number, to: number, test: Test): readonly number[] {
  const found: number[] = [];
  for (let at = from; at < to; at += 1) if (test(at)) found.push(at);
  return found;
}

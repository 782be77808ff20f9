/**
 * The card beside a type: it comes late where the pointer rests and may be walked into, and at once by key, when
 * it follows the mark. It goes on Escape.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { LibraryEntry } from './library-entries.ts';

const SHOW_AFTER_MS = 450;
const HIDE_AFTER_MS = 160;

interface ShownCard {
  readonly entry: LibraryEntry;
  /** The line it belongs to, in window coordinates. */
  readonly anchor: DOMRect;
  /** Whether it was asked for by key: then it stays until it is sent away. */
  readonly byKey: boolean;
}

interface TypeCardControl {
  readonly shown: ShownCard | null;
  readonly showSoon: (entry: LibraryEntry, line: HTMLElement) => void;
  readonly showNow: (entry: LibraryEntry, line: HTMLElement) => void;
  readonly hideSoon: () => void;
  readonly hideUnlessByKey: () => void;
  readonly keep: () => void;
  readonly hide: () => void;
}

export function useTypeCard(): TypeCardControl {
  const [shown, setShown] = useState<ShownCard | null>(null);
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const actions = useMemo(() => {
    const after = (delayMs: number, next: (before: ShownCard | null) => ShownCard | null): void => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => setShown(next), delayMs);
    };
    const keep = (): void => window.clearTimeout(timer.current);
    const unlessByKey = (before: ShownCard | null): ShownCard | null =>
      before?.byKey === true ? before : null;
    return {
      showSoon: (entry: LibraryEntry, line: HTMLElement) =>
        after(SHOW_AFTER_MS, () => ({
          entry,
          anchor: line.getBoundingClientRect(),
          byKey: false,
        })),
      showNow(entry: LibraryEntry, line: HTMLElement) {
        keep();
        setShown({ entry, anchor: line.getBoundingClientRect(), byKey: true });
      },
      hideSoon: () => after(HIDE_AFTER_MS, unlessByKey),
      hideUnlessByKey: () => setShown(unlessByKey),
      keep,
      hide() {
        keep();
        setShown(null);
      },
    };
  }, []);
  useEffect(() => {
    if (shown === null) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') actions.hide();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [shown, actions]);
  return { shown, ...actions };
}

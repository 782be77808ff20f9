/** The card beside a type that the pointer rests on: comes late, may be walked into, goes on Escape. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { DeviceType } from '../../../shared/model/device-type.ts';

const SHOW_AFTER_MS = 450;
const HIDE_AFTER_MS = 160;

interface ShownCard {
  readonly type: DeviceType;
  /** The line it belongs to, in window coordinates. */
  readonly anchor: DOMRect;
}

interface TypeCardControl {
  readonly shown: ShownCard | null;
  readonly showSoon: (type: DeviceType, line: HTMLElement) => void;
  readonly hideSoon: () => void;
  readonly keep: () => void;
  readonly hide: () => void;
}

export function useTypeCard(): TypeCardControl {
  const [shown, setShown] = useState<ShownCard | null>(null);
  const timer = useRef(0);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const actions = useMemo(() => {
    const after = (delayMs: number, next: () => ShownCard | null): void => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => setShown(next()), delayMs);
    };
    const keep = (): void => window.clearTimeout(timer.current);
    return {
      showSoon: (type: DeviceType, line: HTMLElement) =>
        after(SHOW_AFTER_MS, () => ({ type, anchor: line.getBoundingClientRect() })),
      hideSoon: () => after(HIDE_AFTER_MS, () => null),
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

/** Choosing a port from the keyboard: Tab walks the candidates, letters search by device and port name. */
import type { Design } from '../../../shared/model/design.ts';
import type { PortRef } from '../../../shared/model/records.ts';
import { portAt } from '../../../shared/rules/index.ts';
import { EDITOR_OPTIONS } from '../options.ts';

export interface PortChooser {
  /** The port that is aimed at, or null before the first key. */
  readonly aimed: PortRef | null;
  /** The next candidate, or the one before. */
  step(direction: 1 | -1): void;
  /**
   * Goes on with a search: the first candidate whose "device port" holds what was typed.
   * @param now ms, to tell one search from the next
   */
  type(letter: string, now: number): void;
}

/** @param candidates read anew at each key, because they follow the design */
export function createPortChooser(
  design: () => Design,
  candidates: () => readonly PortRef[],
): PortChooser {
  let index = -1;
  let typed = '';
  let lastKey = Number.NEGATIVE_INFINITY;
  return {
    get aimed() {
      return candidates()[index] ?? null;
    },
    step(direction) {
      const count = candidates().length;
      if (count === 0) return;
      index = index < 0 && direction < 0 ? count - 1 : (index + direction + count) % count;
    },
    type(letter, now) {
      typed = now - lastKey > EDITOR_OPTIONS.typeAheadMs ? letter : typed + letter;
      lastKey = now;
      const wanted = typed.toLowerCase();
      const found = candidates().findIndex((ref) => searchText(design(), ref).includes(wanted));
      if (found >= 0) index = found;
    },
  };
}

function searchText(design: Design, ref: PortRef): string {
  const place = portAt(design, ref);
  return place ? `${place.device.name} ${place.port.name}`.toLowerCase() : '';
}

/** How much of a cable's reach is left: the length it needs against the limit it is held against. */
import type { CableRow } from './types.ts';

export interface ReachMargin {
  /** What it has to bridge, m. */
  readonly neededM: number;
  /** The standard's reach where that decides, else the product's, m. */
  readonly limitM: number;
  /** Limit less need, m; negative where it does not reach. */
  readonly spareM: number;
}

/** The margin of a cable; null where its length or its reach is unknown, or it has no limit. */
export function reachMargin(row: CableRow): ReachMargin | null {
  const neededM = row.lengthSource === 'entered' ? row.lengthM : row.requiredM;
  const limitM =
    row.verdict === 'ok'
      ? (row.reachStandardM ?? row.reachProductM)
      : (row.reachProductM ?? row.reachStandardM);
  if (neededM === null || limitM === null) return null;
  return { neededM, limitM, spareM: limitM - neededM };
}

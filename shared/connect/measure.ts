/** How long a planned cable would be, and whether it reaches. */
import { analyseCable } from '../analysis/cable-result.ts';
import type { Design } from '../model/design.ts';
import type { Cable } from '../model/records.ts';
import { type Reason, reason } from '../rules/verdict.ts';

export interface Measured {
  /** Length to order, m; null where the way is unknown. */
  readonly lengthM: number | null;
  /** Why it does not reach; null where it does or nobody knows. */
  readonly over: Reason | null;
}

/** Asks the analysis of one cable, as it would be in the design. */
export function measured(design: Design, cable: Cable): Measured {
  const { lengthM, verdict, reachStandardM, reachProductM } = analyseCable(design, cable).row;
  if (verdict !== 'over' || lengthM === null) return { lengthM, over: null };
  const reachM = Math.max(reachStandardM ?? 0, reachProductM ?? 0);
  return { lengthM, over: reason('connect.why.over', { lengthM, reachM }) };
}

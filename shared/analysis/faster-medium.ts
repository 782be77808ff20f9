/** What another medium would save: data for the fixes of a way that takes too long. */
import { MEDIA } from '../catalog/index.ts';
import type { MediumId } from '../model/medium.ts';
import type { WayCable } from './latency-values.ts';
import { linkTime, type Ps } from './link-time.ts';
import { judgeReach } from './reach-rule.ts';

/** A medium that is faster over the same length, and by how much. */
export interface FasterMedium {
  readonly medium: MediumId;
  readonly savesPs: Ps;
}

/**
 * The fastest medium that reaches over a cable's length at its rate; null when none is known to be faster than
 * what is there. Whether its plug fits the ports is for the rules of the connection to say.
 */
export function fasterMedium({ cable, facts, row }: WayCable): FasterMedium | null {
  const now = timeOf(cable.medium, row.lengthM);
  if (facts === null || now === null || row.lengthM === null) return null;
  let best: FasterMedium | null = null;
  for (const medium of MEDIA.keys()) {
    const then = timeOf(medium, row.lengthM);
    if (then === null || now - then <= (best?.savesPs ?? 0)) continue;
    const { verdict } = judgeReach({ ...cable, medium }, facts, row.lengthM);
    if (verdict === 'ok') best = { medium, savesPs: now - then };
  }
  return best;
}

function timeOf(medium: MediumId, lengthM: number | null): Ps | null {
  const { flightPs, addedPs } = linkTime(medium, lengthM);
  return flightPs === null || addedPs === null ? null : flightPs + addedPs;
}

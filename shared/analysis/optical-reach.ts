/** How far light, and twisted pair, carries. */
import { type ReachRow, reachRows } from '../catalog/index.ts';
import type { MediumId } from '../model/medium.ts';
import { rememberedBy2 } from './remembered.ts';
import type { ReachVerdict } from './types.ts';

export interface ReachLimits {
  /** Within this every listed row agrees, m. */
  readonly sureM: number;
  readonly sure: string;
  /** The longest a listed row reaches, m. */
  readonly longestM: number;
  readonly longest: string;
  /** False where only faster lanes are listed: slower ones reach at least as far, how far is unknown. */
  readonly exact: boolean;
}

/**
 * Reach of fibre or twisted pair. Fibre goes by the lane rate, twisted pair by the rate of the link. Where a
 * rate is not listed the next faster one bounds it from below: slower lanes never reach less.
 * @param gbps lane rate, or for twisted pair the link's rate, > 0
 * @returns null when nothing is listed
 */
export const opticalReach = rememberedBy2(limitsOf);

function limitsOf(medium: MediumId, gbps: number): ReachLimits | null {
  const rateOf = (row: ReachRow): number =>
    medium === 'base-t' ? (row.speedGbps ?? 0) : row.laneGbps;
  const rows = reachRows.filter((row) => row.medium === medium && rateOf(row) >= gbps);
  const rate = Math.min(...rows.map(rateOf));
  const best = rows.filter((row) => rateOf(row) === rate).sort((a, b) => a.maxM - b.maxM);
  const [shortest] = best;
  const longest = best.at(-1);
  if (!shortest || !longest) return null;
  return {
    sureM: shortest.maxM,
    sure: shortest.name,
    longestM: longest.maxM,
    longest: longest.name,
    exact: rate === gbps,
  };
}

/** The verdict on a length, m, against the limits. */
export function opticalVerdict(limits: ReachLimits | null, lengthM: number): ReachVerdict {
  if (limits === null) return 'unknown';
  if (lengthM <= limits.sureM) return 'ok';
  if (!limits.exact) return 'unknown';
  return lengthM <= limits.longestM ? 'vendor-only' : 'over';
}

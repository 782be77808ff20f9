/** Which wire a copper cable gets: the thinnest that reaches, as it is the lightest and lets most air through. */
import { copperReach } from '../analysis/copper-reach.ts';
import type { ReachVerdict } from '../analysis/types.ts';
import { reachRows } from '../catalog/index.ts';

export interface CopperWish {
  readonly medium: 'dac' | 'acc' | 'aec';
  readonly laneGbps: number;
  readonly lanes: number;
  /** One end in one opening, the other in several. */
  readonly split: boolean;
  /** Required length, m. */
  readonly lengthM: number;
}

const ORDER: readonly ReachVerdict[] = ['ok', 'vendor-only', 'unknown', 'over'];

/**
 * The thinnest listed wire that reaches by the standard, else by a named product; where none reaches, the thickest.
 * @returns AWG, or null where no product of that rate and number of lanes names its wire
 */
export function wireGauge(wish: CopperWish): number | null {
  const thinFirst = listedGauges(wish);
  let best: { awg: number; rank: number } | null = null;
  for (const awg of thinFirst) {
    const { verdict } = copperReach({ ...wish, awg, product: wish.split ? 'splitter' : null });
    const rank = ORDER.indexOf(verdict);
    const over = verdict === 'over';
    if (best === null || rank < best.rank || (over && rank === best.rank)) best = { awg, rank };
  }
  return best?.awg ?? null;
}

const listed = new Map<string, readonly number[]>();

/** Gauges of the products of a rate and a number of lanes, the thinnest first; they do not depend on the length. */
function listedGauges({ medium, laneGbps, lanes, split }: CopperWish): readonly number[] {
  const assembly = split ? 'splitter' : 'straight';
  const key = `${medium} ${laneGbps} ${lanes} ${assembly}`;
  const known = listed.get(key);
  if (known) return known;
  const gauges = reachRows.flatMap((row) =>
    row.medium === medium &&
    row.basis === 'product' &&
    row.laneGbps === laneGbps &&
    row.lanes === lanes &&
    row.assembly === assembly &&
    row.awg !== null
      ? [row.awg]
      : [],
  );
  const thinFirst = [...new Set(gauges)].sort((a, b) => b - a);
  listed.set(key, thinFirst);
  return thinFirst;
}

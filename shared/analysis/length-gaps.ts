/** Rule `data`, one cable: what is odd about its length and its wire. */
import { mediumFacts } from '../catalog/index.ts';
import type { MediumId } from '../model/medium.ts';
import type { Cable } from '../model/records.ts';
import type { Mm } from '../units/length.ts';
import type { Gap } from './gaps.ts';
import { rememberedBy2 } from './remembered.ts';

export interface LengthDoubts {
  /** The straight line between its ends, mm; null where it is unknown. */
  readonly straightMm: Mm | null;
  /** Whether the way is another now. */
  readonly stale: boolean;
  /** Whether pathways are drawn, and none leads from end to end. */
  readonly unreached: boolean;
}

/**
 * The gaps of a cable's length: none is entered, it is shorter than the straight line between the ends, or it was
 * entered for another way, no pathway leads there; and of its wire: fibre has no gauge.
 */
export function lengthGaps(
  { medium, lengthM, awg }: Cable,
  { straightMm, stale, unreached }: LengthDoubts,
): readonly Gap[] {
  let oddities = 0;
  if (lengthM === null) oddities += ODDITIES.length;
  else if (straightMm !== null && lengthM * 1000 < straightMm) oddities += ODDITIES.straight;
  if (stale) oddities += ODDITIES.stale;
  if (unreached) oddities += ODDITIES.unreached;
  if (awg !== null && mediumFacts(medium).carrier === 'fibre') oddities += ODDITIES.wire;
  return oddities === 0 ? NONE : gapsOf(medium, oddities);
}

const NONE: readonly Gap[] = [];

/** What is odd, as bits: a cable may be odd in several ways. */
const ODDITIES = { length: 1, straight: 2, stale: 4, wire: 8, unreached: 16 } as const;
const ABOUTS = ['length', 'straight', 'stale', 'wire', 'unreached'] as const;

/** The same list for all cables of a medium that are odd alike: there may be a hundred thousand of them. */
const gapsOf = rememberedBy2((of: MediumId, oddities: number): readonly Gap[] =>
  ABOUTS.filter((about) => (oddities & ODDITIES[about]) !== 0).map((about) => ({
    about,
    of,
    missing: [],
    amount: 1,
  })),
);

/** Rule `data`, one cable: what is odd about its length and its wire. */
import { mediumFacts } from '../catalog/index.ts';
import type { MediumId } from '../model/medium.ts';
import type { Cable } from '../model/records.ts';
import type { Mm } from '../units/length.ts';
import type { Gap } from './gaps.ts';
import { rememberedBy2 } from './remembered.ts';

/**
 * The gaps of a cable's length: none is entered, or it is shorter than the straight line between the ends; and of
 * its wire: fibre has no gauge.
 * @param straightMm the straight line, mm; null where it is unknown
 */
export function lengthGaps({ medium, lengthM, awg }: Cable, straightMm: Mm | null): readonly Gap[] {
  const wired = awg !== null && mediumFacts(medium).carrier === 'fibre';
  if (lengthM === null) return gapsOf(medium, wired ? 'estimated, with wire' : 'estimated');
  const short = straightMm !== null && lengthM * 1000 < straightMm;
  if (short) return gapsOf(medium, wired ? 'short, with wire' : 'short');
  return wired ? gapsOf(medium, 'with wire') : NONE;
}

const NONE: readonly Gap[] = [];

type Oddity = 'estimated' | 'estimated, with wire' | 'short' | 'short, with wire' | 'with wire';

const ABOUTS: Readonly<Record<Oddity, readonly ('length' | 'straight' | 'wire')[]>> = {
  estimated: ['length'],
  'estimated, with wire': ['length', 'wire'],
  short: ['straight'],
  'short, with wire': ['straight', 'wire'],
  'with wire': ['wire'],
};

/** The same list for all cables of a medium that are odd alike: there may be a hundred thousand of them. */
const gapsOf = rememberedBy2((of: MediumId, oddity: Oddity): readonly Gap[] =>
  ABOUTS[oddity].map((about) => ({ about, of, missing: [], amount: 1 })),
);

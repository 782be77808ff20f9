/** Levels at which the strips beside the rails are cut to find where they are fullest: one a rack unit. */
import { FRAME_TOP_MM } from '../model/rack-geometry.ts';
import { type Mm, RACK_UNIT_MM } from '../units/length.ts';

/** The first begins over the rack's top, so that the third is that of the highest unit. */
const FIRST_MM: Mm = FRAME_TOP_MM - 2 * RACK_UNIT_MM;

/** The level in which a height on a face lies; what is over the rack counts as the first. */
export function levelAt(yMm: Mm): number {
  return Math.max(0, Math.floor((yMm - FIRST_MM) / RACK_UNIT_MM));
}

/** Height of the middle of a level, mm. */
export function levelMiddleMm(level: number): Mm {
  return FIRST_MM + (level + 0.5) * RACK_UNIT_MM;
}

/** Numbers that a field takes only whole, or in halves: set, or refused in a line. */
import { say } from '../../shared/text/index.ts';

type Setting<V> = (value: V) => string | null;

/** Sets a whole number. */
export function wholeNumber(value: number | null, set: Setting<number>): string | null {
  return value === null || !Number.isInteger(value) ? say('face.wholeNumber') : set(value);
}

/** Sets a whole number, or that it is unknown. */
export function wholeOrUnknown(value: number | null, set: Setting<number | null>): string | null {
  return value === null ? set(null) : wholeNumber(value, set);
}

/** Sets a height in steps of half a unit; an empty field changes nothing. */
export function halfUnits(heightU: number | null, set: Setting<number>): string | null {
  if (heightU === null) return null;
  return Number.isInteger(heightU * 2) ? set(heightU) : say('face.type.halfU');
}

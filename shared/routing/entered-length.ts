/** A length that a person enters, with the way that it is entered for. */
import type { Cable } from '../model/records.ts';
import type { RoutedDesign } from './landing.ts';
import { routeCable } from './route-cable.ts';

/**
 * The cable with a length of its own, for the way it has now; null has it estimated.
 * @param lengthM m, > 0
 */
export function withLength(design: RoutedDesign, cable: Cable, lengthM: number | null): Cable {
  const lengthForMm = lengthM === null ? null : (routeCable(design, cable)?.pathMm ?? null);
  return { ...cable, lengthM, lengthForMm };
}

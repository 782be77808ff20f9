/** The length of one cable in its parts, as a person reads it beside the drawing. */
import type { Cable } from '../model/records.ts';
import { landCable, type RoutedDesign } from '../routing/landing.ts';
import { routeCable } from '../routing/route-cable.ts';
import type { Route } from '../routing/types.ts';
import { cableFacts } from './cable-facts.ts';
import { type CableLength, cableLength, isStale, ladderM, requiredM } from './cable-length.ts';

export interface LengthOfCable {
  readonly route: Route;
  readonly length: CableLength;
  /** Between which the required length is, because something on the way is assumed, m. */
  readonly requiredLowM: number;
  readonly requiredHighM: number;
  /** What can be bought of it, ascending, m. */
  readonly ladder: readonly number[];
  /** Whether its length was entered for another way. */
  readonly stale: boolean;
}

/** @returns null when one of its ends is not in the design */
export function lengthOfCable(design: RoutedDesign, cable: Cable): LengthOfCable | null {
  const landed = landCable(design, cable);
  const route = routeCable(design, cable);
  if (!landed || !route) return null;
  const { medium } = cable;
  const { cabling } = design.settings;
  const { speedGbps } = cableFacts(cable, landed);
  return {
    route,
    length: cableLength(cabling, medium, speedGbps, route.pathMm),
    requiredLowM: requiredM(cabling, medium, route.shortestMm),
    requiredHighM: requiredM(cabling, medium, route.longestMm),
    ladder: ladderM(cabling, medium, speedGbps),
    stale: isStale(cable, route.pathMm),
  };
}

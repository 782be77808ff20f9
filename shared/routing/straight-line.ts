/** The straight line between the openings of a cable: no cable is shorter. */

import { floorPlan, pointInPlan } from '../floor/floor-plan.ts';
import { RAIL_SETBACK_MM, rackHeightMm } from '../model/rack-geometry.ts';
import type { Mm } from '../units/length.ts';
import { type LandedCable, type Landing, legsOf, type RoutedDesign } from './landing.ts';

/** A point in the room: in plan coordinates, and up from the floor. */
type Point = readonly [xMm: Mm, yMm: Mm, zMm: Mm];

/**
 * Length of the longest leg of a cable as the crow flies, mm; null where a rack has no place on the floor.
 * Depths that are not known are those the route assumes.
 */
export function straightLineMm(design: RoutedDesign, landed: LandedCable): Mm | null {
  let longest = 0;
  for (const [from, to] of legsOf(landed)) {
    const a = pointOf(design, landed.landings[from]);
    const b = pointOf(design, landed.landings[to]);
    if (!a || !b) return null;
    longest = Math.max(longest, Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]));
  }
  return longest;
}

function pointOf(design: RoutedDesign, landing: Landing | undefined): Point | null {
  const place = landing && floorPlan(design).racks.get(landing.rack.id);
  if (!landing || !place) return null;
  const { rack, face, xMm, yMm, depthMm } = landing;
  const across = face === 'front' ? xMm : rack.widthMm - xMm;
  const point = pointInPlan(place, across, RAIL_SETBACK_MM + depthMm);
  return [point.xMm, rackHeightMm(rack) - yMm, point.yMm];
}

/** Places on the way of a cable, and the points by hand among them. */
import { panelLeftMm } from '../model/rack-geometry.ts';
import type { Cable, Face, Rack } from '../model/records.ts';
import type { Mm } from '../units/length.ts';
import { type RoutedDesign, railDepthMm } from './landing.ts';

/** A place on the way: on a face of a rack, in its coordinates; above the rack's top `yMm` is negative. */
export interface Stop {
  readonly rack: Rack;
  readonly face: Face;
  readonly xMm: Mm;
  readonly yMm: Mm;
  /** How far behind the front rails, mm. */
  readonly depthMm: Mm;
}

/** The points by hand of a cable, from its A end to its B end; those in racks that are gone are passed over. */
export function stopsOf(
  { racks }: Pick<RoutedDesign, 'racks'>,
  { waypoints }: Pick<Cable, 'waypoints'>,
): readonly Stop[] {
  if (waypoints.length === 0) return NONE;
  return waypoints.flatMap(({ rackId, face, xMm, yMm }) => {
    const rack = racks.get(rackId);
    return rack ? { rack, face, xMm, yMm, depthMm: face === 'front' ? 0 : railDepthMm(rack) } : [];
  });
}
const NONE: readonly Stop[] = [];

/** Distance of a place from the left edge of its rack, seen from the front. */
export function acrossOf({ face, xMm, rack }: Pick<Stop, 'face' | 'xMm' | 'rack'>): Mm {
  return face === 'front' ? xMm : rack.widthMm - xMm;
}

/** Whether a place lies before the panels of its rack, not in a strip beside them nor above the rack. */
export function isOverPanels({ rack, xMm, yMm }: Pick<Stop, 'rack' | 'xMm' | 'yMm'>): boolean {
  const left = panelLeftMm(rack);
  return yMm >= 0 && left < xMm && xMm < rack.widthMm - left;
}

/** What of a cable lies between its racks: in the drawn pathways, and where none leads, in the trays that are assumed. */
import { floorPlan } from '../floor/floor-plan.ts';
import type { LegSpan } from '../floor/pathway-routes.ts';
import { type Cable, PATHWAY_LEVELS } from '../model/records.ts';
import {
  areInOneRack,
  type FromEnds,
  type LandedCable,
  legsOf,
  type RoutedDesign,
} from './landing.ts';
import { depthOf, HAND_LED, walkAlone } from './lead-cable.ts';
import type { LedEnd } from './led-end.ts';
import { overPathways } from './over-pathways.ts';
import { acrossOf, type Stop, stopsOf } from './stop.ts';
import { runBetween, standingAt, type TrayRun, trayRuns } from './tray-run.ts';

/** What of a cable lies in the drawn pathways. */
export interface PathwayRun {
  /** The ends of this leg of the cable, as indices into the ends of the route. */
  readonly from: number;
  readonly to: number;
  readonly spans: readonly LegSpan[];
}

export type FloorRun = PathwayRun | TrayRun;

/** The runs of a cable, one for each time that one of its legs goes on to another rack. */
export function floorRuns(
  design: RoutedDesign,
  cable: Cable,
  landed: LandedCable,
  ends: readonly LedEnd[],
): readonly FloorRun[] {
  const { kept } = design;
  // Of a cable that a person leads no walk is kept.
  if (!kept || cable.waypoints.length > 0 || kept.once(cable, walkAlone)?.ends !== ends) {
    return findRuns(design, cable, landed, ends);
  }
  return kept.once(cable, runsAlone) ?? NONE;
}

/** The runs of a cable that leads itself, along the nearer sides. */
const runsAlone: FromEnds<readonly FloorRun[]> = (design, cable, landed) => {
  const walk = design.kept?.once(cable, walkAlone);
  return walk ? findRuns(design, cable, landed, walk.ends) : NONE;
};

function findRuns(
  design: RoutedDesign,
  cable: Pick<Cable, 'waypoints'>,
  landed: LandedCable,
  ends: readonly LedEnd[],
): readonly FloorRun[] {
  if (design.pathways.size === 0) return trayRuns(design, cable, landed, ends);
  const stops = stopsOf(design, cable);
  if (stops.length === 0 && areInOneRack(landed.landings)) return NONE;
  return legsOf(landed).flatMap((leg) => {
    const [a, b] = [ends[leg[0]], ends[leg[1]]];
    return a && b ? legRuns(design, leg, a, b, stops) : NONE;
  });
}
const NONE: readonly FloorRun[] = [];

function legRuns(
  design: RoutedDesign,
  leg: readonly [from: number, to: number],
  a: LedEnd,
  b: LedEnd,
  stops: readonly Stop[],
): readonly FloorRun[] {
  const plan = floorPlan(design);
  const levels = stops.length > 0 ? HAND_LED : PATHWAY_LEVELS;
  const runs: FloorRun[] = [];
  let at = a.atStrip;
  const goTo = (next: Stop): void => {
    if (next.rack !== at.rack) {
      const drawn = overPathways(design, at, next, levels);
      const run = drawn
        ? { from: leg[0], to: leg[1], spans: drawn.spans }
        : runBetween(leg, standing(at), standing(next));
      if (run) runs.push(run);
    }
    at = next;
  };
  const standing = (stop: Stop) => standingAt(plan, stop.rack, acrossOf(stop));
  for (const stop of stops) goTo({ ...stop, depthMm: depthOf(stop, at, b.atStrip) });
  goTo(b.atStrip);
  return runs;
}

/**
 * What of a cable lies in the overhead trays. Over each row runs one tray; a cable to another row lies in the
 * tray of its A end's row until it is over its B end, and crosses the aisles there. That is the way its length
 * is counted by (`route-cable.ts`).
 */

import { inPlan, inRow, isUpright } from '../floor/facing.ts';
import { type FloorPlan, floorPlan, inRowFrame, type RackPlace } from '../floor/floor-plan.ts';
import type { RowId } from '../model/ids.ts';
import type { Cable, Rack } from '../model/records.ts';
import type { Mm } from '../units/length.ts';
import { alongInPlan, alongOf } from './floor-steps.ts';
import { areInOneRack, type LandedCable, legsOf, type RoutedDesign } from './landing.ts';
import { acrossOf, stopsOf } from './stop.ts';
import type { RouteEnd } from './types.ts';

/** What of a cable lies in the trays that are assumed. */
export interface TrayRun {
  /** The ends of this leg, as indices into the ends of the route. */
  readonly from: number;
  readonly to: number;
  /** The row over which it runs along, and from where to where, mm from the row's start. */
  readonly rowId: RowId;
  readonly fromMm: Mm;
  readonly toMm: Mm;
  /** The aisles that it crosses, by the number of the row before them; where along the rows, in plan coordinates, mm. */
  readonly aisles: readonly number[];
  readonly crossingMm: Mm;
}

/** An end on the floor: its rack, and where it comes up, from the rack's left edge. */
interface Standing {
  readonly rack: Rack;
  readonly place: RackPlace;
  readonly acrossMm: Mm;
}

const NONE: readonly TrayRun[] = [];
const NO_AISLES: readonly number[] = [];

/**
 * The runs of a cable in the trays, one for each leg between two racks of which the floor plan knows the place; of a
 * leg that is led by hand, one for each time that it goes on to another rack.
 */
export function trayRuns(
  design: RoutedDesign,
  cable: Pick<Cable, 'waypoints'>,
  landed: LandedCable,
  ends: readonly RouteEnd[],
): readonly TrayRun[] {
  const { landings } = landed;
  const stops = stopsOf(design, cable);
  if (stops.length === 0 && areInOneRack(landings)) return NONE;
  const plan = floorPlan(design);
  const legs = legsOf(landed);
  const leg = legs[0];
  // Spelt out for a cable of one leg, which most are: lists of lists cost more than the run itself.
  if (stops.length === 0 && legs.length === 1 && leg) {
    const from = standingAtEnd(plan, landings, ends, leg[0]);
    const run = runBetween(leg, from, standingAtEnd(plan, landings, ends, leg[1]));
    return run ? [run] : NONE;
  }
  const standings = landings.map(({ rack }, index) => standingOf(plan, rack, ends[index]));
  const between = stops.map((stop) => standingAt(plan, stop.rack, acrossOf(stop)));
  const runs = legs.flatMap((leg) => {
    const [from, to] = leg;
    const way = [standings[from] ?? null, ...between, standings[to] ?? null];
    return way.slice(1).map((next, index) => runBetween(leg, way[index] ?? null, next));
  });
  return runs.filter((run) => run !== null);
}

function standingAtEnd(
  plan: FloorPlan,
  landings: LandedCable['landings'],
  ends: readonly RouteEnd[],
  place: number,
): Standing | null {
  const rack = landings[place]?.rack;
  return rack ? standingOf(plan, rack, ends[place]) : null;
}

function standingOf(plan: FloorPlan, rack: Rack, end: RouteEnd | undefined): Standing | null {
  return end ? standingAt(plan, rack, stripOnFloor(end, rack.widthMm)) : null;
}

export function standingAt(plan: FloorPlan, rack: Rack, acrossMm: Mm): Standing | null {
  const place = plan.racks.get(rack.id);
  return place ? { rack, place, acrossMm } : null;
}

export function runBetween(
  leg: readonly [from: number, to: number],
  a: Standing | null,
  b: Standing | null,
): TrayRun | null {
  if (!a || !b || a.rack === b.rack) return null;
  const start = alongOfRow(a, a.place);
  const end = alongOfRow(b, a.place);
  return {
    from: leg[0],
    to: leg[1],
    rowId: a.rack.rowId,
    fromMm: Math.min(start, end),
    toMm: Math.max(start, end),
    aisles: inOneLine(a.place, b.place) ? NO_AISLES : between(a.place.row, b.place.row),
    crossingMm: alongInPlan(b.place, b.acrossMm),
  };
}

/** Where an end is along the row of a rack, mm from the row's beginning. */
function alongOfRow({ place, acrossMm }: Standing, { frame, row }: RackPlace): Mm {
  const its = inRowFrame(place, acrossMm, 0);
  if (place.row === row) return its.alongMm;
  return inRow(frame, inPlan(place.frame, its.alongMm, its.backMm)).alongMm;
}

/** Whether both stand in one row, or in rows on one line. */
function inOneLine(a: RackPlace, b: RackPlace): boolean {
  if (a.row === b.row) return true;
  const upright = isUpright(a.frame.facing);
  return (
    a.frame.facing === b.frame.facing && alongOf(a.frame, !upright) === alongOf(b.frame, !upright)
  );
}

function between(row: number, other: number): readonly number[] {
  const first = Math.min(row, other);
  return Array.from({ length: Math.abs(row - other) }, (_, index) => first + index);
}

/** Distance of an end's strip from the left edge of its rack, seen from the front. */
export function stripOnFloor(end: Pick<RouteEnd, 'face' | 'stripXMm'>, rackWidthMm: Mm): Mm {
  return end.face === 'front' ? end.stripXMm : rackWidthMm - end.stripXMm;
}

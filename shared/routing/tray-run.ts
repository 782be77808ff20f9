/**
 * What of a cable lies in the overhead trays. Over each row runs one tray; a cable to another row lies in the
 * tray of its A end's row until it is over its B end, and crosses the aisles there. That is the way its length
 * is counted by (`route-cable.ts`).
 */
import type { RowId } from '../model/ids.ts';
import type { Cable, Rack } from '../model/records.ts';
import type { Mm } from '../units/length.ts';
import { type FloorPlan, floorPlan } from './floor-plan.ts';
import { areInOneRack, type LandedCable, legsOf, type RoutedDesign } from './landing.ts';
import { acrossOf, stopsOf } from './stop.ts';
import type { RouteEnd } from './types.ts';

export interface TrayRun {
  /** The ends of this leg, as indices into the ends of the route. */
  readonly from: number;
  readonly to: number;
  /** The row over which it runs along, and from where to where, mm from the row's start. */
  readonly rowId: RowId;
  readonly fromMm: Mm;
  readonly toMm: Mm;
  /** The aisles that it crosses, by the number of the row before them; at which x, mm. */
  readonly aisles: readonly number[];
  readonly crossingMm: Mm;
}

/** An end on the floor: its rack, the number of its row, and where along the row it comes up. */
interface Standing {
  readonly rack: Rack;
  readonly row: number;
  readonly xMm: Mm;
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

function standingAt(plan: FloorPlan, rack: Rack, acrossMm: Mm): Standing | null {
  const place = plan.get(rack.id);
  return place ? { rack, row: place.row, xMm: place.xMm + acrossMm } : null;
}

function runBetween(
  leg: readonly [from: number, to: number],
  a: Standing | null,
  b: Standing | null,
): TrayRun | null {
  if (!a || !b || a.rack === b.rack) return null;
  return {
    from: leg[0],
    to: leg[1],
    rowId: a.rack.rowId,
    fromMm: Math.min(a.xMm, b.xMm),
    toMm: Math.max(a.xMm, b.xMm),
    aisles: a.row === b.row ? NO_AISLES : between(a.row, b.row),
    crossingMm: b.xMm,
  };
}

function between(row: number, other: number): readonly number[] {
  const first = Math.min(row, other);
  return Array.from({ length: Math.abs(row - other) }, (_, index) => first + index);
}

/** Distance of an end's strip from the left edge of its rack, seen from the front. */
export function stripOnFloor(end: Pick<RouteEnd, 'face' | 'stripXMm'>, rackWidthMm: Mm): Mm {
  return end.face === 'front' ? end.stripXMm : rackWidthMm - end.stripXMm;
}

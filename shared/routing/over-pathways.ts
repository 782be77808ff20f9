/**
 * The way of a cable from a place in one rack to a place in another over the drawn pathways: out of the rack, up to the
 * tray or down into the duct, sideways to its middle line, along it, and the same at the other end. Of trays and ducts
 * the shorter way is taken. Trays run their rise over the taller of the two racks, ducts theirs under the floor.
 */
import { type FloorPlan, floorPlan } from '../floor/floor-plan.ts';
import {
  endOf,
  type LegSpan,
  onPiece,
  type PairRoute,
  type PathwayRoutes,
  pathwayRoutes,
} from '../floor/pathway-routes.ts';
import { rackHeightMm } from '../model/rack-geometry.ts';
import type { PathwayLevel } from '../model/records.ts';
import type { Mm } from '../units/length.ts';
import { pointOnFloor } from './floor-steps.ts';
import type { RoutedDesign } from './landing.ts';
import type { Stop } from './stop.ts';

export interface OverPathways {
  readonly route: PairRoute;
  /** Where it lies in the first leg, in the last, and in those between; the first and the last may be one. */
  readonly spans: readonly LegSpan[];
  /** In the pathways and sideways to them, mm. */
  readonly alongMm: Mm;
  /** The height of the pathway in the coordinates of either rack: above its top negative, under its feet over its height. */
  readonly fromYMm: Mm;
  readonly toYMm: Mm;
}

/** What a way was found from, and the way. */
interface Found {
  readonly routes: PathwayRoutes;
  readonly plan: FloorPlan;
  readonly from: Stop;
  readonly to: Stop;
  readonly levels: readonly PathwayLevel[];
  readonly way: OverPathways | null;
}

/** The last one: a cable is led, and right after it is asked what of it lies in the pathways. */
let last: Found | null = null;

/** Null where no pathway of these levels leads from the one rack to the other, or either has no place in the plan. */
export function overPathways(
  design: RoutedDesign,
  from: Stop,
  to: Stop,
  levels: readonly PathwayLevel[],
): OverPathways | null {
  const routes = pathwayRoutes(design);
  if (!routes) return null;
  const plan = floorPlan(design);
  if (
    last?.routes === routes &&
    last.plan === plan &&
    last.levels === levels &&
    isSame(last.from, from) &&
    isSame(last.to, to)
  ) {
    return last.way;
  }
  const way = shortestWay(routes, plan, { from, to, levels });
  last = { routes, plan, from, to, levels, way };
  return way;
}

function isSame(a: Stop, b: Stop): boolean {
  return (
    a.rack === b.rack &&
    a.xMm === b.xMm &&
    a.yMm === b.yMm &&
    a.depthMm === b.depthMm &&
    a.face === b.face
  );
}

function shortestWay(
  routes: PathwayRoutes,
  plan: FloorPlan,
  { from, to, levels }: Pick<Found, 'from' | 'to' | 'levels'>,
): OverPathways | null {
  const [a, b] = [plan.racks.get(from.rack.id), plan.racks.get(to.rack.id)];
  if (!a || !b) return null;
  let best: { readonly mm: Mm; readonly way: OverPathways } | null = null;
  for (const route of routes.between(a, b)) {
    if (!levels.includes(route.level)) continue;
    const way = wayOn(plan, route, from, to);
    const mm = way.alongMm + climbMm(from, way.fromYMm) + climbMm(to, way.toYMm);
    if (mm < (best?.mm ?? Number.POSITIVE_INFINITY)) best = { mm, way };
  }
  return best?.way ?? null;
}

function climbMm({ yMm }: Stop, pathwayYMm: Mm): Mm {
  return Math.abs(yMm - pathwayYMm);
}

function wayOn(plan: FloorPlan, route: PairRoute, from: Stop, to: Stop): OverPathways {
  const { first, last, leaves, enters, betweenMm, between } = route;
  const start = onPiece(first, pointOnFloor(plan, from));
  const end = onPiece(last, pointOnFloor(plan, to));
  const sidewaysMm = start.besideMm + end.besideMm;
  const heights = heightsOf(route, from, to);
  if (leaves === null || enters === null) {
    const span = spanOf(route.first.leg, start.alongMm, end.alongMm);
    const alongMm = sidewaysMm + Math.abs(start.alongMm - end.alongMm);
    return { route, spans: [span], alongMm, ...heights };
  }
  const [out, into] = [endOf(first, leaves), endOf(last, enters)];
  return {
    route,
    spans: [spanOf(first.leg, start.alongMm, out), ...between, spanOf(last.leg, into, end.alongMm)],
    alongMm: sidewaysMm + Math.abs(start.alongMm - out) + betweenMm + Math.abs(end.alongMm - into),
    ...heights,
  };
}

function heightsOf(
  { level, first, last }: PairRoute,
  from: Stop,
  to: Stop,
): { readonly fromYMm: Mm; readonly toYMm: Mm } {
  const [height, other] = [rackHeightMm(from.rack), rackHeightMm(to.rack)];
  const [rise, otherRise] = [first.leg.pathway.riseMm, last.leg.pathway.riseMm];
  if (level === 'underfloor') return { fromYMm: height + rise, toYMm: other + otherRise };
  const top = Math.max(height, other);
  return { fromYMm: height - (top + rise), toYMm: other - (top + otherRise) };
}

function spanOf(leg: LegSpan['leg'], a: Mm, b: Mm): LegSpan {
  return { leg, fromMm: Math.min(a, b), toMm: Math.max(a, b) };
}

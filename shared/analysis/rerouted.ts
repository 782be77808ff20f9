/** Which cables other pathways lead another way: an edit of one tray leaves most racks' ways as they are. */
import type { FloorPlan, RackPlace } from '../floor/floor-plan.ts';
import { areSameRoutes, type PathwayRoutes } from '../floor/pathway-routes.ts';
import type { RackId } from '../model/ids.ts';
import type { KeptCable } from './kept-records.ts';

/** The floor with its pathways, before or after an edit. */
export interface PathwayFloor {
  readonly plan: FloorPlan;
  readonly routes: PathwayRoutes;
}

/**
 * The cables between racks whose ways over the pathways differ, and those that are led by hand. Racks that moved have
 * made their cables stale already.
 */
export function* reroutedCables(
  cables: Iterable<KeptCable>,
  before: PathwayFloor,
  after: PathwayFloor,
): Generator<KeptCable> {
  const known = new Map<RackId, Map<RackId, boolean>>();
  for (const cable of cables) {
    if (!cable.record) continue;
    if (cable.record.waypoints.length > 0) yield cable;
    else if (isRerouted(cable, known, before, after)) yield cable;
  }
}

/** Whether any way between two racks of the cable is another; which of its ends a leg joins does not matter here. */
function isRerouted(
  { at }: KeptCable,
  known: Map<RackId, Map<RackId, boolean>>,
  before: PathwayFloor,
  after: PathwayFloor,
): boolean {
  for (let to = 1; to < at.length; to += 1) {
    for (let from = 0; from < to; from += 1) {
      const [a, b] = [at[from]?.rack, at[to]?.rack];
      if (!a || !b || a === b) continue;
      let perOther = known.get(a.id);
      if (!perOther) known.set(a.id, (perOther = new Map()));
      let differs = perOther.get(b.id);
      if (differs === undefined) {
        differs = !sameWays(a.id, b.id, before, after);
        perOther.set(b.id, differs);
      }
      if (differs) return true;
    }
  }
  return false;
}

function sameWays(from: RackId, to: RackId, before: PathwayFloor, after: PathwayFloor): boolean {
  const [was, is] = [placesOf(before.plan, from, to), placesOf(after.plan, from, to)];
  // A rack without a place has no way over pathways, before or after.
  if (!was || !is) return !was && !is;
  return areSameRoutes(before.routes.between(...was), after.routes.between(...is));
}

function placesOf(
  { racks }: FloorPlan,
  from: RackId,
  to: RackId,
): readonly [RackPlace, RackPlace] | null {
  const [a, b] = [racks.get(from), racks.get(to)];
  return a && b ? [a, b] : null;
}

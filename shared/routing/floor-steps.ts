/** How far it is over the floor from a place in one rack to a place in another, along right angles. */
import { inPlan, isUpright } from '../floor/facing.ts';
import { type FloorPlan, inRowFrame, pointInPlan, type RackPlace } from '../floor/floor-plan.ts';
import { RAIL_SETBACK_MM } from '../model/rack-geometry.ts';
import type { PlanPoint } from '../model/records.ts';
import type { Mm } from '../units/length.ts';
import { acrossOf, type Stop } from './stop.ts';

export interface FloorSteps {
  /** Along the row of the first rack, mm. */
  readonly rowMm: Mm;
  /** From the front line of its row to that of the other. */
  readonly aisleMm: Mm;
  /** From one depth in the racks to the other. */
  readonly depthMm: Mm;
}

/**
 * The steps of a cable in the tray that is assumed over the racks. Between racks that look the same way the tray runs at
 * one depth over all of them: what the places differ in depth is a way of its own. Otherwise it is the way from place to
 * place.
 */
export function floorSteps(plan: FloorPlan, from: Stop, to: Stop): FloorSteps {
  const a = placeOf(plan, from);
  const b = placeOf(plan, to);
  const upright = isUpright(a.frame.facing);
  const start = pointOf(a, from);
  const end = pointOf(b, to);
  const rowMm = Math.abs(alongOf(start, upright) - alongOf(end, upright));
  if (a.frame.facing === b.frame.facing && !a.turned && !b.turned) {
    return {
      rowMm,
      aisleMm: Math.abs(alongOf(a.frame, !upright) - alongOf(b.frame, !upright)),
      depthMm: Math.abs(from.depthMm - to.depthMm),
    };
  }
  const acrossMm = Math.abs(alongOf(start, !upright) - alongOf(end, !upright));
  return { rowMm, aisleMm: acrossMm, depthMm: 0 };
}

/** A place on the way in plan coordinates. */
export function pointOnFloor(plan: FloorPlan, stop: Stop): PlanPoint {
  return pointOf(placeOf(plan, stop), stop);
}

function pointOf(place: RackPlace, stop: Stop): PlanPoint {
  return pointInPlan(place, acrossOf(stop), RAIL_SETBACK_MM + stop.depthMm);
}

/** Where a place of a rack lies along the axis of its row, in plan coordinates, mm. */
export function alongInPlan(place: RackPlace, acrossMm: Mm): Mm {
  const { alongMm } = inRowFrame(place, acrossMm, 0);
  return alongOf(inPlan(place.frame, alongMm, 0), isUpright(place.frame.facing));
}

/** The coordinate of a point along rows that look up or down the page, or along the others. */
export function alongOf({ xMm, yMm }: PlanPoint, upright: boolean): Mm {
  return upright ? xMm : yMm;
}

/** A rack whose row the design does not hold is counted as if it stood at the beginning of the first row. */
function placeOf(plan: FloorPlan, { rack }: Pick<Stop, 'rack'>): RackPlace {
  const place = plan.racks.get(rack.id);
  if (place) return place;
  const { id: rackId, rowId, widthMm, depthMm } = rack;
  const box = { x: 0, y: 0 - depthMm, width: widthMm, height: depthMm };
  const frame = plan.rows[0]?.place ?? { xMm: 0, yMm: 0, facing: 'south' };
  return {
    rackId,
    rowId,
    row: 0,
    frame,
    alongMm: 0,
    widthMm,
    depthMm,
    turned: false,
    box,
    facing: frame.facing,
  };
}

/** Where the racks stand on the floor: side by side in their row, rows one behind the other. */
import type { Design } from '../model/design.ts';
import { orderedRows, racksInRow } from '../model/design-index.ts';
import type { RackId } from '../model/ids.ts';
import type { Mm } from '../units/length.ts';

/** Place of a rack, seen from the front: number of its row and distance of its left edge from the row's start. */
export interface RackPlace {
  readonly row: number;
  readonly xMm: Mm;
}

export type FloorPlan = ReadonlyMap<RackId, RackPlace>;

const plans = new WeakMap<Design['racks'], WeakMap<Design['rows'], FloorPlan>>();

/** The floor plan of a design, kept as long as its tables of racks and rows live. */
export function floorPlan(design: Pick<Design, 'rows' | 'racks'>): FloorPlan {
  let perRows = plans.get(design.racks);
  if (!perRows) {
    perRows = new WeakMap();
    plans.set(design.racks, perRows);
  }
  let plan = perRows.get(design.rows);
  if (!plan) {
    plan = layFloor(design);
    perRows.set(design.rows, plan);
  }
  return plan;
}

function layFloor(design: Pick<Design, 'rows' | 'racks'>): FloorPlan {
  const plan = new Map<RackId, RackPlace>();
  for (const [row, { id }] of orderedRows(design).entries()) {
    let xMm = 0;
    for (const rack of racksInRow(design, id)) {
      plan.set(rack.id, { row, xMm });
      xMm += rack.widthMm;
    }
  }
  return plan;
}

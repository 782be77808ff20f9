/** How large the plan is. */
import type { Design } from '../model/design.ts';
import type { Box } from '../model/rack-geometry.ts';
import { boxOfArea } from './area-box.ts';
import { type Floor, floorPlan } from './floor-plan.ts';
import { boxAround } from './plan-box.ts';

type Planned = Floor & Pick<Design, 'areas' | 'pathways'>;

/** The box of all that the plan shows, mm; a unit square where there is nothing. */
export function planBounds(design: Planned): Box {
  const box = boxAround(boxesOnPlan(design)) ?? { x: 0, y: 0, width: 1, height: 1 };
  return { ...box, width: Math.max(1, box.width), height: Math.max(1, box.height) };
}

function* boxesOnPlan(design: Planned): Generator<Box> {
  for (const { box, racks } of floorPlan(design).rows) if (racks.length > 0) yield box;
  for (const area of design.areas.values()) yield boxOfArea(area);
  for (const { points, widthMm } of design.pathways.values()) {
    for (const { xMm, yMm } of points) {
      yield { x: xMm - widthMm / 2, y: yMm - widthMm / 2, width: widthMm, height: widthMm };
    }
  }
}

/** Copies of areas and pathways: shifted as one, each with a name of its own. */

import { boxOfArea } from '../../../shared/floor/area-box.ts';
import { boxAround } from '../../../shared/floor/plan-box.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { IdSource } from '../../../shared/model/ids.ts';
import type { Area, Pathway, PlanPoint } from '../../../shared/model/records.ts';
import { type Mm, roundMm } from '../../../shared/units/length.ts';
import { boxCentre, type Point } from '../geometry.ts';
import { GRID_MM } from '../plan/plan-snap.ts';
import { isTooFar } from './floor-edits.ts';
import { racksUnder } from './floor-move.ts';
import type { Content } from './insert.ts';
import { nameSource } from './names.ts';

/**
 * Where copies go: with their middle to a point, in steps of so many millimetres from where the originals stand; beside
 * the originals; or to the very place that they have.
 */
export type FloorAim = { readonly at: Point; readonly stepMm: Mm } | 'beside' | 'in-place';

type OnFloor = Pick<Content, 'areas' | 'pathways'>;

/** Copies of what stands on the floor; null where one of them would be too far from the middle of the plan. */
export function copiesOnFloor(
  design: Design,
  ids: IdSource,
  content: OnFloor,
  aim: FloorAim,
): OnFloor | null {
  const { x, y } = shiftTo(design, content, aim);
  const areaNames = nameSource([...design.areas.values()].map(({ name }) => name));
  const pathwayNames = nameSource([...design.pathways.values()].map(({ name }) => name));
  const areas = content.areas.map((area) => ({
    ...shifted(area, x, y),
    id: ids('area'),
    name: areaNames(area.name),
  }));
  const pathways = content.pathways.map((pathway) => ({
    ...pathway,
    id: ids('pathway'),
    name: pathwayNames(pathway.name),
    points: pathway.points.map((point) => shifted(point, x, y)),
  }));
  return [...areas, ...pathways].some(isTooFar) ? null : { areas, pathways };
}

function shifted<P extends PlanPoint>(point: P, x: Mm, y: Mm): P {
  return { ...point, xMm: roundMm(point.xMm + x), yMm: roundMm(point.yMm + y) };
}

/** Copies beside their originals go tile by tile down to the right until no rack stands under them, at most so far. */
const MOST_STEPS = 20;

function shiftTo(design: Design, content: OnFloor, aim: FloorAim): Point {
  if (aim === 'in-place') return { x: 0, y: 0 };
  if (aim === 'beside') {
    for (let step = 1; step <= MOST_STEPS; step += 1) {
      const by = step * GRID_MM;
      if (content.areas.every((area) => racksUnder(design, shifted(area, by, by)).length === 0)) {
        return { x: by, y: by };
      }
    }
    return { x: GRID_MM, y: GRID_MM };
  }
  const middle = middleOf(content);
  const inSteps = (way: Mm): Mm => Math.round(way / aim.stepMm) * aim.stepMm;
  return { x: inSteps(aim.at.x - middle.x), y: inSteps(aim.at.y - middle.y) };
}

function middleOf({ areas, pathways }: OnFloor): Point {
  const boxes = [
    ...areas.map((area: Area) => boxOfArea(area)),
    ...pathways.flatMap(({ points }: Pathway) =>
      points.map(({ xMm, yMm }) => ({ x: xMm, y: yMm, width: 0, height: 0 })),
    ),
  ];
  const box = boxAround(boxes);
  return box ? boxCentre(box) : { x: 0, y: 0 };
}

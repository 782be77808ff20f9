/** Areas and pathways as a person draws them: named, sized as is usual, with every leg along an axis. */
import type { Design } from '../../../shared/model/design.ts';
import type { AreaId, IdSource, PathwayId } from '../../../shared/model/ids.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type {
  AreaPurpose,
  Pathway,
  PathwayLevel,
  PlanPoint,
} from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { selectionOf } from '../selection.ts';
import { type EditAnswer, refused } from './edit.ts';
import { type FloorProposal, judged, proposalOf } from './floor-edit.ts';
import { type AreaPatch, addArea, addPathway, changeAreas, changePathways } from './floor-edits.ts';
import { racksUnder } from './floor-move.ts';
import { nameSource } from './names.ts';

/** Smaller areas cannot be seen or taken, mm. */
export const LEAST_AREA_MM = 100;

/** As they are usually sold and hung [assumed]. */
const NEW_PATHWAY: Readonly<
  Record<PathwayLevel, Pick<Pathway, 'widthMm' | 'heightMm' | 'riseMm'>>
> = {
  overhead: { widthMm: 300, heightMm: 100, riseMm: 300 },
  underfloor: { widthMm: 400, heightMm: 100, riseMm: 400 },
};

/** Draws an area; it is selected, and no rack may stand where it lets none. */
export function drawArea(
  design: Design,
  ids: IdSource,
  purpose: AreaPurpose,
  box: Box,
): FloorProposal | EditAnswer {
  if (isSmall(box)) return refused('plan.refused.small', { least: LEAST_AREA_MM });
  const names = nameSource([...design.areas.values()].map(({ name }) => name));
  const name = names(say(`plan.newName.${purpose}`));
  const { answer, area } = addArea(ids, { name, purpose, contained: false, ...fieldsOf(box) });
  return proposalOf(answer, racksUnder(design, area), selectionOf([area]));
}

export function resizeArea(design: Design, id: AreaId, box: Box): FloorProposal | EditAnswer {
  if (isSmall(box)) return refused('plan.refused.small', { least: LEAST_AREA_MM });
  const area = design.areas.get(id);
  const fields = fieldsOf(box);
  const under = area ? racksUnder(design, { ...area, ...fields }) : [];
  return proposalOf(changeAreas(design, [id], fields), under);
}

/** Changes areas; no rack may stand in one where it then lets none. */
export function changeAreasOnFloor(
  design: Design,
  ids: Iterable<AreaId>,
  patch: AreaPatch,
): EditAnswer {
  const areas = [...ids];
  const under = areas.flatMap((id) => {
    const area = design.areas.get(id);
    return area ? racksUnder(design, { ...area, ...patch }) : [];
  });
  return judged(design, proposalOf(changeAreas(design, areas, patch), under));
}

function isSmall({ width, height }: Box): boolean {
  return width < LEAST_AREA_MM || height < LEAST_AREA_MM;
}

function fieldsOf({ x, y, width, height }: Box): {
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly depthMm: number;
} {
  const [xMm, yMm] = [Math.round(x), Math.round(y)];
  return { xMm, yMm, widthMm: Math.round(width), depthMm: Math.round(height) };
}

/** Draws a pathway through these points; it is selected. */
export function drawPathway(
  design: Design,
  ids: IdSource,
  level: PathwayLevel,
  points: readonly PlanPoint[],
): FloorProposal | EditAnswer {
  const tidy = tidied(points);
  if (tidy.length < 2) return refused('plan.refused.short');
  const names = nameSource([...design.pathways.values()].map(({ name }) => name));
  const name = names(say(`plan.newName.${level}`));
  const { answer, pathway } = addPathway(ids, { name, level, points: tidy, ...NEW_PATHWAY[level] });
  return proposalOf(answer, [], selectionOf([pathway]));
}

/** Leads a pathway through other points; refused where nothing is left of it. */
export function leadPathway(
  design: Design,
  id: PathwayId,
  points: readonly PlanPoint[],
): EditAnswer {
  const tidy = tidied(points);
  if (tidy.length < 2) return refused('plan.refused.short');
  return changePathways(design, [id], { points: tidy });
}

/** The points with one of them elsewhere: its neighbours follow, so that every leg stays along its axis. */
export function movedPoint(
  points: readonly PlanPoint[],
  index: number,
  to: PlanPoint,
): readonly PlanPoint[] {
  const at = points[index];
  if (!at) return points;
  return points.map((point, place) => {
    if (place === index) return to;
    if (Math.abs(place - index) !== 1) return point;
    return point.xMm === at.xMm ? { xMm: to.xMm, yMm: point.yMm } : { xMm: point.xMm, yMm: to.yMm };
  });
}

/** Whole millimetres, without points that stand on the one before or in the middle of a straight leg. */
function tidied(points: readonly PlanPoint[]): readonly PlanPoint[] {
  const kept: PlanPoint[] = [];
  for (const { xMm, yMm } of points) {
    const point = { xMm: Math.round(xMm), yMm: Math.round(yMm) };
    const last = kept.at(-1);
    if (last && last.xMm === point.xMm && last.yMm === point.yMm) continue;
    if (last && isStraight(kept.at(-2), last, point)) kept.pop();
    kept.push(point);
  }
  return kept;
}

function isStraight(before: PlanPoint | undefined, at: PlanPoint, after: PlanPoint): boolean {
  if (!before) return false;
  const isUpright = before.xMm === at.xMm && at.xMm === after.xMm;
  return isUpright || (before.yMm === at.yMm && at.yMm === after.yMm);
}

/**
 * Edits of the plan: where rows stand, and the areas and pathways around them. A row that stood by its order gets a place
 * of its own as soon as it is moved.
 */
import { boxOfArea } from '../../../shared/floor/area-box.ts';
import { clockwise, inPlan, opposite } from '../../../shared/floor/facing.ts';
import { floorPlan, type RowOnFloor } from '../../../shared/floor/floor-plan.ts';
import type { Design } from '../../../shared/model/design.ts';
import { racksInRow } from '../../../shared/model/design-index.ts';
import type { AreaId, IdSource, PathwayId, RowId } from '../../../shared/model/ids.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type {
  Area,
  DesignRecord,
  Pathway,
  PlanPoint,
  Rack,
  Row,
  RowPlace,
} from '../../../shared/model/records.ts';
import { type Mm, roundMm } from '../../../shared/units/length.ts';
import { changes, type EditAnswer, edited, editLabel, refused } from './edit.ts';

/** Things of the plan, by id. */
export interface FloorThings {
  readonly rows?: Iterable<RowId>;
  readonly areas?: Iterable<AreaId>;
  readonly pathways?: Iterable<PathwayId>;
}

/** How far from the middle of the plan things may stand, mm: what a design file holds. */
const FARTHEST_MM: Mm = 1_000_000;

/** Moves rows, areas and pathways by the same way. */
export function moveOnFloor(design: Design, things: FloorThings, xMm: Mm, yMm: Mm): EditAnswer {
  const shifted = <P extends PlanPoint>(point: P): P => ({
    ...point,
    xMm: roundMm(point.xMm + xMm),
    yMm: roundMm(point.yMm + yMm),
  });
  const updated: (readonly [DesignRecord, DesignRecord])[] = [
    ...changes(rowsOf(design, things.rows), (row) => ({
      ...row,
      place: shifted(placeOf(design, row)),
    })),
    ...changes(areasOf(design, things.areas), shifted),
    ...changes(pathwaysOf(design, things.pathways), (pathway) => ({
      ...pathway,
      points: pathway.points.map(shifted),
    })),
  ];
  if (updated.some(([, after]) => isTooFar(after))) return refused('editor.refused.offPlan');
  return edited(floorLabel('editor.label.moveOnFloor', updated), { updated });
}

/** Puts a row at a place; null = where its order puts it. */
export function placeRow(design: Design, id: RowId, place: RowPlace | null): EditAnswer {
  const row = design.rows.get(id);
  if (!row) return refused('editor.refused.noRow');
  const updated = changes([row], (each) => ({ ...each, place }));
  if (updated.some(([, after]) => isTooFar(after))) return refused('editor.refused.offPlan');
  return edited(editLabel('editor.label.moveOnFloor', [row.name]), { updated });
}

/** Turns each row by a quarter clockwise about its middle. */
export function turnRows(design: Design, ids: Iterable<RowId>): EditAnswer {
  const rows = rowsOf(design, ids);
  if (rows.length === 0) return refused('editor.refused.noRow');
  const updated = changes(rows, (row) => {
    const { box, place } = onFloor(design, row);
    const [middleX, middleY] = [box.x + box.width / 2, box.y + box.height / 2];
    return {
      ...row,
      place: {
        xMm: roundMm(middleX - (place.yMm - middleY)),
        yMm: roundMm(middleY + (place.xMm - middleX)),
        facing: clockwise(place.facing),
      },
    };
  });
  return edited(floorLabel('editor.label.turnRows', updated), { updated });
}

/**
 * Mirrors each row about its long middle line: its fronts look the other way, and every rack stays where it stands along
 * the row. So the order of the racks is reversed: it counts from the left of who stands before them.
 */
export function mirrorRows(design: Design, ids: Iterable<RowId>): EditAnswer {
  const rows = rowsOf(design, ids);
  if (rows.length === 0) return refused('editor.refused.noRow');
  const mirrored = changes(rows, (row) => {
    const { place, lengthMm, depthMm } = onFloor(design, row);
    const [first] = racksInRow(design, row.id);
    // What is open before the first rack stays open before the one that is first now.
    const corner = inPlan(place, lengthMm + (first?.gapMm ?? 0), depthMm);
    return { ...row, place: { ...corner, facing: opposite(place.facing) } };
  });
  const reversed = rows.flatMap((row) => reversedRacks(racksInRow(design, row.id)));
  return edited(floorLabel('editor.label.mirrorRows', mirrored), {
    updated: [...mirrored, ...reversed],
  });
}

function reversedRacks(racks: readonly Rack[]): (readonly [Rack, Rack])[] {
  const count = racks.length;
  const orders = racks.map(({ order }) => order);
  const ascend = orders.every((order, at) => at === 0 || order > (orders[at - 1] ?? order));
  return racks.flatMap((rack, at) => {
    const to = count - 1 - at;
    const order = ascend ? (orders[to] ?? to) : to;
    const gapMm = racks[to === 0 ? 0 : at + 1]?.gapMm ?? 0;
    return changes([rack], (each) => ({ ...each, order, gapMm }));
  });
}

export type Edge = 'left' | 'right' | 'top' | 'bottom';

/** Moves rows and areas until their edges on one side are where the outermost one's is. */
export function alignOnFloor(design: Design, things: FloorThings, edge: Edge): EditAnswer {
  const boxes = boxesOf(design, things);
  if (boxes.length < 2) return refused('editor.refused.alignTwo');
  const valueOf = (box: Box): Mm => {
    switch (edge) {
      case 'left':
        return box.x;
      case 'right':
        return box.x + box.width;
      case 'top':
        return box.y;
      case 'bottom':
        return box.y + box.height;
      default:
        return edge satisfies never;
    }
  };
  const values = boxes.map(({ box }) => valueOf(box));
  const to = edge === 'left' || edge === 'top' ? Math.min(...values) : Math.max(...values);
  const across = edge === 'left' || edge === 'right';
  return shiftEach(design, boxes, 'editor.label.alignOnFloor', (box) => {
    const by = to - valueOf(box);
    return across ? [by, 0] : [0, by];
  });
}

/** Moves the rows and areas between the outermost two until what is clear between them is the same everywhere. */
export function spaceOnFloor(
  design: Design,
  things: FloorThings,
  axis: 'across' | 'down',
): EditAnswer {
  const across = axis === 'across';
  const startOf = (box: Box): Mm => (across ? box.x : box.y);
  const sizeOf = (box: Box): Mm => (across ? box.width : box.height);
  const boxes = boxesOf(design, things).toSorted((a, b) => startOf(a.box) - startOf(b.box));
  const [first, last] = [boxes[0], boxes.at(-1)];
  if (!first || !last || boxes.length < 3) return refused('editor.refused.spaceThree');
  const taken = boxes.reduce((sum, { box }) => sum + sizeOf(box), 0);
  const span = startOf(last.box) + sizeOf(last.box) - startOf(first.box);
  const clear = (span - taken) / (boxes.length - 1);
  const starts = new Map<Box, Mm>();
  let next = startOf(first.box);
  for (const { box } of boxes) {
    starts.set(box, next);
    next += sizeOf(box) + clear;
  }
  return shiftEach(design, boxes, 'editor.label.spaceOnFloor', (box) => {
    const by = (starts.get(box) ?? startOf(box)) - startOf(box);
    return across ? [by, 0] : [0, by];
  });
}

interface Boxed {
  readonly record: Row | Area;
  readonly box: Box;
}

function boxesOf(design: Design, things: FloorThings): Boxed[] {
  return [
    ...rowsOf(design, things.rows).map((row) => ({ record: row, box: onFloor(design, row).box })),
    ...areasOf(design, things.areas).map((area) => ({ record: area, box: boxOfArea(area) })),
  ];
}

function shiftEach(
  design: Design,
  boxes: readonly Boxed[],
  label: string,
  by: (box: Box) => readonly [xMm: Mm, yMm: Mm],
): EditAnswer {
  const updated = boxes.flatMap(({ record, box }) => {
    const [xMm, yMm] = by(box);
    if (Math.abs(xMm) < 0.001 && Math.abs(yMm) < 0.001) return [];
    const things = record.kind === 'row' ? { rows: [record.id] } : { areas: [record.id] };
    const moved = moveOnFloor(design, things, xMm, yMm);
    return moved.ok ? moved.edit.diff.updated : [];
  });
  return edited(floorLabel(label, updated), { updated });
}

/** Draws a new area, and says which one. */
export function addArea(
  ids: IdSource,
  area: Omit<Area, 'kind' | 'id'>,
): { readonly answer: EditAnswer; readonly area: Area } {
  const made: Area = { kind: 'area', id: ids('area'), ...area };
  return { area: made, answer: added('editor.label.addArea', made) };
}

export type AreaPatch = Partial<Omit<Area, 'kind' | 'id'>>;
export type PathwayPatch = Partial<Omit<Pathway, 'kind' | 'id'>>;

/** Changes fields of areas. */
export function changeAreas(design: Design, ids: Iterable<AreaId>, patch: AreaPatch): EditAnswer {
  return changed(areasOf(design, ids), 'editor.label.changeArea', (area) => ({
    ...area,
    ...patch,
  }));
}

/** Draws a new pathway, and says which one. */
export function addPathway(
  ids: IdSource,
  pathway: Omit<Pathway, 'kind' | 'id'>,
): { readonly answer: EditAnswer; readonly pathway: Pathway } {
  const made: Pathway = { kind: 'pathway', id: ids('pathway'), ...pathway };
  return { pathway: made, answer: added('editor.label.addPathway', made) };
}

/** Changes fields of pathways; their points too. */
export function changePathways(
  design: Design,
  ids: Iterable<PathwayId>,
  patch: PathwayPatch,
): EditAnswer {
  return changed(pathwaysOf(design, ids), 'editor.label.changePathway', (pathway) => ({
    ...pathway,
    ...patch,
  }));
}

/** Takes areas and pathways away; rows go when they are empty (`removeEmptyRows`). */
export function removeFromFloor(design: Design, things: FloorThings): EditAnswer {
  const removed = [...areasOf(design, things.areas), ...pathwaysOf(design, things.pathways)];
  if (removed.length === 0) return refused('editor.refused.nothingSelected');
  return edited(editLabel('editor.label.delete', removed.map(nameOf)), { removed });
}

function added(label: string, record: Area | Pathway): EditAnswer {
  if (isTooFar(record)) return refused('editor.refused.offPlan');
  return wrongShape(record) ?? edited(editLabel(label, [nameOf(record)]), { added: [record] });
}

function changed<R extends Area | Pathway>(
  records: readonly R[],
  label: string,
  change: (record: R) => R,
): EditAnswer {
  const updated = changes(records, change);
  for (const [, after] of updated) {
    if (isTooFar(after)) return refused('editor.refused.offPlan');
    const wrong = wrongShape(after);
    if (wrong) return wrong;
  }
  return edited(editLabel(label, records.map(nameOf)), { updated });
}

/** Why nothing can have that shape, or null. */
function wrongShape(record: Area | Pathway): EditAnswer | null {
  if (record.kind === 'area') {
    return record.widthMm < 1 || record.depthMm < 1 ? refused('editor.refused.areaSize') : null;
  }
  const { points } = record;
  const square = points.every(({ xMm, yMm }, at) => {
    const before = points[at - 1];
    return !before || before.xMm === xMm || before.yMm === yMm;
  });
  return points.length < 2 || !square ? refused('editor.refused.pathwayPoints') : null;
}

/** Whether something stands farther from the middle of the plan than a design file holds. */
export function isTooFar(record: DesignRecord): boolean {
  const points = (): readonly PlanPoint[] => {
    if (record.kind === 'row') return record.place ? [record.place] : [];
    if (record.kind === 'pathway') return record.points;
    return record.kind === 'area' ? [record] : [];
  };
  return points().some(({ xMm, yMm }) => Math.max(Math.abs(xMm), Math.abs(yMm)) > FARTHEST_MM);
}

function floorLabel(
  key: string,
  updated: readonly (readonly [DesignRecord, DesignRecord])[],
): string {
  return editLabel(
    key,
    updated.map(([before]) => nameOf(before)),
  );
}

function nameOf(record: DesignRecord): string {
  return 'name' in record && record.name !== '' ? record.name : record.id;
}

function rowsOf({ rows }: Design, ids: Iterable<RowId> = []): Row[] {
  return [...ids].flatMap((id) => rows.get(id) ?? []);
}

function areasOf({ areas }: Design, ids: Iterable<AreaId> = []): Area[] {
  return [...ids].flatMap((id) => areas.get(id) ?? []);
}

function pathwaysOf({ pathways }: Design, ids: Iterable<PathwayId> = []): Pathway[] {
  return [...ids].flatMap((id) => pathways.get(id) ?? []);
}

function placeOf(design: Design, row: Row): RowPlace {
  return row.place ?? onFloor(design, row).place;
}

/** @throws RangeError when the design does not hold the row */
function onFloor(design: Design, row: Row): RowOnFloor {
  const laid = floorPlan(design).rowOf.get(row.id);
  if (!laid) throw new RangeError(`row ${row.id} is not in the plan`);
  return laid;
}

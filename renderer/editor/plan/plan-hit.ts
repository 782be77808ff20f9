/** What is under a point of the plan: geometry alone. Racks by a grid of squares, the rest by looking through it. */

import { boxOfArea } from '../../../shared/floor/area-box.ts';
import {
  type FloorPlan,
  floorPlan,
  type RackPlace,
  type RowOnFloor,
} from '../../../shared/floor/floor-plan.ts';
import { boxAround } from '../../../shared/floor/plan-box.ts';
import { PlanIndex } from '../../../shared/floor/plan-index.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { Area, Pathway } from '../../../shared/model/records.ts';
import { boxesTouch, boxHolds, distanceToSegment, type Point } from '../geometry.ts';
import { EDITOR_OPTIONS } from '../options.ts';
import { NOTHING_SELECTED, type Selection } from '../selection.ts';
import type { PlanTarget } from './plan-state.ts';

const FLOOR: PlanTarget = { kind: 'floor' };

const indexes = new WeakMap<FloorPlan, PlanIndex<RackPlace>>();

function racksOn(design: Design): PlanIndex<RackPlace> {
  const plan = floorPlan(design);
  let index = indexes.get(plan);
  if (!index) indexes.set(plan, (index = new PlanIndex(plan.racks.values(), ({ box }) => box)));
  return index;
}

/** What lies under a point. @param zoom px per mm: how near is near */
export function planHit(design: Design, { x, y }: Point, zoom: number): PlanTarget {
  const [rack] = racksOn(design).touching({ x, y, width: 0, height: 0 });
  if (rack) return { kind: 'rack', rackId: rack.rackId };
  const margin = EDITOR_OPTIONS.hitMarginPx / zoom;
  const row = floorPlan(design).rows.find((each) => boxHolds(rowHandle(each, zoom), { x, y }));
  if (row) return { kind: 'row', rowId: row.row.id };
  const pathway = [...design.pathways.values()].find((each) => liesOn(each, { x, y }, margin));
  if (pathway) return { kind: 'pathway', pathwayId: pathway.id };
  const area = [...design.areas.values()]
    .filter((each) => isAreaHit(each, { x, y }, margin))
    .sort((a, b) => a.widthMm * a.depthMm - b.widthMm * b.depthMm)[0];
  return area ? { kind: 'area', areaId: area.id } : FLOOR;
}

/** Side of the square beside a row's first rack by which the row is taken; never too small to be hit. */
const ROW_HANDLE_MM = 700;
const ROW_HANDLE_PX = 24;

/** Where a row is taken: where its name stands, left of it or above it. */
export function rowHandle({ box, racks }: RowOnFloor, zoom: number): Box {
  if (racks.length === 0) return { x: box.x, y: box.y, width: -1, height: -1 };
  const side = Math.max(ROW_HANDLE_MM, ROW_HANDLE_PX / zoom);
  return box.width >= box.height
    ? { x: box.x - side, y: box.y, width: side, height: box.height }
    : { x: box.x, y: box.y - side, width: box.width, height: side };
}

function liesOn({ points, widthMm }: Pathway, at: Point, margin: number): boolean {
  const near = widthMm / 2 + margin;
  return points.some((point, index) => {
    const next = points[index + 1];
    const [from, to] = [asPoint(point), next && asPoint(next)];
    return to !== undefined && distanceToSegment(at, from, to) <= near;
  });
}

function asPoint({ xMm, yMm }: { readonly xMm: number; readonly yMm: number }): Point {
  return { x: xMm, y: yMm };
}

/** A room is taken by its wall and by its name: on its floor one draws marquees. */
function isAreaHit(area: Area, at: Point, margin: number): boolean {
  const box = boxOfArea(area);
  if (!boxHolds(box, at, margin)) return false;
  if (area.purpose !== 'room') return true;
  const inside =
    at.x > box.x + margin &&
    at.x < box.x + box.width - margin &&
    at.y > box.y + margin &&
    at.y < box.y + box.height - margin;
  return !inside || (at.y < box.y + ROOM_NAME_MM && at.x < box.x + ROOM_NAME_WIDTH_MM);
}
const ROOM_NAME_MM = 480;
const ROOM_NAME_WIDTH_MM = 1800;

/** What a marquee takes: every rack it touches; where it touches none, the rows, areas and pathways wholly in it. */
export function planHitBox(design: Design, box: Box): Selection {
  const racks = racksOn(design).touching(box);
  if (racks.length > 0) {
    return { ...NOTHING_SELECTED, racks: new Set(racks.map(({ rackId }) => rackId)) };
  }
  const areas = [...design.areas.values()].filter((area) => isWithin(boxOfArea(area), box));
  const pathways = [...design.pathways.values()].filter((each) => isWithin(pathwayBox(each), box));
  return {
    ...NOTHING_SELECTED,
    areas: new Set(areas.map(({ id }) => id)),
    pathways: new Set(pathways.map(({ id }) => id)),
  };
}

function isWithin(inner: Box, outer: Box): boolean {
  return (
    boxesTouch(inner, outer) &&
    boxHolds(outer, inner) &&
    boxHolds(outer, { x: inner.x + inner.width, y: inner.y + inner.height })
  );
}

/** The floor that a pathway passes over or under. */
export function pathwayBox({ points, widthMm }: Pick<Pathway, 'points' | 'widthMm'>): Box {
  const squares = points.map(({ xMm, yMm }) => ({
    x: xMm - widthMm / 2,
    y: yMm - widthMm / 2,
    width: widthMm,
    height: widthMm,
  }));
  return boxAround(squares) ?? { x: 0, y: 0, width: 0, height: 0 };
}

/** Whether two targets are the same thing, so that hovering over one thing is one change of state. */
export function samePlanTarget(a: PlanTarget | null, b: PlanTarget | null): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Whether the design still holds what a target names. */
export function planTargetStands(design: Design, target: PlanTarget): boolean {
  switch (target.kind) {
    case 'rack':
      return design.racks.has(target.rackId);
    case 'row':
      return design.rows.has(target.rowId);
    case 'area':
      return design.areas.has(target.areaId);
    case 'pathway':
      return design.pathways.has(target.pathwayId);
    case 'floor':
      return true;
    default:
      return target satisfies never;
  }
}

/** The box of what a target names; null for the floor itself and for what is gone. */
export function planTargetBox(design: Design, target: PlanTarget): Box | null {
  const plan = floorPlan(design);
  switch (target.kind) {
    case 'rack':
      return plan.racks.get(target.rackId)?.box ?? null;
    case 'row':
      return plan.rowOf.get(target.rowId)?.box ?? null;
    case 'area': {
      const area = design.areas.get(target.areaId);
      return area ? boxOfArea(area) : null;
    }
    case 'pathway': {
      const pathway = design.pathways.get(target.pathwayId);
      return pathway ? pathwayBox(pathway) : null;
    }
    case 'floor':
      return null;
    default:
      return target satisfies never;
  }
}

/** The box of all that is selected: devices and cables stand for their racks. */
export function planSelectionBox(design: Design, selection: Selection): Box | null {
  const targets: PlanTarget[] = [
    ...[...racksMeant(design, selection)].map((rackId) => ({ kind: 'rack' as const, rackId })),
    ...[...selection.rows].map((rowId) => ({ kind: 'row' as const, rowId })),
    ...[...selection.areas].map((areaId) => ({ kind: 'area' as const, areaId })),
    ...[...selection.pathways].map((pathwayId) => ({ kind: 'pathway' as const, pathwayId })),
  ];
  return boxAround(targets.flatMap((target) => planTargetBox(design, target) ?? []));
}

/** The racks of what is selected: a device stands in one, a cable ends in some. */
export function racksMeant(design: Design, selection: Selection): ReadonlySet<string> {
  const racks = new Set<string>(selection.racks);
  const add = (deviceId: string): void => {
    const rackId = design.devices.get(deviceId)?.rackId;
    if (rackId !== undefined) racks.add(rackId);
  };
  for (const id of selection.devices) add(id);
  for (const id of selection.cables) {
    const ends = design.cables.get(id)?.ends;
    for (const ref of ends ? [...ends.a, ...ends.b] : []) add(ref.deviceId);
  }
  return racks;
}

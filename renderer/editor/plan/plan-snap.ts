/** Where something in the hand comes to lie on the floor: grid, edges of neighbours, and aisles of usual widths. */
import { boxOfArea } from '../../../shared/floor/area-box.ts';
import { floorPlan } from '../../../shared/floor/floor-plan.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import { say } from '../../../shared/text/index.ts';
import type { Mm } from '../../../shared/units/length.ts';
import type { PlanGuide } from './plan-state.ts';

/** Tiles of a raised floor, mm. */
export const GRID_MM: Mm = 600;
/** Widths that aisles usually have, mm. */
export const AISLES_MM: readonly Mm[] = [900, 1000, 1200, 1500, 1800, 2400];
/** Further neighbours are not measured from, mm. */
const NEAR_MM: Mm = 3000;

/** What is on the floor and does not move meanwhile. */
export function stillBoxes(
  design: Design,
  moving: { readonly rows: ReadonlySet<string>; readonly areas: ReadonlySet<string> },
): readonly Box[] {
  const rows = floorPlan(design).rows.filter(
    ({ row, racks }) => racks.length > 0 && !moving.rows.has(row.id),
  );
  const areas = [...design.areas.values()].filter(({ id }) => !moving.areas.has(id));
  return [...rows.map(({ box }) => box), ...areas.map(boxOfArea)];
}

export interface PlanSnapped {
  readonly dx: Mm;
  readonly dy: Mm;
  readonly guides: readonly PlanGuide[];
}

interface Pull {
  readonly by: Mm;
  /** The line it comes to lie on. */
  readonly at: Mm;
  readonly label: string;
  readonly other: Box | null;
}

/** How much a box moves to come to lie on what is near. @param within mm: how near is near */
export function snapBox(box: Box, still: readonly Box[], within: Mm): PlanSnapped {
  const x = nearest(box, still, within, 'x');
  const y = nearest(box, still, within, 'y');
  const lies = { ...box, x: box.x + (x?.by ?? 0), y: box.y + (y?.by ?? 0) };
  return {
    dx: x?.by ?? 0,
    dy: y?.by ?? 0,
    guides: [
      ...(x ? [lineOf(x, lies, 'x')] : []),
      ...(y ? [lineOf(y, lies, 'y')] : []),
      ...distances(lies, still),
    ],
  };
}

/** Neighbours pull before aisles, aisles before the grid; among equals the nearest. */
function nearest(box: Box, still: readonly Box[], within: Mm, axis: 'x' | 'y'): Pull | null {
  const size = axis === 'x' ? box.width : box.height;
  const [near, far] = [box[axis], box[axis] + size];
  const pulls = { edge: [] as Pull[], aisle: [] as Pull[], grid: [] as Pull[] };
  for (const other of still) {
    const begin = other[axis];
    const end = begin + (axis === 'x' ? other.width : other.height);
    if (!isBeside(box, other, axis)) continue;
    for (const edge of [near, far]) {
      for (const at of [begin, end]) {
        pulls.edge.push({ by: at - edge, at, label: say('plan.guide.edge'), other });
      }
    }
    for (const aisle of AISLES_MM) {
      const label = say('plan.guide.aisle', { mm: aisle });
      pulls.aisle.push({ by: end + aisle - near, at: end + aisle, label, other });
      pulls.aisle.push({ by: begin - aisle - far, at: begin - aisle, label, other });
    }
  }
  const tile = Math.round(box[axis] / GRID_MM) * GRID_MM;
  pulls.grid.push({ by: tile - box[axis], at: tile, label: say('plan.guide.grid'), other: null });
  for (const kind of ['edge', 'aisle', 'grid'] as const) {
    const best = pulls[kind]
      .filter(({ by }) => Math.abs(by) <= within)
      .sort((a, b) => Math.abs(a.by) - Math.abs(b.by))[0];
    if (best) return best;
  }
  return null;
}

/** Whether a thing is near enough for its edges to mean something. */
function isBeside(box: Box, other: Box, axis: 'x' | 'y'): boolean {
  const gap = axis === 'x' ? gapBetween(box, other, 'y') : gapBetween(box, other, 'x');
  return gap <= 2 * NEAR_MM;
}

function gapBetween(a: Box, b: Box, axis: 'x' | 'y'): Mm {
  const [sizeA, sizeB] = axis === 'x' ? [a.width, b.width] : [a.height, b.height];
  return Math.max(b[axis] - a[axis] - sizeA, a[axis] - b[axis] - sizeB, 0);
}

function lineOf({ at, label, other }: Pull, box: Box, axis: 'x' | 'y'): PlanGuide {
  const from = axis === 'x' ? { x: at, y: box.y } : { x: box.x, y: at };
  const to = axis === 'x' ? { x: at, y: box.y + box.height } : { x: box.x + box.width, y: at };
  if (!other) return { from, to, label };
  return axis === 'x'
    ? {
        from: { x: at, y: Math.min(from.y, other.y) },
        to: { x: at, y: Math.max(to.y, other.y + other.height) },
        label,
      }
    : {
        from: { x: Math.min(from.x, other.x), y: at },
        to: { x: Math.max(to.x, other.x + other.width), y: at },
        label,
      };
}

/** The distances to the nearest neighbour on each side, as lines with their length. */
export function distances(box: Box, still: readonly Box[]): readonly PlanGuide[] {
  const guides: PlanGuide[] = [];
  for (const [axis, across] of [
    ['x', 'y'],
    ['y', 'x'],
  ] as const) {
    const size = axis === 'x' ? box.width : box.height;
    const facing = still.filter((other) => gapBetween(box, other, across) === 0);
    const before = facing
      .map((other) => ({ end: other[axis] + (axis === 'x' ? other.width : other.height), other }))
      .filter(({ end }) => end <= box[axis] && box[axis] - end <= NEAR_MM)
      .sort((a, b) => b.end - a.end)[0];
    const after = facing
      .filter(
        (other) => other[axis] >= box[axis] + size && other[axis] - box[axis] - size <= NEAR_MM,
      )
      .sort((a, b) => a[axis] - b[axis])[0];
    if (before) guides.push(measured(box, before.other, before.end, box[axis], axis));
    if (after) guides.push(measured(box, after, box[axis] + size, after[axis], axis));
  }
  return guides;
}

/** A line across the floor between two things, in the middle of where they face each other. */
function measured(box: Box, other: Box, from: Mm, to: Mm, axis: 'x' | 'y'): PlanGuide {
  const label = say('plan.guide.distance', { mm: Math.round(to - from) });
  if (axis === 'x') {
    const y = middle(box.y, box.height, other.y, other.height);
    return { from: { x: from, y }, to: { x: to, y }, label: to - from < 1 ? '' : label };
  }
  const x = middle(box.x, box.width, other.x, other.width);
  return { from: { x, y: from }, to: { x, y: to }, label: to - from < 1 ? '' : label };
}

function middle(a: Mm, sizeA: Mm, b: Mm, sizeB: Mm): Mm {
  return (Math.max(a, b) + Math.min(a + sizeA, b + sizeB)) / 2;
}

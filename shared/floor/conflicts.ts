/**
 * What cannot stand where it stands, or stands badly: racks in each other, in columns or where nothing may stand, fronts
 * without room before them, exhausts into cold aisles. Places that only follow from the order of rows are nobody's
 * plan: two racks of such rows are not held against each other.
 */
import type { Design } from '../model/design.ts';
import type { AreaId, RackId } from '../model/ids.ts';
import type { Box } from '../model/rack-geometry.ts';
import type { Area } from '../model/records.ts';
import { type Reason, reason, type Verdict, verdict } from '../rules/verdict.ts';
import type { Mm } from '../units/length.ts';
import { boxOfArea } from './area-box.ts';
import {
  type FloorPlan,
  floorBefore,
  floorBehind,
  floorPlan,
  type RackPlace,
  type RowOnFloor,
} from './floor-plan.ts';
import { grown, overlap } from './plan-box.ts';

/** What a person needs before a rack to open its door and slide a device out, mm [assumed: usual rules ask for 900 to 1200]. */
export const CLEAR_FRONT_MM: Mm = 900;

/** Things closer than this touch, and do not overlap, mm. */
const TOUCH_MM: Mm = 1;
/** How far before a rack the aisle is looked for that it opens to, mm. */
const AHEAD_MM: Mm = 50;

export const CONFLICTS = [
  'overlap',
  'obstacle',
  'clearance',
  'exhaust',
  'intake',
  'outside',
] as const;
/** `overlap`, `obstacle`: it cannot stand there. The others are to mind. */
export type ConflictKind = (typeof CONFLICTS)[number];

export interface FloorConflict {
  readonly kind: ConflictKind;
  readonly rackId: RackId;
  /** What it is in conflict with: another rack, an area; null where it is outside of every room. */
  readonly other:
    | { readonly kind: 'rack'; readonly id: RackId }
    | { readonly kind: 'area'; readonly id: AreaId }
    | null;
  /** What is clear before its front, mm; null where that is not the matter. */
  readonly clearMm: Mm | null;
}

type Planned = Pick<Design, 'rows' | 'racks' | 'areas' | 'settings'>;

interface Kept {
  readonly rows: FloorPlan['rows'];
  readonly conflicts: ReadonlyMap<RackId, readonly FloorConflict[]>;
}
const kept = new WeakMap<Design['areas'], Kept>();

/**
 * All conflicts of a design by rack; racks without any are left out. The same object as long as its rows stand as they
 * do and its areas live.
 */
export function floorConflicts(design: Planned): ReadonlyMap<RackId, readonly FloorConflict[]> {
  if (!isDrawn(design)) return NO_CONFLICTS;
  const { rows, racks } = floorPlan(design);
  const known = kept.get(design.areas);
  if (known?.rows.length === rows.length && rows.every((row, at) => row === known.rows[at])) {
    return known.conflicts;
  }
  const conflicts = new Map<RackId, readonly FloorConflict[]>();
  const floor = new FloorCheck(design);
  for (const place of racks.values()) {
    const found = floor.conflictsOf(place);
    if (found.length > 0) conflicts.set(place.rackId, found);
  }
  kept.set(design.areas, { rows, conflicts });
  return conflicts;
}

const NO_CONFLICTS: ReadonlyMap<RackId, readonly FloorConflict[]> = new Map();

/** Whether somebody has drawn anything of the plan. */
function isDrawn({ rows, areas }: Planned): boolean {
  if (areas.size > 0) return true;
  for (const { place } of rows.values()) if (place !== null) return true;
  return false;
}

/**
 * Whether these racks may stand where this design has them: for the ghost of a drag, asked of the design as it would be.
 * @returns refusals for what cannot be, warnings for what is to mind
 */
export function canStand(design: Planned, rackIds: Iterable<RackId>): Verdict {
  const plan = floorPlan(design);
  const floor = new FloorCheck(design);
  const reasons: Reason[] = [];
  const warnings: Reason[] = [];
  for (const id of rackIds) {
    const place = plan.racks.get(id);
    for (const conflict of place ? floor.conflictsOf(place) : []) {
      (isForbidden(conflict) ? reasons : warnings).push(conflictReason(design, conflict));
    }
  }
  return verdict(reasons, warnings);
}

/** Whether nothing can stand so. */
export function isForbidden({ kind }: Pick<FloorConflict, 'kind'>): boolean {
  return kind === 'overlap' || kind === 'obstacle';
}

/** A conflict as a sentence with its subjects. */
export function conflictReason(
  design: Pick<Design, 'racks' | 'areas'>,
  { kind, rackId, other, clearMm }: FloorConflict,
): Reason {
  const rack = design.racks.get(rackId)?.name ?? rackId;
  const area = other?.kind === 'area' ? design.areas.get(other.id) : undefined;
  const name = other?.kind === 'rack' ? design.racks.get(other.id)?.name : area?.name;
  const subjects = [{ kind: 'rack' as const, id: rackId }, ...(other ? [other] : [])];
  return reason(
    `floor.conflict.${kind}`,
    {
      rack,
      other: name ?? '',
      what: wordFor(area),
      clear: Math.round(clearMm ?? 0),
      least: CLEAR_FRONT_MM,
    },
    subjects,
  );
}

/** The selector of a sentence: its thing by kind. */
function wordFor(area: Area | undefined): 'rack' | 'column' | 'area' {
  if (!area) return 'rack';
  return area.purpose === 'column' ? 'column' : 'area';
}

class FloorCheck {
  readonly #plan: FloorPlan;
  readonly #areas: readonly Area[];
  readonly #rooms: readonly Area[];
  readonly #near = new Map<RowOnFloor, Near>();

  constructor(design: Planned) {
    this.#plan = floorPlan(design);
    this.#areas = [...design.areas.values()];
    this.#rooms = this.#areas.filter(({ purpose }) => purpose === 'room');
  }

  /** What is near enough to a row to matter to any of its racks. */
  #nearTo(row: RowOnFloor): Near {
    let near = this.#near.get(row);
    if (!near) {
      const around = grown(row.box, CLEAR_FRONT_MM);
      const areas = this.#areas.filter((area) => overlap(around, boxOfArea(area)));
      const rows = this.#plan.rows.filter((other) => overlap(around, other.box));
      // Places that only follow from the order of rows are held against placed ones only.
      const planned = rows.filter(({ row: { place } }) => row.row.place !== null || place !== null);
      near = {
        racks: planned.flatMap(({ racks }) => racks),
        obstacles: areas.filter(isObstacle),
        cold: areas.filter(({ purpose }) => purpose === 'cold-aisle'),
        hot: areas.filter(({ purpose }) => purpose === 'hot-aisle'),
      };
      this.#near.set(row, near);
    }
    return near;
  }

  conflictsOf(place: RackPlace): readonly FloorConflict[] {
    const { rackId, box } = place;
    const row = this.#plan.rowOf.get(place.rowId);
    if (!row) return NONE;
    const near = this.#nearTo(row);
    const inner = inset(box);
    const found: FloorConflict[] = [];
    const add = (kind: ConflictKind, other: FloorConflict['other']): void => {
      found.push({ kind, rackId, other, clearMm: null });
    };
    for (const other of near.racks) {
      if (other.rackId !== rackId && overlap(inner, other.box)) {
        add('overlap', { kind: 'rack', id: other.rackId });
      }
    }
    for (const area of near.obstacles) {
      if (overlap(inner, boxOfArea(area))) add('obstacle', { kind: 'area', id: area.id });
    }
    const narrow = nearestBefore(place, near);
    if (narrow) found.push(narrow);
    const [before, behind] = [floorBefore(place, AHEAD_MM), floorBehind(place, AHEAD_MM)];
    const cold = near.cold.find((area) => overlap(inset(behind), boxOfArea(area)));
    if (cold) add('exhaust', { kind: 'area', id: cold.id });
    const hot = near.hot.find((area) => overlap(inset(before), boxOfArea(area)));
    if (hot) add('intake', { kind: 'area', id: hot.id });
    if (this.#rooms.length > 0 && !this.#rooms.some((room) => contains(boxOfArea(room), inner))) {
      add('outside', null);
    }
    return found.sort(byKind);
  }
}

interface Near {
  readonly racks: readonly RackPlace[];
  readonly obstacles: readonly Area[];
  readonly cold: readonly Area[];
  readonly hot: readonly Area[];
}
const NONE: readonly FloorConflict[] = [];

/** What stands nearest before the front, where that is too near. */
function nearestBefore(place: RackPlace, near: Near): FloorConflict | null {
  const { rackId } = place;
  const strip = inset(floorBefore(place, CLEAR_FRONT_MM));
  const inner = inset(place.box);
  let nearest: FloorConflict | null = null;
  const see = (other: NonNullable<FloorConflict['other']>, box: Box): void => {
    // What is in the rack itself is told already.
    if (!overlap(strip, box) || overlap(inner, box)) return;
    const clearMm = Math.max(0, clearBefore(place, box));
    const found: FloorConflict = { kind: 'clearance', rackId, other, clearMm };
    if (clearMm >= CLEAR_FRONT_MM) return;
    if (!nearest || byClearance(found, nearest) < 0) nearest = found;
  };
  for (const other of near.racks) {
    if (other.rackId !== rackId) see({ kind: 'rack', id: other.rackId }, other.box);
  }
  for (const area of near.obstacles) see({ kind: 'area', id: area.id }, boxOfArea(area));
  return nearest;
}

function byKind(a: FloorConflict, b: FloorConflict): number {
  return CONFLICTS.indexOf(a.kind) - CONFLICTS.indexOf(b.kind) || byOther(a, b);
}

function byClearance(a: FloorConflict, b: FloorConflict): number {
  return (a.clearMm ?? 0) - (b.clearMm ?? 0) || byOther(a, b);
}

function byOther({ other: a }: FloorConflict, { other: b }: FloorConflict): number {
  const [one, two] = [`${a?.kind} ${a?.id}`, `${b?.kind} ${b?.id}`];
  if (one === two) return 0;
  return one < two ? -1 : 1;
}

/** From the front of a rack to what stands before it, mm. */
function clearBefore({ box, facing }: RackPlace, other: Box): Mm {
  switch (facing) {
    case 'south':
      return other.y - (box.y + box.height);
    case 'north':
      return box.y - (other.y + other.height);
    case 'east':
      return other.x - (box.x + box.width);
    case 'west':
      return box.x - (other.x + other.width);
    default:
      return facing satisfies never;
  }
}

function isObstacle({ purpose }: Area): boolean {
  return purpose === 'column' || purpose === 'keep-out';
}

/** A little smaller on every side, so that what touches does not overlap. */
function inset({ x, y, width, height }: Box): Box {
  return {
    x: x + TOUCH_MM,
    y: y + TOUCH_MM,
    width: Math.max(0, width - 2 * TOUCH_MM),
    height: Math.max(0, height - 2 * TOUCH_MM),
  };
}

function contains(outer: Box, inner: Box): boolean {
  return (
    outer.x <= inner.x &&
    outer.y <= inner.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

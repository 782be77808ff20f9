/**
 * Where rows and racks stand in the plan: x to the right, y down the page. A row with a place stands there; one without
 * stands by its order, its fronts to the south, one `settings.rowPitchMm` further down the page than the row before it.
 * Racks stand in their row from left to right as seen from its front, each behind its gap, with one edge on the row's
 * front line; a turned one looks to the back.
 */
import type { Design } from '../model/design.ts';
import { orderedRows, racksInRow } from '../model/design-index.ts';
import type { RackId, RowId } from '../model/ids.ts';
import type { Box } from '../model/rack-geometry.ts';
import type { Facing, PlanPoint, Rack, Row, RowPlace } from '../model/records.ts';
import type { Mm } from '../units/length.ts';
import { inPlan, opposite } from './facing.ts';

/** Where a rack stands. */
export interface RackPlace {
  readonly rackId: RackId;
  readonly rowId: RowId;
  /** Number of its row in the order of rows, from 0. */
  readonly row: number;
  /** The frame that `alongMm` and `backMm` are measured in. */
  readonly frame: RowPlace;
  /** From the row's beginning to its edge there, mm. */
  readonly alongMm: Mm;
  readonly widthMm: Mm;
  readonly depthMm: Mm;
  readonly turned: boolean;
  /** What it covers, in plan coordinates. */
  readonly box: Box;
  /** Where its front looks. */
  readonly facing: Facing;
}

/** Where a row stands; one without racks has a box without size. */
export interface RowOnFloor {
  readonly row: Row;
  /** In the order of rows, from 0. */
  readonly number: number;
  /** Its place, or what follows from its order. */
  readonly place: RowPlace;
  readonly racks: readonly RackPlace[];
  /** From its beginning to its end along its front, gaps included, mm; and its deepest rack. */
  readonly lengthMm: Mm;
  readonly depthMm: Mm;
  readonly box: Box;
}

export interface FloorPlan {
  /** In their order. */
  readonly rows: readonly RowOnFloor[];
  readonly racks: ReadonlyMap<RackId, RackPlace>;
  readonly rowOf: ReadonlyMap<RowId, RowOnFloor>;
}

/** What the plan is made of. */
export type Floor = Pick<Design, 'rows' | 'racks'> & {
  readonly settings: Pick<Design['settings'], 'rowPitchMm'>;
};

interface Kept {
  readonly pitchMm: Mm;
  readonly plan: FloorPlan;
}
const plans = new WeakMap<Design['racks'], WeakMap<Design['rows'], Kept>>();

/** The plan of a design, kept as long as its tables of racks and rows live. */
export function floorPlan(design: Floor): FloorPlan {
  const pitchMm = design.settings.rowPitchMm;
  let perRows = plans.get(design.racks);
  if (!perRows) plans.set(design.racks, (perRows = new WeakMap<Design['rows'], Kept>()));
  const kept = perRows.get(design.rows);
  if (kept?.pitchMm === pitchMm) return kept.plan;
  const plan = layFloor(design, pitchMm);
  perRows.set(design.rows, { pitchMm, plan });
  return plan;
}

/** The last plan of a row's record: a row that stands as it did is the same object in the next plan. */
const keptRows = new WeakMap<Row, RowOnFloor>();

function layFloor(design: Floor, pitchMm: Mm): FloorPlan {
  const rows = orderedRows(design).map((row, number) => {
    const racks = racksInRow(design, row.id);
    const kept = keptRows.get(row);
    const place = row.place ?? placeByOrder(number, pitchMm);
    if (kept && isAsLaid(kept, number, place, racks)) return kept;
    const laid = layRow(row, number, place, racks);
    keptRows.set(row, laid);
    return laid;
  });
  const racks = new Map<RackId, RackPlace>();
  for (const row of rows) for (const place of row.racks) racks.set(place.rackId, place);
  return { rows, racks, rowOf: new Map(rows.map((each) => [each.row.id, each])) };
}

/** Where a row without a place stands. */
export function placeByOrder(number: number, pitchMm: Mm): RowPlace {
  return { xMm: 0, yMm: number * pitchMm, facing: 'south' };
}

function isAsLaid(
  kept: RowOnFloor,
  number: number,
  place: RowPlace,
  racks: readonly Rack[],
): boolean {
  if (kept.number !== number || !isSamePlace(kept.place, place)) return false;
  if (kept.racks.length !== racks.length) return false;
  let alongMm = 0;
  for (let at = 0; at < racks.length; at += 1) {
    const rack = racks[at] as Rack;
    const its = kept.racks[at] as RackPlace;
    alongMm += rack.gapMm;
    if (
      its.rackId !== rack.id ||
      its.alongMm !== alongMm ||
      its.widthMm !== rack.widthMm ||
      its.depthMm !== rack.depthMm ||
      its.turned !== rack.turned
    ) {
      return false;
    }
    alongMm += rack.widthMm;
  }
  return true;
}

function isSamePlace(a: RowPlace, b: RowPlace): boolean {
  return a.xMm === b.xMm && a.yMm === b.yMm && a.facing === b.facing;
}

/** Whether a rack stands as it stood, so that no way from or to it is another. */
export function standsTheSame(a: RackPlace | undefined, b: RackPlace | undefined): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  return (
    a.row === b.row &&
    a.alongMm === b.alongMm &&
    a.widthMm === b.widthMm &&
    a.depthMm === b.depthMm &&
    a.turned === b.turned &&
    isSamePlace(a.frame, b.frame)
  );
}

function layRow(row: Row, number: number, place: RowPlace, racks: readonly Rack[]): RowOnFloor {
  let alongMm = 0;
  let depthMm = 0;
  const placed = racks.map((rack): RackPlace => {
    alongMm += rack.gapMm;
    const its: RackPlace = {
      rackId: rack.id,
      rowId: row.id,
      row: number,
      frame: place,
      alongMm,
      widthMm: rack.widthMm,
      depthMm: rack.depthMm,
      turned: rack.turned,
      box: boxBetween(
        inPlan(place, alongMm, 0),
        inPlan(place, alongMm + rack.widthMm, rack.depthMm),
      ),
      facing: rack.turned ? opposite(place.facing) : place.facing,
    };
    alongMm += rack.widthMm;
    depthMm = Math.max(depthMm, rack.depthMm);
    return its;
  });
  const box = boxBetween(inPlan(place, 0, 0), inPlan(place, alongMm, depthMm));
  return { row, number, place, racks: placed, lengthMm: alongMm, depthMm, box };
}

/** The rectangle of which two opposite corners are known. */
export function boxBetween(a: PlanPoint, b: PlanPoint): Box {
  const [x, y] = [Math.min(a.xMm, b.xMm), Math.min(a.yMm, b.yMm)];
  return { x, y, width: Math.abs(a.xMm - b.xMm), height: Math.abs(a.yMm - b.yMm) };
}

/**
 * A place of a rack in its row's frame.
 * @param acrossMm from the rack's left edge, as seen from its own front
 * @param depthMm behind its own front
 */
export function inRowFrame(
  { alongMm, widthMm, depthMm: whole, turned }: RackPlace,
  acrossMm: Mm,
  depthMm: Mm,
): { readonly alongMm: Mm; readonly backMm: Mm } {
  return turned
    ? { alongMm: alongMm + widthMm - acrossMm, backMm: whole - depthMm }
    : { alongMm: alongMm + acrossMm, backMm: depthMm };
}

/** The same place in plan coordinates. */
export function pointInPlan(place: RackPlace, acrossMm: Mm, depthMm: Mm): PlanPoint {
  const at = inRowFrame(place, acrossMm, depthMm);
  return inPlan(place.frame, at.alongMm, at.backMm);
}

/** The strip of floor before a rack's front, so deep; in plan coordinates. */
export function floorBefore(place: RackPlace, deepMm: Mm): Box {
  return boxBetween(pointInPlan(place, 0, 0), pointInPlan(place, place.widthMm, 0 - deepMm));
}

/** The strip of floor behind a rack. */
export function floorBehind(place: RackPlace, deepMm: Mm): Box {
  const { widthMm, depthMm } = place;
  return boxBetween(pointInPlan(place, 0, depthMm), pointInPlan(place, widthMm, depthMm + deepMm));
}

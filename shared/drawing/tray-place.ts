/** Where cables run over the racks on the drawing: faces and rows of a layout, and the lanes of the trays. */
import type { CableId, RackId, RowId } from '../model/ids.ts';
import type { TrayPitches } from './lane-grid.ts';
import type { FacePlacement, Layout, RowPlacement } from './layout.ts';

/** A line in world millimetres. */
export interface WorldStroke {
  readonly cableId: CableId;
  readonly pitches: TrayPitches;
  readonly points: readonly number[];
}

/** The tray's lowest lane lies this far over the row's titles, mm. */
const TRAY_OVER_ROW_MM = 24;
/** Distance of the lanes of a tray, mm. */
export const TRAY_PITCH_MM = 4;
/** How far left of the racks cables go down to another row, mm. */
const LEFT_END_MM = 120;

interface PlacesOfLayout {
  readonly faces: ReadonlyMap<string, FacePlacement>;
  readonly rows: ReadonlyMap<RowId, RowPlacement>;
  /** Of the lowest racks; found when they are asked for. */
  readonly tops: Map<RowId, number>;
}

const places = new WeakMap<Layout, PlacesOfLayout>();

/** Look-ups over a layout, kept as long as it lives. */
function placesOf(layout: Layout): PlacesOfLayout {
  let found = places.get(layout);
  if (found === undefined) {
    const faces = new Map(layout.faces.map((face) => [`${face.rackId} ${face.face}`, face]));
    const rows = new Map(layout.rows.map((row) => [row.rowId, row]));
    found = { faces, rows, tops: new Map() };
    places.set(layout, found);
  }
  return found;
}

/** Where a rack's face stands in a layout, or undefined when that face is not shown. */
export function placementOf(
  layout: Layout,
  rackId: RackId,
  face: FacePlacement['face'],
): FacePlacement | undefined {
  return placesOf(layout).faces.get(`${rackId} ${face}`);
}

/** Where a row stands in a layout. */
export function rowOf(layout: Layout, rowId: RowId): RowPlacement | undefined {
  return placesOf(layout).rows.get(rowId);
}

/** World y of the top of the lowest rack of a row: under it no cable is on its way to the tray. */
export function lowestTopMm(layout: Layout, rowId: RowId): number {
  const row = rowOf(layout, rowId);
  if (!row) return Number.NEGATIVE_INFINITY;
  const { tops } = placesOf(layout);
  let lowest = tops.get(rowId);
  if (lowest === undefined) {
    lowest = row.y;
    for (const { y } of layout.faces) {
      if (y >= row.y && y < row.y + row.height) lowest = Math.max(lowest, y);
    }
    tops.set(rowId, lowest);
  }
  return lowest;
}

/** World y of a lane of the tray over a row. */
export function trayYMm(row: RowPlacement, lane: number): number {
  return row.y - TRAY_OVER_ROW_MM - lane * TRAY_PITCH_MM;
}

/** World y of a lane of the duct under a row. */
export function ductYMm(row: RowPlacement, lane: number): number {
  return row.y + row.height + TRAY_OVER_ROW_MM + lane * TRAY_PITCH_MM;
}

/** World x at which cables of a lane change rows. */
export function rowChangeXMm(lane: number): number {
  return -LEFT_END_MM - lane * TRAY_PITCH_MM;
}

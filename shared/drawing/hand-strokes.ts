/**
 * The lines of cables that are led by hand: where their points and corners are, and not in lanes. On the faces of the
 * racks that they pass, and over the racks at the height of the tray.
 */
import type { Design } from '../model/design.ts';
import type { CableId, RackId, RowId } from '../model/ids.ts';
import type { Cable } from '../model/records.ts';
import { type Trail, type TrailPoint, trailsOf } from '../routing/index.ts';
import type { CableStroke } from './cable-stroke.ts';
import type { FacePlacement, Layout } from './layout.ts';
import { placementOf, rowChangeXMm, rowOf, trayYMm, type WorldStroke } from './tray-place.ts';

/** Distance to the next cable's line, mm: none lies beside it for certain. */
const PITCH_MM = 6;

/** What of a trail lies over the racks, from where it comes up to where it goes down. */
interface OverRun {
  readonly cableId: CableId;
  readonly points: Trail;
}

interface HandLed {
  readonly tables: readonly unknown[];
  readonly strokes: ReadonlyMap<RackId, readonly CableStroke[]>;
  readonly over: readonly OverRun[];
}

const known = new WeakMap<Design['cables'], HandLed>();
const NONE: readonly never[] = [];

/** Whether a cable is led by hand. */
export function isHandLed(cable: Pick<Cable, 'waypoints'> | undefined): boolean {
  return cable !== undefined && cable.waypoints.length > 0;
}

/** The lines on both faces of a rack of the cables that are led by hand, wherever they end. */
export function handStrokes(design: Design, rackId: RackId): readonly CableStroke[] {
  return handLed(design).strokes.get(rackId) ?? NONE;
}

/** The lines over the racks of the cables that are led by hand and come up in a row. */
export function handTrayStrokes(
  design: Design,
  layout: Layout,
  rowId: RowId,
): readonly WorldStroke[] {
  return handLed(design).over.flatMap(({ cableId, points }) => {
    const [first] = points;
    if (!first || design.racks.get(first.rackId)?.rowId !== rowId) return [];
    const line = overLine(design, layout, points);
    if (line === null) return [];
    return [{ cableId, points: line, pitches: { from: PITCH_MM, to: PITCH_MM, tray: PITCH_MM } }];
  });
}

function handLed(design: Design): HandLed {
  const { devices, deviceTypes, racks, rows, settings } = design;
  const tables = [devices, deviceTypes, racks, rows, settings];
  const last = known.get(design.cables);
  if (last?.tables.every((table, index) => table === tables[index])) return last;
  const strokes = new Map<RackId, CableStroke[]>();
  const over: OverRun[] = [];
  for (const cable of design.cables.values()) {
    if (!isHandLed(cable)) continue;
    for (const trail of trailsOf(design, cable)) split(cable.id, trail, strokes, over);
  }
  const found = { tables, strokes, over };
  known.set(design.cables, found);
  return found;
}

/** Cuts a trail where it goes to another face, and where it goes over the racks or comes down again. */
function split(
  cableId: CableId,
  trail: Trail,
  strokes: Map<RackId, CableStroke[]>,
  over: OverRun[],
): void {
  let piece: TrailPoint[] = [];
  let throughStart = false;
  const end = (throughEnd: boolean): void => {
    const [first] = piece;
    if (first && piece.length > 1) {
      if (piece.some(({ yMm }) => yMm < 0)) over.push({ cableId, points: piece });
      else addStroke(strokes, first.rackId, strokeOf(cableId, piece, throughStart, throughEnd));
    }
    throughStart = throughEnd;
    piece = [];
  };
  for (const [index, point] of trail.entries()) {
    const last = trail[index - 1];
    if (last) {
      const isAbove = last.yMm < 0 || point.yMm < 0;
      const wasAbove = piece.some(({ yMm }) => yMm < 0);
      if (isAbove && last.yMm >= 0) {
        piece.push({ ...last, yMm: 0 });
        end(false);
        piece.push({ ...last, yMm: 0 });
      } else if (wasAbove && !isAbove) {
        end(false);
      } else if (!isAbove && (last.face !== point.face || last.rackId !== point.rackId)) {
        end(true);
      }
      if (isAbove && point.yMm >= 0) {
        piece.push({ ...point, yMm: 0 });
        end(false);
        piece.push({ ...point, yMm: 0 });
      }
    }
    piece.push(point);
  }
  end(false);
}

function addStroke(strokes: Map<RackId, CableStroke[]>, rackId: RackId, stroke: CableStroke): void {
  const list = strokes.get(rackId);
  if (list) list.push(stroke);
  else strokes.set(rackId, [stroke]);
}

/** A dot at its last point tells that it goes to the other face; a line that comes from there is turned round. */
function strokeOf(
  cableId: CableId,
  piece: readonly TrailPoint[],
  throughStart: boolean,
  throughEnd: boolean,
): CableStroke {
  const ordered = throughStart && !throughEnd ? piece.toReversed() : piece;
  return {
    cableId,
    face: piece[0]?.face ?? 'front',
    points: ordered.flatMap(({ xMm, yMm }) => [xMm, yMm]),
    pitchMm: PITCH_MM,
    onward: throughStart || throughEnd ? 'depth' : 'none',
  };
}

/** World points of a line over the racks; null where a face that it comes up or goes down on is not shown. */
function overLine(design: Design, layout: Layout, points: Trail): readonly number[] | null {
  const line: number[] = [];
  let lastRow: ReturnType<typeof rowOf>;
  for (const { rackId, face, xMm, yMm } of points) {
    const placed: FacePlacement | undefined = placementOf(layout, rackId, face);
    const rack = design.racks.get(rackId);
    const row = rack && rowOf(layout, rack.rowId);
    if (!placed || !row) return null;
    const y = yMm < 0 ? trayYMm(row, 0) : placed.y + yMm;
    if (lastRow && lastRow !== row) {
      line.push(rowChangeXMm(0), trayYMm(lastRow, 0), rowChangeXMm(0), trayYMm(row, 0));
    }
    line.push(placed.x + xMm, y);
    lastRow = row;
  }
  return line;
}

/** Cables between racks: along the tray over each row, and down the row's left end to another row. */
import type { Design } from '../model/design.ts';
import { racksInRow } from '../model/design-index.ts';
import type { CableId, RackId, RowId } from '../model/ids.ts';
import { findRoutesInPieces } from '../routing/index.ts';
import { cableStrokes } from './cable-strokes.ts';
import { handTrayStrokes } from './hand-strokes.ts';
import type { Layout, RowPlacement } from './layout.ts';
import {
  ductYMm,
  placementOf,
  rowChangeXMm,
  rowOf,
  TRAY_PITCH_MM,
  trayYMm,
  type WorldStroke,
} from './tray-place.ts';

/** Lanes of a tray. */
const LANES = 48;

const ordinals = new WeakMap<Design['cables'], ReadonlyMap<CableId, number>>();

/** The lane of a cable in every tray: neighbours in the table are neighbours in the tray. */
function trayLane(design: Design, cableId: CableId): number {
  let known = ordinals.get(design.cables);
  if (known === undefined) {
    let next = 0;
    const map = new Map<CableId, number>();
    for (const id of design.cables.keys()) {
      map.set(id, next);
      next += 1;
    }
    ordinals.set(design.cables, (known = map));
  }
  return (known.get(cableId) ?? 0) % LANES;
}

interface Riser {
  readonly x: number;
  readonly y: number;
  readonly onward: 'top' | 'bottom';
  /** Distance of lanes in the strip that it comes out of, mm. */
  readonly pitchMm: number;
  readonly row: RowPlacement;
}

/** Where the cables of a rack leave it, by cable; only on faces that are shown. */
function risersOf(design: Design, layout: Layout, rackId: RackId): Map<CableId, Riser> {
  const risers = new Map<CableId, Riser>();
  const rack = design.racks.get(rackId);
  const row = rack && rowOf(layout, rack.rowId);
  if (row === undefined) return risers;
  for (const stroke of cableStrokes(design, rackId)) {
    const { onward } = stroke;
    if (onward !== 'top' && onward !== 'bottom') continue;
    const face = placementOf(layout, rackId, stroke.face);
    if (!face || risers.has(stroke.cableId)) continue;
    const [x, y] = [face.x + (stroke.points.at(-2) ?? 0), face.y + (stroke.points.at(-1) ?? 0)];
    risers.set(stroke.cableId, { x, y, onward, pitchMm: stroke.pitchMm, row });
  }
  return risers;
}

function racksOfCable(design: Design, cableId: CableId): Set<RackId> {
  const racks = new Set<RackId>();
  const ends = design.cables.get(cableId)?.ends;
  for (const ref of ends ? [...ends.a, ...ends.b] : []) {
    const rackId = design.devices.get(ref.deviceId)?.rackId;
    if (rackId !== undefined) racks.add(rackId);
  }
  return racks;
}

/** In the tray over its row, or in the duct under it. */
function laneYMm({ row, onward }: Riser, lane: number): number {
  return onward === 'top' ? trayYMm(row, lane) : ductYMm(row, lane);
}

function strokeBetween(cableId: CableId, from: Riser, to: Riser, lane: number): WorldStroke {
  const fromY = laneYMm(from, lane);
  const toY = laneYMm(to, lane);
  const points = [from.x, from.y, from.x, fromY];
  if (from.row !== to.row) points.push(rowChangeXMm(lane), fromY, rowChangeXMm(lane), toY);
  points.push(to.x, toY, to.x, to.y);
  const pitches = { from: from.pitchMm, to: to.pitchMm, tray: TRAY_PITCH_MM };
  return { cableId, points, pitches };
}

interface Kept {
  readonly layout: Layout;
  readonly devices: Design['devices'];
  readonly pathways: Design['pathways'];
  readonly strokes: Map<RowId, readonly WorldStroke[]>;
}
const kept = new WeakMap<Design['cables'], Kept>();

/** The lines, over the racks, of all cables with an end in the row. */
export function trayStrokes(design: Design, layout: Layout, rowId: RowId): readonly WorldStroke[] {
  const pieces = trayStrokesInPieces(design, layout, rowId);
  for (;;) {
    const piece = pieces.next();
    if (piece.done) return piece.value;
  }
}

/** Those lines that were asked for of this design and layout: a list for each row that is drawn. */
export function drawnTrayStrokes(
  { cables, devices, pathways }: Design,
  layout: Layout,
): readonly (readonly WorldStroke[])[] {
  const known = kept.get(cables);
  if (known?.layout !== layout || known.devices !== devices || known.pathways !== pathways) {
    return [];
  }
  return [...known.strokes.values()];
}

/** `trayStrokes`, pausing after a few cables that it has to look at for the first time. */
export function* trayStrokesInPieces(
  design: Design,
  layout: Layout,
  rowId: RowId,
): Generator<void, readonly WorldStroke[]> {
  let known = kept.get(design.cables);
  const { devices, pathways } = design;
  if (known?.layout !== layout || known.devices !== devices || known.pathways !== pathways) {
    known = { layout, devices, pathways, strokes: new Map() };
    kept.set(design.cables, known);
  }
  let strokes = known.strokes.get(rowId);
  if (strokes === undefined) {
    strokes = yield* findTrayStrokes(design, layout, rowId);
    known.strokes.set(rowId, strokes);
  }
  return strokes;
}

function* findTrayStrokes(
  design: Design,
  layout: Layout,
  rowId: RowId,
): Generator<void, WorldStroke[]> {
  const perRack = new Map<RackId, Map<CableId, Riser>>();
  function* risers(rackId: RackId): Generator<void, Map<CableId, Riser>> {
    let found = perRack.get(rackId);
    if (found === undefined) {
      yield* findRoutesInPieces(design, rackId);
      perRack.set(rackId, (found = risersOf(design, layout, rackId)));
      yield;
    }
    return found;
  }
  const strokes: WorldStroke[] = [];
  const done = new Set<CableId>();
  for (const rack of racksInRow(design, rowId)) {
    for (const [cableId, from] of yield* risers(rack.id)) {
      if (done.has(cableId)) continue;
      done.add(cableId);
      const lane = trayLane(design, cableId);
      for (const other of racksOfCable(design, cableId)) {
        const to = other === rack.id ? undefined : (yield* risers(other)).get(cableId);
        if (to) strokes.push(strokeBetween(cableId, from, to, lane));
      }
    }
    yield;
  }
  return [...strokes, ...handTrayStrokes(design, layout, rowId)];
}

/** The painter of cables, in world millimetres. */
import type { Design } from '../model/design.ts';
import type { CableId } from '../model/ids.ts';
import type { Box } from '../model/rack-geometry.ts';
import type { Cable } from '../model/records.ts';
import { findRoutesInPieces } from '../routing/index.ts';
import { bundleLines, bundleMm, rackBundles } from './bundles.ts';
import { type CableColours, cableColours } from './cable-colours.ts';
import { cableStrokes } from './cable-strokes.ts';
import { drawnPitchMm, inStripLane, inTrayLane } from './lane-grid.ts';
import type { FacePlacement, Layout, RowPlacement } from './layout.ts';
import { boxOfLine } from './line-box.ts';
import type { Step } from './overlays/overlay-kind.ts';
import { detailAt, type PaintOptions } from './paint-options.ts';
import {
  cableStepPaint,
  faintFill,
  faintPaint,
  fillPaint,
  HALO,
  haloPaint,
  lookPaint,
  type Palette,
} from './palette.ts';
import type { Paint, Surface } from './surface.ts';
import { lowestTopMm } from './tray-place.ts';
import { trayStrokes, trayStrokesInPieces } from './tray-strokes.ts';

export interface CableOptions extends Pick<PaintOptions, 'palette' | 'pxPerMm'> {
  /** Only what touches this box is drawn; world mm. */
  readonly visible?: Box;
  /** Only these cables, when given: what passes a filter, or is selected. */
  readonly only?: ReadonlySet<CableId>;
  /** Of the others, those that are drawn faintly, below; the rest is left out. */
  readonly behind?: ReadonlySet<CableId> | 'others';
  /** The step of a cable under an overlay, null where it is unknown; undefined leaves its own colour. */
  readonly stepOf?: (id: CableId) => Step | null | undefined;
}

/** One going over the cables: first those that step back, then those that are meant. */
interface Pass extends CableOptions {
  readonly faint: boolean;
  readonly draws: (id: CableId) => boolean;
}

/** Radius of a cable's bends, mm [drawing only; not the least bend radius of the medium]. */
const BEND_MM = 7;
/** A cable's line is never thinner than this on screen, px. */
const THINNEST_PX = 1.1;
const THINNEST_MM = 1.2;
const DOT_MM = 4;

/**
 * Paints the cables: in and between the racks, or as bundles between racks from far away. The surface is in
 * world mm, as `layout` is.
 */
export function paintCables(
  surface: Surface,
  design: Design,
  layout: Layout,
  options: CableOptions,
): void {
  for (const _ of paintCablesInPieces(surface, design, layout, options));
}

/** Lines after which a painting may pause. */
const PIECE = 256;

/** The same, pausing after each face and every few strokes of a tray: for a screen that must not wait. */
export function* paintCablesInPieces(
  surface: Surface,
  design: Design,
  layout: Layout,
  options: CableOptions,
): Generator<void> {
  const { only, behind } = options;
  if (only && behind) {
    const draws = (id: CableId): boolean => {
      return !only.has(id) && (behind === 'others' || behind.has(id));
    };
    yield* paintPass(surface, design, layout, { ...options, faint: true, draws });
  }
  const draws = (id: CableId): boolean => only?.has(id) ?? true;
  yield* paintPass(surface, design, layout, { ...options, faint: false, draws });
}

function* paintPass(surface: Surface, design: Design, layout: Layout, pass: Pass): Generator<void> {
  if (detailAt(pass.pxPerMm) === 'far') {
    yield* paintBundles(surface, design, layout, pass);
    return;
  }
  yield* findCablesInPieces(design, layout, pass);
  for (const face of layout.faces) {
    if (!touches(face, pass.visible)) continue;
    paintFaceCables(surface, design, face, pass);
    yield;
  }
  for (const row of layout.rows) {
    if (isTrayIn(layout, row, pass.visible)) {
      yield* paintTray(surface, design, layout, row, pass);
    }
  }
}

/**
 * Finds the lines that `paintCables` draws within a box, pausing on the way: after it they are painted at once. For
 * a screen that shows what was there until what came is found.
 */
export function* findCablesInPieces(
  design: Design,
  layout: Layout,
  { pxPerMm, visible }: Pick<CableOptions, 'pxPerMm' | 'visible'>,
): Generator<void> {
  if (detailAt(pxPerMm) === 'far') return;
  for (const face of layout.faces) {
    if (!touches(face, visible)) continue;
    yield* findRoutesInPieces(design, face.rackId);
    cableStrokes(design, face.rackId);
    yield;
  }
  for (const row of layout.rows) {
    if (isTrayIn(layout, row, visible)) yield* trayStrokesInPieces(design, layout, row.rowId);
  }
}

/** Whether the lines over a row of racks, under it, or between it and another one, are in sight. */
function isTrayIn(layout: Layout, row: RowPlacement, visible: Box | undefined): boolean {
  if (visible === undefined) return true;
  const box = trayBox(row);
  if (!touches(box, visible)) return false;
  const under = row.y + row.height;
  return (
    visible.x < row.x ||
    visible.y < lowestTopMm(layout, row.rowId) ||
    visible.y + visible.height > under
  );
}

function trayBox(row: RowPlacement): Box {
  return { x: row.x - 400, y: row.y - 260, width: row.width + 800, height: row.height + 260 };
}

function* paintTray(
  surface: Surface,
  design: Design,
  layout: Layout,
  row: RowPlacement,
  options: Pass,
): Generator<void> {
  for (const [i, stroke] of trayStrokes(design, layout, row.rowId).entries()) {
    if (!options.draws(stroke.cableId)) continue;
    if (options.visible === undefined || touches(boxOfLine(stroke.points), options.visible)) {
      const { cableId, points, pitches } = stroke;
      const line = inTrayLane(points, pitches, options.pxPerMm);
      const pitchMm = Math.min(pitches.from, pitches.to, pitches.tray);
      paintLine(surface, design, cableId, line, pitchMm, options);
    }
    if (i % PIECE === PIECE - 1) yield;
  }
}

function touches(a: Box, b: Box | undefined): boolean {
  if (b === undefined) return true;
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function paintFaceCables(
  surface: Surface,
  design: Design,
  face: FacePlacement,
  options: Pass,
): void {
  for (const stroke of cableStrokes(design, face.rackId)) {
    if (stroke.face !== face.face || !options.draws(stroke.cableId)) continue;
    const points = stroke.points.map((value, i) => value + (i % 2 === 0 ? face.x : face.y));
    const line = inStripLane(points, stroke.pitchMm, options.pxPerMm);
    const cable = paintLine(surface, design, stroke.cableId, line, stroke.pitchMm, options);
    if (cable === undefined || stroke.onward !== 'depth') continue;
    const x = face.x + (stroke.points.at(-2) ?? 0);
    const y = face.y + (stroke.points.at(-1) ?? 0);
    surface.circle(x, y, DOT_MM, dotPaint(design, cable, options));
  }
}

function dotPaint(design: Design, cable: Cable, { palette, faint }: Pass): Paint {
  if (faint) return faintFill(palette);
  return fillPaint(palette, cableColours(design, palette).lookOf(cable).colour);
}

/** Widths in steps of a quarter octave, so that zooming does not make a paint for every frame. */
function steppedMm(widthMm: number): number {
  return 2 ** (Math.round(4 * Math.log2(widthMm)) / 4);
}

/** Share of the lanes' distance that a line may take, so that ground is seen between them. */
const LANE_SHARE = 0.7;

/** As wide as the palette has it, less where lanes lie closer; as thin as one can just see, if need be. */
function cableWidthMm(pitchMm: number, drawnMm: number, options: CableOptions): number {
  const { palette, pxPerMm } = options;
  const least = Math.max(THINNEST_MM, THINNEST_PX / pxPerMm);
  const wanted = Math.max(least, Math.min(palette.cableMm, pitchMm * LANE_SHARE));
  const width = Math.min(wanted, drawnMm * LANE_SHARE);
  return width === palette.cableMm ? width : steppedMm(width);
}

const lastPaints = new WeakMap<
  Cable,
  { readonly colours: CableColours; readonly width: number; readonly paint: Paint }
>();

/** The paint of a cable, remembered while neither colours nor width change: a pan asks for it every frame. */
function paintOf(cable: Cable, colours: CableColours, palette: Palette, width: number): Paint {
  const last = lastPaints.get(cable);
  if (last?.colours === colours && last.width === width) return last.paint;
  const paint = lookPaint(palette, colours.lookOf(cable), width);
  lastPaints.set(cable, { colours, width, paint });
  return paint;
}

function paintLine(
  surface: Surface,
  design: Design,
  cableId: CableId,
  line: readonly number[],
  pitchMm: number,
  options: Pass,
): Cable | undefined {
  const cable = design.cables.get(cableId);
  if (cable === undefined) return undefined;
  const { palette, faint } = options;
  const drawnMm = drawnPitchMm(pitchMm, options.pxPerMm);
  const width = cableWidthMm(pitchMm, drawnMm, options);
  if (faint) {
    surface.line(line, faintPaint(palette, width), BEND_MM);
    return cable;
  }
  if (detailAt(options.pxPerMm) === 'full' && width * HALO <= pitchMm * 1.2) {
    surface.line(line, haloPaint(palette, width), BEND_MM);
  }
  const step = options.stepOf?.(cableId);
  const paint =
    step === undefined
      ? paintOf(cable, cableColours(design, palette), palette, width)
      : cableStepPaint(palette, step, width);
  surface.line(line, paint, BEND_MM);
  return cable;
}

/** A bundle is as thick as it is, and never thinner on screen than this, px. */
const THINNEST_BUNDLE_PX = 1;

/** Those that are meant have the colour of their first cable. */
function* paintBundles(
  surface: Surface,
  design: Design,
  layout: Layout,
  options: Pass,
): Generator<void> {
  const { palette, pxPerMm, visible, faint } = options;
  const colours = cableColours(design, palette);
  const { only, behind } = options;
  const bundles = rackBundles(design, faint ? (behind === 'others' ? undefined : behind) : only);
  for (const [at, { bundle, points, box }] of bundleLines(design, layout, bundles).entries()) {
    if (at % PIECE === PIECE - 1) yield;
    if (!touches(box, visible)) continue;
    const width = steppedMm(Math.max(bundleMm(design, bundle), THINNEST_BUNDLE_PX / pxPerMm));
    const first = design.cables.get(bundle.cables[0] ?? '');
    const paint =
      faint || first === undefined
        ? faintPaint(palette, width)
        : lookPaint(palette, colours.lookOf(first), width);
    surface.line(points, paint, BEND_MM);
  }
}

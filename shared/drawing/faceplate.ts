/**
 * One face of a device type, drawn in millimetres and kept as a programme per palette and detail. The face
 * is drawn as it comes from the box: every opening empty. What sits in the ports is drawn over it.
 */
import { bayAreas } from '../model/bays.ts';
import type { Cage, DeviceType, FaceShape } from '../model/device-type.ts';
import { type Box, bodyWidthMm, EAR_MM, faceHeightMm } from '../model/rack-geometry.ts';
import type { Face } from '../model/records.ts';
import { PANEL_CLEARANCE_MM, RACK_UNIT_MM } from '../units/length.ts';
import { drawOpening, drawOpeningDetail, drawShape, drawShapeDetail } from './faceplate-parts.ts';
import type { Detail } from './paint-options.ts';
import type { Palette } from './palette.ts';
import { type Programme, recordProgramme } from './programme.ts';
import type { Surface } from './surface.ts';

/** Width of the bar that tells a device's category, mm. */
export const ACCENT_MM = 6;

/** Size of a type's face, mm: of its panel in rack units, of a 0U strip, of what goes into a bay. */
export function faceSizeMm(type: DeviceType): { readonly width: number; readonly height: number } {
  return { width: bodyWidthMm(type), height: faceHeightMm(type) };
}

/** Whether the face has mounting ears: full-width gear on the rails, seen from its own front. */
function hasEars(type: DeviceType, face: Face): boolean {
  return type.heightU > 0 && type.width === 'full' && face === 'front';
}

/**
 * The box of the body between the ears. A panel begins where the coordinates of its face do, and is a little lower
 * than its units.
 */
export function bodyBox(type: DeviceType, face: Face, heightMm: number): Box {
  const width = bodyWidthMm(type);
  const inset = type.heightU > 0 && type.width === 'full' ? EAR_MM : 0;
  const height = heightMm - (type.heightU > 0 ? PANEL_CLEARANCE_MM : 0);
  if (hasEars(type, face) && isPlainPanel(type)) return { x: 0, y: 0, width, height };
  return { x: inset, y: 0, width: width - 2 * inset, height };
}

/** A flat panel has no ears apart: it is screwed on as a whole. */
function isPlainPanel(type: DeviceType): boolean {
  return type.category === 'blank' || type.category === 'cable-manager';
}

const onFace = <Part extends Cage | FaceShape>(parts: readonly Part[], face: Face): Part[] =>
  parts.filter((part) => part.face === face);

function drawBody(
  surface: Surface,
  palette: Palette,
  type: DeviceType,
  face: Face,
  h: number,
): void {
  const body = bodyBox(type, face, h);
  if (hasEars(type, face)) surface.rect(0, body.y, bodyWidthMm(type), body.height, palette.ink.ear);
  surface.rect(body.x, body.y, body.width, body.height, palette.body[type.category]);
}

function drawOutline(
  surface: Surface,
  palette: Palette,
  type: DeviceType,
  face: Face,
  h: number,
): void {
  const body = bodyBox(type, face, h);
  const wide = hasEars(type, face);
  const x = wide ? 0 : body.x;
  const width = wide ? bodyWidthMm(type) : body.width;
  surface.rect(x, body.y, width, body.height, palette.ink.bodyOutline);
}

/** The bar takes no more of a narrow face than this share. */
const NARROW_ACCENT = 0.05;

function drawAccent(
  surface: Surface,
  palette: Palette,
  type: DeviceType,
  face: Face,
  h: number,
): void {
  const body = bodyBox(type, face, h);
  if (type.heightU === 0 && type.faceMm === null)
    surface.rect(body.x, body.y, body.width, ACCENT_MM, palette.accent[type.category]);
  else {
    const width = Math.min(ACCENT_MM, body.width * NARROW_ACCENT);
    surface.rect(body.x, body.y, width, body.height, palette.accent[type.category]);
  }
}

const SCREW_MM = 3.2;

/** Two screws a side on gear of one unit, more on taller; in the middle holes of their units. */
function drawScrews(surface: Surface, palette: Palette, type: DeviceType, h: number): void {
  const width = bodyWidthMm(type);
  const rows = h <= RACK_UNIT_MM ? [h / 2] : [RACK_UNIT_MM / 2, h - RACK_UNIT_MM / 2];
  for (const y of rows) {
    surface.circle(EAR_MM / 2, y, SCREW_MM, palette.ink.screw);
    surface.circle(width - EAR_MM / 2, y, SCREW_MM, palette.ink.screw);
  }
}

const FINGER_PITCH_MM = 28;

/** A manager's face when its type draws none: rows of fingers and a D-ring every quarter. */
function drawFingers(surface: Surface, palette: Palette, type: DeviceType, h: number): void {
  const left = EAR_MM + ACCENT_MM + 8;
  const right = bodyWidthMm(type) - EAR_MM - 8;
  const finger = h * 0.24;
  for (let x = left; x < right; x += FINGER_PITCH_MM) {
    surface.rect(x, h * 0.08, 5, finger, palette.ink.handle);
    surface.rect(x, h * 0.92 - finger, 5, finger, palette.ink.handle);
  }
  for (let i = 1; i < 4; i += 1) {
    const x = left + ((right - left) * i) / 4;
    surface.rect(x - 9, h * 0.22, 18, h * 0.56, palette.ink.bodyOutline);
  }
}

/** Bays as they come from the box: empty. */
function drawBays(surface: Surface, palette: Palette, type: DeviceType, face: Face): void {
  for (const area of bayAreas(type).values()) {
    if (area.face !== face) continue;
    surface.rect(area.xMm, area.yMm, area.widthMm, area.heightMm, palette.ink.bay);
  }
}

/** Rows of openings as one dark band each: what is left of ports that are too small to see. */
function portBands(cages: readonly Cage[]): Box[] {
  const bands: { top: number; bottom: number; left: number; right: number }[] = [];
  for (const cage of [...cages].sort((a, b) => a.yMm - b.yMm || a.xMm - b.xMm)) {
    const right = cage.xMm + cage.widthMm;
    const bottom = cage.yMm + cage.heightMm;
    const band = bands.find(
      (b) => cage.yMm < b.bottom + 4 && cage.xMm <= b.right + 30 && right >= b.left - 30,
    );
    if (band) {
      band.right = Math.max(band.right, right);
      band.left = Math.min(band.left, cage.xMm);
      band.bottom = Math.max(band.bottom, bottom);
    } else bands.push({ top: cage.yMm, bottom, left: cage.xMm, right });
  }
  return bands.map((b) => ({
    x: b.left,
    y: b.top,
    width: b.right - b.left,
    height: b.bottom - b.top,
  }));
}

/** Areas that are worth a box where nothing smaller is drawn, mm². */
const LARGE_AREA_MM2 = 4000;

function drawCoarse(
  surface: Surface,
  palette: Palette,
  type: DeviceType,
  face: Face,
  h: number,
): void {
  drawBody(surface, palette, type, face, h);
  drawBays(surface, palette, type, face);
  for (const shape of onFace(type.shapes, face)) {
    if (shape.widthMm * shape.heightMm >= LARGE_AREA_MM2) drawShape(surface, palette, shape);
  }
  for (const band of portBands(onFace(type.cages, face))) {
    surface.rect(band.x, band.y, band.width, band.height, palette.ink.cageBand);
  }
  drawAccent(surface, palette, type, face, h);
}

function drawParts(
  surface: Surface,
  palette: Palette,
  type: DeviceType,
  face: Face,
  full: boolean,
): void {
  for (const shape of onFace(type.shapes, face)) {
    drawShape(surface, palette, shape);
    if (full) drawShapeDetail(surface, palette, shape);
  }
  for (const cage of onFace(type.cages, face)) {
    drawOpening(surface, palette, cage);
    if (full) drawOpeningDetail(surface, palette, cage);
  }
}

function drawNear(
  surface: Surface,
  palette: Palette,
  type: DeviceType,
  face: Face,
  h: number,
  full: boolean,
): void {
  drawBody(surface, palette, type, face, h);
  drawBays(surface, palette, type, face);
  const isManager = type.category === 'cable-manager' && type.heightU > 0;
  if (isManager && onFace(type.shapes, face).length === 0) drawFingers(surface, palette, type, h);
  drawParts(surface, palette, type, face, full);
  drawAccent(surface, palette, type, face, h);
  if (full && hasEars(type, face)) drawScrews(surface, palette, type, h);
  drawOutline(surface, palette, type, face, h);
}

const keptPerPalette = new WeakMap<Palette, WeakMap<DeviceType, Map<string, Programme>>>();

/** How much of a single face is drawn; far out a device is a box, not a face. */
export type FaceDetail = Exclude<Detail, 'far'>;

/**
 * The programme of a type's face. `heightMm` is the height it has in its rack: 44.45 mm a unit, 48 mm in an
 * Open Rack.
 */
export function faceProgramme(
  palette: Palette,
  type: DeviceType,
  face: Face,
  detail: FaceDetail,
  heightMm: number,
): Programme {
  return keptProgramme(palette, type, `${face} ${detail} ${heightMm}`, heightMm, (surface) => {
    if (detail === 'body') drawCoarse(surface, palette, type, face, heightMm);
    else drawNear(surface, palette, type, face, heightMm, detail === 'full');
  });
}

/** The programme of what is on a face alone, to lie over a picture of it; far out the picture says enough. */
export function partsProgramme(
  palette: Palette,
  type: DeviceType,
  face: Face,
  detail: FaceDetail,
  heightMm: number,
): Programme {
  const view = `${face} ${detail} ${heightMm} parts`;
  return keptProgramme(palette, type, view, heightMm, (surface) => {
    if (detail !== 'body') drawParts(surface, palette, type, face, detail === 'full');
  });
}

function keptProgramme(
  palette: Palette,
  type: DeviceType,
  view: string,
  heightMm: number,
  paint: (surface: Surface) => void,
): Programme {
  let perType = keptPerPalette.get(palette);
  if (perType === undefined) keptPerPalette.set(palette, (perType = new WeakMap()));
  let perView = perType.get(type);
  if (perView === undefined) perType.set(type, (perView = new Map()));
  let programme = perView.get(view);
  if (programme === undefined) {
    programme = recordProgramme(bodyWidthMm(type), heightMm, paint);
    perView.set(view, programme);
  }
  return programme;
}

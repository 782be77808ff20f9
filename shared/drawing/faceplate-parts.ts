/**
 * The parts of a faceplate: cages and sockets by form factor, vents, fans, handles, displays. Face
 * coordinates, mm. Sizes of what is inside an opening are drawn for recognition, not for manufacture.
 */
import type { Cage, FaceShape, FormFactor } from '../model/device-type.ts';
import { lettering, type Palette } from './palette.ts';
import type { Surface } from './surface.ts';

/** How a family of openings looks inside. */
type Opening = 'cage' | 'rj45' | 'adapter' | 'inlet' | 'outlet' | 'terminal' | 'usb';

function openingOf(formFactor: FormFactor): Opening {
  switch (formFactor) {
    case 'rj45':
      return 'rj45';
    case 'lc':
    case 'mpo':
    case 'sn':
    case 'mmc':
      return 'adapter';
    case 'c14':
    case 'c20':
      return 'inlet';
    case 'c13':
    case 'c19':
      return 'outlet';
    case 'dc':
      return 'terminal';
    case 'usb':
      return 'usb';
    case 'sfp':
    case 'sfp-dd':
    case 'qsfp':
    case 'qsfp-dd':
    case 'osfp':
    case 'osfp-rhs':
    case 'osfp-xd':
    case 'cfp':
    case 'other':
      return 'cage';
    default:
      return formFactor satisfies never;
  }
}

/** The opening itself: a dark hole with a light rim. */
export function drawOpening(surface: Surface, palette: Palette, cage: Cage): void {
  surface.rect(cage.xMm, cage.yMm, cage.widthMm, cage.heightMm, palette.ink.cage);
}

/** What is seen inside an opening from near by. */
export function drawOpeningDetail(surface: Surface, palette: Palette, cage: Cage): void {
  const { contact } = palette.ink;
  const { xMm: x, yMm: y, widthMm: w, heightMm: h } = cage;
  switch (openingOf(cage.formFactor)) {
    case 'cage':
      drawOrientation(surface, palette, cage);
      return;
    case 'rj45':
      surface.rect(x + w * 0.22, y + h * 0.1, w * 0.56, h * 0.14, contact);
      surface.rect(x + w * 0.36, y + h * 0.8, w * 0.28, h * 0.2, contact);
      return;
    case 'adapter':
      drawFerrules(surface, palette, cage);
      return;
    case 'inlet':
    case 'outlet':
      drawBlades(surface, palette, cage);
      return;
    case 'terminal':
      surface.circle(x + w * 0.3, y + h / 2, Math.min(w, h) * 0.18, contact);
      surface.circle(x + w * 0.7, y + h / 2, Math.min(w, h) * 0.18, contact);
      return;
    case 'usb':
      surface.rect(x + w * 0.15, y + h * 0.3, w * 0.7, h * 0.2, contact);
      return;
  }
}

/** The side the module's heat sink lies on: a bar at the outer edge of a belly-to-belly pair. */
function drawOrientation(surface: Surface, palette: Palette, cage: Cage): void {
  const thick = Math.min(1.2, cage.heightMm * 0.14);
  const y = cage.flipped ? cage.yMm + cage.heightMm - thick : cage.yMm;
  const inset = cage.widthMm * 0.2;
  surface.rect(cage.xMm + inset, y, cage.widthMm - 2 * inset, thick, palette.ink.contact);
}

/** One ferrule of an MPO, two of a duplex LC, by the opening's shape. */
function drawFerrules(surface: Surface, palette: Palette, cage: Cage): void {
  const { contact } = palette.ink;
  const { xMm: x, yMm: y, widthMm: w, heightMm: h } = cage;
  if (cage.formFactor === 'mpo' || cage.formFactor === 'mmc') {
    surface.rect(x + w * 0.2, y + h * 0.38, w * 0.6, h * 0.24, contact);
    return;
  }
  const radius = Math.min(w, h) * 0.14;
  const along = w >= h;
  for (const share of [0.28, 0.72]) {
    surface.circle(x + w * (along ? share : 0.5), y + h * (along ? 0.5 : share), radius, contact);
  }
}

function drawBlades(surface: Surface, palette: Palette, cage: Cage): void {
  const { xMm: x, yMm: y, widthMm: w, heightMm: h } = cage;
  const blade = Math.min(w, h) * 0.1;
  const length = Math.min(w, h) * 0.26;
  for (const [sx, sy] of [
    [0.28, 0.58],
    [0.72, 0.58],
    [0.5, 0.32],
  ] as const) {
    surface.rect(
      x + w * sx - blade / 2,
      y + h * sy - length / 2,
      blade,
      length,
      palette.ink.contact,
    );
  }
}

/** A part of the face that takes no cable, as one area. */
export function drawShape(surface: Surface, palette: Palette, shape: FaceShape): void {
  const { ink } = palette;
  const { xMm: x, yMm: y, widthMm: w, heightMm: h } = shape;
  switch (shape.shape) {
    case 'vent':
      surface.rect(x, y, w, h, ink.vent);
      return;
    case 'fan':
      surface.rect(x, y, w, h, ink.vent);
      return;
    case 'handle':
      surface.rect(x, y, w, h, ink.handle);
      return;
    case 'display':
      surface.rect(x, y, w, h, ink.display);
      return;
    case 'bay':
    case 'blank':
      surface.rect(x, y, w, h, ink.bay);
      return;
    case 'led':
      surface.circle(x + w / 2, y + h / 2, Math.min(w, h) / 2, ink.led);
      return;
    case 'label':
      return;
    default:
      shape.shape satisfies never;
  }
}

/** What is seen of that part from near by. */
export function drawShapeDetail(surface: Surface, palette: Palette, shape: FaceShape): void {
  const { xMm: x, yMm: y, widthMm: w, heightMm: h } = shape;
  switch (shape.shape) {
    case 'vent':
      drawSlots(surface, palette, shape);
      return;
    case 'fan':
      drawGrille(surface, palette, shape);
      return;
    case 'handle':
      surface.rect(x + w * 0.25, y + h * 0.12, w * 0.5, h * 0.76, palette.ink.bay);
      return;
    case 'bay':
      drawLatch(surface, palette, shape);
      return;
    case 'label':
      drawPrinted(surface, palette, shape);
      return;
    case 'display':
    case 'blank':
    case 'led':
      return;
    default:
      shape.shape satisfies never;
  }
}

const SLOT_PITCH_MM = 6;
const MOST_SLOTS = 72;

/** Perforation as slots across the longer side; the slots take the vent's open share of the pitch. */
function drawSlots(surface: Surface, palette: Palette, vent: FaceShape): void {
  const along = vent.widthMm >= vent.heightMm;
  const length = along ? vent.widthMm : vent.heightMm;
  const count = Math.min(MOST_SLOTS, Math.max(1, Math.floor(length / SLOT_PITCH_MM)));
  const pitch = length / count;
  const slot = pitch * Math.min(0.7, Math.max(0.2, vent.openRatio ?? 0.4)) * 0.6;
  const depth = (along ? vent.heightMm : vent.widthMm) * 0.86;
  const inset = (along ? vent.heightMm : vent.widthMm) * 0.07;
  for (let i = 0; i < count; i += 1) {
    const start = (i + 0.5) * pitch - slot / 2;
    if (along) surface.rect(vent.xMm + start, vent.yMm + inset, slot, depth, palette.ink.ventSlot);
    else surface.rect(vent.xMm + inset, vent.yMm + start, depth, slot, palette.ink.ventSlot);
  }
}

/** Rings and a hub, one grille per square of the area. */
function drawGrille(surface: Surface, palette: Palette, fan: FaceShape): void {
  const along = fan.widthMm >= fan.heightMm;
  const side = Math.max(1, along ? fan.heightMm : fan.widthMm);
  const count = Math.max(1, Math.round((along ? fan.widthMm : fan.heightMm) / side));
  const step = (along ? fan.widthMm : fan.heightMm) / count;
  for (let i = 0; i < count; i += 1) {
    const cx = fan.xMm + (along ? (i + 0.5) * step : fan.widthMm / 2);
    const cy = fan.yMm + (along ? fan.heightMm / 2 : (i + 0.5) * step);
    const radius = (Math.min(step, side) / 2) * 0.92;
    for (const share of [1, 0.72, 0.44]) surface.circle(cx, cy, radius * share, palette.ink.fan);
    surface.circle(cx, cy, radius * 0.18, palette.ink.ventSlot);
  }
}

/** The latch that a drive or supply is pulled out by. */
function drawLatch(surface: Surface, palette: Palette, bay: FaceShape): void {
  const along = bay.widthMm >= bay.heightMm;
  const long = Math.min(14, (along ? bay.widthMm : bay.heightMm) * 0.2);
  const short = (along ? bay.heightMm : bay.widthMm) * 0.5;
  const x = along ? bay.xMm + bay.widthMm - long - 2 : bay.xMm + (bay.widthMm - short) / 2;
  const y = along ? bay.yMm + (bay.heightMm - short) / 2 : bay.yMm + bay.heightMm - long - 2;
  surface.rect(x, y, along ? long : short, along ? short : long, palette.ink.ventSlot);
}

const PRINT_SIZES_MM = [12, 8, 5, 3] as const;

/** Height of words printed on the face: as large as their area takes, em in mm. */
export function printedMm({ heightMm }: FaceShape): number {
  return PRINT_SIZES_MM.find((mm) => mm <= heightMm * 0.8) ?? 3;
}

function drawPrinted(surface: Surface, palette: Palette, label: FaceShape): void {
  if (label.text === '') return;
  const style = lettering(palette, 'muted', printedMm(label), 'regular', 'centre');
  const x = label.xMm + label.widthMm / 2;
  surface.text(x, label.yMm + label.heightMm / 2, label.text, style, label.widthMm);
}

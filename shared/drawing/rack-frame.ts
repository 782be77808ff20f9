/** The rack itself: frame, rails with their holes, unit numbers, title. Rack-face coordinates, mm. */
import {
  type Box,
  EAR_MM,
  FRAME_BOTTOM_MM,
  FRAME_TOP_MM,
  POST_MM,
  panelLeftMm,
  rackHeightMm,
  slotTopMm,
  unitMm,
} from '../model/rack-geometry.ts';
import type { Face, Rack } from '../model/records.ts';
import { PANEL_WIDTH_MM } from '../units/length.ts';
import { detailAt, legible, type PaintOptions, type RackTitle } from './paint-options.ts';
import { lettering } from './palette.ts';
import type { Surface } from './surface.ts';
import { paintVerticalManagers } from './vertical-manager.ts';

/** How far unit numbers stand out of the frame to each side, mm; culling must keep them. */
export const UNIT_NUMBERS_MM = 30;
/** EIA-310-D: holes at 6.35, 22.225 and 38.1 mm in each unit; a square hole is 9.5 mm wide (source S34). */
const HOLES_IN_UNIT = [6.35 / 44.45, 22.225 / 44.45, 38.1 / 44.45] as const;
const HOLE_MM = 9.5;
const BUSBAR_MM = 44;

/** Frame, opening, rails: everything that stands behind the devices. */
export function paintFrame(surface: Surface, rack: Rack, face: Face, options: PaintOptions): void {
  const { ink } = options.palette;
  const height = rackHeightMm(rack);
  const top = frameTop(rack);
  if (rack.frame === 'four-post') {
    surface.rect(0, 0, POST_MM, height, ink.frame);
    surface.rect(rack.widthMm - POST_MM, 0, POST_MM, height, ink.frame);
    surface.rect(0, 0, rack.widthMm, top, ink.frame);
    surface.rect(0, height - top, rack.widthMm, top, ink.frame);
  } else surface.rect(0, 0, rack.widthMm, height, ink.frame);
  surface.rect(POST_MM, top, rack.widthMm - 2 * POST_MM, height - 2 * top, ink.opening);
  if (rack.frame === 'orv3' && face === 'rear') {
    surface.rect((rack.widthMm - BUSBAR_MM) / 2, top, BUSBAR_MM, height - 2 * top, ink.busbar);
  }
  paintVerticalManagers(surface, rack, options);
  paintRails(surface, rack, options);
  surface.rect(0, 0, rack.widthMm, height, ink.frameOutline);
}

/** Height of the beam over and under the opening: what the mounting space leaves, less in an open frame. */
function frameTop(rack: Rack): number {
  return rack.frame === 'four-post' ? FRAME_TOP_MM * 0.45 : FRAME_TOP_MM * 0.7;
}

function paintRails(surface: Surface, rack: Rack, options: PaintOptions): void {
  const { ink } = options.palette;
  const left = panelLeftMm(rack);
  const right = left + PANEL_WIDTH_MM;
  const unit = unitMm(rack);
  const length = rack.heightU * unit;
  surface.rect(left, FRAME_TOP_MM, EAR_MM, length, ink.rail);
  surface.rect(right - EAR_MM, FRAME_TOP_MM, EAR_MM, length, ink.rail);
  if (unit * options.pxPerMm < 8) return;
  const holes = detailAt(options.pxPerMm) === 'full';
  for (let u = 1; u <= rack.heightU; u += 1) {
    const y = slotTopMm(rack, u, 1);
    if (!touches(options.visible, y, unit)) continue;
    surface.line([left + EAR_MM, y, right - EAR_MM, y], ink.slotLine);
    if (holes) paintHoles(surface, left, right, y, unit, options);
  }
}

function paintHoles(
  surface: Surface,
  left: number,
  right: number,
  y: number,
  unit: number,
  { palette }: PaintOptions,
): void {
  const inset = (EAR_MM - HOLE_MM) / 2;
  for (const share of HOLES_IN_UNIT) {
    const top = y + share * unit - HOLE_MM / 2;
    surface.rect(left + inset, top, HOLE_MM, HOLE_MM, palette.ink.hole);
    surface.rect(right - EAR_MM + inset, top, HOLE_MM, HOLE_MM, palette.ink.hole);
  }
}

function touches(visible: Box | undefined, y: number, height: number): boolean {
  return visible === undefined || (y < visible.y + visible.height && y + height > visible.y);
}

const UNIT_SIZE_MM = 18;
const FIFTHS_SIZE_MM = 25;
/** Numbers of all units are no higher than this share of a unit; those of every fifth leave the next rack its room. */
const MOST_OF_UNIT = 0.85;
const MOST_FIFTHS_MM = 100;
/** Between a unit number and its frame, mm: room for the ring of a selection. */
const UNIT_GAP_MM = 7;

/**
 * Unit numbers beside both uprights: each unit where that is legible, with fives stronger; only fives, and
 * only at the left, further out; none when they could not be read. Where lettering has a least height they have it.
 */
export function paintUnitNumbers(surface: Surface, rack: Rack, options: PaintOptions): void {
  const { palette, smallestTextMm = 0 } = options;
  const unit = unitMm(rack);
  const each = Math.max(UNIT_SIZE_MM, smallestTextMm);
  const fifths = Math.max(FIFTHS_SIZE_MM, smallestTextMm);
  const every = legible(each, options) && each <= unit * MOST_OF_UNIT;
  if (!every && (!legible(fifths, options) || fifths > MOST_FIFTHS_MM)) return;
  const size = every ? each : fifths;
  for (let u = 1; u <= rack.heightU; u += 1) {
    const fifth = u % 5 === 0;
    const y = slotTopMm(rack, u, 1);
    if ((!every && !fifth) || !touches(options.visible, y, unit)) continue;
    const tone = fifth ? 'text' : 'muted';
    const weight = fifth ? 'semibold' : 'regular';
    surface.text(
      -UNIT_GAP_MM,
      y + unit / 2,
      String(u),
      lettering(palette, tone, size, weight, 'right'),
    );
    if (!every) continue;
    const style = lettering(palette, tone, size, weight, 'left');
    surface.text(rack.widthMm + UNIT_GAP_MM, y + unit / 2, String(u), style);
  }
}

/** A box with its load, for a rack of a few pixels. `utilisation` is the used share, 0..1. */
export function paintRackChip(
  surface: Surface,
  rack: Rack,
  utilisation: number,
  { palette }: PaintOptions,
): void {
  const height = rackHeightMm(rack);
  const space = height - FRAME_TOP_MM - FRAME_BOTTOM_MM;
  const used = space * Math.min(1, Math.max(0, utilisation));
  surface.rect(0, 0, rack.widthMm, height, palette.ink.loadFree);
  const y = height - FRAME_BOTTOM_MM - used;
  surface.rect(FRAME_TOP_MM, y, rack.widthMm - 2 * FRAME_TOP_MM, used, palette.ink.loadUsed);
}

const NAME_SIZES_MM = [44, 120] as const;
const DETAIL_SIZE_MM = 25;

/** Where lettering has a least height the totals have it, up to this one, mm. */
const MOST_DETAIL_MM = 38;

/** Name and totals over the rack; the name alone, and larger, further out. */
export function paintTitle(
  surface: Surface,
  rack: Rack,
  title: RackTitle,
  options: PaintOptions,
): void {
  const { palette, pxPerMm, smallestTextMm = 0 } = options;
  const centre = rack.widthMm / 2;
  const size = NAME_SIZES_MM.find((mm) => mm * pxPerMm >= 8 && mm >= smallestTextMm);
  if (size === undefined) return;
  const detailMm = Math.max(DETAIL_SIZE_MM, smallestTextMm);
  const detail = title.detail !== '' && legible(detailMm, options) && detailMm <= MOST_DETAIL_MM;
  const style = lettering(palette, 'text', size, 'semibold', 'centre');
  surface.text(centre, detail ? -82 : -70, title.name, style, rack.widthMm + 40);
  if (!detail) return;
  const under = lettering(palette, 'muted', detailMm, 'regular', 'centre');
  surface.text(centre, -36, title.detail, under, PANEL_WIDTH_MM);
}

/** The rack itself: frame, rails with their holes, unit numbers, title. Rack-face coordinates, mm. */
import {
  type Box,
  EAR_MM,
  FRAME_BOTTOM_MM,
  FRAME_TOP_MM,
  POST_MM,
  panelLeftMm,
  rackHeightMm,
  unitMm,
} from '../model/rack-geometry.ts';
import type { Face, Rack } from '../model/records.ts';
import { PANEL_WIDTH_MM } from '../units/length.ts';
import { detailAt, legible, type PaintOptions, type RackTitle } from './paint-options.ts';
import { lettering, type Palette } from './palette.ts';
import { type Programme, recordProgramme, replay } from './programme.ts';
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

/** What all racks of one height and unit have in common, whatever stands in them: rails, and the numbers beside them. */
interface Ladder {
  readonly heightU: number;
  readonly unitMm: number;
  readonly widthMm: number;
}

/** From the top of a ladder to its highest unit, mm: room for large numbers. */
function headMm({ unitMm }: Ladder): number {
  return unitMm;
}

/** y of the top of a unit, from the top of the ladder. */
function topOf(ladder: Ladder, u: number): number {
  return headMm(ladder) + (ladder.heightU - u) * ladder.unitMm;
}

/** How much of the rails is seen: the lines of the units, and the holes too. */
type RailDetail = 'bare' | 'units' | 'holes';

function paintRails(surface: Surface, rack: Rack, options: PaintOptions): void {
  const { palette, pxPerMm } = options;
  const ladder = { heightU: rack.heightU, unitMm: unitMm(rack), widthMm: PANEL_WIDTH_MM };
  const units = detailAt(pxPerMm) === 'full' ? 'holes' : 'units';
  const detail = ladder.unitMm * pxPerMm < 8 ? 'bare' : units;
  paintLadder(surface, ladder, panelLeftMm(rack), `rails ${detail}`, options, (on, isSeen) =>
    drawRails(on, ladder, detail, palette, isSeen),
  );
}

/** Whether a unit is in view whose top is at y, from the top of its ladder. */
type UnitSeen = (y: number) => boolean;

/**
 * Paints a ladder with its left edge at x. Where all of it is painted it is a programme, the same for all that are
 * alike and have the same name.
 */
function paintLadder(
  surface: Surface,
  ladder: Ladder,
  x: number,
  name: string,
  { palette, visible }: PaintOptions,
  draw: (on: Surface, isSeen: UnitSeen) => void,
): void {
  const top = FRAME_TOP_MM - headMm(ladder);
  if (visible === undefined) {
    const programme = ladderProgramme(palette, name, ladder, (on) => draw(on, () => true));
    replay(surface, programme, x, top);
    return;
  }
  surface.at(x, top, () => draw(surface, (y) => touches(visible, top + y, ladder.unitMm)));
}

/** The rails, and of the units those that are seen. */
function drawRails(
  surface: Surface,
  ladder: Ladder,
  detail: RailDetail,
  { ink }: Palette,
  isSeen: UnitSeen,
): void {
  const { heightU, unitMm: unit, widthMm } = ladder;
  const right = widthMm - EAR_MM;
  surface.rect(0, headMm(ladder), EAR_MM, heightU * unit, ink.rail);
  surface.rect(right, headMm(ladder), EAR_MM, heightU * unit, ink.rail);
  if (detail === 'bare') return;
  for (let u = 1; u <= heightU; u += 1) {
    const y = topOf(ladder, u);
    if (!isSeen(y)) continue;
    surface.line([EAR_MM, y, right, y], ink.slotLine);
    if (detail !== 'holes') continue;
    for (const share of HOLES_IN_UNIT) {
      const top = y + share * unit - HOLE_MM / 2;
      surface.rect((EAR_MM - HOLE_MM) / 2, top, HOLE_MM, HOLE_MM, ink.hole);
      surface.rect(right + (EAR_MM - HOLE_MM) / 2, top, HOLE_MM, HOLE_MM, ink.hole);
    }
  }
}

const programmes = new WeakMap<Palette, Map<string, Programme>>();

/** What `draw` makes of a ladder, once for all that are alike. */
function ladderProgramme(
  palette: Palette,
  name: string,
  ladder: Ladder,
  draw: (surface: Surface) => void,
): Programme {
  const { heightU, unitMm: unit, widthMm } = ladder;
  let known = programmes.get(palette);
  if (!known) programmes.set(palette, (known = new Map()));
  const key = `${name} ${heightU} ${unit} ${widthMm}`;
  let programme = known.get(key);
  if (!programme) {
    programme = recordProgramme(widthMm, heightU * unit + 2 * headMm(ladder), draw);
    known.set(key, programme);
  }
  return programme;
}

function touches(visible: Box, y: number, height: number): boolean {
  return y < visible.y + visible.height && y + height > visible.y;
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
  const sizeMm = every ? each : fifths;
  const room = numbersMm(sizeMm);
  const widthMm = rack.widthMm + 2 * room;
  const ladder = { heightU: rack.heightU, unitMm: unit, widthMm };
  const name = `numbers ${every ? 'each' : 'fifths'} ${sizeMm}`;
  paintLadder(surface, ladder, -room, name, options, (on, isSeen) =>
    drawNumbers(on, ladder, { every, sizeMm }, palette, isSeen),
  );
}

/** How far numbers of a size stand out of the frame, mm. */
function numbersMm(sizeMm: number): number {
  return UNIT_GAP_MM + (sizeMm / UNIT_SIZE_MM) * (UNIT_NUMBERS_MM - UNIT_GAP_MM);
}

/** The numbers of those units that are seen. */
function drawNumbers(
  surface: Surface,
  ladder: Ladder,
  { every, sizeMm }: { readonly every: boolean; readonly sizeMm: number },
  palette: Palette,
  isSeen: UnitSeen,
): void {
  const beside = numbersMm(sizeMm) - UNIT_GAP_MM;
  for (let u = 1; u <= ladder.heightU; u += 1) {
    const fifth = u % 5 === 0;
    const y = topOf(ladder, u);
    if ((!every && !fifth) || !isSeen(y)) continue;
    const tone = fifth ? 'text' : 'muted';
    const weight = fifth ? 'semibold' : 'regular';
    const middle = y + ladder.unitMm / 2;
    surface.text(beside, middle, String(u), lettering(palette, tone, sizeMm, weight, 'right'));
    if (!every) continue;
    const style = lettering(palette, tone, sizeMm, weight, 'left');
    surface.text(ladder.widthMm - beside, middle, String(u), style);
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

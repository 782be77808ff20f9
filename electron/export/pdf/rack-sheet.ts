/**
 * Racks, front and rear at 1:10, names beside them, totals under them, a list where there is room: one a sheet, on
 * large sheets as many as it takes with their lists. Where a sheet is too narrow for both faces each has one of its
 * own; where it is too low for any the scale is smaller.
 */

import {
  paintRackFace,
  paletteFor,
  placedDevices,
  UNIT_NUMBERS_MM,
} from '../../../shared/drawing/index.ts';
import { TITLE_MM } from '../../../shared/drawing/layout.ts';
import { centreOfGravity } from '../../../shared/model/centre-of-gravity.ts';
import { type Box, rackHeightMm } from '../../../shared/model/rack-geometry.ts';
import type { Face, Rack } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { drawBalanceMark } from './marks.ts';
import { type Fit, fitOn, LEAST_LETTERING_MM, TYPE } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';
import {
  drawDeviceList,
  drawTotals,
  drawTotalsBelowEachOther,
  WHOLE_LIST_MM,
} from './rack-facts.ts';
import { areaOverBar, drawBar, drawScaleBar, isBarBeside } from './scale-bar.ts';
import { type Fitted, type SharedSheet, shareSheets } from './shared-sheets.ts';
import { type DrawingSet, drawingArea, type Sheet, type SheetPen } from './sheet.ts';
import { deviceTarget, rackTarget } from './targets.ts';

/** From the frame to what stands at the sheet's left. */
const INSET_MM = 4;
/** ISO 5455 scales that a rack may have; the painter's lines and letters are made for the first. */
const SCALES = [10, 20] as const;
const USUAL_SCALE = 10;
/** Space between the two faces, mm on paper: both have unit numbers in it. */
const BETWEEN_MM = 9;
/** Unit numbers beside a face, mm on paper. */
const NUMBERS_MM = UNIT_NUMBERS_MM / USUAL_SCALE;
const TOTALS_MM = 12;
/** Between a face and its totals, mm on paper. */
const OVER_TOTALS_MM = 3;
/** Columns for the names of devices beside the faces, mm on paper. */
const NAMES_MM = { least: 22, most: 36 } as const;
/** A rack with its list asks for so much beside its faces, mm on paper. */
const LIST_MM = 118;
/** The column beside faces that have nothing under them. */
const COLUMN_MM = { least: 58, most: 200 } as const;
/** Between racks above each other, mm on paper. */
const GAP_MM = 10;

/** What is drawn of a rack in one place. */
interface Elevation {
  readonly rack: Rack;
  readonly faces: readonly Face[];
  /** Totals stand beside the faces, and the scale bar where the title block leaves it no room: none is under them. */
  readonly beside: boolean;
}

const BOTH: readonly Face[] = ['front', 'rear'];
/** How a rack may be drawn, the best first. */
const WAYS = [
  { faces: BOTH, beside: false },
  { faces: BOTH, beside: true },
  { faces: BOTH.slice(0, 1), beside: true },
] as const;

function facesWidth({ rack, faces }: Elevation, scale: number): number {
  const between = (faces.length - 1) * BETWEEN_MM;
  return (faces.length * rack.widthMm) / scale + between + 2 * NUMBERS_MM;
}

function contentHeight({ rack, beside }: Elevation, scale: number): number {
  const under = beside ? 0 : OVER_TOTALS_MM + TOTALS_MM;
  return (TITLE_MM + rackHeightMm(rack)) / scale + under;
}

function fitsSheet(elevation: Elevation, { format, scale }: Fit): boolean {
  const { beside } = elevation;
  const { width, height } = beside ? drawingArea(format) : areaOverBar(format);
  const names = beside ? NAMES_MM.least + COLUMN_MM.least : 2 * NAMES_MM.least;
  const wanted = facesWidth(elevation, scale) + names;
  return wanted <= width && contentHeight(elevation, scale) <= height;
}

/** A rack in one place, or its faces one a sheet where the sheet is too narrow for both. */
function elevationsOf(set: DrawingSet, rack: Rack): Fitted<Elevation>[] {
  const ways = WAYS.map((way): Elevation => ({ rack, ...way }));
  const fit = fitOn(set, SCALES, (each) => ways.some((way) => fitsSheet(way, each)));
  const way = ways.find((each) => fitsSheet(each, fit)) ?? { rack, faces: BOTH, beside: false };
  const parts = way.faces.length > 1 ? [way.faces] : BOTH.map((face) => [face]);
  return parts.map((faces) => {
    const item = { ...way, faces };
    const width = facesWidth(item, fit.scale) + 2 * NAMES_MM.most + LIST_MM;
    return { ...fit, item, width, height: contentHeight(item, fit.scale) + GAP_MM };
  });
}

/** The sheets of racks, in their order. */
export function rackSheets(set: DrawingSet, racks: readonly Rack[]): Sheet[] {
  const elevations = racks.flatMap((rack) => elevationsOf(set, rack));
  return shareSheets(elevations, areaOverBar).map((sheet) => sheetOf(set, sheet));
}

function sheetOf(set: DrawingSet, { format, scale, parts }: SharedSheet<Elevation>): Sheet {
  const titles = parts.map(({ item }) => titleOf(item));
  const [first = '', last = ''] = [parts[0], parts.at(-1)].map((part) => part?.item.rack.name);
  const [target = '', ...holds] = parts.map(({ item }) => targetOf(item));
  const note = say('drawing.rack.scaleNote', { scale });
  const barOnSheet = isBarBeside(format) || parts.every(({ item }) => !item.beside);
  return {
    format,
    target,
    holds,
    title: parts.length > 1 ? say('drawing.rack.titles', { first, last }) : (titles[0] ?? ''),
    bookmarks: titles,
    section: say('drawing.section.racks'),
    documentType: say('drawing.type.elevation'),
    continues: false,
    scale: `1:${scale}`,
    draw: (pen) => {
      for (const { item, place } of parts) {
        if (item.beside) {
          const whole = parts.length > 1 ? place : drawingArea(format);
          drawBeside(pen, set, item, whole, scale, barOnSheet ? null : note);
        } else drawOver(pen, set, item, place, scale);
      }
      if (barOnSheet) drawScaleBar(pen.surface, format, note);
    },
  };
}

function titleOf({ rack: { name }, faces }: Elevation): string {
  const [face] = faces;
  const whole = faces.length > 1 || face === undefined;
  return whole
    ? say('drawing.rack.title', { name })
    : say('drawing.rack.titleOfFace', { name, face: say(`drawing.plate.seen.${face}`) });
}

/** Links lead to where the front is. */
function targetOf({ rack, faces }: Elevation): string {
  return faces[0] === 'front' ? rackTarget(rack.id) : `${rackTarget(rack.id)} rear`;
}

/** Faces with their totals under them, and a list beside them where there is room. */
function drawOver(
  pen: SheetPen,
  set: DrawingSet,
  elevation: Elevation,
  area: Box,
  scale: number,
): void {
  const { surface } = pen;
  const { rack } = elevation;
  const taken = facesWidth(elevation, scale);
  const listed = area.width - taken > 2 * NAMES_MM.most + WHOLE_LIST_MM;
  const names = Math.min(NAMES_MM.most, (area.width - taken) / 2);
  // Without a list beside them the faces stand in the middle.
  const left = listed ? area.x : area.x + (area.width - taken) / 2 - names;
  const top = area.y + TITLE_MM / scale;
  drawFaces(pen, set, elevation, { x: left + names, top, scale, names });
  const under = top + rackHeightMm(rack) / scale + OVER_TOTALS_MM;
  const own = listed ? taken + 2 * names : area.width;
  const totals = { x: area.x + INSET_MM, y: under, width: own - 2 * INSET_MM, height: TOTALS_MM };
  drawTotals(surface, set, rack, totals);
  if (!listed) return;
  const x = left + taken + 2 * names + 4;
  const width = area.x + area.width - x - 4;
  drawDeviceList(surface, set, rack, { x, y: area.y + 6, width, height: area.height - 10 });
}

/** Faces with totals, list and where it has no room elsewhere the scale bar in a column beside them. */
function drawBeside(
  pen: SheetPen,
  set: DrawingSet,
  elevation: Elevation,
  area: Box,
  scale: number,
  barNote: string | null,
): void {
  const { surface } = pen;
  const { rack, faces } = elevation;
  const taken = facesWidth(elevation, scale);
  const sides = faces.length;
  const names = Math.min(NAMES_MM.most, (area.width - taken - COLUMN_MM.least) / sides);
  const top = area.y + TITLE_MM / scale;
  // Names stand at the left of a front and at the right of a rear.
  const before = faces.includes('front') ? names : 0;
  drawFaces(pen, set, elevation, { x: area.x + before, top, scale, names });
  const x = area.x + taken + sides * names + 4;
  const width = area.x + area.width - x - 4;
  const totalsMm = drawTotalsBelowEachOther(surface, set, rack, { x, y: area.y + 6, width });
  const y = area.y + 6 + totalsMm + 6;
  const barMm = barNote === null ? 0 : 110;
  const height = area.y + area.height - y - barMm - 4;
  drawDeviceList(surface, set, rack, { x, y, width: Math.min(width, COLUMN_MM.most), height });
  if (barNote === null) return;
  const foot = area.y + area.height - 5;
  surface.at(x + 5, foot, () => drawBar(surface, 0, 0, barNote), true);
}

/** Faces side by side, `x` the left edge of the unit numbers of the first, with their names beside them. */
function drawFaces(
  pen: SheetPen,
  set: DrawingSet,
  { rack, faces }: Elevation,
  {
    x,
    top,
    scale,
    names,
  }: {
    readonly x: number;
    readonly top: number;
    readonly scale: number;
    readonly names: number;
  },
): void {
  const width = rack.widthMm / scale;
  for (const [i, face] of faces.entries()) {
    const left = x + NUMBERS_MM + i * (width + BETWEEN_MM);
    const drawn = { set, rack, face, x: left, y: top, scale };
    drawFace(pen.surface, drawn);
    addLinks(pen, drawn);
    if (face === 'front') {
      drawCentreOfGravity(pen.surface, drawn);
      drawNames(pen.surface, drawn, 'left', left - NUMBERS_MM, names);
    } else drawNames(pen.surface, drawn, 'right', left + width + NUMBERS_MM, names);
  }
}

/** A face where it is drawn: its frame's upper left corner on the sheet. */
interface DrawnFace {
  readonly set: DrawingSet;
  readonly rack: Rack;
  readonly face: Face;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

function drawFace(surface: PdfSurface, { set, rack, face, x, y, scale }: DrawnFace): void {
  const paint = (): void =>
    paintRackFace(surface, set.design, rack.id, face, {
      palette: paletteFor('paper'),
      pxPerMm: Number.POSITIVE_INFINITY,
      showLabels: true,
      labelPlaces: 'strips',
      showCables: true,
      pictures: 'print',
      smallestTextMm: LEAST_LETTERING_MM * scale,
      title: { name: rack.name, detail: say(`drawing.face.${face}`) },
    });
  surface.scaled(x, y, 1 / scale, paint, scale / USUAL_SCALE);
}

/** Devices lead to their port maps. */
function addLinks({ link }: SheetPen, { set, rack, face, x, y, scale }: DrawnFace): void {
  for (const { device, box, shown } of placedDevices(set.design, rack, face)) {
    if (shown !== 'face') continue;
    const [width, height] = [box.width / scale, box.height / scale];
    const at = { x: x + box.x / scale, y: y + box.y / scale, width, height };
    link(at, deviceTarget(device.id));
  }
}

/** The quartered circle of weights and balances, in the middle of a face. */
function drawCentreOfGravity(surface: PdfSurface, { set, rack, x, y, scale }: DrawnFace): void {
  const centre = centreOfGravity(set.design, rack);
  if (centre === null) return;
  const height = (rackHeightMm(rack) - centre.heightMm) / scale;
  drawBalanceMark(surface, x + rack.widthMm / 2 / scale, y + height);
}

/** Names by height on the face: devices on the rails that are seen; of blanking panels the drawing tells all. */
function namesByHeight({ set, rack, face }: DrawnFace): Map<number, string> {
  const names = new Map<number, string>();
  for (const { device, type, box, shown } of placedDevices(set.design, rack, face)) {
    const seen = shown === 'face' && device.mount === 'rails' && device.name !== '';
    if (!seen || type.category === 'blank') continue;
    const middle = box.y + box.height / 2;
    const beside = names.get(middle);
    names.set(middle, beside === undefined ? device.name : `${beside} · ${device.name}`);
  }
  return names;
}

/** Names beside the units they are about, `room` mm wide, no higher than a unit. */
function drawNames(
  surface: PdfSurface,
  face: DrawnFace,
  side: 'left' | 'right',
  x: number,
  room: number,
): void {
  const sizeMm = Math.min(TYPE.callout.sizeMm, (LEAST_LETTERING_MM * 2 * USUAL_SCALE) / face.scale);
  const style = { ...(side === 'left' ? TYPE.calloutRight : TYPE.callout), sizeMm };
  const at = side === 'left' ? x - 0.6 : x + 0.6;
  for (const [middle, name] of namesByHeight(face))
    surface.text(at, face.y + middle / face.scale, name, style, room - 2);
}

/**
 * Racks, front and rear at 1:10, names beside them, totals under them, a list where there is room: one a sheet, on
 * large sheets as many as it takes with their lists.
 */

import {
  paintRackFace,
  paletteFor,
  placedDevices,
  UNIT_NUMBERS_MM,
} from '../../../shared/drawing/index.ts';
import { TITLE_MM } from '../../../shared/drawing/layout.ts';
import { centreOfGravity } from '../../../shared/model/centre-of-gravity.ts';
import { devicesInRack } from '../../../shared/model/design-index.ts';
import { type Box, rackHeightMm } from '../../../shared/model/rack-geometry.ts';
import type { Device, Face, Rack } from '../../../shared/model/records.ts';
import { unitText } from '../../../shared/schedules/cable-places.ts';
import { say } from '../../../shared/text/index.ts';
import { drawBalanceMark } from './marks.ts';
import { type Paper, RULES, type SheetFormat, sheetsFrom, TYPE } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';
import { drawScaleBar, isBarBeside } from './scale-bar.ts';
import { type DrawingSet, drawingArea, type Sheet, type SheetPen } from './sheet.ts';
import { type Column, drawTable, setTable } from './table.ts';
import { deviceTarget, rackTarget } from './targets.ts';
import { figure, rackTotals } from './totals.ts';

/** From the frame to what stands at the sheet's left. */
const INSET_MM = 4;
const SCALE = 1 / 10;
/** Space between the two faces, mm on paper: both have unit numbers in it. */
const BETWEEN_MM = 9;
const TOTALS_MM = 12;
/** Columns for the names of devices beside the faces, mm on paper. */
const NAMES_MM = { least: 22, most: 36 } as const;
/** Lettering on devices stays legible in print: 1.6 mm on paper. */
const SMALLEST_TEXT_MM = 16;

function facesWidth(rack: Rack): number {
  return 2 * rack.widthMm * SCALE + BETWEEN_MM + 2 * UNIT_NUMBERS_MM * SCALE;
}

function contentHeight(rack: Rack): number {
  return (TITLE_MM + rackHeightMm(rack)) * SCALE + 4 + TOTALS_MM;
}

/** The smallest sheet that takes both faces at 1:10. */
function formatFor(rack: Rack, paper: Paper): SheetFormat {
  const fits = (format: SheetFormat): boolean => {
    const { width, height } = drawingArea(format);
    return facesWidth(rack) + 2 * NAMES_MM.least <= width && contentHeight(rack) <= height;
  };
  const sheets = sheetsFrom(paper);
  const found = sheets.find(fits) ?? sheets.at(-1);
  if (!found) throw new RangeError(`no sheets of ${paper}`);
  return found;
}

/** The sheets of racks, in their order. */
export function rackSheets(set: DrawingSet, racks: readonly Rack[]): Sheet[] {
  const perFormat = Map.groupBy(racks, (rack) => formatFor(rack, set.paper));
  const most = new Map<SheetFormat, number>();
  for (const [format, own] of perFormat) most.set(format, placesOn(format, own).length);
  const sheets: { readonly format: SheetFormat; readonly racks: Rack[] }[] = [];
  for (const [format, own] of perFormat) {
    for (const rack of own) {
      const last = sheets.at(-1);
      if (last?.format === format && last.racks.length < (most.get(format) ?? 1)) {
        last.racks.push(rack);
      } else sheets.push({ format, racks: [rack] });
    }
  }
  const order = new Map(racks.map(({ id }, i) => [id, i]));
  const first = ({ racks: [rack] }: (typeof sheets)[number]): number =>
    order.get(rack?.id ?? '') ?? 0;
  return sheets.sort((a, b) => first(a) - first(b)).map((each) => sheetOf(set, each, perFormat));
}

/** A rack with its list asks for so much beside its faces, mm on paper. */
const LIST_MM = 118;
/** Between racks above each other, mm on paper. */
const GAP_MM = 10;
/** The scale bar, where it stands above the title block. */
const BAR_MM = 14;

/** The parts of a sheet, each with room for any of these racks and its list; the whole where it takes only one. */
function placesOn(format: SheetFormat, racks: readonly Rack[]): Box[] {
  const area = drawingArea(format);
  const room = area.height - (isBarBeside(format) ? 0 : BAR_MM);
  const wide = Math.max(...racks.map(facesWidth)) + 2 * NAMES_MM.most + LIST_MM;
  const high = Math.max(...racks.map(contentHeight)) + GAP_MM;
  const [across, down] = [Math.floor(area.width / wide), Math.floor(room / high)];
  if (across * down < 2) return [area];
  const [width, height] = [area.width / across, room / down];
  return Array.from({ length: across * down }, (_, i) => ({
    x: area.x + (i % across) * width,
    y: area.y + Math.floor(i / across) * height,
    width,
    height,
  }));
}

function sheetOf(
  set: DrawingSet,
  { format, racks }: { readonly format: SheetFormat; readonly racks: readonly Rack[] },
  perFormat: ReadonlyMap<SheetFormat, readonly Rack[]>,
): Sheet {
  const places = placesOn(format, perFormat.get(format) ?? racks);
  const titles = racks.map(({ name }) => say('drawing.rack.title', { name }));
  const [one, last] = [racks[0]?.name ?? '', racks.at(-1)?.name ?? ''];
  const [target = '', ...holds] = racks.map(({ id }) => rackTarget(id));
  return {
    format,
    target,
    holds,
    title: racks.length > 1 ? say('drawing.rack.titles', { first: one, last }) : (titles[0] ?? ''),
    bookmarks: titles,
    section: say('drawing.section.racks'),
    documentType: say('drawing.type.elevation'),
    continues: false,
    scale: '1:10',
    draw: (pen) => {
      for (const [i, rack] of racks.entries()) {
        const place = places[i];
        if (place) drawRack(pen, set, rack, place);
      }
      drawScaleBar(pen.surface, format, say('drawing.rack.scaleNote'));
    },
  };
}

function drawRack(pen: SheetPen, set: DrawingSet, rack: Rack, area: Box): void {
  const { surface } = pen;
  const listed = area.width - facesWidth(rack) > 2 * NAMES_MM.most + 110;
  const free = listed ? 2 * NAMES_MM.most : area.width - facesWidth(rack);
  const names = Math.min(NAMES_MM.most, free / 2);
  const left = area.x + names + UNIT_NUMBERS_MM * SCALE;
  const width = rack.widthMm * SCALE;
  const top = area.y + TITLE_MM * SCALE;
  const right = left + width + BETWEEN_MM;
  drawFace(surface, set, rack, 'front', left, top);
  drawFace(surface, set, rack, 'rear', right, top);
  addLinks(pen, set, rack, 'front', left, top);
  addLinks(pen, set, rack, 'rear', right, top);
  drawCentreOfGravity(surface, set, rack, left + width / 2, top);
  const numbers = UNIT_NUMBERS_MM * SCALE;
  const [seen, behind] = [namesByHeight(set, rack, 'front'), namesByHeight(set, rack, 'rear')];
  drawNames(surface, seen, 'front', { x: left - numbers, y: top, room: names });
  drawNames(surface, behind, 'rear', { x: right + width + numbers, y: top, room: names });
  const under = top + rackHeightMm(rack) * SCALE + 4;
  const totalsWidth = facesWidth(rack) + 2 * names - 2 * INSET_MM;
  drawTotals(surface, set, rack, {
    x: area.x + INSET_MM,
    y: under,
    width: totalsWidth,
    height: TOTALS_MM,
  });
  if (!listed) return;
  const x = right + width + UNIT_NUMBERS_MM * SCALE + names + 4;
  const listWidth = area.x + area.width - x - 4;
  drawDeviceList(surface, set, rack, {
    x,
    y: area.y + 6,
    width: listWidth,
    height: area.height - 10,
  });
}

function drawFace(
  surface: PdfSurface,
  set: DrawingSet,
  rack: Rack,
  face: Face,
  x: number,
  y: number,
): void {
  surface.scaled(x, y, SCALE, () =>
    paintRackFace(surface, set.design, rack.id, face, {
      palette: paletteFor('paper'),
      pxPerMm: Number.POSITIVE_INFINITY,
      showLabels: true,
      labelPlaces: 'strips',
      showCables: true,
      pictures: 'print',
      smallestTextMm: SMALLEST_TEXT_MM,
      title: { name: rack.name, detail: say(`drawing.face.${face}`) },
    }),
  );
}

/** Devices lead to their port maps. */
function addLinks(
  { link }: SheetPen,
  { design }: DrawingSet,
  rack: Rack,
  face: Face,
  x: number,
  y: number,
): void {
  for (const { device, box, shown } of placedDevices(design, rack, face)) {
    if (shown !== 'face') continue;
    const [width, height] = [box.width * SCALE, box.height * SCALE];
    const at = { x: x + box.x * SCALE, y: y + box.y * SCALE, width, height };
    link(at, deviceTarget(device.id));
  }
}

/** The quartered circle of weights and balances, on the front. */
function drawCentreOfGravity(
  surface: PdfSurface,
  { design }: DrawingSet,
  rack: Rack,
  x: number,
  top: number,
): void {
  const centre = centreOfGravity(design, rack);
  if (centre === null) return;
  drawBalanceMark(surface, x, top + (rackHeightMm(rack) - centre.heightMm) * SCALE);
}

/** Names by height on the face: devices on the rails that are seen; of blanking panels the drawing tells all. */
function namesByHeight(set: DrawingSet, rack: Rack, face: Face): Map<number, string> {
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

/** Names beside the units they are about, `room` mm wide: the front's at its left, the rear's at its right. */
function drawNames(
  surface: PdfSurface,
  names: ReadonlyMap<number, string>,
  face: Face,
  at: { readonly x: number; readonly y: number; readonly room: number },
): void {
  const style = face === 'front' ? TYPE.calloutRight : TYPE.callout;
  const x = face === 'front' ? at.x - 0.6 : at.x + 0.6;
  for (const [middle, name] of names)
    surface.text(x, at.y + middle * SCALE, name, style, at.room - 2);
}

function drawTotals(surface: PdfSurface, set: DrawingSet, rack: Rack, box: Box): void {
  const totals = rackTotals(set.design, set.analysis, rack);
  const wanted = totals.map(({ name, value }) =>
    Math.max(
      surface.lettering.widthMm(name, TYPE.note),
      surface.lettering.widthMm(value, TYPE.strong),
    ),
  );
  const spare = (box.width - wanted.reduce((sum, each) => sum + each, 0)) / totals.length;
  surface.rect(box.x, box.y, box.width, box.height, RULES.outline);
  let { x } = box;
  for (const [i, total] of totals.entries()) {
    const width = (wanted[i] ?? 0) + spare;
    if (i > 0) surface.line([x, box.y, x, box.y + box.height], RULES.fine);
    surface.text(x + 1.2, box.y + 3.4, total.name, TYPE.note, width - 1.4);
    surface.text(x + 1.2, box.y + 8.2, total.value, TYPE.strong, width - 1.4);
    x += width;
  }
}

interface ListedDevice {
  readonly device: Device;
  readonly model: string;
  readonly units: string;
  readonly weightKg: number | null;
  readonly powerW: number | null;
}

function listedDevices(set: DrawingSet, rack: Rack): ListedDevice[] {
  return devicesInRack(set.design, rack.id).map((device) => {
    const type = set.design.deviceTypes.get(device.typeId);
    const units = unitText(set.design, device);
    return {
      device,
      model: type ? `${type.manufacturer} ${type.model}` : say('drawing.unknown'),
      units: device.face === 'rear' ? `${units} ${say('drawing.face.rearShort')}` : units,
      weightKg: type?.weightKg?.value ?? null,
      powerW: type?.powerMaxW?.value ?? null,
    };
  });
}

function deviceColumns(): Column<ListedDevice>[] {
  return [
    { title: say('drawing.column.unit'), share: 10, cell: (row) => row.units },
    {
      title: say('drawing.column.name'),
      share: 24,
      semibold: true,
      cell: (row) => row.device.name,
    },
    { title: say('drawing.column.model'), share: 44, cell: (row) => row.model },
    {
      title: say('drawing.column.weight'),
      share: 13,
      align: 'right',
      cell: (row) => figure(row.weightKg, '', 1),
    },
    {
      title: say('drawing.column.power'),
      share: 13,
      align: 'right',
      cell: (row) => figure(row.powerW, ''),
    },
  ];
}

/** As many devices as the room takes; the rest is told in a line. */
function drawDeviceList(surface: PdfSurface, set: DrawingSet, rack: Rack, box: Box): void {
  const rows = listedDevices(set, rack);
  if (rows.length === 0) return;
  const columns = deviceColumns();
  const table = setTable(surface, columns, rows, box.width, box.height);
  const height = drawTable(surface, box.x, box.y, columns, table, 0);
  const hidden = rows.length - (table.pages[0]?.length ?? 0);
  if (hidden === 0) return;
  const note = say('drawing.rack.more', { count: hidden });
  surface.text(box.x, box.y + height + 2.5, note, TYPE.note);
}

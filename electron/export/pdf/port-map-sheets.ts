/**
 * Port maps: the faces of each cabled device with its ports by name, and where the cable in each leads. Small devices
 * share a sheet, on large sheets in columns; one that is taller than a sheet goes on overleaf. Devices that follow each
 * other and look alike share one picture, each with a list of its own beside it.
 */
import { cableColours, paintDeviceType, paletteFor } from '../../../shared/drawing/index.ts';
import { lookPaint } from '../../../shared/drawing/palette.ts';
import type { Surface } from '../../../shared/drawing/surface.ts';
import { devicesInRack } from '../../../shared/model/design-index.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { Cable, Device, Rack } from '../../../shared/model/records.ts';
import { unitText } from '../../../shared/schedules/cable-places.ts';
import { say } from '../../../shared/text/index.ts';
import { type EndOf, endsOf } from './cable-rows.ts';
import {
  LEAST_LETTERING_MM,
  RULES,
  type SheetFormat,
  type Stock,
  TYPE,
  tableFormat,
} from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';
import { type MappedFace, type MappedPort, type PortMap, portMapOf } from './port-map.ts';
import { type ColourOf, paintCage } from './port-map-cage.ts';
import { areaOverBar, drawScaleBar } from './scale-bar.ts';
import { SCHEDULE_TARGET } from './schedule-sheets.ts';
import type { DrawingSet, Sheet, SheetPen } from './sheet.ts';
import {
  type Column,
  DENSE_MM,
  drawTable,
  HEAD_MM,
  pageHeightMm,
  type SetTable,
  setTable,
} from './table.ts';
import { deviceTarget, rackTarget } from './targets.ts';

const INSET_MM = 4;
const GUTTER_MM = 6;
const TITLE_MM = 9;
/** Above each face: which one it is, and its scale. */
const CAPTION_MM = 5;
const BLOCK_GAP_MM = 6;
/** Between lists beside one picture, and between columns of a sheet, mm. */
const LIST_GAP_MM = 4;
const BETWEEN_MM = 12;
/** A list of ports reads well at this width, and no narrower, mm. */
const LIST_MM = { least: 88, most: 128 } as const;
/** A panel at 1:2 with a list beside it: a sheet has as many columns of them as it takes, mm. */
const COLUMN_MM = 340;
/** ISO 5455 scales that a face may have, the largest first. */
const SCALES = [2, 5, 10, 20] as const;

/** A face as it lies on a sheet. */
interface PlacedFace {
  readonly mapped: MappedFace;
  readonly scale: number;
  /** A strip is laid down: its top at the left. */
  readonly turned: boolean;
  readonly width: number;
  readonly height: number;
}

/** A device, or its part on one sheet. */
interface Block {
  readonly map: PortMap;
  readonly faces: readonly PlacedFace[];
  readonly list: SetTable<MappedPort>;
  /** Pages of the list, as columns side by side. */
  readonly from: number;
  readonly to: number;
  readonly beside: boolean;
  readonly height: number;
  readonly continues: boolean;
}

/** A block on a sheet before it is drawn: a large design has thousands, and their words are not kept meanwhile. */
interface Part {
  readonly device: Device;
  /** Which of the device's blocks. */
  readonly at: number;
  /** From the upper left corner of its column, mm. */
  readonly x: number;
  readonly y: number;
  /** The device whose picture shows this one's faces too; null where it has its own. */
  readonly pictured: Device | null;
  /** Of the lines of the device's list, mm: measured once. */
  readonly heights: readonly number[];
  readonly scales: readonly number[];
}

/** Where beside or under a picture the list of a device that looks the same has room. */
interface Space {
  readonly look: string;
  readonly device: Device;
  readonly x: number;
  y: number;
}

/** A column of a sheet, the first of as many as stand side by side. */
interface Room extends Box {
  readonly format: SheetFormat;
  readonly across: number;
}

/** What all sheets of port maps are drawn from. */
interface MapSheets extends DrawingSet {
  readonly room: Room;
  readonly columns: readonly Column<MappedPort>[];
  readonly endOf: EndOf;
  /** Faces that are drawn alike stand in the file once: devices of a type are mostly cabled alike. */
  readonly symbols: Map<string, object>;
}

/** As many sheets as the cabled devices of these racks take. */
export function portMapSheets(
  set: DrawingSet,
  surface: PdfSurface,
  racks: readonly Rack[],
): Sheet[] {
  const room = roomOf(set);
  const sheets: MapSheets = {
    ...set,
    room,
    columns: portColumns(set),
    endOf: endsOf(set),
    symbols: new Map(),
  };
  const columns = placeParts(sheets, surface, racks);
  const count = Math.ceil(columns.length / room.across);
  return Array.from({ length: count }, (_, page) => {
    const own = columns.slice(page * room.across, (page + 1) * room.across);
    return sheetOf(sheets, own, page, count);
  });
}

/** The devices of these racks in columns, from the top down. */
function placeParts(sheets: MapSheets, surface: PdfSurface, racks: readonly Rack[]): Part[][] {
  const { room, design } = sheets;
  const columns: Part[][] = [];
  let y = 0;
  let space: Space | undefined;
  for (const device of racks.flatMap(({ id }) => devicesInRack(design, id))) {
    const blocks = blocksOf(sheets, surface, device);
    const [first] = blocks;
    if (!first) continue;
    const look = faceLook(sheets, first);
    const part = (block: Block, at: number) => ({
      device,
      at,
      heights: block.list.heights,
      scales: block.faces.map(({ scale }) => scale),
    });
    const listMm = TITLE_MM + listHeight(first);
    if (space?.look === look && blocks.length === 1 && space.y + listMm <= room.height) {
      columns.at(-1)?.push({ ...part(first, 0), x: space.x, y: space.y, pictured: space.device });
      space.y += listMm + LIST_GAP_MM;
      y = Math.max(y, space.y - LIST_GAP_MM + BLOCK_GAP_MM);
      continue;
    }
    for (const [at, block] of blocks.entries()) {
      if (columns.length === 0 || y + block.height > room.height) {
        columns.push([]);
        y = 0;
      }
      columns.at(-1)?.push({ ...part(block, at), x: 0, y, pictured: null });
      y += block.height + BLOCK_GAP_MM;
    }
    space = blocks.length === 1 ? spaceOf(first, look, y - BLOCK_GAP_MM) : undefined;
  }
  return columns;
}

/** Below the list of a block that ends at `bottom`. */
function spaceOf(block: Block, look: string, bottom: number): Space {
  const { device } = block.map;
  if (!block.beside) return { look, device, x: 0, y: bottom + LIST_GAP_MM };
  const top = bottom - block.height + TITLE_MM;
  return { look, device, x: listLeft(block), y: top + listHeight(block) + LIST_GAP_MM };
}

/** What a block's faces look like: the same for devices that are cabled alike. */
function faceLook({ design }: MapSheets, { map, faces }: Block): string {
  const { lookOf } = cableColours(design, paletteFor('paper'));
  const looks = faces.map((face) => lookOfFace(map, face, (cable) => lookOf(cable).colour));
  return looks.join('; ');
}

function lookOfFace(map: PortMap, { mapped, scale }: PlacedFace, colourOf: ColourOf): string {
  const used = mapped.cages.map(({ cable, reserved }) =>
    cable === null ? reserved : colourOf(cable),
  );
  return `${map.type.id} ${mapped.face} ${scale} ${used.join()}`;
}

/** Where beside its faces the list of a block begins, mm. */
function listLeft({ faces }: Block): number {
  return Math.max(0, ...faces.map(({ width }) => width)) + GUTTER_MM;
}

function listHeight({ list, from, to }: Pick<Block, 'list' | 'from' | 'to'>): number {
  const columns = list.pages.slice(from, to);
  return Math.max(0, ...columns.map((_, at) => pageHeightMm(list, from + at, HEAD_MM)));
}

function roomOf(stock: Stock): Room {
  const format = tableFormat(stock);
  const area = areaOverBar(format);
  const width = area.width - 2 * INSET_MM;
  const across = Math.max(1, Math.floor((width + BETWEEN_MM) / (COLUMN_MM + BETWEEN_MM)));
  return {
    format,
    across,
    x: area.x + INSET_MM,
    y: area.y + INSET_MM,
    width: (width - (across - 1) * BETWEEN_MM) / across,
    height: area.height - 2 * INSET_MM,
  };
}

function sheetOf(
  set: MapSheets,
  columns: readonly (readonly Part[])[],
  page: number,
  pages: number,
): Sheet {
  const { room } = set;
  const parts = columns.flat();
  const [first, ...more] = parts.filter(({ at }) => at === 0);
  const names = [...new Set(parts.map(({ device }) => device.name))];
  const [one = '', last = one] = [names[0], names.at(-1)];
  const scales = new Set(parts.flatMap((part) => part.scales));
  return {
    format: room.format,
    target: first ? deviceTarget(first.device.id) : `ports ${page + 1}`,
    holds: [...more.map(({ device }) => deviceTarget(device.id)), ...(page === 0 ? ['ports'] : [])],
    title: say(one === last ? 'drawing.ports.title' : 'drawing.ports.titles', {
      first: one,
      last,
      page: page + 1,
      pages,
    }),
    section: say('drawing.section.ports'),
    documentType: say('drawing.type.ports'),
    continues: page > 0,
    scale: [...scales]
      .sort((a, b) => a - b)
      .map((scale) => `1:${scale}`)
      .join(', '),
    draw: (pen) => {
      for (const [i, column] of columns.entries()) {
        const left = room.x + i * (room.width + BETWEEN_MM);
        for (const { device, at, heights, x, y, pictured } of column) {
          const block = blocksOf(set, pen.surface, device, heights)[at];
          if (!block) continue;
          const width = room.width - x;
          const box = { x: left + x, y: room.y + y, width, height: block.height };
          if (pictured) drawBesidePicture(pen, set, block, box, pictured);
          else drawBlock(pen, set, block, box);
        }
      }
      drawScaleBar(pen.surface, room.format, say('drawing.ports.scaleNote'));
    },
  };
}

/** The device on one sheet if one takes it; else the rest of its list overleaf. */
function blocksOf(
  set: MapSheets,
  surface: PdfSurface,
  device: Device,
  heights?: readonly number[],
): Block[] {
  const { room, columns } = set;
  const map = portMapOf(set.design, device, set.endOf);
  if (map === null) return [];
  const faces = placeFaces(map.faces, room);
  const facesMm = faces.reduce((sum, { height }) => sum + height + CAPTION_MM, 0);
  const widest = Math.max(0, ...faces.map(({ width }) => width));
  const free = room.width - widest - GUTTER_MM;
  const beside = faces.length > 0 && free >= LIST_MM.least && besideIsBetter(map, facesMm);
  const listRoom = beside ? free : room.width;
  const across = Math.max(1, Math.floor((listRoom + GUTTER_MM) / (LIST_MM.least + GUTTER_MM)));
  const width = Math.min(LIST_MM.most, (listRoom - (across - 1) * GUTTER_MM) / across);
  const above = TITLE_MM + (beside ? 0 : facesMm);
  const most = room.height - above - 1;
  // Columns of about the same height, no higher than the sheet.
  const even = (each: readonly number[]): number => {
    const wholeMm = each.reduce((sum, mm) => sum + mm, 0);
    return Math.min(most, HEAD_MM + wholeMm / across + Math.max(0, ...each));
  };
  const list = setTable(surface, columns, map.ports, width, even, { ...DENSE, heights });
  const blocks: Block[] = [];
  for (let from = 0; from < Math.max(1, list.pages.length); from += across) {
    const to = Math.min(list.pages.length, from + across);
    const listMm = listHeight({ list, from, to });
    const continues = from > 0;
    const height = continues
      ? TITLE_MM + listMm
      : TITLE_MM + (beside ? Math.max(facesMm, listMm) : facesMm + listMm);
    blocks.push({ map, faces: continues ? [] : faces, list, from, to, beside, height, continues });
  }
  return blocks;
}

const DENSE = { paddingMm: DENSE_MM };

/** A tall picture and a short list stand side by side. */
function besideIsBetter({ ports }: PortMap, facesMm: number): boolean {
  return HEAD_MM + ports.length * 5 <= facesMm * 1.2 + 12;
}

/** Each face at the largest scale at which all of them fit one sheet. */
function placeFaces(faces: readonly MappedFace[], room: Room): PlacedFace[] {
  for (const scale of SCALES) {
    const placed = faces.map((mapped) => placedFace(mapped, scale));
    const height = placed.reduce((sum, face) => sum + face.height + CAPTION_MM, 0);
    const fits = placed.every(({ width }) => width <= room.width);
    if (fits && height + TITLE_MM + 4 <= room.height) return placed;
  }
  return [];
}

function placedFace(mapped: MappedFace, scale: number): PlacedFace {
  const size = mapped.sizeMm;
  const turned = size.height > 1.5 * size.width;
  const [width, height] = turned ? [size.height, size.width] : [size.width, size.height];
  return { mapped, scale, turned, width: width / scale, height: height / scale };
}

function portColumns(set: DrawingSet): Column<MappedPort>[] {
  const palette = paletteFor('paper');
  const { lookOf } = cableColours(set.design, palette);
  const head = (name: string): string => say(`drawing.column.${name}`);
  return [
    { title: head('portName'), share: 20, semibold: true, cell: ({ port }) => port.name },
    {
      title: head('farEnd'),
      share: 46,
      cell: ({ far }) => `${far.place} ${far.ports}`.trim(),
      link: ({ far: { deviceId } }) => (deviceId === null ? null : deviceTarget(deviceId)),
    },
    {
      title: head('cable'),
      share: 32,
      cell: ({ cable }) => cable.label || cable.id,
      swatch: ({ cable }) => lookPaint(palette, lookOf(cable), 7),
    },
  ];
}

/** Where a device is, and that its title leads there and to the schedule. */
function drawTitle({ surface, link }: SheetPen, block: Block, box: Box, words: string): void {
  const { device } = block.map;
  const name = block.continues ? say('drawing.continued', { name: device.name }) : device.name;
  surface.line([box.x, box.y, box.x + box.width, box.y], RULES.outline);
  surface.text(box.x, box.y + 4, name, TYPE.subheading, box.width / 2);
  const at = box.x + Math.min(box.width / 2, surface.lettering.widthMm(name, TYPE.subheading)) + 4;
  const lead = say('drawing.ports.schedule');
  const leadMm = surface.lettering.widthMm(lead, TYPE.noteRight) + 4;
  surface.text(at, box.y + 4.2, words, TYPE.bodyMuted, box.x + box.width - at - leadMm);
  const half = box.width / 2;
  link({ x: box.x, y: box.y, width: half, height: TITLE_MM - 1 }, rackTarget(device.rackId));
  link({ x: box.x + half, y: box.y, width: half, height: TITLE_MM - 1 }, SCHEDULE_TARGET);
  surface.text(box.x + box.width, box.y + 4.2, lead, TYPE.noteRight);
}

function placeText({ design }: DrawingSet, { device }: PortMap): string {
  const rack = design.racks.get(device.rackId);
  return [rack?.name ?? '', unitText(design, device)].join(' ').trim();
}

function drawBlock(pen: SheetPen, set: MapSheets, block: Block, box: Box): void {
  const { surface } = pen;
  const { map, faces } = block;
  const { type } = map;
  const words = say('drawing.ports.what', {
    place: placeText(set, map),
    type: `${type.manufacturer} ${type.model}`,
    used: map.ports.length,
    free: map.free,
  });
  drawTitle(pen, block, box, words);
  let y = box.y + TITLE_MM;
  for (const face of faces) {
    const caption = say('drawing.ports.face', {
      face: say(`drawing.face.${face.mapped.face}`),
      scale: face.scale,
    });
    surface.text(box.x, y + CAPTION_MM / 2, caption, TYPE.note);
    drawFace(surface, set, map, face, box.x, y + CAPTION_MM);
    y += CAPTION_MM + face.height;
  }
  const left = block.beside && !block.continues ? box.x + listLeft(block) : box.x;
  const top = block.beside || faces.length === 0 ? box.y + TITLE_MM : y + 1;
  drawList(pen, set, block, left, top);
}

/** The list of a device whose faces look like those beside it or above. */
function drawBesidePicture(
  pen: SheetPen,
  set: MapSheets,
  block: Block,
  box: Box,
  pictured: Device,
): void {
  const { map, from, to } = block;
  const width = (to - from) * (listWidth(block) + GUTTER_MM) - GUTTER_MM;
  const words = say('drawing.ports.alike', {
    place: placeText(set, map),
    name: pictured.name,
    used: map.ports.length,
    free: map.free,
  });
  drawTitle(pen, block, { ...box, width }, words);
  drawList(pen, set, block, box.x, box.y + TITLE_MM);
}

/** How wide a page of a block's list is. */
function listWidth({ list }: Block): number {
  return list.widths.reduce((sum, each) => sum + each, 0);
}

/** The pages of a block's list side by side. */
function drawList(
  { surface, link }: SheetPen,
  { columns }: MapSheets,
  block: Block,
  x: number,
  y: number,
): void {
  const { list, from, to } = block;
  for (let page = from; page < to; page += 1) {
    const left = x + (page - from) * (listWidth(block) + GUTTER_MM);
    drawTable(surface, left, y, columns, list, page, link);
  }
}

function drawFace(
  surface: PdfSurface,
  { design, symbols }: MapSheets,
  map: PortMap,
  face: PlacedFace,
  x: number,
  y: number,
): void {
  const { lookOf } = cableColours(design, paletteFor('paper'));
  const colourOf = (cable: Cable): string => lookOf(cable).colour;
  const { mapped, scale, turned, height } = face;
  const { width: wide, height: high } = mapped.sizeMm;
  const paint = (on: Surface): void => {
    paintDeviceType(on, map.type, mapped.face, {
      palette: paletteFor('paper'),
      pxPerMm: Number.POSITIVE_INFINITY,
      showLabels: false,
      showCables: false,
      smallestTextMm: LEAST_LETTERING_MM * scale,
    });
    for (const cage of mapped.cages) paintCage(on, surface.lettering, cage, scale, colourOf);
  };
  const look = lookOfFace(map, face, colourOf);
  let symbol = symbols.get(look);
  if (symbol === undefined) symbols.set(look, (symbol = {}));
  const key = symbol;
  // The painter's lines are made for 1:10.
  surface.scaled(
    x,
    y,
    1 / scale,
    () => {
      const draw = (): void => surface.symbol(0, 0, wide, high, key, paint);
      if (turned) surface.at(0, height * scale, draw, true);
      else draw();
    },
    scale / 10,
  );
}

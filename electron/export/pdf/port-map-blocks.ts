/**
 * Devices of port maps as blocks: faces and a list of ports, side by side or below each other, in parts where one is
 * taller than a sheet.
 */
import { cableColours, paletteFor } from '../../../shared/drawing/index.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { Device } from '../../../shared/model/records.ts';
import type { EndOf } from './cable-rows.ts';
import { type SheetFormat, type Stock, tableFormat } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';
import { type MappedFace, type MappedPort, type PortMap, portMapOf } from './port-map.ts';
import type { ColourOf } from './port-map-cage.ts';
import { areaOverBar } from './scale-bar.ts';
import type { DrawingSet } from './sheet.ts';
import { type Column, DENSE_MM, HEAD_MM, pageHeightMm, type SetTable, setTable } from './table.ts';

const INSET_MM = 4;
/** Between columns of a list, and beside a picture, mm. */
export const GUTTER_MM = 6;
export const TITLE_MM = 9;
/** Above each face: which one it is, and its scale. */
export const CAPTION_MM = 5;
/** Between columns of a sheet, mm. */
export const BETWEEN_MM = 12;
/** A list of ports reads well at this width, and no narrower, mm. */
const LIST_MM = { least: 88, most: 128 } as const;
/** A panel at 1:2 with a list beside it: a sheet has as many columns of them as it takes, mm. */
const COLUMN_MM = 340;
/** ISO 5455 scales that a face may have, the largest first. */
const SCALES = [2, 5, 10, 20] as const;

/** A face as it lies on a sheet. */
export interface PlacedFace {
  readonly mapped: MappedFace;
  readonly scale: number;
  /** A strip is laid down: its top at the left. */
  readonly turned: boolean;
  readonly width: number;
  readonly height: number;
}

/** A device, or its part on one sheet. */
export interface Block {
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

/** A column of a sheet, the first of as many as stand side by side. */
export interface Room extends Box {
  readonly format: SheetFormat;
  readonly across: number;
}

/** What all sheets of port maps are drawn from. */
export interface MapSheets extends DrawingSet {
  readonly room: Room;
  readonly columns: readonly Column<MappedPort>[];
  readonly endOf: EndOf;
  /** Faces that are drawn alike stand in the file once: devices of a type are mostly cabled alike. */
  readonly symbols: Map<string, object>;
}

export function roomOf(stock: Stock): Room {
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

/** The device on one sheet if one takes it; else the rest of its list overleaf. */
export function blocksOf(
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

/** What a block's faces look like: the same for devices that are cabled alike. */
export function faceLook({ design }: MapSheets, { map, faces }: Block): string {
  const { lookOf } = cableColours(design, paletteFor('paper'));
  const looks = faces.map((face) => lookOfFace(map, face, (cable) => lookOf(cable).colour));
  return looks.join('; ');
}

export function lookOfFace(
  map: PortMap,
  { mapped, scale }: PlacedFace,
  colourOf: ColourOf,
): string {
  const used = mapped.cages.map(({ cable, reserved }) =>
    cable === null ? reserved : colourOf(cable),
  );
  return `${map.type.id} ${mapped.face} ${scale} ${used.join()}`;
}

/** Where beside its faces the list of a block begins, mm. */
export function listLeft({ faces }: Block): number {
  return Math.max(0, ...faces.map(({ width }) => width)) + GUTTER_MM;
}

export function listHeight({ list, from, to }: Pick<Block, 'list' | 'from' | 'to'>): number {
  const columns = list.pages.slice(from, to);
  return Math.max(0, ...columns.map((_, at) => pageHeightMm(list, from + at, HEAD_MM)));
}

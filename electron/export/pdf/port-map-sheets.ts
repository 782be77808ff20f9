/**
 * Port maps: the faces of each cabled device with its ports by name, and where the cable in each leads. Small devices
 * share a sheet, on large sheets in columns; one that is taller than a sheet goes on overleaf. Devices that follow each
 * other and look alike share one picture, each with a list of its own beside it.
 */
import { cableColours, paletteFor } from '../../../shared/drawing/index.ts';
import { lookPaint } from '../../../shared/drawing/palette.ts';
import { devicesInRack } from '../../../shared/model/design-index.ts';
import type { Device, Rack } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { endsOf } from './cable-rows.ts';
import type { PdfSurface } from './pdf-surface.ts';
import type { MappedPort } from './port-map.ts';
import {
  BETWEEN_MM,
  type Block,
  blocksOf,
  faceLook,
  listHeight,
  listLeft,
  type MapSheets,
  roomOf,
  TITLE_MM,
} from './port-map-blocks.ts';
import { drawBesidePicture, drawBlock } from './port-map-drawing.ts';
import { drawScaleBar } from './scale-bar.ts';
import type { DrawingSet, Sheet } from './sheet.ts';
import type { Column } from './table.ts';
import { deviceTarget } from './targets.ts';

const BLOCK_GAP_MM = 6;
/** Between lists beside one picture, mm. */
const LIST_GAP_MM = 4;

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

/** Blocks of port maps on their sheets: title, faces with what is in their openings, and the list beside or below. */
import { cableColours, paintDeviceType, paletteFor } from '../../../shared/drawing/index.ts';
import type { Surface } from '../../../shared/drawing/surface.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { Cable, Device } from '../../../shared/model/records.ts';
import { unitText } from '../../../shared/schedules/cable-places.ts';
import { say } from '../../../shared/text/index.ts';
import { LEAST_LETTERING_MM, RULES, TYPE } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';
import type { PortMap } from './port-map.ts';
import {
  type Block,
  CAPTION_MM,
  GUTTER_MM,
  listLeft,
  lookOfFace,
  type MapSheets,
  type PlacedFace,
  TITLE_MM,
} from './port-map-blocks.ts';
import { paintCage } from './port-map-cage.ts';
import { SCHEDULE_TARGET } from './schedule-sheets.ts';
import type { DrawingSet, SheetPen } from './sheet.ts';
import { drawTable } from './table.ts';
import { rackTarget } from './targets.ts';

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

export function drawBlock(pen: SheetPen, set: MapSheets, block: Block, box: Box): void {
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
export function drawBesidePicture(
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

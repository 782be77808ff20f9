/** Drawings on sheets: one a sheet, on large sheets as many as it takes, each with the same room. */
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { Fit, SheetFormat } from './paper.ts';

/** A drawing, the sheet and the scale that it fits, and the room that it asks for there beside others, mm on paper. */
export interface Fitted<Item> extends Fit {
  readonly item: Item;
  readonly width: number;
  readonly height: number;
}

/** A sheet with what is drawn on it. */
export interface SharedSheet<Item> extends Fit {
  readonly parts: readonly { readonly item: Item; readonly place: Box }[];
}

/**
 * Lays drawings out in their order.
 * @param roomOf the part of a sheet that they may take
 */
export function shareSheets<Item>(
  drawings: readonly Fitted<Item>[],
  roomOf: (format: SheetFormat) => Box,
): SharedSheet<Item>[] {
  const kindOf = ({ format, scale }: Fit): string =>
    `${format.widthMm} ${format.heightMm} ${scale}`;
  const places = new Map<string, readonly Box[]>();
  for (const [kind, alike] of Map.groupBy(drawings, kindOf)) {
    const [first] = alike;
    if (first) places.set(kind, placesIn(roomOf(first.format), alike));
  }
  const sheets: { format: SheetFormat; scale: number; parts: { item: Item; place: Box }[] }[] = [];
  const open = new Map<string, (typeof sheets)[number]>();
  for (const drawing of drawings) {
    const { format, scale, item } = drawing;
    const kind = kindOf(drawing);
    let sheet = open.get(kind);
    let place = places.get(kind)?.[sheet?.parts.length ?? 0];
    if (sheet === undefined || place === undefined) {
      sheet = { format, scale, parts: [] };
      sheets.push(sheet);
      open.set(kind, sheet);
      [place] = places.get(kind) ?? [];
    }
    if (place) sheet.parts.push({ item, place });
  }
  return sheets;
}

/** The parts of a room, each large enough for any of the drawings; the whole where it takes only one. */
function placesIn(room: Box, drawings: readonly Fitted<unknown>[]): readonly Box[] {
  const wide = Math.max(...drawings.map(({ width }) => width));
  const high = Math.max(...drawings.map(({ height }) => height));
  const [across, down] = [Math.floor(room.width / wide), Math.floor(room.height / high)];
  if (across * down < 2) return [room];
  const [width, height] = [room.width / across, room.height / down];
  return Array.from({ length: across * down }, (_, i) => ({
    x: room.x + (i % across) * width,
    y: room.y + Math.floor(i / across) * height,
    width,
    height,
  }));
}

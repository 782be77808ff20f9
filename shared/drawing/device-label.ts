/** A device's name on a plate: in the free area of its face, or at its left where there is none. */
import type { DeviceType } from '../model/device-type.ts';
import { type Box, FRAME_TOP_MM } from '../model/rack-geometry.ts';
import type { Face } from '../model/records.ts';
import { ACCENT_MM, bodyBox } from './faceplate.ts';
import { freeArea } from './free-area.ts';
import { detailAt, legible, type PaintOptions } from './paint-options.ts';
import { lettering } from './palette.ts';
import type { Surface } from './surface.ts';
import { textWidthMm } from './text-fit.ts';

/** Sizes of lettering on devices, em in mm, largest first. */
const SIZES_MM = [24, 20, 16, 12, 9, 7, 5] as const;

/** From far away only a name as high as the device itself can still be read, em in mm. */
const FAR_SIZES_MM = [36] as const;

function sizesAt(options: PaintOptions): readonly number[] {
  return legible(SIZES_MM[0], options) ? SIZES_MM : FAR_SIZES_MM;
}

function widthOf(text: string, sizeMm: number): number {
  return textWidthMm(text, { sizeMm, weight: 'semibold' });
}

/** Names of panels that only close or lead step back behind the names of what computes. */
function largestOn({ category }: DeviceType): number {
  return category === 'blank' || category === 'cable-manager' ? 12 : FAR_SIZES_MM[0];
}

/** The largest lettering that fits the area whole and is legible at this scale, or null. */
function fittingSize(
  text: string,
  area: Box,
  largestMm: number,
  options: PaintOptions,
): number | null {
  const ems = widthOf(text, 1);
  for (const size of sizesAt(options)) {
    if (size > largestMm) continue;
    if (!legible(size, options)) return null;
    const fits = size * 1.15 <= area.height && ems * size <= area.width - 6;
    if (fits) return size;
  }
  return null;
}

/**
 * Writes the device's name on its face.
 * @param box the device on the rack's face; @param typeFace the face of the type that is seen there
 */
export function paintDeviceLabel(
  surface: Surface,
  name: string,
  type: DeviceType,
  typeFace: Face,
  box: Box,
  options: PaintOptions,
): void {
  if (name === '') return;
  if (type.heightU === 0 && type.faceMm === null) {
    paintStripLabel(surface, name, box, options);
    return;
  }
  if (options.labelPlaces === 'strips') return;
  const area = freeArea(type, typeFace);
  const size = area === null ? null : fittingSize(name, area, largestOn(type), options);
  if (area !== null && size !== null) paintPlate(surface, name, type, area, size, box, options);
  else if (options.labelPlaces !== 'clear' && largestOn(type) > 12) {
    paintOver(surface, name, type, typeFace, box, options);
  }
}

function paintPlate(
  surface: Surface,
  name: string,
  type: DeviceType,
  area: Box,
  size: number,
  box: Box,
  options: PaintOptions,
): void {
  const { palette } = options;
  const small = size * 0.62;
  const twoLines = area.height >= size * 1.2 + small * 1.5 && legible(small, options) && size > 12;
  const longest = twoLines
    ? Math.max(widthOf(name, size), widthOf(type.model, small))
    : widthOf(name, size);
  const width = Math.min(area.width, longest + 8);
  const height = twoLines ? size * 1.2 + small * 1.4 : size * 1.15;
  const x = box.x + area.x;
  const y = box.y + area.y + (area.height - height) / 2;
  surface.rect(x, y, width, height, palette.body[type.category]);
  const line = y + size * 0.6;
  const tone = largestOn(type) <= 12 ? 'muted' : 'text';
  const style = lettering(palette, tone, size, 'semibold', 'left');
  surface.text(x + 4, twoLines ? line : y + height / 2, name, style, area.width - 4);
  if (!twoLines) return;
  const under = lettering(palette, 'muted', small, 'regular', 'left');
  surface.text(x + 4, y + size * 1.2 + small * 0.6, type.model, under, area.width - 4);
}

/** Largest lettering that covers ports, px: less where one can see them well. */
const OVER_PORTS_PX = { near: 12, far: 16 } as const;

/** A name smaller than this is not chosen for the sake of the ports, px. */
const BESIDE_PORTS_PX = 8;
/** Ground left free at both ends of such a name together, mm. */
const PLATE_PADS_MM = 5;

/** How far it is from the body's left to the bank of ports that makes up the face, mm. */
function roomBesidePorts(type: DeviceType, typeFace: Face, left: number): number {
  const onFace = type.cages.filter((cage) => cage.face === typeFace);
  const kinds = [...Map.groupBy(onFace, (cage) => cage.formFactor).values()];
  const bank = kinds.toSorted((a, b) => b.length - a.length)[0] ?? [];
  return Math.min(...bank.map((cage) => cage.xMm)) - left;
}

/** No free area: at the left, on a ground of its own, beside the ports if it can, else over what is there. */
function paintOver(
  surface: Surface,
  name: string,
  type: DeviceType,
  typeFace: Face,
  box: Box,
  options: PaintOptions,
): void {
  const { palette, pxPerMm } = options;
  const body = bodyBox(type, typeFace, box.height);
  const most = detailAt(pxPerMm) === 'full' ? OVER_PORTS_PX.near : OVER_PORTS_PX.far;
  const fitting = sizesAt(options).filter((mm) => mm * 1.15 <= body.height && mm * pxPerMm <= most);
  const room = roomBesidePorts(type, typeFace, body.x + ACCENT_MM);
  const beside = fitting.find(
    (mm) => mm * pxPerMm >= BESIDE_PORTS_PX && widthOf(name, mm) + PLATE_PADS_MM <= room,
  );
  const size = beside ?? fitting[0];
  if (size === undefined || !legible(size, options)) return;
  const width = Math.min(body.width * 0.6, widthOf(name, size) + PLATE_PADS_MM);
  const x = box.x + body.x + ACCENT_MM;
  const y = box.y + body.y + (body.height - size * 1.15) / 2;
  surface.rect(x, y, width, size * 1.15, palette.ink.plate);
  const style = lettering(palette, 'text', size, 'semibold', 'left');
  surface.text(x + PLATE_PADS_MM / 2, y + size * 0.575, name, style, width - PLATE_PADS_MM / 2);
}

const STRIP_SIZE_MM = 18;
/** Where lettering has a least height a strip's name has it, up to this share of its width. */
const MOST_OF_STRIP = 0.8;

/** Upright, over the upper end of a 0U strip; within it, on a ground of its own, where there is no room. */
function paintStripLabel(surface: Surface, name: string, box: Box, options: PaintOptions): void {
  const size = Math.max(STRIP_SIZE_MM, options.smallestTextMm ?? 0);
  if (!legible(size, options) || size > box.width * MOST_OF_STRIP) return;
  const length = Math.min(box.height * 0.6, widthOf(name, size) + 8);
  const style = lettering(options.palette, 'text', size, 'semibold', 'left');
  const above = box.y - FRAME_TOP_MM > length;
  const bottom = above ? box.y - 2 : box.y + (box.height + length) / 2;
  const x = box.x + box.width / 2;
  if (!above) {
    const ground = size * 1.2;
    surface.rect(x - ground / 2, bottom - length, ground, length, options.palette.ink.plate);
  }
  surface.at(x, bottom, () => surface.text(4, 0, name, style, length), true);
}

/** A face that was traced from a picture: its body, the picture over it, and what is drawn on the face over both. */
import type { DeviceType } from '../model/device-type.ts';
import type { Face } from '../model/records.ts';
import { type FaceDetail, faceProgramme, partsProgramme } from './faceplate.ts';
import { legiblyPrinted } from './legibly-printed.ts';
import type { PaintOptions, PictureUse } from './paint-options.ts';
import type { Palette } from './palette.ts';
import { replay } from './programme.ts';
import type { Surface } from './surface.ts';

/** One face of a type, where and how it is drawn. */
export interface DrawnFace {
  readonly palette: Palette;
  readonly type: DeviceType;
  readonly face: Face;
  readonly detail: FaceDetail;
  /** Its height in its rack. */
  readonly heightMm: number;
  readonly x: number;
  readonly y: number;
}

/** Paints a face, with the pictures behind it that are wanted here; without any it is one programme. */
export function paintFace(
  surface: Surface,
  drawn: DrawnFace,
  { pictures: use, smallestTextMm = 0 }: Pick<PaintOptions, 'pictures' | 'smallestTextMm'>,
): void {
  const { palette, face, detail, heightMm, x, y } = drawn;
  const type = legiblyPrinted(drawn.type, smallestTextMm);
  if (use === undefined || !isTraced(type, face, use)) {
    replay(surface, faceProgramme(palette, type, face, detail, heightMm), x, y);
    return;
  }
  const pictures = (): void => paintBackdrops(surface, type, face, use, x, y);
  paintTracedFace(surface, { ...drawn, type }, pictures);
}

/** Paints a face with whatever `pictures` draws between its body and what is on it. */
export function paintTracedFace(
  surface: Surface,
  { palette, type, face, detail, heightMm, x, y }: DrawnFace,
  pictures: () => void,
): void {
  replay(surface, faceProgramme(palette, bareOf(type), face, detail, heightMm), x, y);
  pictures();
  replay(surface, partsProgramme(palette, type, face, detail, heightMm), x, y);
}

function isTraced({ backdrops }: DeviceType, face: Face, use: PictureUse): boolean {
  return backdrops.some((backdrop) => backdrop.area.face === face && isWanted(backdrop, use));
}

function isWanted({ inRacks, inPrint }: DeviceType['backdrops'][number], use: PictureUse): boolean {
  return use === 'racks' ? inRacks : inPrint;
}

/** The parts of the pictures that are used, each where it lies. */
function paintBackdrops(
  surface: Surface,
  { backdrops }: DeviceType,
  face: Face,
  use: PictureUse,
  x: number,
  y: number,
): void {
  for (const backdrop of backdrops) {
    const { area, crop, pictureId } = backdrop;
    if (area.face !== face || !isWanted(backdrop, use)) continue;
    const [left, top] = [x + area.xMm, y + area.yMm];
    const width = area.widthMm / (crop.right - crop.left);
    const height = area.heightMm / (crop.bottom - crop.top);
    surface.clip(left, top, area.widthMm, area.heightMm, () =>
      surface.image(left - crop.left * width, top - crop.top * height, width, height, pictureId),
    );
  }
}

const bares = new WeakMap<DeviceType, DeviceType>();

/** The type without anything on its faces: what lies below a picture. */
function bareOf(type: DeviceType): DeviceType {
  let bare = bares.get(type);
  if (!bare) {
    bare = { ...type, cages: [], shapes: [], bays: [] };
    bares.set(type, bare);
  }
  return bare;
}

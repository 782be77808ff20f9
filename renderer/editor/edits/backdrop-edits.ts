/** Pictures that a faceplate is traced from: put behind a face, laid to its scale, cut, and taken away. */
import { faceFrame } from '../../../shared/faceplate/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { Backdrop, DeviceType, FaceArea } from '../../../shared/model/device-type.ts';
import type { DeviceTypeId, PictureId } from '../../../shared/model/ids.ts';
import type { Face, Picture } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { roundMm } from '../../../shared/units/length.ts';
import type { Point } from '../geometry.ts';
import { type EditAnswer, edited, refused } from './edit.ts';

/** Most pictures of a type. */
const MOST_BACKDROPS = 16;

const WHOLE = { left: 0, top: 0, right: 1, bottom: 1 };

/** Puts a picture behind a face, as wide as its panel and in the middle of its height. */
export function addBackdrop(
  design: Design,
  typeId: DeviceTypeId,
  picture: Picture,
  face: Face,
): EditAnswer {
  const type = design.deviceTypes.get(typeId);
  if (!type) return refused('editor.refused.noType');
  if (type.backdrops.length >= MOST_BACKDROPS) {
    return refused('editor.refused.tooManyPictures', { most: MOST_BACKDROPS });
  }
  const backdrop: Backdrop = {
    pictureId: picture.id,
    area: areaOnPanel(type, face, picture.widthPx / picture.heightPx),
    crop: WHOLE,
    inRacks: false,
    inPrint: false,
  };
  return edited(say('editor.label.addPicture', { name: picture.name }), {
    added: [picture],
    updated: [[type, { ...type, backdrops: [...type.backdrops, backdrop] }]],
  });
}

/** The area of a picture of these proportions that is as wide as the panel. */
export function areaOnPanel(type: DeviceType, face: Face, widthPerHeight: number): FaceArea {
  const { widthMm, heightMm: panelMm } = faceFrame(type, face);
  const heightMm = roundMm(widthMm / widthPerHeight);
  return { face, xMm: 0, yMm: roundMm((panelMm - heightMm) / 2), widthMm, heightMm };
}

/** Changes one backdrop of a type. */
export function changeBackdrop(
  design: Design,
  typeId: DeviceTypeId,
  index: number,
  change: Partial<Omit<Backdrop, 'pictureId'>>,
): EditAnswer {
  const type = design.deviceTypes.get(typeId);
  const before = type?.backdrops[index];
  if (!type || !before) return refused('editor.refused.noPicture');
  const backdrops = type.backdrops.with(index, { ...before, ...change });
  return edited(say('editor.label.changePicture'), { updated: [[type, { ...type, backdrops }]] });
}

/** Takes a backdrop away; its picture leaves the design with the last one that shows it. */
export function removeBackdrop(design: Design, typeId: DeviceTypeId, index: number): EditAnswer {
  const type = design.deviceTypes.get(typeId);
  const gone = type?.backdrops[index];
  if (!type || !gone) return refused('editor.refused.noPicture');
  const after = { ...type, backdrops: type.backdrops.toSpliced(index, 1) };
  const picture = design.pictures.get(gone.pictureId);
  const others = [...design.deviceTypes.values()].map((each) =>
    each.id === typeId ? after : each,
  );
  const removed = picture && !isShown(others, picture.id) ? [picture] : [];
  return edited(say('editor.label.removePicture', { name: picture?.name ?? '' }), {
    updated: [[type, after]],
    removed,
  });
}

function isShown(types: readonly DeviceType[], id: PictureId): boolean {
  return types.some(({ backdrops }) => backdrops.some(({ pictureId }) => pictureId === id));
}

/** Points nearer than this to each other tell no scale, mm. */
const LEAST_APART_MM = 0.5;

/**
 * The area scaled so that two points of the picture are so far apart; the first stays where it is.
 * @returns null where the points are too near to each other
 */
export function scaledByPoints(
  area: FaceArea,
  from: Point,
  to: Point,
  apartMm: number,
): FaceArea | null {
  const now = Math.hypot(to.x - from.x, to.y - from.y);
  return now < LEAST_APART_MM ? null : scaledAbout(area, from, apartMm / now, from);
}

/**
 * The area scaled and moved so that two points of the picture lie at these x: the panel's edges, mostly.
 * @returns null where the points are too near to each other from left to right
 */
export function spannedBetween(
  area: FaceArea,
  from: Point,
  to: Point,
  leftMm: number,
  rightMm: number,
): FaceArea | null {
  const [left, right] = from.x <= to.x ? [from, to] : [to, from];
  const now = right.x - left.x;
  if (now < LEAST_APART_MM) return null;
  return scaledAbout(area, left, (rightMm - leftMm) / now, { x: leftMm, y: left.y });
}

/** The area scaled by a factor, so that what lay at one point comes to lie at another. */
function scaledAbout(area: FaceArea, point: Point, factor: number, lands: Point): FaceArea {
  return {
    face: area.face,
    xMm: roundMm(lands.x - (point.x - area.xMm) * factor),
    yMm: roundMm(lands.y - (point.y - area.yMm) * factor),
    widthMm: roundMm(area.widthMm * factor),
    heightMm: roundMm(area.heightMm * factor),
  };
}

/**
 * The crop changed, and the area with it: what is left of the picture stays where it is, at its scale.
 * @returns null where nothing would be left
 */
export function cropped(
  { area, crop }: Pick<Backdrop, 'area' | 'crop'>,
  to: Backdrop['crop'],
): Pick<Backdrop, 'area' | 'crop'> | null {
  if (to.left >= to.right || to.top >= to.bottom) return null;
  const perWidth = area.widthMm / (crop.right - crop.left);
  const perHeight = area.heightMm / (crop.bottom - crop.top);
  return {
    crop: to,
    area: {
      face: area.face,
      xMm: roundMm(area.xMm + (to.left - crop.left) * perWidth),
      yMm: roundMm(area.yMm + (to.top - crop.top) * perHeight),
      widthMm: roundMm((to.right - to.left) * perWidth),
      heightMm: roundMm((to.bottom - to.top) * perHeight),
    },
  };
}

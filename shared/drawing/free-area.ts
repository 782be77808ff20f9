/** Where on a face a name can stand without covering what one plugs into or reads. */
import type { PartBox } from '../faceplate/face-part.ts';
import { type BoxWish, bestFreeBox } from '../faceplate/free-box.ts';
import { bayAreas } from '../model/bays.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { Box } from '../model/rack-geometry.ts';
import type { Face } from '../model/records.ts';
import { ACCENT_MM, bodyBox, faceSizeMm } from './faceplate.ts';

/** Lower than this no lettering stands, mm. */
const LEAST_HEIGHT_MM = 6;
/** What a name of two lines can use at most; a larger area is no better, mm. */
const USEFUL_HEIGHT_MM = 56;
const USEFUL_WIDTH_MM = 260;
const MARGIN_MM = 1.5;

/** Vents and blanks may be covered by a plate; openings, displays, handles and what is in a bay may not. */
function obstaclesOf(type: DeviceType, face: Face): PartBox[] {
  const boxes: PartBox[] = [];
  for (const cage of type.cages) if (cage.face === face) boxes.push(grown(cage));
  for (const part of type.shapes) {
    const covered = part.shape === 'vent' || part.shape === 'bay' || part.shape === 'blank';
    if (part.face === face && !covered) boxes.push(grown(part));
  }
  for (const area of bayAreas(type).values()) if (area.face === face) boxes.push(grown(area));
  return boxes;
}

function grown({ xMm, yMm, widthMm, heightMm }: PartBox): PartBox {
  return {
    xMm: xMm - MARGIN_MM,
    yMm: yMm - MARGIN_MM,
    widthMm: widthMm + 2 * MARGIN_MM,
    heightMm: heightMm + 2 * MARGIN_MM,
  };
}

const WISH: BoxWish = {
  leastWidthMm: 20,
  leastHeightMm: LEAST_HEIGHT_MM,
  worth: ({ widthMm, heightMm }) =>
    Math.min(heightMm, USEFUL_HEIGHT_MM) ** 0.7 * Math.min(widthMm, USEFUL_WIDTH_MM),
};

function findFreeArea(type: DeviceType, face: Face): Box | null {
  const body = bodyBox(type, face, faceSizeMm(type).height);
  const left = body.x + ACCENT_MM + 3;
  const within = {
    xMm: left,
    yMm: body.y + MARGIN_MM,
    widthMm: body.x + body.width - left - 3,
    heightMm: body.height - 2 * MARGIN_MM,
  };
  const area = bestFreeBox(within, obstaclesOf(type, face), WISH);
  return area && { x: area.xMm, y: area.yMm, width: area.widthMm, height: area.heightMm };
}

const known = new WeakMap<DeviceType, Map<Face, Box | null>>();

/**
 * The largest area of a face, in face coordinates, that holds no opening, display, handle or print; null
 * when there is none that would take lettering.
 */
export function freeArea(type: DeviceType, face: Face): Box | null {
  let perFace = known.get(type);
  if (perFace === undefined) known.set(type, (perFace = new Map()));
  let area = perFace.get(face);
  if (area === undefined) perFace.set(face, (area = findFreeArea(type, face)));
  return area;
}

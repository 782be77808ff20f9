/** Where on a face a name can stand without covering what one plugs into or reads. */
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
function obstaclesOf(type: DeviceType, face: Face): Box[] {
  const boxes: Box[] = [];
  for (const cage of type.cages) {
    if (cage.face === face) boxes.push(grown(cage.xMm, cage.yMm, cage.widthMm, cage.heightMm));
  }
  for (const part of type.shapes) {
    const covered = part.shape === 'vent' || part.shape === 'bay' || part.shape === 'blank';
    if (part.face === face && !covered) {
      boxes.push(grown(part.xMm, part.yMm, part.widthMm, part.heightMm));
    }
  }
  for (const area of bayAreas(type).values()) {
    if (area.face === face) boxes.push(grown(area.xMm, area.yMm, area.widthMm, area.heightMm));
  }
  return boxes;
}

function grown(x: number, y: number, width: number, height: number): Box {
  return {
    x: x - MARGIN_MM,
    y: y - MARGIN_MM,
    width: width + 2 * MARGIN_MM,
    height: height + 2 * MARGIN_MM,
  };
}

/** The widest gap between the obstacles that reach into the band of heights. */
function widestGap(within: Box, obstacles: readonly Box[], top: number, bottom: number): Box {
  const hit = obstacles
    .filter((box) => box.y < bottom && box.y + box.height > top)
    .sort((a, b) => a.x - b.x);
  let best = { x: within.x, width: 0 };
  let free = within.x;
  for (const box of hit) {
    if (box.x - free > best.width) best = { x: free, width: box.x - free };
    free = Math.max(free, box.x + box.width);
  }
  const rest = within.x + within.width - free;
  if (rest > best.width) best = { x: free, width: rest };
  return { ...best, y: top, height: bottom - top };
}

function worth(box: Box): number {
  return Math.min(box.height, USEFUL_HEIGHT_MM) ** 0.7 * Math.min(box.width, USEFUL_WIDTH_MM);
}

function findFreeArea(type: DeviceType, face: Face): Box | null {
  const size = faceSizeMm(type);
  const body = bodyBox(type, face, size.height);
  const left = body.x + ACCENT_MM + 3;
  const within = { ...body, x: left, width: body.x + body.width - left - 3 };
  const obstacles = obstaclesOf(type, face);
  const edges = new Set([within.y + MARGIN_MM, within.y + within.height - MARGIN_MM]);
  for (const box of obstacles) edges.add(box.y).add(box.y + box.height);
  const levels = [...edges]
    .filter((y) => y > within.y && y < within.y + within.height)
    .sort((a, b) => a - b);
  let best: Box | null = null;
  for (const top of levels) {
    for (const bottom of levels) {
      if (bottom - top < LEAST_HEIGHT_MM) continue;
      const gap = widestGap(within, obstacles, top, bottom);
      if (gap.width > 20 && (best === null || worth(gap) > worth(best))) best = gap;
    }
  }
  return best;
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

/** Moving and resizing parts. Locked parts neither move nor change their size. */
import type { DeviceType } from '../model/device-type.ts';
import { otherFace } from '../model/face.ts';
import { bodyWidthMm } from '../model/rack-geometry.ts';
import type { Mm } from '../units/length.ts';
import { boundsOf, keysOf, type PartBox, type PartRef, partKey, partsOf } from './face-part.ts';
import { placeParts } from './map-parts.ts';

/** What an arrow key moves a part by, and what it moves by together with Shift, mm. */
export const NUDGE_MM = { fine: 0.1, coarse: 1 } as const satisfies Record<string, Mm>;

/** The parts moved by an offset, mm: what dragging and the arrow keys do. */
export function moveParts(
  type: DeviceType,
  refs: readonly PartRef[],
  dxMm: Mm,
  dyMm: Mm,
): DeviceType {
  return placeParts(type, refs, (was) => ({ ...was, xMm: was.xMm + dxMm, yMm: was.yMm + dyMm }));
}

/** Each part at the place and size given; what is left out stays. Sizes below 0.1 mm are taken as 0.1 mm. */
export function setPartBox(
  type: DeviceType,
  refs: readonly PartRef[],
  box: Partial<PartBox>,
): DeviceType {
  return placeParts(type, refs, (was) => ({
    face: was.face,
    xMm: box.xMm ?? was.xMm,
    yMm: box.yMm ?? was.yMm,
    widthMm: Math.max(LEAST_MM, box.widthMm ?? was.widthMm),
    heightMm: Math.max(LEAST_MM, box.heightMm ?? was.heightMm),
  }));
}
/** Smallest side of a part, mm. */
const LEAST_MM: Mm = 0.1;

/** Parts of several kinds scaled so that the box around them becomes this one: what a resize handle does. */
export function resizeParts(type: DeviceType, refs: readonly PartRef[], into: PartBox): DeviceType {
  const keys = keysOf(refs);
  const from = boundsOf(partsOf(type).filter(({ ref }) => keys.has(partKey(ref))));
  if (!from) return type;
  const sx = Math.max(LEAST_MM, into.widthMm) / from.widthMm;
  const sy = Math.max(LEAST_MM, into.heightMm) / from.heightMm;
  return placeParts(type, refs, (was) => ({
    face: was.face,
    xMm: into.xMm + (was.xMm - from.xMm) * sx,
    yMm: into.yMm + (was.yMm - from.yMm) * sy,
    widthMm: Math.max(LEAST_MM, was.widthMm * sx),
    heightMm: Math.max(LEAST_MM, was.heightMm * sy),
  }));
}

/** The parts mirrored left to right within the box around those that may move. */
export function mirrorLeftRight(type: DeviceType, refs: readonly PartRef[]): DeviceType {
  const keys = keysOf(refs);
  const box = boundsOf(partsOf(type).filter((p) => keys.has(partKey(p.ref)) && !p.locked));
  if (!box) return type;
  const sum = 2 * box.xMm + box.widthMm;
  return placeParts(type, refs, (was) => ({ ...was, xMm: sum - was.xMm - was.widthMm }));
}

/** The parts mirrored top to bottom within the box around those that may move; openings turn upside down. */
export function mirrorTopBottom(type: DeviceType, refs: readonly PartRef[]): DeviceType {
  const keys = keysOf(refs);
  const box = boundsOf(partsOf(type).filter((p) => keys.has(partKey(p.ref)) && !p.locked));
  if (!box) return type;
  const sum = 2 * box.yMm + box.heightMm;
  const placed = placeParts(type, refs, (was) => ({ ...was, yMm: sum - was.yMm - was.heightMm }));
  return {
    ...placed,
    cages: placed.cages.map((cage) =>
      keys.has(`cage:${cage.id}`) && !cage.locked ? { ...cage, flipped: !cage.flipped } : cage,
    ),
  };
}

/**
 * The parts on the other face, each straight behind (or before) where it was: as one walks round the rack, left
 * becomes right.
 */
export function moveToOtherFace(type: DeviceType, refs: readonly PartRef[]): DeviceType {
  const width = bodyWidthMm(type);
  return placeParts(type, refs, (was) => ({
    ...was,
    face: otherFace(was.face),
    xMm: width - was.xMm - was.widthMm,
  }));
}

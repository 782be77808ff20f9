/** Where more openings of a form factor would fit between what is on a face. */
import { formFactorFacts } from '../catalog/index.ts';
import type { DeviceType, FormFactor } from '../model/device-type.ts';
import type { Face } from '../model/face.ts';
import { type Mm, roundMm } from '../units/length.ts';
import { turnsOver } from './cage-group.ts';
import { faceFrame, isStrip } from './face-frame.ts';
import { type FacePart, type PartBox, partsOf } from './face-part.ts';
import type { Edges } from './near-pairs.ts';
import { openingSize, type PlugReach, plugReach, plugRoom } from './openings.ts';

/** A place for one more opening. */
export interface Spot extends PartBox {
  readonly flipped: boolean;
}

/**
 * Places for more openings: rows from the top, belly to belly where the form factor allows it, each filled from the
 * left at the closest pitch, with room for every plug. A lower bound, since what is there is not moved; none on a
 * 0U strip, whose length is open, nor for a form factor whose size no table knows. An opening put on each place
 * passes all checks of the face.
 */
export function spotsOnFace(type: DeviceType, face: Face, formFactor: FormFactor): Spot[] {
  if (isStrip(type) || formFactorFacts(formFactor) === null) return [];
  const { opening, heightMm } = faceFrame(type, face);
  const size = openingSize(formFactor);
  const { widthMm } = size;
  const pitch = size.pitchMinMm ?? widthMm + 2 * plugRoom(formFactor).sideMm;
  const right = opening.x + opening.width;
  const taken = partsOf(type, face);
  const row = { widthMm, heightMm: size.heightMm };
  const upright = keepOut(taken, formFactor, { ...row, flipped: false });
  const upsideDown = keepOut(taken, formFactor, { ...row, flipped: true });
  const spots: Spot[] = [];
  for (const { top, flipped } of rowTops(formFactor, heightMm)) {
    const blocks = (flipped ? upsideDown : upright)(top);
    let x: Mm = opening.x;
    for (let next = 0; x + widthMm <= right + EPSILON_MM; ) {
      while (next < blocks.length && (blocks[next]?.right ?? 0) <= x + EPSILON_MM) next += 1;
      const hit = blocks[next];
      if (hit && hit.left < x + widthMm - EPSILON_MM) x = hit.right;
      else {
        spots.push({ ...row, xMm: roundMm(x), yMm: top, flipped });
        x += pitch;
      }
    }
  }
  return spots;
}

const EPSILON_MM: Mm = 1e-6;

interface RowTop {
  readonly top: Mm;
  readonly flipped: boolean;
}

/** Tops of rows at the least distances: back to back within a pair, latch to latch between pairs. */
export function rowTops(formFactor: FormFactor, faceHeightMm: Mm): RowTop[] {
  const { heightMm } = openingSize(formFactor);
  const { latchMm, backMm } = plugRoom(formFactor);
  const pairs = turnsOver(formFactor);
  const tops: RowTop[] = [];
  let top: Mm = backMm;
  while (top + heightMm + backMm <= faceHeightMm + EPSILON_MM) {
    const flipped = pairs && tops.length % 2 === 1;
    tops.push({ top: roundMm(top), flipped });
    top += heightMm + (pairs ? 2 * (flipped ? latchMm : backMm) : latchMm + backMm);
  }
  return tops;
}

type Shape = Omit<Spot, 'xMm' | 'yMm'>;

/**
 * What openings of that shape must keep out of: for a row by its top, the stretches in which one would meet a part or
 * its plug, merged, from the left. To be asked from the top down.
 */
function keepOut(
  taken: readonly FacePart[],
  formFactor: FormFactor,
  shape: Shape,
): (topMm: Mm) => Edges[] {
  const own = plugReach(formFactor, shape);
  const pitch = openingSize(formFactor).pitchMinMm ?? 0;
  const zones = taken.map((part): Edges => {
    const need = roomTo(part, own, part.is === formFactor ? pitch - shape.widthMm : 0);
    return {
      left: part.xMm - need.left,
      top: part.yMm - need.up,
      right: part.xMm + part.widthMm + need.right,
      bottom: part.yMm + part.heightMm + need.down,
    };
  });
  zones.sort((a, b) => a.top - b.top);
  let begun = 0;
  let open: Edges[] = [];
  return (topMm) => {
    const bottomMm = topMm + shape.heightMm;
    for (let zone = zones[begun]; zone && zone.top < bottomMm - EPSILON_MM; zone = zones[begun]) {
      open.push(zone);
      begun += 1;
    }
    open = open.filter(({ bottom }) => bottom > topMm + EPSILON_MM);
    return merged(open);
  };
}

/** Stretches that touch as one, from the left. */
function merged(zones: readonly Edges[]): Edges[] {
  const stretches: Edges[] = [];
  for (const zone of zones.toSorted((a, b) => a.left - b.left)) {
    const last = stretches.at(-1);
    if (!last || zone.left > last.right) stretches.push(zone);
    else if (zone.right > last.right) {
      stretches[stretches.length - 1] = { ...last, right: zone.right };
    }
  }
  return stretches;
}

/** Room to keep from a part on each of its sides: both plugs' at an opening, one's own at a handle. */
function roomTo(part: FacePart, own: PlugReach, leastBeside: Mm): PlugReach {
  if (part.ref.part !== 'cage') return part.is === 'handle' ? opposite(own) : NONE;
  const its = plugReach(part.is as FormFactor, part);
  return {
    left: Math.max(its.left + own.right, leastBeside),
    right: Math.max(its.right + own.left, leastBeside),
    up: its.up + own.down,
    down: its.down + own.up,
  };
}

const NONE: PlugReach = { left: 0, right: 0, up: 0, down: 0 };

function opposite({ left, right, up, down }: PlugReach): PlugReach {
  return { left: right, right: left, up: down, down: up };
}

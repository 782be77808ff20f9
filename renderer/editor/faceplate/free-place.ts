/** Where a part that is put by keys begins: the first place of a face that is free for it. */
import { ACCENT_MM } from '../../../shared/drawing/faceplate.ts';
import { faceFrame, type PartBox, partsOf } from '../../../shared/faceplate/index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { Face } from '../../../shared/model/records.ts';
import { roundMm } from '../../../shared/units/length.ts';

/** Room that is kept to the edge and to neighbours, mm. */
const KEPT_MM = 2;
/** Steps in which a place is looked for, mm. */
const STEP_MM = 2;

/** From the left in the middle of the height, then above and below; the middle of the face where nothing is free. */
export function firstFreePlace(
  type: DeviceType,
  face: Face,
  size: Pick<PartBox, 'widthMm' | 'heightMm'>,
): Pick<PartBox, 'xMm' | 'yMm'> {
  const { opening } = faceFrame(type, face);
  const others = partsOf(type, face);
  const middle = opening.y + (opening.height - size.heightMm) / 2;
  // The bar that tells the category is painted at the body's left.
  const left = opening.x + ACCENT_MM + KEPT_MM;
  const right = opening.x + opening.width - size.widthMm - KEPT_MM;
  for (const yMm of [
    middle,
    opening.y + KEPT_MM,
    opening.y + opening.height - size.heightMm - KEPT_MM,
  ]) {
    for (let xMm = left; xMm <= right; xMm += STEP_MM) {
      const box = { ...size, xMm, yMm };
      if (!others.some((other) => meet(box, other))) return rounded(xMm, yMm);
    }
  }
  return rounded(opening.x + (opening.width - size.widthMm) / 2, middle);
}

function meet(a: PartBox, b: PartBox): boolean {
  return (
    a.xMm < b.xMm + b.widthMm + KEPT_MM &&
    b.xMm < a.xMm + a.widthMm + KEPT_MM &&
    a.yMm < b.yMm + b.heightMm + KEPT_MM &&
    b.yMm < a.yMm + a.heightMm + KEPT_MM
  );
}

function rounded(xMm: number, yMm: number): Pick<PartBox, 'xMm' | 'yMm'> {
  return { xMm: roundMm(xMm), yMm: roundMm(yMm) };
}

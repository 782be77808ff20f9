/** Parts against each other: one over another, openings closer than their modules, plugs and pull-tabs allow. */
import type { FormFactor } from '../model/device-type.ts';
import type { Mm } from '../units/length.ts';
import { type FaceCheck, type FaceCheckCode, figureMm, SAME_MM } from './face-check.ts';
import type { FacePart } from './face-part.ts';
import { nearPairs } from './near-pairs.ts';
import { isTurned, openingSize, type PlugReach, plugReach } from './openings.ts';
import { partWords } from './part-words.ts';

/** No more pairs than this are told of a face: who stacks all parts in one place needs no list of every pair. */
const MOST_PAIRS = 1000;

/** What is wrong between parts of one face. */
export function pairChecks(parts: readonly FacePart[]): FaceCheck[] {
  const sized = parts.map(sizedPart);
  const reach = sized.reduce(
    (most, { reach: r }) => Math.max(most, r.left, r.right, r.up, r.down),
    0,
  );
  const pitch = sized.reduce(
    (most, { pitchMm, part }) => Math.max(most, pitchMm - part.widthMm),
    0,
  );
  const checks: FaceCheck[] = [];
  nearPairs(sized, Math.max(2 * reach, pitch), (a, b) => {
    const found = pairCheck(a, b);
    if (found) checks.push(found);
    return checks.length < MOST_PAIRS;
  });
  return checks;
}

interface SizedPart {
  readonly part: FacePart;
  readonly left: Mm;
  readonly top: Mm;
  readonly right: Mm;
  readonly bottom: Mm;
  readonly reach: PlugReach;
  /** Least distance to the next of its form factor; 0 where none is known. */
  readonly pitchMm: Mm;
  readonly turned: boolean;
}

const NO_REACH: PlugReach = { left: 0, right: 0, up: 0, down: 0 };

function sizedPart(part: FacePart): SizedPart {
  const formFactor = part.ref.part === 'cage' ? (part.is as FormFactor) : null;
  return {
    part,
    left: part.xMm,
    top: part.yMm,
    right: part.xMm + part.widthMm,
    bottom: part.yMm + part.heightMm,
    reach: formFactor ? plugReach(formFactor, part) : NO_REACH,
    pitchMm: formFactor ? (openingSize(formFactor).pitchMinMm ?? 0) : 0,
    turned: formFactor ? isTurned(formFactor, part) : false,
  };
}

function pairCheck(a: SizedPart, b: SizedPart): FaceCheck | null {
  const overX = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const overY = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (overX > SAME_MM && overY > SAME_MM) return overlapCheck(a, b, Math.min(overX, overY));
  return closeCheck(a, b, overX, overY);
}

function overlapCheck(a: SizedPart, b: SizedPart, mm: Mm): FaceCheck | null {
  if (belongsInside(a, b) || belongsInside(b, a)) return null;
  const [first, second] = order(a.part, b.part);
  const onCage = first.ref.part === 'cage';
  if (second.is === 'label') {
    if (onCage) return pair('label-over', 'warning', second, first, mm);
    return first.is === 'label' ? pair('overlap', 'warning', first, second, mm) : null;
  }
  if (second.is === 'led') {
    return onCage || first.is === 'led' ? pair('overlap', 'warning', first, second, mm) : null;
  }
  if (second.is === 'vent') {
    if (onCage) return pair('vent-covered', 'warning', second, first, mm);
    if (first.is === 'fan' || first.is === 'handle') return null;
  }
  const isSolid = first.ref.part !== 'shape' || second.ref.part !== 'shape';
  return pair('overlap', isSolid ? 'error' : 'warning', first, second, mm);
}

/** What is printed on a face or cut into it comes after what stands on it. */
const LAYER: Readonly<Partial<Record<FacePart['is'], number>>> = { vent: 1, led: 2, label: 3 };

function order(a: FacePart, b: FacePart): readonly [FacePart, FacePart] {
  return (LAYER[a.is] ?? 0) <= (LAYER[b.is] ?? 0) ? [a, b] : [b, a];
}

/** Whether a part is in a bay, as the inlet of a supply, or is how the bay is drawn. */
function belongsInside(inner: SizedPart, outer: SizedPart): boolean {
  const { is } = outer.part;
  if (is !== 'bay' && is !== 'bay-area') return false;
  if (is === 'bay-area' && (inner.part.is === 'bay' || inner.part.is === 'blank')) return true;
  if (is === inner.part.is) return false;
  return (
    inner.left >= outer.left - SAME_MM &&
    inner.right <= outer.right + SAME_MM &&
    inner.top >= outer.top - SAME_MM &&
    inner.bottom <= outer.bottom + SAME_MM
  );
}

function closeCheck(a: SizedPart, b: SizedPart, overX: Mm, overY: Mm): FaceCheck | null {
  if (!isInTheWay(a.part, b.part)) return null;
  if (a.part.is === b.part.is && a.pitchMm > 0 && a.turned === b.turned) {
    const [beside, apart] = a.turned
      ? [overX, Math.abs(a.top + a.bottom - b.top - b.bottom) / 2]
      : [overY, Math.abs(a.left + a.right - b.left - b.right) / 2];
    if (beside > SAME_MM) {
      const short = a.pitchMm - apart;
      return short > SAME_MM ? pair('pitch', 'error', a.part, b.part, short) : null;
    }
  }
  const needX = a.left < b.left ? a.reach.right + b.reach.left : b.reach.right + a.reach.left;
  const needY = a.top < b.top ? a.reach.down + b.reach.up : b.reach.down + a.reach.up;
  const short = Math.min(needX + overX, needY + overY);
  return short > SAME_MM ? pair('plug-close', 'warning', a.part, b.part, short) : null;
}

/** Two openings hold plugs that may meet; so may a plug and a handle, which stands out of the face. */
function isInTheWay(a: FacePart, b: FacePart): boolean {
  if (a.ref.part === 'cage') return b.ref.part === 'cage' || b.is === 'handle';
  return b.ref.part === 'cage' && a.is === 'handle';
}

function pair(
  code: FaceCheckCode,
  severity: FaceCheck['severity'],
  a: FacePart,
  b: FacePart,
  mm: Mm,
): FaceCheck {
  return {
    code,
    severity,
    face: a.face,
    parts: [a.ref, b.ref],
    ports: [],
    mm: figureMm(mm),
    args: { a: partWords(a), b: partWords(b), mm: figureMm(mm), face: a.face },
  };
}

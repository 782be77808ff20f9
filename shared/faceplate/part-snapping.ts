/**
 * Where parts in the hand come to lie: pulled to edges, middles, equal gaps and pitches of what is around them, to
 * the rack's unit lines and to the panel, when they are near enough. Each pull is told by a guide with its reason.
 */
import type { Mm } from '../units/length.ts';
import type { FaceFrame } from './face-frame.ts';
import type { FacePart, PartBox } from './face-part.ts';
import type { SnapGuide } from './snap-guide.ts';
import { bestPull, pullsAtBox, pullsAtSide } from './snap-pulls.ts';

export interface Snapped {
  readonly dxMm: Mm;
  readonly dyMm: Mm;
  readonly guides: readonly SnapGuide[];
}

/** What a dragged box may be pulled to. */
export interface SnapField {
  readonly frame: FaceFrame;
  /** Parts of the face that are not in the hand. */
  readonly others: readonly FacePart[];
}

/**
 * The offset that a drag becomes, at most `toleranceMm` beside it on each axis.
 * @param held the box around the parts in the hand, where they were picked up
 * @param toleranceMm how near a pull must be; 0 turns pulling off
 */
export function snapMove(
  field: SnapField,
  held: PartBox,
  dxMm: Mm,
  dyMm: Mm,
  toleranceMm: Mm,
): Snapped {
  const at = { ...held, xMm: held.xMm + dxMm, yMm: held.yMm + dyMm };
  if (toleranceMm <= 0) return { dxMm, dyMm, guides: [] };
  const x = bestPull(pullsAtBox('x', field, at, toleranceMm));
  const y = bestPull(pullsAtBox('y', field, at, toleranceMm));
  return {
    dxMm: dxMm + (x?.by ?? 0),
    dyMm: dyMm + (y?.by ?? 0),
    guides: [x, y].flatMap((pull) => (pull ? [pull.guide] : [])),
  };
}

/** Smallest side that a hand makes, mm. */
const LEAST_MM: Mm = 0.5;

/** Which sides of a box a handle moves: -1 the left or upper, 1 the right or lower, 0 neither. */
export interface MovedSides {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

export interface SnappedSides {
  readonly box: PartBox;
  readonly guides: readonly SnapGuide[];
}

/**
 * The box that a handle makes, its moved sides at most `toleranceMm` from where they were pulled to. A pull that would
 * leave less than half a millimetre of the box does not hold.
 */
export function snapSides(
  field: SnapField,
  pulled: PartBox,
  { x: sideX, y: sideY }: MovedSides,
  toleranceMm: Mm,
): SnappedSides {
  if (toleranceMm <= 0) return { box: pulled, guides: [] };
  const x = sideX === 0 ? null : bestPull(pullsAtSide('x', field, pulled, sideX, toleranceMm));
  const y = sideY === 0 ? null : bestPull(pullsAtSide('y', field, pulled, sideY, toleranceMm));
  let { xMm, yMm, widthMm, heightMm } = pulled;
  const guides: SnapGuide[] = [];
  if (x && widthMm + sideX * x.by >= LEAST_MM) {
    widthMm += sideX * x.by;
    if (sideX === -1) xMm += x.by;
    guides.push(x.guide);
  }
  if (y && heightMm + sideY * y.by >= LEAST_MM) {
    heightMm += sideY * y.by;
    if (sideY === -1) yMm += y.by;
    guides.push(y.guide);
  }
  return { box: { xMm, yMm, widthMm, heightMm }, guides };
}

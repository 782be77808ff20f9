/**
 * Where parts in the hand come to lie: pulled to edges, middles, equal gaps and pitches of what is around them, to
 * the rack's unit lines and to the panel, when they are near enough. Each pull is told by a guide with its reason.
 */
import type { Mm } from '../units/length.ts';
import type { FaceFrame } from './face-frame.ts';
import type { FacePart, PartBox } from './face-part.ts';

export const SNAP_REASONS = ['unit', 'body', 'centre', 'edge', 'middle', 'pitch', 'gap'] as const;
/** Best first: of two pulls that are equally near, the one that means more to a faceplate wins. */
export type SnapReason = (typeof SNAP_REASONS)[number];

/** A line to show while a pull holds. */
export interface SnapGuide {
  /** `x`: a vertical line at an x; `y`: a level line at a y. */
  readonly axis: 'x' | 'y';
  readonly atMm: Mm;
  /** From where to where it goes along the other axis. */
  readonly fromMm: Mm;
  readonly toMm: Mm;
  readonly reason: SnapReason;
  /** Message key of the reason, `faceplate.snap.…`, with the arguments it needs. */
  readonly key: string;
  readonly args: { readonly mm: number };
}

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
  { frame, others }: SnapField,
  held: PartBox,
  dxMm: Mm,
  dyMm: Mm,
  toleranceMm: Mm,
): Snapped {
  const at = { ...held, xMm: held.xMm + dxMm, yMm: held.yMm + dyMm };
  if (toleranceMm <= 0) return { dxMm, dyMm, guides: [] };
  const x = bestPull(pullsAlong('x', frame, others, at, toleranceMm), toleranceMm);
  const y = bestPull(pullsAlong('y', frame, others, at, toleranceMm), toleranceMm);
  return {
    dxMm: dxMm + (x?.by ?? 0),
    dyMm: dyMm + (y?.by ?? 0),
    guides: [x, y].flatMap((pull) => (pull ? [pull.guide] : [])),
  };
}

/** How far a pull moves the box along its axis, and the line that tells why. */
interface Pull {
  readonly by: Mm;
  readonly guide: SnapGuide;
}

/** A box as one axis sees it: its stretch along the axis, and its stretch across. */
interface Stretch {
  readonly start: Mm;
  readonly end: Mm;
  readonly low: Mm;
  readonly high: Mm;
}

function stretchOf(box: PartBox, axis: 'x' | 'y'): Stretch {
  const [x, y] = [box.xMm, box.yMm];
  const [right, bottom] = [x + box.widthMm, y + box.heightMm];
  return axis === 'x'
    ? { start: x, end: right, low: y, high: bottom }
    : { start: y, end: bottom, low: x, high: right };
}

const middle = ({ start, end }: Stretch): Mm => (start + end) / 2;

function pullsAlong(
  axis: 'x' | 'y',
  frame: FaceFrame,
  others: readonly FacePart[],
  box: PartBox,
  tolerance: Mm,
): Pull[] {
  const held = stretchOf(box, axis);
  const around = others.map((part) => stretchOf(part, axis));
  const pulls: Pull[] = [];
  const pull = (reason: SnapReason, from: Mm, to: Mm, seen: Stretch, mm = 0): void => {
    const by = to - from;
    if (Math.abs(by) > tolerance) return;
    const [fromMm, toMm] = [Math.min(held.low, seen.low), Math.max(held.high, seen.high)];
    const key = `faceplate.snap.${reason}`;
    pulls.push({ by, guide: { axis, atMm: to, fromMm, toMm, reason, key, args: { mm } } });
  };
  pullToFrame(axis, frame, held, pull);
  for (const other of around) {
    for (const to of [other.start, other.end]) {
      pull('edge', held.start, to, other);
      pull('edge', held.end, to, other);
    }
    pull('middle', middle(held), middle(other), other);
  }
  pullToRow(held, around, pull);
  return pulls;
}

type Take = (reason: SnapReason, from: Mm, to: Mm, seen: Stretch, mm?: number) => void;

function pullToFrame(axis: 'x' | 'y', frame: FaceFrame, held: Stretch, pull: Take): void {
  const { x, y, width, height } = frame.opening;
  const body = stretchOf({ xMm: x, yMm: y, widthMm: width, heightMm: height }, axis);
  pull('body', held.start, body.start, body);
  pull('body', held.end, body.end, body);
  pull('centre', middle(held), middle(body), body);
  if (axis === 'x') return;
  // The first and the last unit line lie just outside the panel: there the body's edge is meant.
  for (const line of frame.unitLinesMm.slice(1, -1)) {
    pull('unit', held.start, line, body);
    pull('unit', held.end, line, body);
    pull('unit', middle(held), line, body);
  }
}

/** Pulls to the rhythm of a row: as far from the last as the last from the one before it, or midway between two. */
function pullToRow(held: Stretch, around: readonly Stretch[], pull: Take): void {
  const row = around
    .filter(({ low, high }) => low < held.high && high > held.low)
    .sort((a, b) => a.start - b.start);
  const before = row.filter((part) => middle(part) < middle(held));
  const after = row.filter((part) => middle(part) >= middle(held));
  continueRow(held, before.at(-1), before.at(-2), pull);
  continueRow(held, after[0], after[1], pull);
  const [left, right] = [before.at(-1), after[0]];
  if (left && right && right.start - left.end >= held.end - held.start) {
    const gap = (right.start - left.end - (held.end - held.start)) / 2;
    pull('gap', held.start, left.end + gap, left, gap);
  }
}

function continueRow(
  held: Stretch,
  near: Stretch | undefined,
  far: Stretch | undefined,
  pull: Take,
): void {
  if (!near || !far) return;
  const pitch = middle(near) - middle(far);
  pull('pitch', middle(held), middle(near) + pitch, near, Math.abs(pitch));
  if (near.start >= far.end) {
    const gap = near.start - far.end;
    pull('gap', held.start, near.end + gap, near, gap);
  } else if (far.start >= near.end) {
    const gap = far.start - near.end;
    pull('gap', held.end, near.start - gap, near, gap);
  }
}

/** Distances that differ by less are equally near, mm. */
const AS_NEAR_MM: Mm = 0.0005;

function bestPull(pulls: readonly Pull[], tolerance: Mm): Pull | null {
  let best: Pull | null = null;
  let distance = tolerance;
  let rank: number = SNAP_REASONS.length;
  for (const pull of pulls) {
    const away = Math.abs(pull.by);
    const its = SNAP_REASONS.indexOf(pull.guide.reason);
    if (away > distance + AS_NEAR_MM || (away > distance - AS_NEAR_MM && its >= rank)) continue;
    best = pull;
    [distance, rank] = [away, its];
  }
  return best;
}

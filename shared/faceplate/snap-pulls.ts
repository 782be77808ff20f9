/** What pulls at a box along one axis: lines of the panel, edges and middles of parts, the rhythm of a row. */
import type { Mm } from '../units/length.ts';
import type { FaceFrame } from './face-frame.ts';
import type { PartBox } from './face-part.ts';
import { SNAP_REASONS, type SnapGuide, type SnapReason } from './snap-guide.ts';

export type Axis = 'x' | 'y';

/** How far a pull moves the box along its axis, and the line that tells why. */
export interface Pull {
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

function stretchOf(box: PartBox, axis: Axis): Stretch {
  const [x, y] = [box.xMm, box.yMm];
  const [right, bottom] = [x + box.widthMm, y + box.heightMm];
  return axis === 'x'
    ? { start: x, end: right, low: y, high: bottom }
    : { start: y, end: bottom, low: x, high: right };
}

const middle = ({ start, end }: Stretch): Mm => (start + end) / 2;

/** What a box may be pulled to. */
interface Surroundings {
  readonly frame: FaceFrame;
  readonly others: readonly PartBox[];
}

/** Pulls at a box that moves as a whole. */
export function pullsAtBox(
  axis: Axis,
  { frame, others }: Surroundings,
  box: PartBox,
  tolerance: Mm,
): Pull[] {
  const held = stretchOf(box, axis);
  const around = others.map((part) => stretchOf(part, axis));
  const { pulls, pull } = collector(axis, held, tolerance);
  const body = bodyOf(frame, axis);
  pull('centre', middle(held), middle(body), body);
  pullEdge(axis, frame, around, held.start, pull);
  pullEdge(axis, frame, around, held.end, pull);
  for (const line of linesOf(frame, axis)) pull('unit', middle(held), line, body);
  for (const other of around) pull('middle', middle(held), middle(other), other);
  pullToRow(held, around, pull);
  return pulls;
}

/** Pulls at the side of a box that a hand moves: the one where the box starts (-1), or the one where it ends. */
export function pullsAtSide(
  axis: Axis,
  { frame, others }: Surroundings,
  box: PartBox,
  side: -1 | 1,
  tolerance: Mm,
): Pull[] {
  const held = stretchOf(box, axis);
  const around = others.map((part) => stretchOf(part, axis));
  const { pulls, pull } = collector(axis, held, tolerance);
  pullEdge(axis, frame, around, side === -1 ? held.start : held.end, pull);
  return pulls;
}

type Take = (reason: SnapReason, from: Mm, to: Mm, seen: Stretch, mm?: number) => void;

function collector(axis: Axis, held: Stretch, tolerance: Mm): { pulls: Pull[]; pull: Take } {
  const pulls: Pull[] = [];
  const pull: Take = (reason, from, to, seen, mm = 0) => {
    const by = to - from;
    if (Math.abs(by) > tolerance) return;
    const [fromMm, toMm] = [Math.min(held.low, seen.low), Math.max(held.high, seen.high)];
    const key = `faceplate.snap.${reason}`;
    pulls.push({ by, guide: { axis, atMm: to, fromMm, toMm, reason, key, args: { mm } } });
  };
  return { pulls, pull };
}

function bodyOf({ opening }: FaceFrame, axis: Axis): Stretch {
  const { x, y, width, height } = opening;
  return stretchOf({ xMm: x, yMm: y, widthMm: width, heightMm: height }, axis);
}

/** Unit lines across the axis. The outermost lie just outside the panel: there the body's edge is meant. */
function linesOf(frame: FaceFrame, axis: Axis): readonly Mm[] {
  return axis === 'x' ? [] : frame.unitLinesMm.slice(1, -1);
}

function pullEdge(
  axis: Axis,
  frame: FaceFrame,
  around: readonly Stretch[],
  edge: Mm,
  pull: Take,
): void {
  const body = bodyOf(frame, axis);
  pull('body', edge, body.start, body);
  pull('body', edge, body.end, body);
  for (const line of linesOf(frame, axis)) pull('unit', edge, line, body);
  for (const other of around) {
    pull('edge', edge, other.start, other);
    pull('edge', edge, other.end, other);
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

/** The nearest of the pulls, and of those equally near the one that means most; null without any. */
export function bestPull(pulls: readonly Pull[]): Pull | null {
  let best: Pull | null = null;
  let distance: Mm = Number.POSITIVE_INFINITY;
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

/**
 * What of a cable that is led by hand lies in the ways of the racks that it passes: up and down in the strips beside
 * the panels, and from side to side before them, where a manager may hold it. In any rack, not only in those that it
 * ends in.
 */
import type { RackId } from '../model/ids.ts';
import type { Cable, Face } from '../model/records.ts';
import type { Mm } from '../units/length.ts';
import { type LandedCable, legsOf, type RoutedDesign } from './landing.ts';
import type { LedEnd } from './led-end.ts';
import { isOverPanels, stopsOf } from './stop.ts';
import { type Trail, type TrailPoint, trailBetween } from './trail.ts';
import type { RackRun, RouteEnd } from './types.ts';

/** A straight piece on a face of a rack, in its coordinates. */
export interface HandRun {
  /** The ends of its leg, as indices into the ends of the route; of what lies at an end, that one twice. */
  readonly from: number;
  readonly to: number;
  readonly rackId: RackId;
  readonly face: Face;
  /** The strip in which it goes up or down, as one looks at the face; null for what goes from side to side. */
  readonly strip: RouteEnd['side'] | null;
  readonly xMm: Mm;
  readonly yMm: Mm;
  readonly toXMm: Mm;
  readonly toYMm: Mm;
}

export interface HandLed {
  readonly runs: readonly HandRun[];
  /** How each end goes on from the strip that it is led to. */
  readonly onward: readonly RackRun['onward'][];
}

/**
 * How a cable with points by hand lies, of which the ends are known. What legs have in common at an end lies there
 * once; between their ends each leg lies by itself.
 */
export function handLed(
  design: RoutedDesign,
  cable: Cable,
  landed: LandedCable,
  ends: readonly LedEnd[],
): HandLed {
  const stops = stopsOf(design, cable);
  const onward = new Map<number, RackRun['onward']>();
  const runs: HandRun[] = [];
  const lay = (pieces: Trail, from: number, to: number): void => {
    for (let at = 1; at < pieces.length; at += 1) {
      const piece = runBetween(design, pieces[at - 1] as TrailPoint, pieces[at] as TrailPoint);
      if (!piece) continue;
      const run = { from, to, ...piece };
      const last = runs.at(-1);
      if (last && goesOn(last, run)) {
        runs.splice(-1, 1, { ...last, toXMm: run.toXMm, toYMm: run.toYMm });
      } else runs.push(run);
    }
  };
  for (const [from, to] of legsOf(landed)) {
    const [a, b] = [ends[from], ends[to]];
    if (!a || !b) continue;
    const trail = trailBetween(design, a, b, stops);
    const back = trail.toReversed();
    const leavesA = leavesStrip(trail, a);
    const entersB = trail.length - 1 - leavesStrip(back, b);
    const isFirstOfA = !onward.has(from);
    if (isFirstOfA) {
      onward.set(from, onwardFrom(trail, leavesA));
      lay(trail.slice(0, leavesA + 1), from, from);
    }
    lay(trail.slice(leavesA, Math.max(leavesA, entersB) + 1), from, to);
    if (onward.has(to)) continue;
    onward.set(to, onwardFrom(back, trail.length - 1 - entersB));
    lay(trail.slice(isFirstOfA ? Math.max(leavesA, entersB) : entersB), to, to);
  }
  return { runs, onward: ends.map((_, index) => onward.get(index) ?? 'none') };
}

/** Places nearer than this are one, mm. */
const SAME_MM: Mm = 0.01;

/** Whether a run is the same straight line on: a point by hand on it does not divide it. */
function goesOn(last: HandRun, run: HandRun): boolean {
  if (last.from !== run.from || last.to !== run.to || last.rackId !== run.rackId) return false;
  if (last.face !== run.face || last.strip !== run.strip) return false;
  if (last.toXMm !== run.xMm || last.toYMm !== run.yMm) return false;
  const along = (last.toXMm - last.xMm) * (run.toXMm - run.xMm);
  return along + (last.toYMm - last.yMm) * (run.toYMm - run.yMm) > 0;
}

/** @param trail beginning at the end. @returns the last corner in the strip that the end is led to */
function leavesStrip(trail: Trail, end: RouteEnd): number {
  const inStrip = ({ rackId, face, xMm }: TrailPoint): boolean =>
    rackId === end.rackId && face === end.face && Math.abs(xMm - end.stripXMm) < SAME_MM;
  let last = Math.max(0, trail.findIndex(inStrip));
  for (let next = trail[last + 1]; next && inStrip(next); next = trail[last + 1]) last += 1;
  return last;
}

function onwardFrom(trail: Trail, last: number): RackRun['onward'] {
  const [point, next] = [trail[last], trail[last + 1]];
  if (!point) return 'none';
  if (point.yMm < 0 || (next && next.rackId !== point.rackId)) return 'top';
  return next && next.face !== point.face ? 'depth' : 'none';
}

function runBetween(
  { racks }: Pick<RoutedDesign, 'racks'>,
  corner: TrailPoint,
  next: TrailPoint,
): Omit<HandRun, 'from' | 'to'> | null {
  const { rackId, face, xMm } = corner;
  const rack = racks.get(rackId);
  if (!rack || next.rackId !== rackId || next.face !== face) return null;
  const run = { rackId, face, xMm, yMm: corner.yMm, toXMm: next.xMm, toYMm: next.yMm };
  if (Math.abs(next.xMm - xMm) >= SAME_MM) return corner.yMm < 0 ? null : { ...run, strip: null };
  const [yMm, toYMm] = [Math.max(0, corner.yMm), Math.max(0, next.yMm)];
  if (yMm === toYMm || isOverPanels({ rack, xMm, yMm: 0 })) return null;
  return { ...run, yMm, toYMm, strip: xMm < rack.widthMm / 2 ? 'left' : 'right' };
}

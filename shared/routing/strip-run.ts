/** How the ends of a cable go on in the strips that they are led to: up or down, to another face, over the top. */
import type { Cable } from '../model/records.ts';
import type { Mm } from '../units/length.ts';
import { type LandedCable, legsOf, type RoutedDesign } from './landing.ts';
import type { LedEnd } from './led-end.ts';
import { stopsOf } from './stop.ts';
import { type Trail, type TrailPoint, trailBetween } from './trail.ts';
import type { RackRun, Route, RouteEnd } from './types.ts';

/**
 * How the ends of a cable that is led by hand go on in the strips that they are led to, in the order of the ends: up
 * or down as long as the next points lie in the same strip. What both ends would take is taken by the first.
 */
export function handRuns(
  design: RoutedDesign,
  cable: Cable,
  landed: LandedCable,
  ends: readonly LedEnd[],
): readonly StripRun[] {
  const stops = stopsOf(design, cable);
  const runs = new Map<number, StripRun>();
  for (const [from, to] of legsOf(landed)) {
    const [a, b] = [ends[from], ends[to]];
    if (!a || !b) continue;
    const trail = trailBetween(design, a, b, stops);
    const there = runs.get(from) ?? stripRun(trail, a);
    runs.set(from, there);
    runs.set(to, meets(a, b, there) ? stays(b) : stripRun(trail.toReversed(), b));
  }
  return ends.map((end, index) => runs.get(index) ?? stays(end));
}

/** How far an end is led up or down in its strip, and how it goes on from there. */
type StripRun = Pick<RackRun, 'toYMm' | 'onward'>;

function stays(end: RouteEnd): StripRun {
  return { toYMm: end.leadYMm, onward: 'none' };
}

/** Places nearer than this are one, mm. */
const SAME_MM: Mm = 0.01;

function meets(a: RouteEnd, b: RouteEnd, run: StripRun): boolean {
  return (
    a.rackId === b.rackId &&
    a.face === b.face &&
    Math.abs(a.stripXMm - b.stripXMm) < SAME_MM &&
    Math.abs(run.toYMm - b.leadYMm) < SAME_MM
  );
}

/** @param trail beginning at the end */
function stripRun(trail: Trail, end: RouteEnd): StripRun {
  const inStrip = ({ rackId, face, xMm }: TrailPoint): boolean =>
    rackId === end.rackId && face === end.face && Math.abs(xMm - end.stripXMm) < SAME_MM;
  const first = trail.findIndex(inStrip);
  let last = first;
  for (let next = trail[last + 1]; next && inStrip(next); next = trail[last + 1]) last += 1;
  const [point, next] = [trail[last], trail[last + 1]];
  const toYMm = point?.yMm ?? end.leadYMm;
  if (toYMm < 0 || (next && next.rackId !== end.rackId)) return { toYMm: 0, onward: 'top' };
  return { toYMm, onward: next && next.face !== end.face ? 'depth' : 'none' };
}

/** The ends of a cable, and whether they are in one rack. */
type Led = Pick<Route, 'ends' | 'inRack' | 'underFloor'>;

/** How a cable goes on from the strip that one of its ends is led to. */
export function onwardOf({ ends, inRack, underFloor }: Led, end: RouteEnd): RackRun['onward'] {
  const trunk = ends[0];
  if (!trunk || end.rackId !== trunk.rackId || (end === trunk && !inRack)) {
    return underFloor ? 'bottom' : 'top';
  }
  if (end !== trunk) return end.face === trunk.face ? 'none' : 'depth';
  return ends.some((other) => other.face !== trunk.face) ? 'depth' : 'none';
}

/** Up or down to where it is led in that strip: out of the rack, or to the level of its first end. */
export function toYMmOf({ ends }: Led, end: RouteEnd, onward: RackRun['onward']): Mm {
  if (onward === 'bottom') return end.rackHeightMm;
  return onward === 'top' ? 0 : (ends[0]?.leadYMm ?? 0);
}

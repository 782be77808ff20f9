/** How the ends of a cable that is left to itself go on in the strips that they are led to: up or down, to another face, over the top. */
import type { Mm } from '../units/length.ts';
import type { RackRun, Route, RouteEnd } from './types.ts';

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

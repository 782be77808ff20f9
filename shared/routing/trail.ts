/**
 * The corners of a cable that is led by hand: right angles between its points. To a place on a face it comes up or
 * down first and then along it; to a strip beside the panels along first, and then up or down in the strip. So it
 * crosses a face only where a person set a point on one.
 */
import type { RackId } from '../model/ids.ts';
import type { Face } from '../model/records.ts';
import type { Mm } from '../units/length.ts';
import type { RoutedDesign } from './landing.ts';
import type { LedEnd } from './led-end.ts';
import { isOverPanels, type Stop } from './stop.ts';

/** A corner on a face of a rack, in its coordinates; above the rack's top `yMm` is negative. */
export interface TrailPoint {
  readonly rackId: RackId;
  readonly face: Face;
  readonly xMm: Mm;
  readonly yMm: Mm;
  /** Which of the cable's points by hand it is; null for a corner and for a port. */
  readonly waypoint: number | null;
}

/** A line of corners from an end of a cable to another. */
export type Trail = readonly TrailPoint[];

/** The trail from one end to another through the points between them. */
export function trailBetween(
  design: RoutedDesign,
  from: LedEnd,
  to: LedEnd,
  stops: readonly Stop[],
): Trail {
  const trail = new Corners(design.settings.trayRiseMm);
  trail.add(portOf(from));
  trail.add({ ...portOf(from), yMm: from.leadYMm });
  trail.add(from.atStrip);
  for (const [index, stop] of stops.entries()) trail.goTo(stop, index);
  trail.goTo(to.atStrip, null);
  trail.add({ ...portOf(to), yMm: to.leadYMm });
  trail.add(portOf(to));
  return trail.points;
}

function portOf({ landing: { rack, face, xMm, yMm, depthMm } }: LedEnd): Stop {
  return { rack, face, xMm, yMm, depthMm };
}

/** Corners nearer than this are one, mm. */
const SAME_MM: Mm = 0.01;

/** A tray that lies right on the racks is over them all the same, mm. */
const LEAST_RISE_MM: Mm = 1;

class Corners {
  readonly points: TrailPoint[] = [];
  readonly #riseMm: Mm;
  #last: Stop | null = null;

  constructor(riseMm: Mm) {
    this.#riseMm = riseMm;
  }

  add(stop: Stop, waypoint: number | null = null): void {
    const { rack, face, xMm, yMm } = stop;
    const last = this.#last;
    const stays =
      last !== null &&
      last.rack === rack &&
      last.face === face &&
      Math.abs(last.xMm - xMm) < SAME_MM &&
      Math.abs(last.yMm - yMm) < SAME_MM;
    this.#last = stop;
    if (stays && waypoint === null) return;
    if (stays && this.points.at(-1)?.waypoint === null) this.points.pop();
    this.points.push({ rackId: rack.id, face, xMm, yMm, waypoint });
  }

  /** Along right angles to a place, wherever it is. */
  goTo(stop: Stop, waypoint: number | null): void {
    const from = this.#last;
    if (from) {
      if (from.rack !== stop.rack) this.#goOverTop(from, stop);
      else if (from.face !== stop.face) this.#goThrough(from, stop);
      else this.#turn(from, stop);
    }
    this.add(stop, waypoint);
  }

  #turn(from: Stop, to: Stop): void {
    const alongFirst = to.yMm >= 0 && !isOverPanels(to);
    this.add(alongFirst ? { ...from, xMm: to.xMm } : { ...from, yMm: to.yMm });
  }

  /** To the other face of the rack: through its depth beside the rails, where one of the two places is. */
  #goThrough(from: Stop, to: Stop): void {
    const width = from.rack.widthMm;
    if (isOverPanels(from)) {
      this.add({ ...from, xMm: width - to.xMm });
      this.add({ ...to, yMm: from.yMm });
    } else {
      this.add({ ...from, yMm: to.yMm });
      this.add({ ...to, xMm: width - from.xMm });
    }
  }

  #goOverTop(from: Stop, to: Stop): void {
    const top = 0 - Math.max(LEAST_RISE_MM, this.#riseMm);
    if (from.yMm >= 0) this.add({ ...from, yMm: top });
    if (to.yMm >= 0) this.add({ ...to, yMm: top });
  }
}

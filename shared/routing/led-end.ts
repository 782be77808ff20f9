/** How a cable is led away from where it lands: to a side of the rack, and in a horizontal manager to there. */
import type { DeviceId, RackId } from '../model/ids.ts';
import { rackHeightMm, sideStripMm } from '../model/rack-geometry.ts';
import type { Cable, CableSide, Face, PortRef, Rack } from '../model/records.ts';
import type { Mm } from '../units/length.ts';
import { bandAt, type ManagerBand, managerFor } from './horizontal-manager.ts';
import type { LandedCable, Landing, RoutedDesign } from './landing.ts';
import { acrossOf, isOverPanels, type Stop, stopsOf } from './stop.ts';
import type { RouteEnd } from './types.ts';

/** A side of the rack as one looks at its front; behind, it is the viewer's other side. */
type RackSide = Exclude<CableSide, 'auto'>;

/** The end of a route, as its landing and what was chosen for it: the rest follows from them. */
export class LedEnd implements RouteEnd {
  readonly landing: Landing;
  /** As one looks at the face. */
  readonly side: RackSide;
  readonly manager: ManagerBand | null;
  /** The point by hand on its own face that it is led to at once; null for the middle of the strip on its side. */
  readonly guide: Stop | null;
  /** Whether it goes to the other side of its rack because the nearer one is full. */
  readonly turned: boolean;

  /**
   * @param side of the rack, as one looks at its front
   * @param guide the point by hand that comes next to it on its face
   */
  constructor(cable: Cable, landing: Landing, side: RackSide, guide: Stop | null, turned = false) {
    this.landing = landing;
    this.turned = turned;
    this.side = sideSeen(side, landing.face);
    this.guide = guide;
    this.manager =
      guide && isOverPanels(guide)
        ? bandAt(landing.beside, guide.yMm)
        : managerFor(cable, landing.spot, landing.yMm, landing.beside);
  }

  get ref(): PortRef {
    return this.landing.ref;
  }

  get rackId(): RackId {
    return this.landing.rack.id;
  }

  get rackHeightMm(): Mm {
    return rackHeightMm(this.landing.rack);
  }

  get face(): Face {
    return this.landing.face;
  }

  get xMm(): Mm {
    return this.landing.xMm;
  }

  get yMm(): Mm {
    return this.landing.yMm;
  }

  get managerId(): DeviceId | null {
    return this.manager?.deviceId ?? null;
  }

  get leadYMm(): Mm {
    return this.manager?.yMm ?? this.landing.exitYMm;
  }

  get dropMm(): Mm {
    const { manager, landing } = this;
    return manager ? Math.abs(manager.yMm - landing.yMm) - manager.heightMm / 2 : 0;
  }

  get stripXMm(): Mm {
    return this.guide?.xMm ?? stripXMm(this.landing.rack, this.side);
  }

  /** Where its lead along the face ends. */
  get atStrip(): Stop {
    const { rack, face, depthMm } = this.landing;
    return { rack, face, xMm: this.stripXMm, yMm: this.leadYMm, depthMm };
  }
}

/** Whether a cable goes to the other side of a rack because its own is full there: see `full-sides.ts`. */
export type Turned = (design: RoutedDesign, cable: Cable, rack: Rack) => boolean;

/** Whether a cable's side is chosen for it, so that it may go to the other one. */
export function isLedBySelf({ side, waypoints }: Pick<Cable, 'side' | 'waypoints'>): boolean {
  return side === 'auto' && waypoints.length === 0;
}

/** The ends of a cable with the side that each is led to: one side for all that are in one rack. */
export function ledEnds(
  design: RoutedDesign,
  cable: Cable,
  { landings, a }: LandedCable,
  isTurned: Turned,
): readonly LedEnd[] {
  if (isLedBySelf(cable)) {
    return landings.map((landing) => {
      const nearer = sideOf(cable, landing, landings);
      const turned = isTurned(design, cable, landing.rack);
      return new LedEnd(cable, landing, turned ? sideSeen(nearer, 'rear') : nearer, null, turned);
    });
  }
  if (cable.waypoints.length === 0) {
    return landings.map(
      (landing) => new LedEnd(cable, landing, sideOf(cable, landing, landings), null),
    );
  }
  const stops = stopsOf(design, cable);
  return landings.map((landing, place) => {
    const next = a.includes(place) ? stops[0] : stops.at(-1);
    const { rack } = landing;
    if (next?.rack !== rack) {
      return new LedEnd(cable, landing, sideOf(cable, landing, landings), null);
    }
    const side = acrossOf(next) < rack.widthMm / 2 ? 'left' : 'right';
    if (isNextTo(landing, next)) return new LedEnd(cable, landing, side, next);
    return new LedEnd(cable, landing, ownSide(landing) ?? side, null);
  });
}

/**
 * Whether an end goes straight to a point: in a strip of its face, or in a manager that touches its device. To any
 * other it goes by the strip that is nearer to the point.
 */
function isNextTo({ face, beside }: Landing, next: Stop): boolean {
  if (next.face !== face || next.yMm < 0) return false;
  return !isOverPanels(next) || bandAt(beside, next.yMm) !== null;
}

/** x of the middle of the strip on a side, as one looks at the face. */
function stripXMm(rack: Rack, side: RackSide): Mm {
  const middle = sideStripMm(rack) / 2;
  return side === 'left' ? middle : rack.widthMm - middle;
}

/** The viewer's side on which one sees a side of the rack when looking at `face`. */
export function sideSeen(side: RackSide, face: Face): RackSide {
  if (face === 'front') return side;
  return side === 'left' ? 'right' : 'left';
}

/** The side to which an end is led: one for all that are in its rack, but what hangs beside the rails has its own. */
function sideOf(cable: Cable, landing: Landing, landings: readonly Landing[]): RackSide {
  return ownSide(landing) ?? sideInRack(cable, landing.rack, landings);
}

/** Gear beside the rails can be left only to the side on which it hangs; null for all other. */
function ownSide({ device, rack, mounted: { face, xMm } }: Landing): RackSide | null {
  if (device.mount !== 'side') return null;
  return sideSeen(xMm < rack.widthMm / 2 ? 'left' : 'right', face);
}

/**
 * The side along which a cable is led in one rack. That of an end beside the rails holds, so that the cable does not
 * cross the faces between; then a person's choice; else the side with the shorter way along the faces, and where both
 * are as long, left for every other opening, so that half of the cables go to each side.
 * @param landings of the cable, at least one of them in the rack
 */
function sideInRack(cable: Cable, rack: Rack, landings: readonly Landing[]): RackSide {
  for (let at = 0; at < landings.length; at += 1) {
    const landing = landings[at] as Landing;
    const own = landing.rack === rack ? ownSide(landing) : null;
    if (own) return own;
  }
  if (cable.side !== 'auto') return cable.side;
  let lead = 0;
  let opening: number | null = null;
  for (let at = 0; at < landings.length; at += 1) {
    const { rack: where, face, xMm, spot } = landings[at] as Landing;
    if (where !== rack) continue;
    lead += Math.abs(xMm - stripXMm(rack, sideSeen('left', face)));
    lead -= Math.abs(xMm - stripXMm(rack, sideSeen('right', face)));
    opening ??= spot.opening;
  }
  if (Math.abs(lead) < EQUAL_MM) return (opening ?? 0) % 2 === 0 ? 'left' : 'right';
  return lead < 0 ? 'left' : 'right';
}
/** Ways that differ by less count as equally long, mm. */
const EQUAL_MM: Mm = 1;

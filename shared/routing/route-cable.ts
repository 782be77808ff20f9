/**
 * The way of a cable: out of its plug, along the face to a side of the rack or in the horizontal manager that
 * touches its device, up or down in the strip beside the rails, and to the other device; to another rack over the top, along the tray and down again. It never
 * crosses the middle of the air. Physics: physics.md, section 3.5.
 */
import { rackHeightMm } from '../model/rack-geometry.ts';
import type { Cable } from '../model/records.ts';
import { type Mm, roundMm } from '../units/length.ts';
import { floorPlan } from './floor-plan.ts';
import { managerFor } from './horizontal-manager.ts';
import {
  type LandedCable,
  type Landing,
  landCable,
  legsOf,
  type RackSide,
  type RoutedDesign,
  sideInRack,
  sideSeen,
  stripXMm,
} from './landing.ts';
import { stripOnFloor } from './tray-run.ts';
import type { Lead, Route, RouteEnd, RoutePart } from './types.ts';

/**
 * The route of a cable.
 * @returns null when one of its ends names a device, rack, type or port that the design does not hold
 */
export function routeCable(design: RoutedDesign, cable: Cable): Route | null {
  const landed = landCable(design, cable);
  if (!landed) return null;
  const stops = stopsOf(cable, landed.landings);
  const way = longestLeg(design, landed, stops, true);
  return { cableId: cable.id, ...leadAlong(landed, stops, way), parts: way.parts ?? [] };
}

/** How a cable is led of which the landings are known already. */
export function leadLanded(design: RoutedDesign, cable: Cable, landed: LandedCable): Lead {
  const stops = stopsOf(cable, landed.landings);
  return leadAlong(landed, stops, longestLeg(design, landed, stops, false));
}

function leadAlong({ landings }: LandedCable, stops: readonly Stop[], way: Way): Lead {
  const [first] = landings;
  return {
    ends: stops.map(({ end }) => end),
    pathMm: roundMm(way.lengthMm),
    inRack: landings.every(({ rack }) => rack === first?.rack),
    assumed: assumedKeys(landings, way),
  };
}

/** The openings with the side that each is led to: one side for all that are in one rack. */
function stopsOf(cable: Cable, landings: readonly Landing[]): readonly Stop[] {
  return landings.map((landing) => {
    const side = sideInRack(cable, landing.rack, landings);
    return { landing, end: routeEnd(cable, landing, side) };
  });
}

function routeEnd(cable: Cable, landing: Landing, side: RackSide): RouteEnd {
  const manager = managerFor(cable, landing.spot, landing.yMm, landing.beside);
  return {
    ref: landing.ref,
    rackId: landing.rack.id,
    face: landing.face,
    xMm: landing.xMm,
    yMm: landing.yMm,
    managerId: manager?.deviceId ?? null,
    leadYMm: manager?.yMm ?? landing.yMm,
    dropMm: manager ? Math.abs(manager.yMm - landing.yMm) - manager.heightMm / 2 : 0,
    side: sideSeen(side, landing.face),
    stripXMm: stripXMm(landing.rack, landing.face, side),
  };
}

/** One opening on the way: where it is, and how it is led. */
interface Stop {
  readonly landing: Landing;
  readonly end: RouteEnd;
}

/** A way while it is walked. */
class Way {
  lengthMm: Mm = 0;
  /** Whether it goes over the racks, and through the depth of one. */
  isAcross = false;
  isDeep = false;
  /** Null where nobody wants them. */
  readonly parts: RoutePart[] | null;

  constructor(withParts: boolean) {
    this.parts = withParts ? [] : null;
  }

  go(part: RoutePart['part'], lengthMm: Mm): void {
    if (lengthMm <= 0) return;
    this.lengthMm += lengthMm;
    if (part === 'rise' || part === 'row') this.isAcross = true;
    else if (part === 'depth') this.isDeep = true;
    this.parts?.push({ part, lengthMm: roundMm(lengthMm) });
  }
}

function longestLeg(
  design: RoutedDesign,
  landed: LandedCable,
  stops: readonly Stop[],
  withParts: boolean,
): Way {
  let longest: Way | null = null;
  for (const [place, other] of legsOf(landed)) {
    const [from, to] = [stops[place], stops[other]];
    if (!from || !to) continue;
    const way = wayBetween(design, from, to, new Way(withParts));
    if (way.lengthMm > (longest?.lengthMm ?? 0)) longest = way;
  }
  return longest ?? new Way(withParts);
}

function wayBetween(design: RoutedDesign, from: Stop, to: Stop, way: Way): Way {
  way.go('manager', Math.abs(from.end.yMm - from.end.leadYMm));
  way.go('lateral', Math.abs(from.end.xMm - from.end.stripXMm));
  if (from.landing.rack === to.landing.rack) {
    way.go('vertical', Math.abs(from.end.leadYMm - to.end.leadYMm));
    way.go('depth', Math.abs(from.landing.depthMm - to.landing.depthMm));
  } else acrossRacks(design, from, to, way);
  way.go('lateral', Math.abs(to.end.xMm - to.end.stripXMm));
  way.go('manager', Math.abs(to.end.yMm - to.end.leadYMm));
  return way;
}

function acrossRacks(design: RoutedDesign, from: Stop, to: Stop, way: Way): void {
  const { trayRiseMm, rowPitchMm } = design.settings;
  const plan = floorPlan(design);
  const start = plan.get(from.end.rackId) ?? NOWHERE;
  const end = plan.get(to.end.rackId) ?? NOWHERE;
  const [height, otherHeight] = [rackHeightMm(from.landing.rack), rackHeightMm(to.landing.rack)];
  const tray = Math.max(height, otherHeight) + trayRiseMm;
  way.go('vertical', from.end.leadYMm);
  way.go('rise', tray - height);
  way.go('row', Math.abs(start.xMm + stripAt(from) - end.xMm - stripAt(to)));
  way.go('aisle', Math.abs(start.row - end.row) * rowPitchMm);
  way.go('depth', Math.abs(from.landing.depthMm - to.landing.depthMm));
  way.go('rise', tray - otherHeight);
  way.go('vertical', to.end.leadYMm);
}
/** Place of a rack whose row the design does not hold. */
const NOWHERE = { row: 0, xMm: 0 };

function stripAt({ landing: { rack }, end }: Stop): Mm {
  return stripOnFloor(end, rack.widthMm);
}

const PLUG = 'analysis.assumed.plug';
const POSITION = 'analysis.assumed.position';
const DEPTH = 'analysis.assumed.depth';
const TRAY = 'analysis.assumed.tray';
const PLUG_ONLY: readonly string[] = [PLUG];
const PLUG_AND_TRAY: readonly string[] = [PLUG, TRAY];

function assumedKeys(landings: readonly Landing[], way: Way): readonly string[] {
  const across = way.isAcross;
  const position = landings.some(({ spot }) => spot.assumed);
  const depth = way.isDeep && landings.some(({ depthAssumed }) => depthAssumed);
  if (!position && !depth) return across ? PLUG_AND_TRAY : PLUG_ONLY;
  const keys = across ? [PLUG, TRAY] : [PLUG];
  if (position) keys.push(POSITION);
  if (depth) keys.push(DEPTH);
  return keys;
}

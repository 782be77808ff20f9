/**
 * The way of a cable: out of its plug, along the face to a side of the rack or in the horizontal manager that
 * touches its device, up or down in the strip beside the rails, and to the other device; to another rack over the top, along the tray and down again. It never
 * crosses the middle of the air. Physics: physics.md, section 3.5.
 */
import { rackHeightMm } from '../model/rack-geometry.ts';
import type { Cable } from '../model/records.ts';
import { type Mm, roundMm } from '../units/length.ts';
import { floorPlan } from './floor-plan.ts';
import { type LandedCable, type Landing, landCable, legsOf, type RoutedDesign } from './landing.ts';
import { type LedEnd, ledEnds } from './led-end.ts';
import { stripOnFloor } from './tray-run.ts';
import type { Route, RoutePart } from './types.ts';

/**
 * The route of a cable.
 * @returns null when one of its ends names a device, rack, type or port that the design does not hold
 */
export function routeCable(design: RoutedDesign, cable: Cable): Route | null {
  const landed = landCable(design, cable);
  if (!landed) return null;
  const ends = ledEnds(cable, landed.landings);
  const way = longestLeg(design, landed, ends, true);
  return { cableId: cable.id, ...leadAlong(landed, ends, way), parts: way.parts ?? [] };
}

/** A route without the parts of its way. */
export interface Lead extends Pick<Route, 'pathMm' | 'inRack' | 'assumed'> {
  readonly ends: readonly LedEnd[];
}

/** How a cable is led of which the landings are known already. */
export function leadLanded(design: RoutedDesign, cable: Cable, landed: LandedCable): Lead {
  const ends = ledEnds(cable, landed.landings);
  return leadAlong(landed, ends, longestLeg(design, landed, ends, false));
}

function leadAlong({ landings }: LandedCable, ends: readonly LedEnd[], way: Way): Lead {
  const [first] = landings;
  return {
    ends,
    pathMm: roundMm(way.lengthMm),
    inRack: landings.every(({ rack }) => rack === first?.rack),
    assumed: assumedKeys(landings, way),
  };
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
  ends: readonly LedEnd[],
  withParts: boolean,
): Way {
  let longest: Way | null = null;
  for (const [place, other] of legsOf(landed)) {
    const [from, to] = [ends[place], ends[other]];
    if (!from || !to) continue;
    const way = wayBetween(design, from, to, new Way(withParts));
    if (way.lengthMm > (longest?.lengthMm ?? 0)) longest = way;
  }
  return longest ?? new Way(withParts);
}

function wayBetween(design: RoutedDesign, from: LedEnd, to: LedEnd, way: Way): Way {
  way.go('manager', Math.abs(from.yMm - from.leadYMm));
  way.go('lateral', Math.abs(from.xMm - from.stripXMm));
  if (from.landing.rack === to.landing.rack) {
    way.go('vertical', Math.abs(from.leadYMm - to.leadYMm));
    way.go('depth', Math.abs(from.landing.depthMm - to.landing.depthMm));
  } else acrossRacks(design, from, to, way);
  way.go('lateral', Math.abs(to.xMm - to.stripXMm));
  way.go('manager', Math.abs(to.yMm - to.leadYMm));
  return way;
}

function acrossRacks(design: RoutedDesign, from: LedEnd, to: LedEnd, way: Way): void {
  const { trayRiseMm, rowPitchMm } = design.settings;
  const plan = floorPlan(design);
  const start = plan.get(from.rackId) ?? NOWHERE;
  const end = plan.get(to.rackId) ?? NOWHERE;
  const [height, otherHeight] = [rackHeightMm(from.landing.rack), rackHeightMm(to.landing.rack)];
  const tray = Math.max(height, otherHeight) + trayRiseMm;
  way.go('vertical', from.leadYMm);
  way.go('rise', tray - height);
  way.go('row', Math.abs(start.xMm + stripAt(from) - end.xMm - stripAt(to)));
  way.go('aisle', Math.abs(start.row - end.row) * rowPitchMm);
  way.go('depth', Math.abs(from.landing.depthMm - to.landing.depthMm));
  way.go('rise', tray - otherHeight);
  way.go('vertical', to.leadYMm);
}
/** Place of a rack whose row the design does not hold. */
const NOWHERE = { row: 0, xMm: 0 };

function stripAt(end: LedEnd): Mm {
  return stripOnFloor(end, end.landing.rack.widthMm);
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

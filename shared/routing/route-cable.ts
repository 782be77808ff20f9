/**
 * The way of a cable: out of its plug, along the face to a side of the rack, up or down in the strip beside
 * the rails, and to the other device; to another rack over the top, along the tray and down again. It never
 * crosses the middle of the air. Physics: physics.md, section 3.5.
 */
import type { RackId } from '../model/ids.ts';
import { rackHeightMm } from '../model/rack-geometry.ts';
import type { Cable, PortRef } from '../model/records.ts';
import { type Mm, roundMm } from '../units/length.ts';
import { floorPlan } from './floor-plan.ts';
import {
  type Landing,
  landingOf,
  type RackSide,
  type RoutedDesign,
  sideInRack,
  sideSeen,
  stripXMm,
} from './landing.ts';
import type { Route, RouteEnd, RoutePart } from './types.ts';

/**
 * The route of a cable.
 * @returns null when one of its ends names a device, rack, type or port that the design does not hold
 */
export function routeCable(design: RoutedDesign, cable: Cable): Route | null {
  const a = landingsOf(design, cable.ends.a);
  const b = landingsOf(design, cable.ends.b);
  if (!a || !b) return null;
  const landings = distinct(a.openings, b.openings);
  const sides = sidesOf(cable, landings);
  const legs = legsOf(a.perLink, b.perLink);
  let longest = wayBetween(design, legs[0] ?? [], sides);
  for (const leg of legs.slice(1)) {
    const way = wayBetween(design, leg, sides);
    if (way.lengthMm > longest.lengthMm) longest = way;
  }
  return {
    cableId: cable.id,
    ends: landings.map((landing) => routeEnd(landing, sides.get(landing.rack.id) ?? 'left')),
    parts: longest.parts,
    pathMm: roundMm(longest.lengthMm),
    inRack: sides.size === 1,
    assumed: assumedKeys(landings, longest.parts),
  };
}

interface EndLandings {
  /** One per link. */
  readonly perLink: readonly Landing[];
  /** One per opening. */
  readonly openings: readonly Landing[];
}

function landingsOf(design: RoutedDesign, refs: readonly PortRef[]): EndLandings | null {
  const [only] = refs;
  if (only && refs.length === 1) {
    const landing = landingOf(design, only);
    return landing && { perLink: [landing], openings: [landing] };
  }
  const perLink: Landing[] = [];
  const openings: Landing[] = [];
  for (const ref of refs) {
    const landing = landingOf(design, ref);
    if (!landing) return null;
    const first = openings.find((other) => sameOpening(other, landing));
    if (!first) openings.push(landing);
    perLink.push(first ?? landing);
  }
  return perLink.length === 0 ? null : { perLink, openings };
}

function sameOpening(one: Landing, other: Landing): boolean {
  return one.ref.deviceId === other.ref.deviceId && one.spot.opening === other.spot.opening;
}

function distinct(a: readonly Landing[], b: readonly Landing[]): readonly Landing[] {
  return [...a, ...b.filter((landing) => !a.some((other) => sameOpening(other, landing)))];
}

type Sides = ReadonlyMap<RackId, RackSide>;

function sidesOf(cable: Cable, landings: readonly Landing[]): Sides {
  const sides = new Map<RackId, RackSide>();
  for (const { rack } of landings) {
    if (sides.has(rack.id)) continue;
    const here = landings.filter((landing) => landing.rack.id === rack.id);
    sides.set(rack.id, sideInRack(cable, here));
  }
  return sides;
}

type Leg = readonly [from: Landing, to: Landing] | readonly [];

function legsOf(a: readonly Landing[], b: readonly Landing[]): readonly Leg[] {
  const legs: Leg[] = [];
  for (const [index, from] of a.entries()) {
    const to = b[index];
    if (to && !legs.some(([f, t]) => f === from && t === to)) legs.push([from, to]);
  }
  return legs;
}

interface Way {
  readonly parts: readonly RoutePart[];
  readonly lengthMm: Mm;
}

function wayBetween(design: RoutedDesign, leg: Leg, sides: Sides): Way {
  const [from, to] = leg;
  if (!from || !to) return { parts: [], lengthMm: 0 };
  const parts: RoutePart[] = [];
  let total = 0;
  const go = (part: RoutePart['part'], lengthMm: Mm): void => {
    if (lengthMm <= 0) return;
    parts.push({ part, lengthMm: roundMm(lengthMm) });
    total += lengthMm;
  };
  go('lateral', lateralMm(from, sides));
  if (from.rack === to.rack) {
    go('vertical', Math.abs(from.yMm - to.yMm));
    go('depth', Math.abs(from.depthMm - to.depthMm));
  } else acrossRacks(design, from, to, sides, go);
  go('lateral', lateralMm(to, sides));
  return { parts, lengthMm: total };
}

function acrossRacks(
  design: RoutedDesign,
  from: Landing,
  to: Landing,
  sides: Sides,
  go: (part: RoutePart['part'], lengthMm: Mm) => void,
): void {
  const { trayRiseMm, rowPitchMm } = design.settings;
  const plan = floorPlan(design);
  const start = plan.get(from.rack.id) ?? NOWHERE;
  const end = plan.get(to.rack.id) ?? NOWHERE;
  const tray = Math.max(rackHeightMm(from.rack), rackHeightMm(to.rack)) + trayRiseMm;
  go('vertical', from.yMm);
  go('rise', tray - rackHeightMm(from.rack));
  go('row', Math.abs(start.xMm + stripOnFloor(from, sides) - end.xMm - stripOnFloor(to, sides)));
  go('aisle', Math.abs(start.row - end.row) * rowPitchMm);
  go('depth', Math.abs(from.depthMm - to.depthMm));
  go('rise', tray - rackHeightMm(to.rack));
  go('vertical', to.yMm);
}
/** Place of a rack whose row the design does not hold. */
const NOWHERE = { row: 0, xMm: 0 };

function lateralMm(landing: Landing, sides: Sides): Mm {
  const side = sides.get(landing.rack.id) ?? 'left';
  return Math.abs(landing.xMm - stripXMm(landing.rack, landing.face, side));
}

/** Distance of the strip from the rack's left edge, seen from the front. */
function stripOnFloor(landing: Landing, sides: Sides): Mm {
  return stripXMm(landing.rack, 'front', sides.get(landing.rack.id) ?? 'left');
}

function routeEnd(landing: Landing, side: RackSide): RouteEnd {
  return {
    ref: landing.ref,
    rackId: landing.rack.id,
    face: landing.face,
    xMm: landing.xMm,
    yMm: landing.yMm,
    side: sideSeen(side, landing.face),
    stripXMm: stripXMm(landing.rack, landing.face, side),
  };
}

const PLUG = 'analysis.assumed.plug';
const POSITION = 'analysis.assumed.position';
const DEPTH = 'analysis.assumed.depth';
const TRAY = 'analysis.assumed.tray';
const PLUG_ONLY: readonly string[] = [PLUG];
const PLUG_AND_TRAY: readonly string[] = [PLUG, TRAY];

function assumedKeys(landings: readonly Landing[], parts: readonly RoutePart[]): readonly string[] {
  const across = parts.some(({ part }) => part === 'rise' || part === 'row');
  const deep = parts.some(({ part }) => part === 'depth');
  const position = landings.some(({ spot }) => spot.assumed);
  const depth = deep && landings.some(({ depthAssumed }) => depthAssumed);
  if (!position && !depth) return across ? PLUG_AND_TRAY : PLUG_ONLY;
  const keys = across ? [PLUG, TRAY] : [PLUG];
  if (position) keys.push(POSITION);
  if (depth) keys.push(DEPTH);
  return keys;
}

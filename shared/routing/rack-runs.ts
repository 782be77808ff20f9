/** The cables of one rack, for drawing: what of each runs over which face. */

import { type FloorPlan, floorPlan } from '../floor/floor-plan.ts';
import type { Design } from '../model/design.ts';
import { cablesOfDevice, devicesInRack } from '../model/design-index.ts';
import type { CableId, RackId } from '../model/ids.ts';
import type { Cable, Device } from '../model/records.ts';
import type { Mm } from '../units/length.ts';
import { managersInRack } from './horizontal-manager.ts';
import { type LandedCable, legsOf, type RoutedDesign } from './landing.ts';
import type { LedEnd } from './led-end.ts';
import { routeCable } from './route-cable.ts';
import { stopsOf } from './stop.ts';
import { type Trail, type TrailPoint, trailBetween } from './trail.ts';
import type { RackRun, Route, RouteEnd } from './types.ts';

interface RunsOfDesign {
  readonly racks: Design['racks'];
  readonly rows: Design['rows'];
  readonly deviceTypes: Design['deviceTypes'];
  readonly settings: Design['settings'];
  readonly pathways: Design['pathways'];
  readonly perRack: Map<RackId, readonly RackRun[]>;
}

const known = new WeakMap<Design['cables'], WeakMap<Design['devices'], RunsOfDesign>>();

/**
 * The runs of every cable with an end in the rack, by cable id; both faces. Kept as long as the design's
 * tables live.
 */
export function routesInRack(design: Design, rackId: RackId): readonly RackRun[] {
  const { perRack } = runsOf(design);
  let runs = perRack.get(rackId);
  if (!runs) {
    runs = runsInRack(design, rackId);
    perRack.set(rackId, runs);
  }
  return runs;
}

function runsOf(design: Design): RunsOfDesign {
  let perDevices = known.get(design.cables);
  if (!perDevices) {
    perDevices = new WeakMap();
    known.set(design.cables, perDevices);
  }
  const { racks, rows, deviceTypes, settings, pathways } = design;
  const found = perDevices.get(design.devices);
  if (
    found?.racks === racks &&
    found.rows === rows &&
    found.deviceTypes === deviceTypes &&
    found.settings === settings &&
    found.pathways === pathways
  ) {
    return found;
  }
  const fresh = { racks, rows, deviceTypes, settings, pathways, perRack: new Map() };
  perDevices.set(design.devices, fresh);
  return fresh;
}

function runsInRack(design: Design, rackId: RackId): readonly RackRun[] {
  const ids = new Set<CableId>();
  for (const device of devicesInRack(design, rackId)) {
    for (const id of cablesOfDevice(design, device.id)) ids.add(id);
  }
  const runs: RackRun[] = [];
  for (const id of [...ids].sort()) {
    const cable = design.cables.get(id);
    const route = cable && rememberedRoute(design, cable);
    if (route) runs.push(...runsOfRoute(route).filter(({ end }) => end.rackId === rackId));
  }
  return runs;
}

/** The runs of a route, one per end and in their order: see `RackRun` for how they join. */
function runsOfRoute(route: Route): readonly RackRun[] {
  const { cableId, ends } = route;
  return ends.map((end) => {
    const onward = onwardOf(route, end);
    return { cableId, end, toYMm: toYMmOf(route, end, onward), onward };
  });
}

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

interface RememberedRoute {
  /** The devices at its ends, and the cable managers in their racks. */
  readonly devices: readonly (Device | undefined)[];
  readonly deviceTypes: Design['deviceTypes'];
  readonly settings: Design['settings'];
  readonly floor: FloorPlan;
  readonly pathways: Design['pathways'];
  readonly route: Route | null;
}

const routes = new WeakMap<Cable, RememberedRoute>();

/** The route of a cable, computed anew only when one of its devices, or the floor, is another record. */
function rememberedRoute(design: Design, cable: Cable): Route | null {
  const floor = floorPlan(design);
  const ends = [...cable.ends.a, ...cable.ends.b].map((ref) => design.devices.get(ref.deviceId));
  const racks = new Set(ends.flatMap((device) => device?.rackId ?? []));
  const devices = [...ends, ...[...racks].flatMap((rackId) => managersInRack(design, rackId))];
  const last = routes.get(cable);
  if (
    last?.floor === floor &&
    last.pathways === design.pathways &&
    last.deviceTypes === design.deviceTypes &&
    last.settings === design.settings &&
    last.devices.length === devices.length &&
    devices.every((device, index) => device === last.devices[index])
  ) {
    return last.route;
  }
  const route = routeCable(design, cable);
  const { deviceTypes, settings, pathways } = design;
  routes.set(cable, { devices, deviceTypes, settings, pathways, floor, route });
  return route;
}

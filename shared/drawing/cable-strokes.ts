/**
 * The lines that the cables of a rack are drawn as: from the port along its face to the side strip, there
 * in a lane of its own, and on. Which way a cable goes is decided in `shared/routing`; here it gets a line.
 */

import { seat } from '../model/bays.ts';
import type { Design } from '../model/design.ts';
import { devicesInRack } from '../model/design-index.ts';
import type { CableId, RackId } from '../model/ids.ts';
import { deviceBox, panelLeftMm, typeFaceSeen } from '../model/rack-geometry.ts';
import type { Rack } from '../model/records.ts';
import { type RackRun, type RouteEnd, routesInRack } from '../routing/index.ts';
import type { CableStroke } from './cable-stroke.ts';
import { handStrokes, isHandLed } from './hand-strokes.ts';
import { managerLanes } from './manager-lanes.ts';
import { portExits } from './port-exits.ts';
import { cagesByPort } from './port-fill.ts';

/** A run with the height of its lane, at which it leaves its device. */
interface Leaving {
  readonly run: RackRun;
  readonly exitY: number;
}

function leaving(
  design: Design,
  rack: Rack,
  run: RackRun,
  lanesAlong: ReadonlyMap<RouteEnd, number>,
): Leaving {
  const { end } = run;
  const along = lanesAlong.get(end);
  if (along !== undefined) return { run, exitY: along };
  const device = design.devices.get(end.ref.deviceId);
  const type = device && design.deviceTypes.get(device.typeId);
  if (!device || !type) return { run, exitY: end.leadYMm };
  const { box, type: seated } = seat(design, rack, device, type, end.face);
  const cage = cagesByPort(seated).get(end.ref.portId);
  const exit = cage && portExits(seated, typeFaceSeen(device, end.face)).get(cage.id);
  return { run, exitY: exit === undefined ? end.leadYMm : box.y + exit };
}

/** What one cable takes of one strip, from which height to which. */
interface Span {
  readonly strip: string;
  readonly cableId: CableId;
  top: number;
  bottom: number;
}

function stripOf({ run: { end } }: Leaving): string {
  return `${end.face} ${end.side}`;
}

/** Height to which a run goes in its strip: out of the rack, or to where the first end of the cable leaves. */
function joinY(one: Leaving, trunk: Leaving | undefined): number {
  if (leavesRack(one.run)) return one.run.toYMm;
  return trunk?.exitY ?? 0;
}

/** Whether a run goes on over the top of its rack or under its feet. */
function leavesRack({ onward }: Pick<RackRun, 'onward'>): boolean {
  return onward === 'top' || onward === 'bottom';
}

function spansOf(cables: ReadonlyMap<CableId, readonly Leaving[]>): Span[] {
  const spans = new Map<string, Span>();
  for (const [cableId, runs] of cables) {
    for (const one of runs) {
      const strip = stripOf(one);
      const to = joinY(one, runs[0]);
      const key = `${strip} ${cableId}`;
      const span = spans.get(key) ?? { strip, cableId, top: to, bottom: to };
      span.top = Math.min(span.top, one.exitY, to);
      span.bottom = Math.max(span.bottom, one.exitY, to);
      spans.set(key, span);
    }
  }
  return [...spans.values()];
}

/** Space kept between two cables in one lane, mm. */
const LANE_GAP_MM = 8;
/** Space between lanes where the strip has room, mm. */
const LANE_PITCH_MM = 6;
const POST_MM = 24;

/**
 * Gives each span of a strip the innermost lane that is free over its whole height, so that no two cables
 * lie on each other. Shorter spans come first: they stay next to the devices.
 */
function lanesOf(spans: readonly Span[]): Map<Span, number> {
  const lanes = new Map<Span, number>();
  const taken = new Map<string, Span[][]>();
  const order = spans.toSorted(
    (a, b) =>
      a.bottom - a.top - (b.bottom - b.top) || a.top - b.top || (a.cableId < b.cableId ? -1 : 1),
  );
  for (const span of order) {
    const strip = taken.get(span.strip) ?? [];
    taken.set(span.strip, strip);
    let lane = strip.findIndex((inLane) => inLane.every((other) => apart(span, other)));
    if (lane < 0) lane = strip.push([]) - 1;
    strip[lane]?.push(span);
    lanes.set(span, lane);
  }
  return lanes;
}

function apart(a: Span, b: Span): boolean {
  return a.bottom + LANE_GAP_MM <= b.top || b.bottom + LANE_GAP_MM <= a.top;
}

/** Where a cable runs in its strip. */
interface Lane {
  readonly x: number;
  readonly pitchMm: number;
}

/** The lanes lie from the panel's edge outwards, closer together when there are many, past what is `taken`. */
function laneAt(
  rack: Rack,
  side: RouteEnd['side'],
  lane: number,
  count: number,
  taken: readonly Across[],
): Lane {
  const inner = panelLeftMm(rack) - 2;
  const outer = inner - Math.max(6, inner - POST_MM - 2);
  const mirrored = side === 'left' ? taken : taken.map((each) => mirror(rack, each));
  const free = freeAcross({ from: outer, to: inner }, mirrored);
  const room = free.reduce((sum, { from, to }) => sum + to - from, 0);
  const pitchMm = Math.min(LANE_PITCH_MM, room / count);
  let ahead = (lane + 0.5) * pitchMm;
  for (const { from, to } of free) {
    const x = to - ahead;
    if (x >= from) return { x: side === 'left' ? x : rack.widthMm - x, pitchMm };
    ahead -= to - from;
  }
  const x = (free.at(-1)?.from ?? outer) + pitchMm / 2;
  return { x: side === 'left' ? x : rack.widthMm - x, pitchMm };
}

/** From one x to another, mm. */
interface Across {
  readonly from: number;
  readonly to: number;
}

function mirror({ widthMm }: Rack, { from, to }: Across): Across {
  return { from: widthMm - to, to: widthMm - from };
}

/** Between a lane and an opening beside it, mm. */
const CLEAR_OF_PORT_MM = 0.6;

/** What is left of a strip, innermost first; all of it where nothing would be left. */
function freeAcross(strip: Across, taken: readonly Across[]): readonly Across[] {
  const free: Across[] = [];
  let { to } = strip;
  for (const port of taken.toSorted((a, b) => b.to - a.to)) {
    const next = port.to + CLEAR_OF_PORT_MM;
    if (next < to) free.push({ from: Math.max(strip.from, next), to });
    to = Math.min(to, port.from - CLEAR_OF_PORT_MM);
    if (to <= strip.from) break;
  }
  if (to > strip.from) free.push({ from: strip.from, to });
  return free.length > 0 ? free : [strip];
}

/** The openings of gear beside the rails, by strip: no cable is led over them. */
function portsInStrips(design: Design, rack: Rack): ReadonlyMap<string, readonly Across[]> {
  const found = new Map<string, Across[]>();
  for (const device of devicesInRack(design, rack.id)) {
    const type = device.mount === 'side' ? design.deviceTypes.get(device.typeId) : undefined;
    if (!type) continue;
    for (const face of ['front', 'rear'] as const) {
      const { x } = deviceBox(rack, device, type, face);
      const seen = typeFaceSeen(device, face);
      const strip = `${face} ${x < rack.widthMm / 2 ? 'left' : 'right'}`;
      const cages = type.cages.filter((cage) => cage.face === seen);
      const ports = cages.map((cage) => ({ from: x + cage.xMm, to: x + cage.xMm + cage.widthMm }));
      found.set(strip, [...(found.get(strip) ?? []), ...ports]);
    }
  }
  return found;
}

function lanesByStrip(design: Design, rack: Rack, spans: readonly Span[]): Map<string, Lane> {
  const lanes = lanesOf(spans);
  const ports = portsInStrips(design, rack);
  const counts = new Map<string, number>();
  for (const [{ strip }, lane] of lanes)
    counts.set(strip, Math.max(counts.get(strip) ?? 0, lane + 1));
  const found = new Map<string, Lane>();
  for (const [{ strip, cableId }, lane] of lanes) {
    const side = strip.endsWith('left') ? 'left' : 'right';
    const count = counts.get(strip) ?? 1;
    found.set(`${strip} ${cableId}`, laneAt(rack, side, lane, count, ports.get(strip) ?? []));
  }
  return found;
}

function strokeOf(one: Leaving, trunk: Leaving, { x, pitchMm }: Lane): CableStroke {
  const { end, cableId, onward } = one.run;
  const points = [end.xMm, end.yMm, end.xMm, one.exitY, x, one.exitY];
  if (leavesRack(one.run)) points.push(x, one.run.toYMm);
  else if (one !== trunk) points.push(x, trunk.exitY);
  if (onward === 'none' && one !== trunk) {
    points.push(trunk.run.end.xMm, trunk.exitY, trunk.run.end.xMm, trunk.run.end.yMm);
  }
  return { cableId, face: end.face, points, pitchMm, onward };
}

function findStrokes(design: Design, rack: Rack, all: readonly RackRun[]): CableStroke[] {
  const runs = all.filter(({ cableId }) => !isHandLed(design.cables.get(cableId)));
  const lanesAlong = managerLanes(design, rack, runs);
  const cables = Map.groupBy(
    runs.map((run) => leaving(design, rack, run, lanesAlong)),
    ({ run }) => run.cableId,
  );
  const lanes = lanesByStrip(design, rack, spansOf(cables));
  const strokes: CableStroke[] = [...handStrokes(design, rack.id)];
  for (const list of cables.values()) {
    const trunk = list[0];
    if (trunk === undefined) continue;
    const joined = list.some((one) => one !== trunk && one.run.onward === 'none');
    for (const one of list) {
      if (one === trunk && joined && one.run.onward === 'none') continue;
      const { end, cableId } = one.run;
      const lane = lanes.get(`${stripOf(one)} ${cableId}`);
      strokes.push(strokeOf(one, trunk, lane ?? { x: end.stripXMm, pitchMm: LANE_PITCH_MM }));
    }
  }
  return strokes;
}

const known = new WeakMap<readonly RackRun[], readonly CableStroke[]>();

/**
 * The lines of all cables with an end in the rack, on both of its faces. Kept as long as their routes live.
 */
export function cableStrokes(design: Design, rackId: RackId): readonly CableStroke[] {
  const rack = design.racks.get(rackId);
  if (rack === undefined) return [];
  const runs = routesInRack(design, rackId);
  let strokes = known.get(runs);
  if (strokes === undefined) known.set(runs, (strokes = findStrokes(design, rack, runs)));
  return strokes;
}

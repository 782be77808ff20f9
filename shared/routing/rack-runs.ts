/** The cables of one rack, for drawing: what of each runs over which face. */

import { type FloorPlan, floorPlan } from '../floor/floor-plan.ts';
import type { Design } from '../model/design.ts';
import { cablesOfRack } from '../model/design-index.ts';
import type { RackId } from '../model/ids.ts';
import type { Cable, Device } from '../model/records.ts';
import { managersInRack } from './horizontal-manager.ts';
import { type RackRecords, rackRecords } from './rack-records.ts';
import { routeCable } from './route-cable.ts';
import { onwardOf, toYMmOf } from './strip-run.ts';
import { isTurnedIn } from './turned-sides.ts';
import type { RackRun, Route } from './types.ts';

const known = new WeakMap<RackRecords, readonly RackRun[]>();

/**
 * The runs of every cable with an end in the rack, by cable id; both faces. The same list as long as nothing that
 * they hang on is another record: an edit elsewhere has nothing found anew.
 */
export function routesInRack(design: Design, rackId: RackId): readonly RackRun[] {
  const rack = design.racks.get(rackId);
  if (!rack) return NO_RUNS;
  const records = rackRecords(design, rack);
  let runs = known.get(records);
  if (!runs) {
    runs = runsInRack(design, rackId);
    known.set(records, runs);
  }
  return runs;
}
const NO_RUNS: readonly RackRun[] = [];

/** Routes after which whoever makes them may do something else first. */
const PIECE = 16;

/** Finds the routes that `routesInRack` asks for, pausing on the way: for a screen that must not wait. */
export function* findRoutesInPieces(design: Design, rackId: RackId): Generator<void> {
  const rack = design.racks.get(rackId);
  if (!rack || known.has(rackRecords(design, rack))) return;
  let count = 0;
  for (const id of cablesOfRack(design, rackId)) {
    const cable = design.cables.get(id);
    if (cable) rememberedRoute(design, cable);
    count += 1;
    if (count % PIECE === 0) yield;
  }
}

function runsInRack(design: Design, rackId: RackId): readonly RackRun[] {
  const runs: RackRun[] = [];
  for (const id of [...cablesOfRack(design, rackId)].sort()) {
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

interface RememberedRoute {
  /** The devices at its ends, and the cable managers in their racks. */
  readonly devices: readonly (Device | undefined)[];
  readonly deviceTypes: Design['deviceTypes'];
  readonly settings: Design['settings'];
  readonly floor: FloorPlan;
  readonly pathways: Design['pathways'];
  /** The racks in which its own side is full. */
  readonly turned: string;
  readonly route: Route | null;
}

const routes = new WeakMap<Cable, RememberedRoute>();

/** The route of a cable, computed anew only when one of its devices, or the floor, is another record. */
function rememberedRoute(design: Design, cable: Cable): Route | null {
  const floor = floorPlan(design);
  const ends = [...cable.ends.a, ...cable.ends.b].map((ref) => design.devices.get(ref.deviceId));
  const racks = new Set(ends.flatMap((device) => device?.rackId ?? []));
  const devices = [...ends, ...[...racks].flatMap((rackId) => managersInRack(design, rackId))];
  const turned = [...racks].filter((id) => isTurnedAt(design, cable, id)).join(' ');
  const last = routes.get(cable);
  if (
    last?.floor === floor &&
    last.pathways === design.pathways &&
    last.turned === turned &&
    last.deviceTypes === design.deviceTypes &&
    last.settings === design.settings &&
    last.devices.length === devices.length &&
    devices.every((device, index) => device === last.devices[index])
  ) {
    return last.route;
  }
  const route = routeCable(design, cable);
  const { deviceTypes, settings, pathways } = design;
  routes.set(cable, { devices, deviceTypes, settings, pathways, turned, floor, route });
  return route;
}

function isTurnedAt(design: Design, cable: Cable, rackId: RackId): boolean {
  const rack = design.racks.get(rackId);
  return rack !== undefined && isTurnedIn(design, cable, rack);
}

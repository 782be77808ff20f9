/** Which cables of a design go to the other side of a rack because their own is full there. */
import { cableFacts, type Jacket, thinnerOf } from '../analysis/cable-facts.ts';
import { kindOf } from '../analysis/cable-kind.ts';
import { roomOf } from '../analysis/rack-room.ts';
import { type FloorPlan, floorPlan } from '../floor/floor-plan.ts';
import type { Design } from '../model/design.ts';
import { cablesOfRack, cablesThroughRack, devicesInRack } from '../model/design-index.ts';
import type { CableId, RackId } from '../model/ids.ts';
import type { Cable, Rack } from '../model/records.ts';
import { type LaidCable, type LaidEnd, turnedCables } from './full-sides.ts';
import { handLed } from './hand-runs.ts';
import { managerAt } from './horizontal-manager.ts';
import { landCable, type RoutedDesign } from './landing.ts';
import { leadLanded } from './lead-cable.ts';
import { isLedBySelf, type Turned } from './led-end.ts';
import { onwardOf, toYMmOf } from './strip-run.ts';

/** Whether a cable of a design is turned: as whoever keeps that says, else as it is found here. */
export function isTurnedIn(design: RoutedDesign, cable: Cable, rack: Rack): boolean {
  if (design.isTurned) return design.isTurned(cable, rack);
  return isLedBySelf(cable) && turnedOf(design, rack).has(cable.id);
}

interface OfTables {
  readonly devices: Design['devices'];
  readonly deviceTypes: Design['deviceTypes'];
  readonly settings: Design['settings'];
  readonly pathways: Design['pathways'];
  readonly floor: FloorPlan;
  readonly perRack: Map<RackId, ReadonlySet<CableId>>;
}
const perTable = new WeakMap<Design['cables'], OfTables>();

/** Found once for the tables of a design. */
function turnedOf(design: RoutedDesign, rack: Rack): ReadonlySet<CableId> {
  const { cables, devices, deviceTypes, settings, pathways } = design;
  const floor = floorPlan(design);
  let found = perTable.get(cables);
  if (
    found?.devices !== devices ||
    found.deviceTypes !== deviceTypes ||
    found.settings !== settings ||
    found.pathways !== pathways ||
    found.floor !== floor
  ) {
    found = { devices, deviceTypes, settings, pathways, floor, perRack: new Map() };
    perTable.set(cables, found);
  }
  let turned = found.perRack.get(rack.id);
  if (!turned) {
    turned = remembered(design, rack);
    found.perRack.set(rack.id, turned);
  }
  return turned;
}

interface OfRecords {
  /** The records and tables that it was found from. */
  readonly from: readonly unknown[];
  readonly turned: ReadonlySet<CableId>;
}
const perRecords = new WeakMap<Rack, OfRecords>();

/** Found anew only when a cable of the rack, a device at one of their ends, or a device of the rack is another record. */
function remembered(design: RoutedDesign, rack: Rack): ReadonlySet<CableId> {
  const cables = cablesIn(design, rack.id);
  const from: unknown[] = [design.settings, design.deviceTypes, design.pathways, floorPlan(design)];
  for (const device of devicesInRack(design, rack.id)) from.push(device);
  for (const cable of cables) {
    from.push(cable);
    for (const { deviceId } of cable.ends.a) from.push(design.devices.get(deviceId));
    for (const { deviceId } of cable.ends.b) from.push(design.devices.get(deviceId));
  }
  const last = perRecords.get(rack);
  if (last?.from.length === from.length && last.from.every((one, at) => one === from[at])) {
    return last.turned;
  }
  const turned = turnedAmong(design, rack, cables);
  perRecords.set(rack, { from, turned });
  return turned;
}

/**
 * Those of the cables with ends in a rack that go to its other side.
 * @param cables all of them and those that are led through it by hand, in any order
 */
export function turnedAmong(
  design: RoutedDesign,
  rack: Rack,
  cables: Iterable<Cable>,
): ReadonlySet<CableId> {
  const laid = Array.from(cables, (cable) => laidIn(design, cable, rack));
  return turnedCables(
    laid.filter((one) => one !== null),
    roomOf(design, rack),
  );
}

function cablesIn(design: RoutedDesign, rackId: RackId): readonly Cable[] {
  const ids = new Set([...cablesOfRack(design, rackId), ...cablesThroughRack(design, rackId)]);
  return [...ids].flatMap((id) => design.cables.get(id) ?? []);
}

const NEVER: Turned = () => false;

/** The ends of a cable in a rack along the nearer side, or how it lies there by hand; null where it does not land. */
function laidIn(design: RoutedDesign, cable: Cable, rack: Rack): LaidCable | null {
  const landed = landCable(design, cable);
  if (!landed) return null;
  const kind = kindOf(cable, cableFacts(cable, landed));
  const { facts, tails } = kind;
  const led = leadLanded(design, cable, landed, kind, NEVER);
  const jacketAt = (place: number): Jacket => (place < facts.openings.a ? tails.a : tails.b);
  if (cable.waypoints.length > 0) {
    const { runs } = handLed(design, cable, landed, led.ends);
    const byHand = runs.filter(({ rackId }) => rackId === rack.id);
    return {
      id: cable.id,
      mayTurn: false,
      ends: [],
      byHand: byHand.map((run) => ({
        ...run,
        managerId: run.strip === null ? managerAt(design, rack, run) : null,
        jacket: thinnerOf(jacketAt(run.from), jacketAt(run.to)),
      })),
    };
  }
  const ends: LaidEnd[] = [];
  let mayTurn = isLedBySelf(cable);
  for (const [at, end] of led.ends.entries()) {
    if (end.landing.rack !== rack) continue;
    const { face, side, xMm, leadYMm, managerId } = end;
    const toYMm = toYMmOf(led, end, onwardOf(led, end));
    ends.push({ face, side, xMm, leadYMm, toYMm, managerId, jacket: jacketAt(at) });
    if (end.landing.device.mount === 'side') mayTurn = false;
  }
  return { id: cable.id, mayTurn, ends, byHand: NONE_BY_HAND };
}
const NONE_BY_HAND: LaidCable['byHand'] = [];

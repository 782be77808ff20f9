/** The records that the cables of a rack hang on: as long as they are the same, so is all that is found from them. */
import { type FloorPlan, floorPlan } from '../floor/floor-plan.ts';
import type { Design } from '../model/design.ts';
import { cablesOfRack, cablesThroughRack, devicesInRack } from '../model/design-index.ts';
import type { RackId } from '../model/ids.ts';
import type { Cable, Rack } from '../model/records.ts';
import type { RoutedDesign } from './landing.ts';

/** Found once for a rack and its records: what is kept by it is as it was. */
export interface RackRecords {
  /** Those with an end in the rack, and those that are led through it by hand. */
  readonly cables: readonly Cable[];
  /** They, the devices of the rack and at all ends of the cables, and the tables that all of them hang on. */
  readonly from: readonly unknown[];
}

interface OfTables {
  readonly devices: Design['devices'];
  readonly deviceTypes: Design['deviceTypes'];
  readonly settings: Design['settings'];
  readonly pathways: Design['pathways'];
  readonly floor: FloorPlan;
  readonly perRack: Map<RackId, RackRecords>;
}
const perTable = new WeakMap<Design['cables'], OfTables>();
const perRack = new WeakMap<Rack, RackRecords>();

/** The records of a rack; the same object as long as none of them is another one. */
export function rackRecords(design: RoutedDesign, rack: Rack): RackRecords {
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
  let records = found.perRack.get(rack.id);
  if (!records) {
    records = remembered(design, rack);
    found.perRack.set(rack.id, records);
  }
  return records;
}

function remembered(design: RoutedDesign, rack: Rack): RackRecords {
  const ids = new Set([...cablesOfRack(design, rack.id), ...cablesThroughRack(design, rack.id)]);
  const cables: Cable[] = [];
  const from: unknown[] = [design.settings, design.deviceTypes, design.pathways, floorPlan(design)];
  for (const device of devicesInRack(design, rack.id)) from.push(device);
  for (const id of ids) {
    const cable = design.cables.get(id);
    if (!cable) continue;
    cables.push(cable);
    from.push(cable);
    for (const { deviceId } of cable.ends.a) from.push(design.devices.get(deviceId));
    for (const { deviceId } of cable.ends.b) from.push(design.devices.get(deviceId));
  }
  const last = perRack.get(rack);
  if (last?.from.length === from.length && last.from.every((one, at) => one === from[at])) {
    return last;
  }
  const records: RackRecords = { cables, from };
  perRack.set(rack, records);
  return records;
}

/** What an edit makes stale. Every result depends on its own record and on what is named here. */

import { floorPlan, standsTheSame } from '../floor/floor-plan.ts';
import { pathwayRoutes } from '../floor/pathway-routes.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { Diff } from '../model/diff.ts';
import type { DeviceTypeId, RackId, RowId } from '../model/ids.ts';
import type { DesignRecord, DesignSettings, Rack } from '../model/records.ts';
import { isManager } from '../routing/horizontal-manager.ts';
import type { KeptCable, KeptDevice, KeptRack } from './kept-records.ts';
import { breathes } from './rack-neighbours.ts';
import { reroutedCables } from './rerouted.ts';
import type { WorkingDesign } from './working-design.ts';

/** What has to be analysed anew; what the design no longer holds loses its result. */
export interface Stale {
  readonly cables: Iterable<KeptCable>;
  readonly devices: Iterable<KeptDevice>;
  /** They are gone through more than once. */
  readonly racks: readonly KeptRack[] | ReadonlySet<KeptRack>;
  readonly rows: ReadonlySet<RowId>;
  readonly types: Iterable<DeviceTypeId>;
}

/** All of a design. */
export function everythingIn(design: WorkingDesign): Stale {
  return {
    cables: design.keptCables.values(),
    devices: design.keptDevices.values(),
    racks: [...design.keptRacks.values()],
    rows: new Set(design.rows.keys()),
    types: design.deviceTypes.keys(),
  };
}

/**
 * What an edit makes stale:
 *
 * - a cable: when it, a device at its ends, their types but for facts of air and heat, a cable manager in their
 *   racks, the way over drawn pathways between those, or where those, or the racks that it is led through by hand,
 *   stand changed
 * - a device: when it, its type, a cable in it or in what is in its bays, or a device of its rack changed
 * - a rack: when it, a device in it, or a cable of one or one that is led through it by hand changed
 * - a row: when it, a rack in it, or the place of one changed
 */
export class Touched implements Stale {
  readonly cables = new Set<KeptCable>();
  readonly devices = new Set<KeptDevice>();
  readonly racks = new Set<KeptRack>();
  readonly rows = new Set<RowId>();
  readonly types = new Set<DeviceTypeId>();

  everything(design: WorkingDesign): this {
    for (const cable of design.keptCables.values()) this.cables.add(cable);
    for (const device of design.keptDevices.values()) this.devices.add(device);
    for (const rack of design.keptRacks.values()) this.racks.add(rack);
    for (const id of design.rows.keys()) this.rows.add(id);
    for (const id of design.deviceTypes.keys()) this.types.add(id);
    return this;
  }

  /** A cable that goes another way than was found for it. */
  led(cable: KeptCable): void {
    this.#cable(cable);
  }

  /** Cables that went to the other side of a rack that is stale: whether they still do is found anew. */
  turnBack(design: WorkingDesign): this {
    for (const id of Array.from(this.racks, (rack) => rack.id)) {
      for (const cableId of design.takeTurned(id)) {
        const cable = design.keptCables.get(cableId);
        if (cable) this.#cable(cable);
      }
    }
    return this;
  }

  /** A record that changes; called on the design before and after the change. */
  record(design: WorkingDesign, record: DesignRecord): void {
    switch (record.kind) {
      case 'settings':
      case 'picture':
      case 'waiver':
      case 'found':
      case 'area':
      case 'pathway':
      case 'cluster':
        break;
      case 'row':
        this.rows.add(record.id);
        break;
      case 'rack':
        this.rows.add(record.rowId);
        this.#rackOf(design.keptRacks.get(record.id));
        break;
      case 'deviceType':
        this.types.add(record.id);
        for (const device of design.keptDevices.values()) {
          if (device.record?.typeId === record.id) this.#withNeighbours(design, device);
        }
        break;
      case 'device': {
        const device = design.keptDevices.get(record.id);
        if (device?.record) this.#withNeighbours(design, device);
        break;
      }
      case 'cable': {
        const cable = design.keptCables.get(record.id);
        if (cable) this.#cable(cable);
        break;
      }
      default:
        throw new RangeError(`unknown record ${JSON.stringify(record satisfies never)}`);
    }
  }

  /** The cables of a rack that has another shape, or stands somewhere else, than before. */
  movedRack(design: WorkingDesign, rackId: RackId): void {
    const row = design.racks.get(rackId)?.rowId;
    if (row !== undefined) this.rows.add(row);
    const rack = design.keptRacks.get(rackId);
    for (const device of rack?.devices ?? []) this.#device(device);
    for (const cable of rack?.through ?? []) this.#cable(cable);
  }

  /**
   * A type of which only facts of air and heat change: no cable is led another way. Its devices and what they are in
   * change, and their racks; their neighbours only where one that took air takes none any more, or the other way.
   */
  airOfType(design: WorkingDesign, before: DeviceType, after: DeviceType): void {
    this.types.add(after.id);
    const amongOthers = breathes(before) !== breathes(after);
    for (const device of design.keptDevices.values()) {
      if (device.record?.typeId !== after.id) continue;
      this.devices.add(device);
      this.#hostsOf(device);
      if (device.rack) this.racks.add(device.rack);
      if (amongOthers) this.#rackOf(device.rack);
    }
  }

  /** A rack and its devices, but none of their cables. */
  #rackOf(rack: KeptRack | undefined): void {
    if (!rack) return;
    this.racks.add(rack);
    for (const device of rack.devices) this.devices.add(device);
  }

  #withNeighbours(design: WorkingDesign, device: KeptDevice): void {
    this.#device(device);
    this.#rackOf(device.rack);
    if (!device.record || !isManager(design, device.record)) return;
    for (const neighbour of device.rack?.devices ?? []) this.#device(neighbour);
  }

  #device(device: KeptDevice): void {
    this.devices.add(device);
    if (device.rack) this.racks.add(device.rack);
    for (const cable of device.cables) this.#cable(cable);
    for (const child of device.inBays) this.#device(child);
  }

  /** What a device in a bay carries, hangs before the face of the device that it is in. */
  #hostsOf(device: KeptDevice): void {
    for (let { host } = device; host && !this.devices.has(host); host = host.host) {
      this.devices.add(host);
    }
  }

  #cable(cable: KeptCable): void {
    this.cables.add(cable);
    for (const rack of cable.through) this.racks.add(rack);
    for (const end of cable.at) {
      this.devices.add(end);
      if (!end.record) continue;
      if (end.rack) this.racks.add(end.rack);
      this.#hostsOf(end);
    }
  }
}

/** Applies a diff to the design and says what it makes stale. @throws DiffError when it does not fit */
export function applyAndTouch(design: WorkingDesign, diff: Diff): Touched {
  const touched = new Touched();
  const records: DesignRecord[] = [...diff.removed, ...diff.added];
  for (const [before, after] of diff.updated) {
    if (before.kind === 'deviceType' && after.kind === 'deviceType' && sameButAir(before, after)) {
      touched.airOfType(design, before, after);
    } else records.push(before, after);
  }
  const { settings } = design;
  const floor = floorPlan(design);
  const routes = pathwayRoutes(design);
  for (const record of records) touched.record(design, record);
  design.apply(diff);
  for (const record of records) touched.record(design, record);
  const rerouted = pathwayRoutes(design);
  // Where no pathway is drawn trays are assumed over all rows.
  const isDrawn = (routes === null) === (rerouted === null);
  if (!isDrawn || !sameButName(settings, design.settings))
    return touched.everything(design).turnBack(design);
  if (routes && rerouted && routes !== rerouted) {
    const before = { plan: floor, routes };
    const after = { plan: floorPlan(design), routes: rerouted };
    for (const cable of reroutedCables(design.keptCables.values(), before, after)) {
      touched.led(cable);
    }
  }
  for (const [before, after] of diff.updated) {
    const reshaped = before.kind === 'rack' && after.kind === 'rack' && !sameShape(before, after);
    if (reshaped) touched.movedRack(design, after.id);
  }
  for (const { kind, id } of [...diff.removed, ...diff.added]) {
    if (kind === 'rack') touched.movedRack(design, id);
  }
  const moved = floorPlan(design);
  if (moved !== floor) {
    for (const id of new Set([...floor.racks.keys(), ...moved.racks.keys()])) {
      if (!standsTheSame(floor.racks.get(id), moved.racks.get(id))) touched.movedRack(design, id);
    }
  }
  return touched.turnBack(design);
}

/** What no cable depends on, only the devices and racks of a type. */
const AIR_FACTS: ReadonlySet<string> = new Set<keyof DeviceType>([
  'powerTypicalW',
  'powerMaxW',
  'airflow',
  'airflowCfm',
  'criticalPa',
  'inletMinC',
  'inletMaxC',
]);

/** Whether both are one device type with other facts of air and heat at most. */
function sameButAir(before: DeviceType, after: DeviceType): boolean {
  const others = (type: DeviceType): string =>
    JSON.stringify(type, (key, value: unknown) => (AIR_FACTS.has(key) ? undefined : value));
  return before.id === after.id && others(before) === others(after);
}

function sameShape(a: Rack, b: Rack): boolean {
  return (
    a.frame === b.frame &&
    a.heightU === b.heightU &&
    a.widthMm === b.widthMm &&
    a.depthMm === b.depthMm
  );
}

function sameButName(a: DesignSettings, b: DesignSettings): boolean {
  return JSON.stringify({ ...a, name: '' }) === JSON.stringify({ ...b, name: '' });
}

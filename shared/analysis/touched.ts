/** What an edit makes stale. Every result depends on its own record and on what is named here. */
import type { DeviceType } from '../model/device-type.ts';
import type { Diff } from '../model/diff.ts';
import type { CableId, DeviceId, DeviceTypeId, RackId, RowId } from '../model/ids.ts';
import type { DesignRecord, DesignSettings, Device, Rack } from '../model/records.ts';
import { floorPlan } from '../routing/floor-plan.ts';
import { isManager } from '../routing/horizontal-manager.ts';
import { devicesAt, type WorkingDesign } from './working-design.ts';

/**
 * Ids of what has to be analysed anew; an id that the design no longer holds loses its result.
 *
 * - a cable: when it, a device at its ends, their types but for facts of air and heat, a cable manager in their
 *   racks, or where those stand changed
 * - a device: when it, its type, a cable in it or in what is in its bays, or a device of its rack changed
 * - a rack: when it, a device in it, or a cable of one changed
 * - a row: when it, a rack in it, or the place of one changed
 */
export class Touched {
  readonly cables = new Set<CableId>();
  readonly devices = new Set<DeviceId>();
  readonly racks = new Set<RackId>();
  readonly rows = new Set<RowId>();
  readonly types = new Set<DeviceTypeId>();

  everything(design: WorkingDesign): this {
    for (const id of design.cables.keys()) this.cables.add(id);
    for (const id of design.devices.keys()) this.devices.add(id);
    for (const id of design.racks.keys()) this.racks.add(id);
    for (const id of design.rows.keys()) this.rows.add(id);
    for (const id of design.deviceTypes.keys()) this.types.add(id);
    return this;
  }

  /** A record that changes; called on the design before and after the change. */
  record(design: WorkingDesign, record: DesignRecord): void {
    switch (record.kind) {
      case 'settings':
      case 'picture':
      case 'waiver':
      case 'found':
        break;
      case 'row':
        this.rows.add(record.id);
        break;
      case 'rack':
        this.racks.add(record.id);
        this.rows.add(record.rowId);
        for (const id of design.devicesInRack(record.id)) this.devices.add(id);
        break;
      case 'deviceType':
        this.types.add(record.id);
        for (const device of design.devices.values()) {
          if (device.typeId === record.id) this.#withNeighbours(design, device.id, device.rackId);
        }
        break;
      case 'device':
        this.#withNeighbours(design, record.id, record.rackId);
        break;
      case 'cable':
        this.#cable(design, record.id);
        break;
      default:
        throw new RangeError(`unknown record ${JSON.stringify(record satisfies never)}`);
    }
  }

  /** The cables of a rack that has another shape, or stands somewhere else, than before. */
  movedRack(design: WorkingDesign, rackId: RackId): void {
    const row = design.racks.get(rackId)?.rowId;
    if (row !== undefined) this.rows.add(row);
    for (const id of design.devicesInRack(rackId)) this.#device(design, id);
  }

  /** A type of which only facts of air and heat change: its racks, but no cable is led another way. */
  airOfType(design: WorkingDesign, typeId: DeviceTypeId): void {
    this.types.add(typeId);
    const racks = new Set<RackId>();
    for (const device of design.devices.values()) {
      if (device.typeId === typeId) racks.add(device.rackId);
    }
    for (const rackId of racks) {
      this.racks.add(rackId);
      for (const id of design.devicesInRack(rackId)) this.devices.add(id);
    }
  }

  #withNeighbours(design: WorkingDesign, id: DeviceId, rackId: RackId): void {
    this.#device(design, id);
    this.racks.add(rackId);
    const device = design.devices.get(id);
    const leads = device !== undefined && isManager(design, device);
    for (const neighbour of design.devicesInRack(rackId)) {
      this.devices.add(neighbour);
      if (leads) this.#device(design, neighbour);
    }
  }

  #device(design: WorkingDesign, id: DeviceId): void {
    this.devices.add(id);
    const device = design.devices.get(id);
    if (device) this.racks.add(device.rackId);
    for (const cable of design.cablesAtDevice(id)) this.#cable(design, cable);
    for (const child of design.inBaysOf(id)) this.#device(design, child);
  }

  /** What a device in a bay carries, hangs before the face of the device that it is in. */
  #hostsOf(design: WorkingDesign, device: Device): void {
    for (let host = device.bay?.deviceId; host !== undefined; ) {
      if (this.devices.has(host)) return;
      this.devices.add(host);
      host = design.devices.get(host)?.bay?.deviceId;
    }
  }

  #cable(design: WorkingDesign, id: CableId): void {
    this.cables.add(id);
    const cable = design.cables.get(id);
    if (!cable) return;
    for (const end of devicesAt(cable)) {
      this.devices.add(end);
      const device = design.devices.get(end);
      if (!device) continue;
      this.racks.add(device.rackId);
      this.#hostsOf(design, device);
    }
  }
}

/** Applies a diff to the design and says what it makes stale. @throws DiffError when it does not fit */
export function applyAndTouch(design: WorkingDesign, diff: Diff): Touched {
  const touched = new Touched();
  const records: DesignRecord[] = [...diff.removed, ...diff.added];
  for (const [before, after] of diff.updated) {
    if (sameButAir(before, after)) touched.airOfType(design, after.id);
    else records.push(before, after);
  }
  const { settings } = design;
  const floor = floorPlan(design);
  for (const record of records) touched.record(design, record);
  design.apply(diff);
  for (const record of records) touched.record(design, record);
  if (!sameButName(settings, design.settings)) return touched.everything(design);
  for (const [before, after] of diff.updated) {
    const reshaped = before.kind === 'rack' && after.kind === 'rack' && !sameShape(before, after);
    if (reshaped) touched.movedRack(design, after.id);
  }
  for (const { kind, id } of [...diff.removed, ...diff.added]) {
    if (kind === 'rack') touched.movedRack(design, id);
  }
  const moved = floorPlan(design);
  if (moved !== floor) {
    for (const id of new Set([...floor.keys(), ...moved.keys()])) {
      const [before, after] = [floor.get(id), moved.get(id)];
      if (before?.row !== after?.row || before?.xMm !== after?.xMm) touched.movedRack(design, id);
    }
  }
  return touched;
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
function sameButAir(before: DesignRecord, after: DesignRecord): after is DeviceType {
  if (before.kind !== 'deviceType' || after.kind !== 'deviceType') return false;
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

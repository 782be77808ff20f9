/**
 * The design as the analyser keeps it: the same records, in tables that change in place, with the look-ups
 * an edit needs. A design that is handed out is immutable and copies its tables on every edit; here that
 * would cost more than the analysis of the edit.
 */
import { type Design, recordsOf } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import { type Diff, DiffError } from '../model/diff.ts';
import type {
  CableId,
  DeviceId,
  DeviceTypeId,
  FoundId,
  PictureId,
  RackId,
  RowId,
  WaiverId,
} from '../model/ids.ts';
import type {
  Cable,
  DesignRecord,
  DesignSettings,
  Device,
  FoundNetwork,
  Picture,
  Rack,
  RecordKind,
  Row,
  Waiver,
} from '../model/records.ts';
import { isManager } from '../routing/horizontal-manager.ts';
import { type Mount, mountOf } from '../routing/landing.ts';
import { compareIds } from './finding.ts';

const NONE: readonly never[] = [];

/** Kinds whose tables are replaced by an edit, never changed. */
const REPLACED: ReadonlySet<RecordKind> = new Set(['row', 'rack', 'waiver', 'found']);

export class WorkingDesign {
  settings: DesignSettings;
  /** Replaced, never changed: what is remembered about the floor hangs on their identity. */
  rows: ReadonlyMap<RowId, Row> = new Map();
  racks: ReadonlyMap<RackId, Rack> = new Map();
  /** Replaced, never changed: an analysis that was handed out keeps its own. */
  waivers: ReadonlyMap<WaiverId, Waiver> = new Map();
  found: ReadonlyMap<FoundId, FoundNetwork> = new Map();
  readonly pictures = new Map<PictureId, Picture>();
  readonly deviceTypes = new Map<DeviceTypeId, DeviceType>();
  readonly devices = new Map<DeviceId, Device>();
  readonly cables = new Map<CableId, Cable>();
  readonly #mounts = new Map<DeviceId, Mount | null>();
  readonly #managers = new Map<RackId, Device[]>();
  readonly #devicesInRack = new Map<RackId, DeviceId[]>();
  readonly #cablesAtDevice = new Map<DeviceId, CableId[]>();
  readonly #inBaysOf = new Map<DeviceId, DeviceId[]>();

  constructor(design: Design) {
    this.settings = design.settings;
    this.rows = new Map(design.rows);
    this.racks = new Map(design.racks);
    this.waivers = new Map(design.waivers);
    this.found = new Map(design.found);
    for (const record of recordsOf(design)) {
      if (!REPLACED.has(record.kind)) this.#put(record);
    }
  }

  /** How a device is mounted, kept until it, its rack or its type changes. */
  mountOf(id: DeviceId): Mount | null {
    let mount = this.#mounts.get(id);
    if (mount === undefined) {
      mount = mountOf(this, id);
      this.#mounts.set(id, mount);
    }
    return mount;
  }

  /** The horizontal cable managers of a rack, kept until a device of it or a type changes. */
  managersIn(rackId: RackId): readonly Device[] {
    let managers = this.#managers.get(rackId);
    if (!managers) {
      managers = [];
      for (const id of this.devicesInRack(rackId)) {
        const device = this.devices.get(id);
        if (device && isManager(this, device)) managers.push(device);
      }
      this.#managers.set(rackId, managers);
    }
    return managers;
  }

  /** In the order of their ids. */
  devicesInRack(id: RackId): readonly DeviceId[] {
    return this.#devicesInRack.get(id) ?? NONE;
  }

  /** In the order of their ids. */
  cablesAtDevice(id: DeviceId): readonly CableId[] {
    return this.#cablesAtDevice.get(id) ?? NONE;
  }

  /** The devices in the bays of a device, in the order of their ids. */
  inBaysOf(id: DeviceId): readonly DeviceId[] {
    return this.#inBaysOf.get(id) ?? NONE;
  }

  /** @throws DiffError when the diff speaks of records that are not there, or are there already */
  apply(diff: Diff): void {
    for (const record of diff.removed) {
      this.#mustHave(record, true);
      this.#drop(record);
    }
    for (const record of diff.added) {
      this.#mustHave(record, false);
      this.#put(record);
    }
    for (const [before, after] of diff.updated) {
      this.#mustHave(before, true);
      if (before.kind !== 'settings') this.#drop(this.#current(before));
      this.#put(after);
    }
  }

  #mustHave(record: DesignRecord, there: boolean): void {
    const has = record.kind === 'settings' || this.#tableOf(record).has(record.id);
    if (has === there) return;
    throw new DiffError(`${record.kind} ${record.id} is ${there ? 'not there' : 'there already'}`);
  }

  #tableOf(record: Exclude<DesignRecord, DesignSettings>): ReadonlyMap<string, DesignRecord> {
    switch (record.kind) {
      case 'row':
        return this.rows;
      case 'rack':
        return this.racks;
      case 'deviceType':
        return this.deviceTypes;
      case 'device':
        return this.devices;
      case 'cable':
        return this.cables;
      case 'picture':
        return this.pictures;
      case 'waiver':
        return this.waivers;
      case 'found':
        return this.found;
      default:
        return record satisfies never;
    }
  }

  #current(record: Exclude<DesignRecord, DesignSettings>): DesignRecord {
    return this.#tableOf(record).get(record.id) ?? record;
  }

  /** Forgets the mounts that hang on a record: a manager is beside others, so a device's on its whole rack. */
  #unmount(record: DesignRecord): void {
    if (record.kind === 'device') {
      this.#managers.delete(record.rackId);
      if (this.#mounts.size === 0) return;
      this.#mounts.delete(record.id);
      for (const id of this.devicesInRack(record.rackId)) this.#mounts.delete(id);
    } else if (record.kind === 'rack' || record.kind === 'deviceType') {
      this.#mounts.clear();
      this.#managers.clear();
    }
  }

  #put(record: DesignRecord): void {
    this.#unmount(record);
    switch (record.kind) {
      case 'settings':
        this.settings = record;
        break;
      case 'row':
        this.rows = new Map(this.rows).set(record.id, record);
        break;
      case 'rack':
        this.racks = new Map(this.racks).set(record.id, record);
        break;
      case 'deviceType':
        this.deviceTypes.set(record.id, record);
        break;
      case 'device':
        this.devices.set(record.id, record);
        join(this.#devicesInRack, record.rackId, record.id);
        if (record.bay) join(this.#inBaysOf, record.bay.deviceId, record.id);
        break;
      case 'cable':
        this.cables.set(record.id, record);
        for (const id of devicesAt(record)) join(this.#cablesAtDevice, id, record.id);
        break;
      case 'picture':
        this.pictures.set(record.id, record);
        break;
      case 'waiver':
        this.waivers = new Map(this.waivers).set(record.id, record);
        break;
      case 'found':
        this.found = new Map(this.found).set(record.id, record);
        break;
      default:
        throw new RangeError(`unknown record ${JSON.stringify(record satisfies never)}`);
    }
  }

  #drop(record: DesignRecord): void {
    this.#unmount(record);
    switch (record.kind) {
      case 'settings':
        throw new DiffError('settings cannot be removed');
      case 'row':
        this.rows = without(this.rows, record.id);
        break;
      case 'rack':
        this.racks = without(this.racks, record.id);
        break;
      case 'deviceType':
        this.deviceTypes.delete(record.id);
        break;
      case 'device':
        this.devices.delete(record.id);
        leave(this.#devicesInRack, record.rackId, record.id);
        if (record.bay) leave(this.#inBaysOf, record.bay.deviceId, record.id);
        break;
      case 'cable':
        this.cables.delete(record.id);
        for (const id of devicesAt(record)) leave(this.#cablesAtDevice, id, record.id);
        break;
      case 'picture':
        this.pictures.delete(record.id);
        break;
      case 'waiver':
        this.waivers = without(this.waivers, record.id);
        break;
      case 'found':
        this.found = without(this.found, record.id);
        break;
      default:
        throw new RangeError(`unknown record ${JSON.stringify(record satisfies never)}`);
    }
  }
}

/** The devices at a cable's ends, each once. */
export function devicesAt({ ends: { a, b } }: Cable): readonly DeviceId[] {
  const [from, to] = [a[0]?.deviceId, b[0]?.deviceId];
  // Spelt out for a plain cable, since a list that grows takes room for seventeen.
  if (a.length === 1 && b.length === 1 && from !== undefined && to !== undefined) {
    return from === to ? [from] : [from, to];
  }
  const ids: DeviceId[] = [];
  for (const { deviceId } of a) if (!ids.includes(deviceId)) ids.push(deviceId);
  for (const { deviceId } of b) if (!ids.includes(deviceId)) ids.push(deviceId);
  return ids;
}

function join(lists: Map<string, string[]>, key: string, id: string): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [id]);
  else if (compareIds(list.at(-1) ?? '', id) < 0) list.push(id);
  else list.splice(placeOf(list, id), 0, id);
}

function leave(lists: ReadonlyMap<string, string[]>, key: string, id: string): void {
  const list = lists.get(key) ?? [];
  const place = placeOf(list, id);
  if (list[place] === id) list.splice(place, 1);
}

/** Index of an id in a list in the order of ids, or where it would stand. */
function placeOf(list: readonly string[], id: string): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareIds(list[middle] ?? '', id) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

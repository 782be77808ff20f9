/**
 * The design as the analyser keeps it: the same records, linked (see `kept-records.ts`), in tables that change in
 * place. A design that is handed out is immutable and copies its tables on every edit; here that would cost more than
 * the analysis of the edit.
 */
import type { Design } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import { type Diff, DiffError } from '../model/diff.ts';
import type {
  AreaId,
  CableId,
  ClusterId,
  DeviceId,
  DeviceTypeId,
  FoundId,
  PathwayId,
  PictureId,
  RackId,
  RowId,
  WaiverId,
} from '../model/ids.ts';
import type {
  Area,
  Cable,
  Cluster,
  DesignRecord,
  DesignSettings,
  Device,
  FoundNetwork,
  Pathway,
  Picture,
  PortRef,
  Rack,
  Row,
  Waiver,
} from '../model/records.ts';
import { isManager } from '../routing/horizontal-manager.ts';
import {
  type KeptByEnds,
  type LandedCable,
  landCable,
  landPlain,
  type Mount,
  mountOf,
} from '../routing/landing.ts';
import { join, KeptCable, KeptDevice, KeptRack, leave } from './kept-records.ts';
import { OwnTable } from './own-table.ts';

export class WorkingDesign {
  settings: DesignSettings;
  /** Replaced, never changed: what is remembered about the floor hangs on their identity. */
  rows: ReadonlyMap<RowId, Row>;
  racks: ReadonlyMap<RackId, Rack>;
  /** Replaced, never changed: an analysis that was handed out keeps its own. */
  waivers: ReadonlyMap<WaiverId, Waiver>;
  found: ReadonlyMap<FoundId, FoundNetwork>;
  areas: ReadonlyMap<AreaId, Area>;
  pathways: ReadonlyMap<PathwayId, Pathway>;
  clusters: ReadonlyMap<ClusterId, Cluster>;
  readonly #pictures: OwnTable<PictureId, Picture>;
  readonly #types: OwnTable<DeviceTypeId, DeviceType>;
  readonly #devices: OwnTable<DeviceId, Device>;
  readonly #cables: OwnTable<CableId, Cable>;
  readonly #keptRacks = new Map<RackId, KeptRack>();
  readonly #keptDevices = new Map<DeviceId, KeptDevice>();
  readonly #keptCables = new Map<CableId, KeptCable>();
  /** By rack, the cables that go to its other side because their own is full. */
  readonly #turned = new Map<RackId, ReadonlySet<CableId>>();

  /** Where its cables land, as others keep it too; null after the first edit. */
  kept: KeptByEnds | null;

  /** @param landings of a design that differs in its cables at most */
  constructor(design: Design, landings: KeptByEnds | null = null) {
    this.kept = landings;
    this.settings = design.settings;
    this.rows = design.rows;
    this.racks = design.racks;
    this.waivers = design.waivers;
    this.found = design.found;
    this.areas = design.areas;
    this.pathways = design.pathways;
    this.clusters = design.clusters;
    this.#pictures = new OwnTable(design.pictures);
    this.#types = new OwnTable(design.deviceTypes);
    this.#devices = new OwnTable(design.devices);
    this.#cables = new OwnTable(design.cables);
    for (const rack of design.racks.values()) this.#keepRack(rack);
    for (const device of design.devices.values()) this.#keepDevice(device);
    for (const cable of design.cables.values()) this.#addCable(cable);
  }

  get pictures(): ReadonlyMap<PictureId, Picture> {
    return this.#pictures.rows;
  }

  get deviceTypes(): ReadonlyMap<DeviceTypeId, DeviceType> {
    return this.#types.rows;
  }

  get devices(): ReadonlyMap<DeviceId, Device> {
    return this.#devices.rows;
  }

  get cables(): ReadonlyMap<CableId, Cable> {
    return this.#cables.rows;
  }

  /** By id: what the design holds, and what its records name. */
  get keptRacks(): ReadonlyMap<RackId, KeptRack> {
    return this.#keptRacks;
  }

  get keptDevices(): ReadonlyMap<DeviceId, KeptDevice> {
    return this.#keptDevices;
  }

  get keptCables(): ReadonlyMap<CableId, KeptCable> {
    return this.#keptCables;
  }

  /** Whether a cable goes to the other side of a rack because its own is full. */
  isTurned({ id }: Cable, rack: Rack): boolean {
    return this.#turned.size > 0 && this.#turned.get(rack.id)?.has(id) === true;
  }

  /** The cables that do in a rack; undefined where none was found. */
  turnedIn(rackId: RackId): ReadonlySet<CableId> | undefined {
    return this.#turned.get(rackId);
  }

  keepTurned(rackId: RackId, cables: ReadonlySet<CableId>): void {
    this.#turned.set(rackId, cables);
  }

  /** The same, which are led along the nearer side from now on. */
  takeTurned(rackId: RackId): Iterable<CableId> {
    const turned = this.#turned.get(rackId);
    this.#turned.delete(rackId);
    return turned ?? NONE;
  }

  /** Whether the design holds a device that is a switch. */
  isSwitch(id: DeviceId): boolean {
    return this.#keptDevices.get(id)?.placed?.type.category === 'switch';
  }

  /** How a device is mounted. */
  mountOf(id: DeviceId): Mount | null {
    const device = this.#keptDevices.get(id);
    return device ? this.mount(device) : null;
  }

  /** The same, kept until it, its rack or its type changes. */
  mount(device: KeptDevice): Mount | null {
    if (device.mount === undefined) {
      const { id } = device;
      device.mount = this.kept ? this.kept.mountOf(id) : mountOf(this, id);
      if (device.rack) device.rack.mounted = true;
    }
    return device.mount;
  }

  /** Where a cable lands; null when it has no links, or an end that the design does not hold. */
  land({ at }: KeptCable, cable: Cable): LandedCable | null {
    if (this.kept) return this.kept.landed(cable);
    const { a, b } = cable.ends;
    const from = a[0];
    const to = b[0];
    const first = at[0];
    // Of one link, as most are, the mounts of its ends are at hand.
    if (a.length !== 1 || b.length !== 1 || !first || !from || !to) return landCable(this, cable);
    const mount = this.mount(first);
    return landPlain(mount, from, at[1] ? this.mount(at[1]) : mount, to);
  }

  /** The horizontal cable managers of a rack, kept until a device of it or a type changes. */
  managersIn(rackId: RackId): readonly Device[] {
    const rack = this.#keptRacks.get(rackId);
    if (!rack) return NONE;
    if (rack.managers === null) {
      const managers: Device[] = [];
      for (const { record } of rack.devices) {
        if (record && isManager(this, record)) managers.push(record);
      }
      rack.managers = managers;
    }
    return rack.managers;
  }

  /** @throws DiffError when the diff speaks of records that are not there, or are there already */
  apply(diff: Diff): void {
    this.kept = null;
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
    for (const record of diff.removed) this.#forget(record);
    for (const [before] of diff.updated) this.#forget(before);
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
      case 'area':
        return this.areas;
      case 'pathway':
        return this.pathways;
      case 'cluster':
        return this.clusters;
      default:
        return record satisfies never;
    }
  }

  #current(record: Exclude<DesignRecord, DesignSettings>): DesignRecord {
    return this.#tableOf(record).get(record.id) ?? record;
  }

  #put(record: DesignRecord): void {
    switch (record.kind) {
      case 'settings':
        this.settings = record;
        break;
      case 'row':
        this.rows = new Map(this.rows).set(record.id, record);
        break;
      case 'rack':
        this.racks = new Map(this.racks).set(record.id, record);
        this.#keepRack(record);
        break;
      case 'deviceType':
        this.#types.own().set(record.id, record);
        this.#retype(record.id, record);
        break;
      case 'device':
        this.#devices.own().set(record.id, record);
        this.#keepDevice(record);
        break;
      case 'cable':
        this.#cables.own().set(record.id, record);
        this.#keepCable(record);
        break;
      case 'picture':
        this.#pictures.own().set(record.id, record);
        break;
      case 'waiver':
        this.waivers = new Map(this.waivers).set(record.id, record);
        break;
      case 'found':
        this.found = new Map(this.found).set(record.id, record);
        break;
      case 'area':
        this.areas = new Map(this.areas).set(record.id, record);
        break;
      case 'pathway':
        this.pathways = new Map(this.pathways).set(record.id, record);
        break;
      case 'cluster':
        this.clusters = new Map(this.clusters).set(record.id, record);
        break;
      default:
        throw new RangeError(`unknown record ${JSON.stringify(record satisfies never)}`);
    }
  }

  #drop(record: DesignRecord): void {
    switch (record.kind) {
      case 'settings':
        throw new DiffError('settings cannot be removed');
      case 'row':
        this.rows = without(this.rows, record.id);
        break;
      case 'rack': {
        this.racks = without(this.racks, record.id);
        const rack = this.#rackNamed(record.id);
        rack.record = undefined;
        restand(rack);
        break;
      }
      case 'deviceType':
        this.#types.own().delete(record.id);
        this.#retype(record.id, undefined);
        break;
      case 'device':
        this.#devices.own().delete(record.id);
        this.#dropDevice(record);
        break;
      case 'cable': {
        this.#cables.own().delete(record.id);
        const cable = this.#keptCables.get(record.id);
        if (cable) unplug(cable);
        break;
      }
      case 'picture':
        this.#pictures.own().delete(record.id);
        break;
      case 'waiver':
        this.waivers = without(this.waivers, record.id);
        break;
      case 'found':
        this.found = without(this.found, record.id);
        break;
      case 'area':
        this.areas = without(this.areas, record.id);
        break;
      case 'pathway':
        this.pathways = without(this.pathways, record.id);
        break;
      case 'cluster':
        this.clusters = without(this.clusters, record.id);
        break;
      default:
        throw new RangeError(`unknown record ${JSON.stringify(record satisfies never)}`);
    }
  }

  /** What is named, from now on if it was not before. */
  #rackNamed(id: RackId): KeptRack {
    let rack = this.#keptRacks.get(id);
    if (!rack) this.#keptRacks.set(id, (rack = new KeptRack(id)));
    return rack;
  }

  #deviceNamed(id: DeviceId): KeptDevice {
    let device = this.#keptDevices.get(id);
    if (!device) this.#keptDevices.set(id, (device = new KeptDevice(id)));
    return device;
  }

  #keepRack(record: Rack): void {
    const rack = this.#rackNamed(record.id);
    rack.record = record;
    restand(rack);
  }

  #keepDevice(record: Device): void {
    const device = this.#deviceNamed(record.id);
    const rack = this.#rackNamed(record.rackId);
    device.record = record;
    const type = this.deviceTypes.get(record.typeId);
    device.placed = type && { device: record, type };
    device.rack = rack;
    device.mount = undefined;
    join(rack.devices, device);
    restand(rack);
    device.host = record.bay ? this.#deviceNamed(record.bay.deviceId) : undefined;
    if (device.host) join(device.host.inBays, device);
  }

  #dropDevice({ id }: Device): void {
    const device = this.#deviceNamed(id);
    if (device.rack) {
      restand(device.rack);
      leave(device.rack.devices, device);
    }
    if (device.host) leave(device.host.inBays, device);
    device.record = undefined;
    device.placed = undefined;
    device.rack = undefined;
    device.host = undefined;
    device.mount = undefined;
  }

  #keepCable(record: Cable): void {
    const cable = this.#keptCables.get(record.id);
    if (!cable) {
      this.#addCable(record);
      return;
    }
    cable.record = record;
    cable.at = this.#devicesAt(record);
    this.#plugIn(cable, record);
  }

  /** A cable of which nothing is kept yet. */
  #addCable(record: Cable): void {
    const cable = new KeptCable(record.id, record, this.#devicesAt(record));
    this.#keptCables.set(record.id, cable);
    this.#plugIn(cable, record);
  }

  #plugIn(cable: KeptCable, { waypoints }: Cable): void {
    const { at } = cable;
    for (let end = 0; end < at.length; end += 1) join((at[end] as KeptDevice).cables, cable);
    if (waypoints.length === 0) return;
    cable.through = [...new Set(waypoints.map(({ rackId }) => this.#rackNamed(rackId)))];
    for (const rack of cable.through) join(rack.through, cable);
  }

  #devicesAt({ ends: { a, b } }: Cable): readonly KeptDevice[] {
    const from = a[0];
    const to = b[0];
    // Spelt out for a cable between two devices, since a list that grows takes room for seventeen.
    if (from && to && allAt(a, from.deviceId) && allAt(b, to.deviceId)) {
      const device = this.#deviceNamed(from.deviceId);
      const other = this.#deviceNamed(to.deviceId);
      return device === other ? [device] : [device, other];
    }
    const devices = new Set<KeptDevice>();
    for (const { deviceId } of a) devices.add(this.#deviceNamed(deviceId));
    for (const { deviceId } of b) devices.add(this.#deviceNamed(deviceId));
    return [...devices];
  }

  /** Another version of a type, or none. What is mounted beside such a device hangs on it too. */
  #retype(id: DeviceTypeId, type: DeviceType | undefined): void {
    for (const device of this.#keptDevices.values()) {
      const { record } = device;
      if (record?.typeId !== id) continue;
      device.placed = type && { device: record, type };
      if (device.rack) restand(device.rack);
    }
  }

  /** What a record that is gone was kept for. */
  #forget(record: DesignRecord): void {
    if (record.kind === 'cable') {
      if (!this.cables.has(record.id)) this.#keptCables.delete(record.id);
      for (const { deviceId } of [...record.ends.a, ...record.ends.b]) this.#forgetDevice(deviceId);
      for (const { rackId } of record.waypoints) this.#forgetRack(rackId);
    } else if (record.kind === 'device') {
      this.#forgetDevice(record.id);
      if (record.bay) this.#forgetDevice(record.bay.deviceId);
      this.#forgetRack(record.rackId);
    } else if (record.kind === 'rack') this.#forgetRack(record.id);
  }

  #forgetDevice(id: DeviceId): void {
    if (this.#keptDevices.get(id)?.isNamed === false) this.#keptDevices.delete(id);
  }

  #forgetRack(id: RackId): void {
    if (this.#keptRacks.get(id)?.isNamed === false) this.#keptRacks.delete(id);
  }
}

const NONE: readonly never[] = [];

/** Forgets how the devices of a rack stand: a manager is beside others, so how they are mounted hangs on the other. */
function restand(rack: KeptRack): void {
  rack.managers = null;
  rack.placed = null;
  if (rack.mounted) for (const device of rack.devices) device.mount = undefined;
  rack.mounted = false;
}

function allAt(refs: readonly PortRef[], id: DeviceId): boolean {
  for (let at = 0; at < refs.length; at += 1) if (refs[at]?.deviceId !== id) return false;
  return true;
}

function unplug(cable: KeptCable): void {
  for (const device of cable.at) leave(device.cables, cable);
  for (const rack of cable.through) leave(rack.through, cable);
  cable.through = NONE;
  cable.record = undefined;
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}

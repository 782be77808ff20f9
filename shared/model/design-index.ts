/**
 * Look-ups over a design, built on first use and kept as long as the table they come from lives. Tables
 * are never changed in place, so an index can never be stale.
 */
import type { Design } from './design.ts';
import type { DeviceType, Port } from './device-type.ts';
import type { CableId, DeviceId, PortId, RackId, RowId } from './ids.ts';
import type { Cable, Device, PortRef, Rack, Row } from './records.ts';

function remembered<Table extends object, Index>(
  build: (table: Table) => Index,
): (table: Table) => Index {
  const built = new WeakMap<Table, Index>();
  return (table) => {
    const known = built.get(table);
    if (known !== undefined) return known;
    const index = build(table);
    built.set(table, index);
    return index;
  };
}

function byOrder(a: { order: number; id: string }, b: { order: number; id: string }): number {
  return a.order - b.order || (a.id < b.id ? -1 : 1);
}

const rowsInOrder = remembered((rows: Design['rows']) => [...rows.values()].sort(byOrder));

/** The rows in the order in which they are drawn. */
export function orderedRows(design: Pick<Design, 'rows'>): readonly Row[] {
  return rowsInOrder(design.rows);
}

const racksPerRow = remembered((racks: Design['racks']) => {
  const perRow = new Map<RowId, Rack[]>();
  for (const rack of racks.values()) pushTo(perRow, rack.rowId, rack);
  for (const list of perRow.values()) list.sort(byOrder);
  return perRow;
});

/** The racks of a row, left to right as seen from the front. */
export function racksInRow(design: Pick<Design, 'racks'>, rowId: RowId): readonly Rack[] {
  return racksPerRow(design.racks).get(rowId) ?? [];
}

/** All racks: row by row, left to right. */
export function orderedRacks(design: Pick<Design, 'rows' | 'racks'>): readonly Rack[] {
  return orderedRows(design).flatMap((row) => racksInRow(design, row.id));
}

const devicesPerRack = remembered((devices: Design['devices']) => {
  const perRack = new Map<RackId, Device[]>();
  for (const device of devices.values()) pushTo(perRack, device.rackId, device);
  for (const list of perRack.values()) list.sort((a, b) => b.u - a.u || (a.id < b.id ? -1 : 1));
  return perRack;
});

/** The devices of a rack, top to bottom. */
export function devicesInRack(design: Pick<Design, 'devices'>, rackId: RackId): readonly Device[] {
  return devicesPerRack(design.devices).get(rackId) ?? NO_DEVICES;
}
const NO_DEVICES: readonly Device[] = [];

/** Key of a port of a placed device, for maps. */
export function portKey(ref: PortRef): string {
  return `${ref.deviceId}/${ref.portId}`;
}

/** By device and port: to make one key of both for every port that is asked about takes longer than to look twice. */
const cablesPerPort = remembered((cables: Design['cables']) => {
  const perDevice = new Map<DeviceId, Map<PortId, Cable>>();
  const plug = ({ deviceId, portId }: PortRef, cable: Cable): void => {
    let perPort = perDevice.get(deviceId);
    if (!perPort) perDevice.set(deviceId, (perPort = new Map()));
    perPort.set(portId, cable);
  };
  for (const cable of cables.values()) {
    for (const ref of cable.ends.a) plug(ref, cable);
    for (const ref of cable.ends.b) plug(ref, cable);
  }
  return perDevice;
});

/** The cable that ends in a port, or undefined. */
export function cableAt(design: Design, { deviceId, portId }: PortRef): Cable | undefined {
  return cablesPerPort(design.cables).get(deviceId)?.get(portId);
}

const cablesPerDevice = remembered((cables: Design['cables']) => {
  const perDevice = new Map<DeviceId, Set<CableId>>();
  for (const cable of cables.values()) {
    for (const ref of [...cable.ends.a, ...cable.ends.b]) {
      const set = perDevice.get(ref.deviceId);
      if (set) set.add(cable.id);
      else perDevice.set(ref.deviceId, new Set([cable.id]));
    }
  }
  return perDevice;
});

/** Ids of the cables with an end in the device. */
export function cablesOfDevice(
  design: Pick<Design, 'cables'>,
  deviceId: DeviceId,
): ReadonlySet<CableId> {
  return cablesPerDevice(design.cables).get(deviceId) ?? NO_CABLES;
}
const NO_CABLES: ReadonlySet<CableId> = new Set();

/** Ids of the cables with an end in a device of the rack. */
export function cablesOfRack(
  design: Pick<Design, 'devices' | 'cables'>,
  rackId: RackId,
): ReadonlySet<CableId> {
  const ids = new Set<CableId>();
  for (const device of devicesInRack(design, rackId)) {
    for (const id of cablesOfDevice(design, device.id)) ids.add(id);
  }
  return ids;
}

const handLedPerRack = remembered((cables: Design['cables']) => {
  const perRack = new Map<RackId, CableId[]>();
  for (const { id, waypoints } of cables.values()) {
    if (waypoints.length === 0) continue;
    for (const rackId of new Set(waypoints.map((point) => point.rackId)))
      pushTo(perRack, rackId, id);
  }
  return perRack;
});

/** Ids of the cables that have points by hand in the rack, wherever they end. */
export function cablesThroughRack(
  design: Pick<Design, 'cables'>,
  rackId: RackId,
): readonly CableId[] {
  return handLedPerRack(design.cables).get(rackId) ?? NONE_THROUGH;
}
const NONE_THROUGH: readonly CableId[] = [];

const portsPerId = remembered(
  (type: DeviceType) => new Map<PortId, Port>(type.ports.map((port) => [port.id, port])),
);

/** The port of that id of a type, or undefined. */
export function portOf(type: DeviceType, portId: PortId): Port | undefined {
  return portsPerId(type).get(portId);
}

/** The type of a placed device. @throws RangeError when the design does not hold it */
export function typeOf(design: Design, device: Device): DeviceType {
  const type = design.deviceTypes.get(device.typeId);
  if (!type) throw new RangeError(`device ${device.id} is of an unknown type ${device.typeId}`);
  return type;
}

/** Number of links a cable carries. */
export function linkCount(cable: Cable): number {
  return cable.ends.a.length;
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

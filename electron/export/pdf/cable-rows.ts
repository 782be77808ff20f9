/** The cables of a set as its sheets list them: both ends taken apart, told by place or by label. */
import type { CableRow } from '../../../shared/analysis/types.ts';
import type { Design } from '../../../shared/model/design.ts';
import { orderedRacks } from '../../../shared/model/design-index.ts';
import type { DeviceId, RackId } from '../../../shared/model/ids.ts';
import type { Cable, PortRef } from '../../../shared/model/records.ts';
import { endPlace } from '../../../shared/schedules/cable-places.ts';
import { compareText, sortedNaturally } from '../../../shared/text/order.ts';
import type { DrawingSet } from './sheet.ts';

/** One end of a cable on a schedule. */
export interface ListedEnd {
  /** `A01 U20`; of an end in several places all of them. */
  readonly place: string;
  /** `leaf-01 Eth1, Eth2`. */
  readonly ports: string;
  /** The first of the racks and of the devices that it ends in; null where there is none. */
  readonly rackId: RackId | null;
  readonly deviceId: DeviceId | null;
}

export interface ListedCable {
  readonly row: CableRow;
  readonly cable: Cable;
  readonly a: ListedEnd;
  readonly b: ListedEnd;
}

/** All that the ports of one side of a cable say about where it ends. */
function listedEnd(design: Design, refs: readonly PortRef[]): ListedEnd {
  const [only] = refs;
  if (only && refs.length === 1) return listedPort(design, only);
  const places = new Set<string>();
  const devices = new Map<string, string[]>();
  let firstRack: RackId | null = null;
  for (const ref of refs) {
    const { rack, unit, device, port } = endPlace(design, ref);
    places.add(`${rack} ${unit}`.trim());
    firstRack ??= design.devices.get(ref.deviceId)?.rackId ?? null;
    const ports = devices.get(device);
    if (ports) ports.push(port);
    else devices.set(device, [port]);
  }
  return {
    place: [...places].join('; '),
    ports: Array.from(devices, ([device, ports]) => `${device} ${ports.join(', ')}`).join('; '),
    rackId: firstRack,
    deviceId: refs[0]?.deviceId ?? null,
  };
}

function listedPort(design: Design, ref: PortRef): ListedEnd {
  const { rack, unit, device, port } = endPlace(design, ref);
  return {
    place: `${rack} ${unit}`.trim(),
    ports: `${device} ${port}`,
    rackId: design.devices.get(ref.deviceId)?.rackId ?? null,
    deviceId: ref.deviceId,
  };
}

const perSet = new WeakMap<DrawingSet, readonly ListedCable[]>();

/** Every cable once, by label; kept as long as the set. */
export function cablesByLabel(set: DrawingSet): readonly ListedCable[] {
  let listed = perSet.get(set);
  if (listed === undefined) perSet.set(set, (listed = listCables(set)));
  return listed;
}

function listCables({ design, analysis }: DrawingSet): ListedCable[] {
  const rows: ListedCable[] = [];
  for (const row of analysis.cables) {
    const cable = design.cables.get(row.id);
    if (cable === undefined) continue;
    const { a, b } = cable.ends;
    rows.push({ row, cable, a: listedEnd(design, a), b: listedEnd(design, b) });
  }
  return sortedNaturally(rows, ({ row }) => row.label, byId);
}

/** Tells where the ports of one side of a cable are: as the schedule has it, where they are a whole side. */
export type EndOf = (refs: readonly PortRef[]) => ListedEnd;

export function endsOf(set: DrawingSet): EndOf {
  const listed = new Map<readonly PortRef[], ListedEnd>();
  for (const { cable, a, b } of cablesByLabel(set)) {
    listed.set(cable.ends.a, a).set(cable.ends.b, b);
  }
  return (refs) => listed.get(refs) ?? listedEnd(set.design, refs);
}

function byId(one: ListedCable, other: ListedCable): number {
  return compareText(one.row.id, other.row.id);
}

/** A cable as the one who stands before a rack sees it: `a` is its end there. */
export interface PlacedCable extends ListedCable {
  readonly rackName: string;
}

const placedPerSet = new WeakMap<DrawingSet, readonly PlacedCable[]>();

/**
 * Every cable once, at the end that comes first: rack by rack, from the top down, port by port; kept as long as the
 * set.
 */
export function cablesByPlace(set: DrawingSet): readonly PlacedCable[] {
  let placed = placedPerSet.get(set);
  if (placed === undefined) placedPerSet.set(set, (placed = placeCables(set)));
  return placed;
}

/** Where an end is, as numbers to sort by. */
interface Place {
  /** Rack in its row. */
  readonly rack: number;
  /** Beside the rails after what is on them. */
  readonly side: number;
  readonly u: number;
  /** Port of its device. */
  readonly port: number;
}

function placeCables(set: DrawingSet): PlacedCable[] {
  const { design } = set;
  const racks = new Map(orderedRacks(design).map(({ id }, i) => [id, i]));
  const portNumbers = new Map<string, ReadonlyMap<string, number>>();
  const placeOf = (refs: readonly PortRef[]): Place => {
    const [ref] = refs;
    const device = ref && design.devices.get(ref.deviceId);
    const type = device && design.deviceTypes.get(device.typeId);
    if (!ref || !device || !type) return { rack: racks.size, side: 0, u: 0, port: 0 };
    let numbers = portNumbers.get(type.id);
    if (numbers === undefined) {
      numbers = new Map(type.ports.map(({ id }, i) => [id, i]));
      portNumbers.set(type.id, numbers);
    }
    return {
      rack: racks.get(device.rackId) ?? racks.size,
      side: device.mount === 'side' ? 1 : 0,
      u: device.u,
      port: numbers.get(ref.portId) ?? numbers.size,
    };
  };
  // By label already, in which order equals stay.
  return cablesByLabel(set)
    .map((listed) => {
      const [a, b] = [placeOf(listed.cable.ends.a), placeOf(listed.cable.ends.b)];
      const turned = (byDevice(b, a) || b.port - a.port) < 0;
      const near = turned ? { ...listed, a: listed.b, b: listed.a } : listed;
      const rackName = design.racks.get(near.a.rackId ?? '')?.name ?? '';
      return { placed: { ...near, rackName }, at: turned ? b : a };
    })
    .sort(
      (one, other) =>
        byDevice(one.at, other.at) ||
        compareText(one.placed.a.deviceId ?? '', other.placed.a.deviceId ?? '') ||
        one.at.port - other.at.port,
    )
    .map(({ placed }) => placed);
}

function byDevice(one: Place, other: Place): number {
  return one.rack - other.rack || one.side - other.side || other.u - one.u;
}

/** The cables of a set as its sheets list them: both ends taken apart, told by place or by label. */
import type { CableRow } from '../../../shared/analysis/types.ts';
import type { Design } from '../../../shared/model/design.ts';
import { orderedRacks } from '../../../shared/model/design-index.ts';
import type { Cable, PortRef } from '../../../shared/model/records.ts';
import { endPlace } from '../../../shared/schedules/cable-places.ts';
import { compareNatural } from '../../../shared/text/order.ts';
import type { DrawingSet } from './sheet.ts';

/** One end of a cable on a schedule. */
export interface ListedEnd {
  /** `A01 U20`; of an end in several places all of them. */
  readonly place: string;
  /** `leaf-01 Eth1, Eth2`. */
  readonly ports: string;
  /** Racks and devices that it ends in, the first first; empty where the design holds none. */
  readonly racks: readonly string[];
  readonly devices: readonly string[];
}

export interface ListedCable {
  readonly row: CableRow;
  readonly cable: Cable;
  readonly a: ListedEnd;
  readonly b: ListedEnd;
}

/** All that the ports of one side of a cable say about where it ends. */
export function listedEnd(design: Design, refs: readonly PortRef[]): ListedEnd {
  const places = new Set<string>();
  const devices = new Map<string, string[]>();
  const racks = new Set<string>();
  for (const ref of refs) {
    const { rack, unit, device, port } = endPlace(design, ref);
    places.add(`${rack} ${unit}`.trim());
    const rackId = design.devices.get(ref.deviceId)?.rackId;
    if (rackId !== undefined) racks.add(rackId);
    const ports = devices.get(device);
    if (ports) ports.push(port);
    else devices.set(device, [port]);
  }
  return {
    place: [...places].join('; '),
    ports: Array.from(devices, ([device, ports]) => `${device} ${ports.join(', ')}`).join('; '),
    racks: [...racks],
    devices: [...new Set(refs.map(({ deviceId }) => deviceId))],
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
  return rows.sort(byLabel);
}

function byLabel(one: ListedCable, other: ListedCable): number {
  return compareNatural(one.row.label, other.row.label) || (one.row.id < other.row.id ? -1 : 1);
}

/** A cable as the one who stands before a rack sees it: `a` is its end there. */
export interface PlacedCable extends ListedCable {
  readonly rackName: string;
}

/** Where a port is, as numbers to sort by: rack in its row, from the top down, port of its device. */
type Place = readonly number[];

/** Every cable once, at the end that comes first: rack by rack, from the top down, port by port. */
export function cablesByPlace(set: DrawingSet): PlacedCable[] {
  const { design } = set;
  const racks = new Map(orderedRacks(design).map(({ id }, i) => [id, i]));
  const portNumbers = new Map<string, ReadonlyMap<string, number>>();
  const placeOf = (refs: readonly PortRef[]): Place => {
    const [ref] = refs;
    const device = ref && design.devices.get(ref.deviceId);
    const type = device && design.deviceTypes.get(device.typeId);
    if (!ref || !device || !type) return [racks.size];
    let numbers = portNumbers.get(type.id);
    if (numbers === undefined) {
      numbers = new Map(type.ports.map(({ id }, i) => [id, i]));
      portNumbers.set(type.id, numbers);
    }
    const side = device.mount === 'side' ? 1 : 0;
    return [
      racks.get(device.rackId) ?? racks.size,
      side,
      0 - device.u,
      numbers.get(ref.portId) ?? numbers.size,
    ];
  };
  return cablesByLabel(set)
    .map((listed) => {
      const [a, b] = [placeOf(listed.cable.ends.a), placeOf(listed.cable.ends.b)];
      const turned = compare(b, a) < 0;
      const near = turned ? { ...listed, a: listed.b, b: listed.a } : listed;
      const rackName = design.racks.get(near.a.racks[0] ?? '')?.name ?? '';
      return { placed: { ...near, rackName }, at: turned ? b : a };
    })
    .sort((one, other) => {
      const [first, second] = [one.placed.a.devices[0] ?? '', other.placed.a.devices[0] ?? ''];
      const { at } = one;
      return (
        compare(at.slice(0, 3), other.at.slice(0, 3)) ||
        (first === second ? 0 : first < second ? -1 : 1) ||
        compare(at, other.at) ||
        byLabel(one.placed, other.placed)
      );
    })
    .map(({ placed }) => placed);
}

function compare(a: Place, b: Place): number {
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const by = (a[i] ?? 0) - (b[i] ?? 0);
    if (by !== 0) return by;
  }
  return 0;
}

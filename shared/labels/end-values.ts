/** What the tokens of a template stand for at one end of a cable. */

import { mediumFacts } from '../catalog/index.ts';
import type { Design } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { Cable, Device, PortRef } from '../model/records.ts';
import { type PortPlace, portAt } from '../rules/port-lookup.ts';
import { say } from '../text/index.ts';
import { type CableToken, type EndToken } from './template.ts';

/** One plug of a cable: its ports are in one opening. */
export interface CablePlugEnd {
  readonly side: 'a' | 'b';
  /** Ports of the opening that the cable ends in, each once. */
  readonly ports: readonly PortRef[];
  /** Where its links lead, each port once. */
  readonly far: readonly PortRef[];
}

/** The plugs of a cable, side A first; each opening is one, and a port without an opening too. */
export function plugEnds(design: Design, cable: Cable): readonly CablePlugEnd[] {
  return [...plugsAt(design, cable, 'a'), ...plugsAt(design, cable, 'b')];
}

function plugsAt(design: Design, { ends }: Cable, side: 'a' | 'b'): readonly CablePlugEnd[] {
  const far = side === 'a' ? ends.b : ends.a;
  // Most cables are one link: one plug, whatever it is in.
  if (ends[side].length === 1) return [{ side, ports: ends[side], far: far.slice(0, 1) }];
  const plugs = new Map<string, { ports: Map<string, PortRef>; far: Map<string, PortRef> }>();
  for (const [index, ref] of ends[side].entries()) {
    const cageId = portAt(design, ref)?.port.cageId ?? null;
    const key = JSON.stringify([ref.deviceId, cageId === null ? `port ${ref.portId}` : cageId]);
    const plug = plugs.get(key) ?? { ports: new Map(), far: new Map() };
    plugs.set(key, plug);
    plug.ports.set(ref.portId, ref);
    const other = far[index];
    if (other) plug.far.set(JSON.stringify([other.deviceId, other.portId]), other);
  }
  return [...plugs.values()].map((plug) => ({
    side,
    ports: [...plug.ports.values()],
    far: [...plug.far.values()],
  }));
}

/**
 * What a token says of ports: of several that differ the first, and how many more there are (`dgx-01+3`). Empty
 * where the design does not hold it.
 */
export function endValue(design: Design, ports: readonly PortRef[], token: EndToken): string {
  const [only] = ports;
  if (only && ports.length === 1) {
    const place = portAt(design, only);
    return place ? placeValue(design, place, token) : '';
  }
  const places = ports.flatMap((ref) => portAt(design, ref) ?? []);
  const values = [...new Set(places.map((place) => placeValue(design, place, token)))];
  const [first = '', ...others] = values;
  return others.length === 0 ? first : `${first}+${others.length}`;
}

function placeValue(design: Design, place: PortPlace, token: EndToken): string {
  const { device, type, port, cage } = place;
  const rack = design.racks.get(device.rackId);
  switch (token) {
    case 'row':
      return (rack && design.rows.get(rack.rowId)?.name) ?? '';
    case 'rack':
      return rack?.name ?? '';
    case 'u':
      return placeInRack(design, device, type);
    case 'device':
      return device.name;
    case 'port':
      return port.name;
    case 'cage':
      return cage?.name ?? '';
    case 'face':
      return say(`labels.face.${faceInRack(device, cage?.face ?? 'front')}`);
    default:
      return token satisfies never;
  }
}

/** The face of the rack that a face of the device's type looks out of. */
function faceInRack(device: Device, face: Device['face']): Device['face'] {
  if (face === 'front') return device.face;
  return device.face === 'front' ? 'rear' : 'front';
}

const COLUMNS = ['a', 'b', 'c', 'd'] as const;

/**
 * The place of a device in its rack, so that no two have the same: its lowest unit, with a letter where several
 * share a unit; `L` or `R` and a unit beside the rails; in a bay that of the host, a stroke and the bay's position.
 */
function placeInRack(design: Design, device: Device, type: DeviceType): string {
  const u = String(device.u);
  switch (device.mount) {
    case 'rails':
      return type.width === 'full' ? u : `${u}${COLUMNS[device.column] ?? device.column}`;
    case 'side':
      return `${device.column === 0 ? 'L' : 'R'}${u}`;
    case 'bay':
      return `${u}_${bayPosition(design, device)}`;
    default:
      return device.mount satisfies never;
  }
}

function bayPosition(design: Design, { bay }: Device): string {
  const host = bay && design.devices.get(bay.deviceId);
  const bays = (host && design.deviceTypes.get(host.typeId)?.bays) ?? [];
  const index = bays.findIndex(({ id }) => id === bay?.bayId);
  return bays[index]?.position || String(index + 1);
}

type ToldCable = Pick<Cable, 'id' | 'label' | 'medium' | 'fabric' | 'rail'>;

/** What a token says of the cable. @param lengthM length that is ordered; null = unknown */
export function cableValue(cable: ToldCable, lengthM: number | null, token: CableToken): string {
  switch (token) {
    case 'cable':
      return cable.label || cable.id;
    case 'fabric':
      return cable.fabric;
    case 'rail':
      return cable.rail === null ? '' : String(cable.rail);
    case 'medium':
      return say(`${mediumFacts(cable.medium).nameKey}.short`);
    case 'length':
      return lengthM === null ? '' : `${lengthM}m`;
    default:
      return token satisfies never;
  }
}

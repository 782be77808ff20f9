/** A port of a placed device with all that it is part of. */
import type { Design } from '../model/design.ts';
import { portOf } from '../model/design-index.ts';
import type { Cage, DeviceType, FormFactor, Port, PortKind } from '../model/device-type.ts';
import type { CageId } from '../model/ids.ts';
import type { Device, PortRef } from '../model/records.ts';

export interface PortPlace {
  readonly ref: PortRef;
  readonly device: Device;
  readonly type: DeviceType;
  readonly port: Port;
  /** The opening it sits in; null where the type does not say. */
  readonly cage: Cage | null;
}

/** The port that a reference names, or null when the design does not hold it. */
export function portAt(design: Design, ref: PortRef): PortPlace | null {
  const device = design.devices.get(ref.deviceId);
  const type = device && design.deviceTypes.get(device.typeId);
  const port = type && portOf(type, ref.portId);
  if (!port) return null;
  const cage = port.cageId === null ? null : (openingsOf(type).get(port.cageId)?.cage ?? null);
  return { ref, device, type, port, cage };
}

interface Opening {
  readonly cage: Cage;
  readonly ports: readonly Port[];
}

const openingsPerType = new WeakMap<DeviceType, ReadonlyMap<CageId, Opening>>();

function openingsOf(type: DeviceType): ReadonlyMap<CageId, Opening> {
  const known = openingsPerType.get(type);
  if (known) return known;
  const ports = Map.groupBy(type.ports, (port) => port.cageId);
  const openings = new Map(
    type.cages.map((cage) => [cage.id, { cage, ports: ports.get(cage.id) ?? [] }]),
  );
  openingsPerType.set(type, openings);
  return openings;
}

/** Ports of the same kind in the same opening, in the type's order; only itself where there is no opening. */
export function portsOfCage(place: PortPlace): readonly Port[] {
  const { port, type } = place;
  if (port.cageId === null) return [port];
  const inside = openingsOf(type).get(port.cageId)?.ports ?? [port];
  return inside.filter((other) => other.kind === port.kind);
}

export function samePort(a: PortRef, b: PortRef): boolean {
  return a.deviceId === b.deviceId && a.portId === b.portId;
}

/** Whether a transceiver or the end of a direct cable goes into the opening. */
export function isPluggable(formFactor: FormFactor): boolean {
  switch (formFactor) {
    case 'sfp':
    case 'sfp-dd':
    case 'qsfp':
    case 'qsfp-dd':
    case 'osfp':
    case 'osfp-rhs':
    case 'osfp-xd':
    case 'cfp':
      return true;
    case 'rj45':
    case 'lc':
    case 'mpo':
    case 'sn':
    case 'mmc':
    case 'usb':
    case 'c13':
    case 'c14':
    case 'c19':
    case 'c20':
    case 'dc':
    case 'other':
      return false;
    default:
      return formFactor satisfies never;
  }
}

/** Whether fibre itself is plugged into the opening, without a transceiver. */
export function isFibreAdapter(formFactor: FormFactor): boolean {
  return formFactor === 'lc' || formFactor === 'mpo' || formFactor === 'sn' || formFactor === 'mmc';
}

/** Whether ports of these kinds may be joined at all; a patch panel passes data and consoles on. */
export function kindsMate(a: PortKind, b: PortKind): boolean {
  return MATES[a].includes(b);
}

const DATA: readonly PortKind[] = ['interface', 'front', 'rear'];
const PASSED_ON: readonly PortKind[] = [...DATA, 'console', 'consoleServer'];

const MATES: Readonly<Record<PortKind, readonly PortKind[]>> = {
  interface: DATA,
  front: PASSED_ON,
  rear: PASSED_ON,
  console: ['front', 'rear', 'consoleServer'],
  consoleServer: ['front', 'rear', 'console'],
  powerInlet: ['powerOutlet'],
  powerOutlet: ['powerInlet'],
};

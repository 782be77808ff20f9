/** What a port map tells of a device: each of its ports with the cable in it and where that leads. */
import { faceSizeMm } from '../../../shared/drawing/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import { cableAt, cablesOfDevice, portKey, typeOf } from '../../../shared/model/design-index.ts';
import type { Cage, DeviceType, Port } from '../../../shared/model/device-type.ts';
import type { Cable, Device, Face, PortRef } from '../../../shared/model/records.ts';
import type { EndOf, ListedEnd } from './cable-rows.ts';

/** A port with a cable in it. */
export interface MappedPort {
  readonly port: Port;
  readonly cable: Cable;
  readonly far: ListedEnd;
}

/** An opening of a face with the ports in it. */
export interface MappedCage {
  readonly cage: Cage;
  readonly ports: readonly Port[];
  /** A cable in one of its ports; null where it is free. */
  readonly cable: Cable | null;
  /** A port of it is kept free. */
  readonly reserved: boolean;
}

export interface MappedFace {
  readonly face: Face;
  readonly sizeMm: { readonly width: number; readonly height: number };
  readonly cages: readonly MappedCage[];
}

export interface PortMap {
  readonly device: Device;
  readonly type: DeviceType;
  /** Faces with at least one cable in them. */
  readonly faces: readonly MappedFace[];
  /** In the order of the type's ports. */
  readonly ports: readonly MappedPort[];
  /** Ports without a cable. */
  readonly free: number;
}

/** The map of a device; null where no cable ends in it. */
export function portMapOf(design: Design, device: Device, endOf: EndOf): PortMap | null {
  if (cablesOfDevice(design, device.id).size === 0) return null;
  const type = typeOf(design, device);
  const ports: MappedPort[] = [];
  const inCage = new Map<string, Cable>();
  for (const port of type.ports) {
    const cable = cableAt(design, { deviceId: device.id, portId: port.id });
    if (!cable) continue;
    ports.push({ port, cable, far: endOf(farRefs(cable, device.id, port.id)) });
    if (port.cageId !== null) inCage.set(port.cageId, cable);
  }
  const perCage = Map.groupBy(type.ports, ({ cageId }) => cageId);
  const reserved = new Set(device.reserved);
  const sizeMm = faceSizeMm(type);
  const faces = (['front', 'rear'] as const).flatMap((face): MappedFace[] => {
    const cages = type.cages
      .filter((cage) => cage.face === face)
      .map((cage): MappedCage => {
        const own = perCage.get(cage.id) ?? [];
        const kept = own.some(({ id }) => reserved.has(id));
        return { cage, ports: own, cable: inCage.get(cage.id) ?? null, reserved: kept };
      });
    return cages.some(({ cable }) => cable !== null) ? [{ face, cages, sizeMm }] : [];
  });
  return { device, type, faces, ports, free: type.ports.length - ports.length };
}

/** The ports that the links of this port lead to, each once. */
function farRefs({ ends: { a, b } }: Cable, deviceId: string, portId: string): readonly PortRef[] {
  const isHere = (ref: PortRef | undefined): boolean =>
    ref?.deviceId === deviceId && ref.portId === portId;
  if (a.length === 1 && b.length === 1) return isHere(a[0]) ? b : a;
  const far = new Map<string, PortRef>();
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) {
    const [one, other] = [a[i], b[i]];
    if (isHere(one) && other) far.set(portKey(other), other);
    else if (isHere(other) && one) far.set(portKey(one), one);
  }
  return [...far.values()];
}

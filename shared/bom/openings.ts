/** What a cable is plugged into. */
import type { Design } from '../model/design.ts';
import { typeOf } from '../model/design-index.ts';
import type { DeviceType, FormFactor, Port } from '../model/device-type.ts';
import type { PortRef } from '../model/records.ts';

/** The cage that a port sits in; a port whose type does not say so has an opening of its own. */
export interface Opening {
  /** The same for all ports in it. */
  readonly key: string;
  readonly formFactor: FormFactor | null;
  /** The ports that share it. */
  readonly ports: readonly Port[];
}

/** Of a type: a port with what it sits in. */
interface TypeOpening {
  readonly cageId: string | null;
  readonly formFactor: FormFactor | null;
  readonly ports: readonly Port[];
}

const perType = new WeakMap<DeviceType, ReadonlyMap<string, TypeOpening>>();

function openingsOf(type: DeviceType): ReadonlyMap<string, TypeOpening> {
  let openings = perType.get(type);
  if (openings === undefined) perType.set(type, (openings = readOpenings(type)));
  return openings;
}

function readOpenings({ cages, ports }: DeviceType): ReadonlyMap<string, TypeOpening> {
  const cageOf = new Map(cages.map((cage) => [cage.id, cage]));
  const inCage = Map.groupBy(ports, ({ cageId }) => cageId);
  const openings = new Map<string, TypeOpening>();
  for (const port of ports) {
    const cage = port.cageId === null ? undefined : cageOf.get(port.cageId);
    openings.set(port.id, {
      cageId: cage?.id ?? null,
      formFactor: cage?.formFactor ?? null,
      ports: cage ? (inCage.get(cage.id) ?? []) : [port],
    });
  }
  return openings;
}

/** The opening of a port; null when the design does not hold the port. */
export function openingAt(design: Design, { deviceId, portId }: PortRef): Opening | null {
  const device = design.devices.get(deviceId);
  const opening = device && openingsOf(typeOf(design, device)).get(portId);
  if (!opening) return null;
  const { cageId, formFactor, ports } = opening;
  const key = cageId === null ? `${deviceId}\nport\n${portId}` : `${deviceId}\ncage\n${cageId}`;
  return { key, formFactor, ports };
}

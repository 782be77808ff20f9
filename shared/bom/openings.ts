/** What a cable is plugged into. */
import type { Design } from '../model/design.ts';
import { typeOf } from '../model/design-index.ts';
import type { FormFactor, Port } from '../model/device-type.ts';
import type { PortRef } from '../model/records.ts';

/** The cage that a port sits in; a port whose type does not say so has an opening of its own. */
export interface Opening {
  /** The same for all ports in it. */
  readonly key: string;
  readonly formFactor: FormFactor | null;
  /** The ports that share it. */
  readonly ports: readonly Port[];
}

/** The opening of a port; null when the design does not hold the port. */
export function openingAt(design: Design, { deviceId, portId }: PortRef): Opening | null {
  const device = design.devices.get(deviceId);
  if (!device) return null;
  const { cages, ports } = typeOf(design, device);
  const port = ports.find(({ id }) => id === portId);
  if (!port) return null;
  const cage = port.cageId === null ? undefined : cages.find(({ id }) => id === port.cageId);
  if (!cage) return { key: JSON.stringify([deviceId, portId]), formFactor: null, ports: [port] };
  return {
    key: JSON.stringify([deviceId, 'cage', cage.id]),
    formFactor: cage.formFactor,
    ports: ports.filter(({ cageId }) => cageId === cage.id),
  };
}

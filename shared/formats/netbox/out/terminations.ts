/** The ends of cables as NetBox names them: a component of a device, by kind and name. */
import { bayOf } from '../../../model/bays.ts';
import type { Design } from '../../../model/design.ts';
import { portOf, typeOf } from '../../../model/design-index.ts';
import type { PortKind } from '../../../model/device-type.ts';
import type { Device, PortRef } from '../../../model/records.ts';
import { keptOf } from '../../site/kept.ts';
import { siteOf } from './rack-rows.ts';

export interface Termination {
  readonly site: string;
  readonly device: string;
  /** Such as `dcim.interface`. */
  readonly type: string;
  readonly name: string;
}

const KINDS: Readonly<Record<PortKind, string>> = {
  interface: 'interface',
  front: 'frontport',
  rear: 'rearport',
  console: 'consoleport',
  consoleServer: 'consoleserverport',
  powerInlet: 'powerport',
  powerOutlet: 'poweroutlet',
};

/** What may be joined with what; NetBox refuses every other pair. */
const PARTNERS: Readonly<Record<PortKind, readonly PortKind[]>> = {
  interface: ['interface', 'front', 'rear'],
  front: ['console', 'consoleServer', 'interface', 'front', 'rear'],
  rear: ['console', 'consoleServer', 'interface', 'front', 'rear'],
  console: ['consoleServer', 'front', 'rear'],
  consoleServer: ['console', 'front', 'rear'],
  powerInlet: ['powerOutlet'],
  powerOutlet: ['powerInlet'],
};

/** Whether NetBox lets a cable join the two. */
export function mayJoin(design: Design, a: PortRef, b: PortRef): boolean {
  const [from, to] = [kindOf(design, a), kindOf(design, b)];
  return from !== null && to !== null && PARTNERS[from].includes(to);
}

function kindOf(design: Design, { deviceId, portId }: PortRef): PortKind | null {
  const device = design.devices.get(deviceId);
  return (device && portOf(typeOf(design, device), portId)?.kind) ?? null;
}

/** The component that a port is; null where the design does not hold it. */
export function terminationOf(design: Design, { deviceId, portId }: PortRef): Termination | null {
  const device = design.devices.get(deviceId);
  const port = device && portOf(typeOf(design, device), portId);
  if (!port) return null;
  const { holder, positions } = holderOf(design, device);
  const rack = design.racks.get(device.rackId);
  return {
    site: keptOf(holder.extra, 'netbox')['site'] ?? siteOf(design, rack),
    device: holder.name,
    type: `dcim.${KINDS[port.kind]}`,
    name: positions.reduce((name, position) => name.replace('{module}', position), port.name),
  };
}

/** Components of a module are its device's, named after the bay; so the device, and the bays down to the module. */
function holderOf(
  design: Design,
  device: Device,
): { readonly holder: Device; readonly positions: readonly string[] } {
  const positions: string[] = [];
  let holder = device;
  while (holder.bay && typeOf(design, holder).lodging === 'module-bay') {
    const host = design.devices.get(holder.bay.deviceId);
    if (!host) break;
    positions.unshift(bayOf(typeOf(design, host), holder.bay.bayId)?.position ?? '');
    holder = host;
  }
  return { holder, positions };
}

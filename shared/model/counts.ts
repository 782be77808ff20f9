/** How much a design holds. */
import type { Design } from './design.ts';
import { linkCount, typeOf } from './design-index.ts';
import type { DeviceCategory, DeviceType, FormFactor } from './device-type.ts';

export interface Counts {
  readonly racks: number;
  readonly devices: number;
  readonly deviceTypes: number;
  /** GPU nodes among the devices. */
  readonly nodes: number;
  readonly switches: number;
  /** Ports of the placed devices. */
  readonly ports: number;
  /** Transceiver cages of the placed devices; sockets and adapters are not counted. */
  readonly cages: number;
  readonly cables: number;
  /** Port-to-port links that the cables carry. */
  readonly links: number;
}

const PLUGGABLE: ReadonlySet<FormFactor> = new Set<FormFactor>([
  'sfp',
  'sfp-dd',
  'qsfp',
  'qsfp-dd',
  'osfp',
  'osfp-rhs',
  'osfp-xd',
  'cfp',
]);

/** Number of transceiver cages of a type. */
export function cageCount(type: DeviceType): number {
  return type.cages.filter((cage) => PLUGGABLE.has(cage.formFactor)).length;
}

/** Counts a whole design. */
export function countDesign(design: Design): Counts {
  const perCategory = new Map<DeviceCategory, number>();
  let ports = 0;
  let cages = 0;
  const cagesPerType = new Map<DeviceType, number>();
  for (const device of design.devices.values()) {
    const type = typeOf(design, device);
    perCategory.set(type.category, (perCategory.get(type.category) ?? 0) + 1);
    ports += type.ports.length;
    const known = cagesPerType.get(type) ?? cageCount(type);
    cagesPerType.set(type, known);
    cages += known;
  }
  let links = 0;
  for (const cable of design.cables.values()) links += linkCount(cable);
  return {
    racks: design.racks.size,
    devices: design.devices.size,
    deviceTypes: design.deviceTypes.size,
    nodes: perCategory.get('node') ?? 0,
    switches: perCategory.get('switch') ?? 0,
    ports,
    cages,
    cables: design.cables.size,
    links,
  };
}

/** Ports of a type that are alike and can be cabled: what a fabric takes from a node, and what a switch has for it. */
import type { Cage, DeviceType, Port } from '../model/device-type.ts';
import type { PortId } from '../model/ids.ts';
import { isFibreAdapter, isPluggable } from '../rules/port-lookup.ts';

/** What goes into an opening: a plug or a transceiver, a twisted pair, a bare fibre. */
export type Socket = 'cage' | 'rj45' | 'fibre';

export interface ClusterPort {
  readonly id: PortId;
  readonly cageId: string;
  /** From the left edge of its face, mm. */
  readonly xMm: number;
  /** Ports in the same opening, itself among them. */
  readonly inCage: number;
}

export interface PortGroup {
  readonly speedGbps: number;
  readonly lanes: number | null;
  readonly socket: Socket;
  readonly face: Cage['face'];
  readonly managementOnly: boolean;
  /** Ports of one opening stand together. */
  readonly ports: readonly ClusterPort[];
}

/** The groups of a type's data ports, in the order of their first ports. */
export function portGroups(type: DeviceType): readonly PortGroup[] {
  const cages = new Map(type.cages.map((cage) => [cage.id, cage]));
  const inCage = new Map<string, number>();
  for (const { cageId } of type.ports) {
    if (cageId !== null) inCage.set(cageId, (inCage.get(cageId) ?? 0) + 1);
  }
  const groups = new Map<string, PortGroup & { readonly ports: ClusterPort[] }>();
  for (const port of type.ports) {
    const cage = port.cageId === null ? undefined : cages.get(port.cageId);
    const socket = cage && socketOf(cage);
    if (!cage || !socket || port.kind !== 'interface' || port.speedGbps === null) continue;
    const key = keyOf(type, port, cage);
    let group = groups.get(key);
    if (!group) {
      const { speedGbps, lanes, managementOnly } = port;
      group = { speedGbps, lanes, socket, managementOnly, face: cage.face, ports: [] };
      groups.set(key, group);
    }
    group.ports.push({
      id: port.id,
      cageId: cage.id,
      xMm: cage.xMm + cage.widthMm / 2,
      inCage: inCage.get(cage.id) ?? 1,
    });
  }
  return [...groups.values()];
}

/** Ports of a node that are named for different things are different groups, though they be alike. */
function keyOf(type: DeviceType, port: Port, cage: Cage): string {
  const family = type.category === 'switch' ? '' : port.id.replace(/[-.\d].*$/, '');
  return [family, cage.formFactor, cage.face, port.speedGbps, port.managementOnly].join('|');
}

function socketOf({ formFactor }: Cage): Socket | null {
  if (isPluggable(formFactor)) return 'cage';
  if (isFibreAdapter(formFactor)) return 'fibre';
  return formFactor === 'rj45' ? 'rj45' : null;
}

/** What all ports of a group carry together, Gb/s. */
export function bandwidthGbps({ ports, speedGbps }: PortGroup): number {
  return ports.length * speedGbps;
}

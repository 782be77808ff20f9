/** The ports of one device: counted by kind and speed, and by what is still free for data. */
import { mediumFacts } from '../catalog/index.ts';
import type { DeviceId, PortId } from '../model/ids.ts';
import type { Cable, PortRef } from '../model/records.ts';
import { compareIds } from './finding.ts';
import { type PortFacts, type PortTable, portTable } from './port-facts.ts';
import type { Placed } from './rack-neighbours.ts';
import type { PortsRow } from './types.ts';

/** The fastest data ports of a device. */
export interface DataPorts {
  readonly speedGbps: number;
  readonly total: number;
  readonly used: number;
  /** Neither used, nor shut by a plug beside them that takes their cage. */
  readonly free: number;
}

export interface DevicePorts {
  /** Used ports of each group of the type's port table. */
  readonly used: readonly number[];
  readonly data: DataPorts | null;
  /** Free ports of all kinds that share a cage with a plug that takes it whole. */
  readonly lost: number;
  /** Cages into which several cables are plugged of which one takes the whole cage, with those cables. */
  readonly crowded: readonly CrowdedCage[];
}

export interface CrowdedCage {
  readonly cage: string;
  readonly cables: readonly Cable[];
}

/** The port table of a device, by kind and then by speed, fastest first. */
export function portRows({ device, type }: Placed, { used }: DevicePorts): readonly PortsRow[] {
  return portTable(type).groups.map(({ kind, speedGbps, total }, index) => ({
    device: device.id,
    deviceName: device.name,
    kind,
    speedGbps,
    total,
    used: used[index] ?? 0,
    reserved: 0,
    free: total - (used[index] ?? 0),
  }));
}

/** Counts the ports of a placed device, given the cables with an end in it. */
export function devicePorts({ device, type }: Placed, cables: readonly Cable[]): DevicePorts {
  const table = portTable(type);
  if (cables.length === 0) return unused(table);
  const usage = usageOf(table, device.id, cables);
  const { crowded, lost } = sharedCages(usage.shared);
  const lostData = table.dataGroup === null ? 0 : (lost.get(table.dataGroup) ?? 0);
  return {
    used: usage.used,
    data: dataPorts(table, usage.used, lostData),
    lost: [...lost.values()].reduce((sum, ports) => sum + ports, 0),
    crowded,
  };
}

const unusedPorts = new WeakMap<PortTable, DevicePorts>();

function unused(table: PortTable): DevicePorts {
  let ports = unusedPorts.get(table);
  if (!ports) {
    const used = table.groups.map(() => 0);
    ports = { used, data: dataPorts(table, used, 0), lost: 0, crowded: [] };
    unusedPorts.set(table, ports);
  }
  return ports;
}

/** A used port in a cage of several. */
interface SharedPort {
  readonly facts: PortFacts;
  readonly cable: Cable;
}

interface Usage {
  readonly used: readonly number[];
  readonly shared: readonly SharedPort[];
}

function usageOf(table: PortTable, deviceId: DeviceId, cables: readonly Cable[]): Usage {
  const used = table.groups.map(() => 0);
  const seen = new Set<PortId>();
  const shared: SharedPort[] = [];
  const take = (ref: PortRef, cable: Cable): void => {
    const facts = ref.deviceId === deviceId ? table.ports.get(ref.portId) : undefined;
    if (!facts) return;
    if (!seen.has(ref.portId)) used[facts.group] = (used[facts.group] ?? 0) + 1;
    seen.add(ref.portId);
    if (facts.inCage > 1) shared.push({ facts, cable });
  };
  for (const cable of cables) {
    for (const ref of cable.ends.a) take(ref, cable);
    for (const ref of cable.ends.b) take(ref, cable);
  }
  return { used, shared };
}

interface SharedCages {
  readonly crowded: readonly CrowdedCage[];
  readonly lost: ReadonlyMap<number, number>;
}

function sharedCages(shared: readonly SharedPort[]): SharedCages {
  const crowded: CrowdedCage[] = [];
  const lost = new Map<number, number>();
  for (const [cage, ports] of Map.groupBy(shared, ({ facts }) => facts.cage)) {
    if (!cage || !ports.some(({ cable }) => mediumFacts(cable.medium).plug === 'cage')) continue;
    const cables = [...new Set(ports.map(({ cable }) => cable))];
    if (cables.length > 1) crowded.push({ cage: cage.name, cables });
    const [first] = ports;
    const shut = (first?.facts.inCage ?? 0) - new Set(ports.map(({ facts }) => facts.port)).size;
    const group = first?.facts.group ?? 0;
    if (shut > 0) lost.set(group, (lost.get(group) ?? 0) + shut);
  }
  crowded.sort((a, b) => compareIds(a.cage, b.cage));
  return { crowded, lost };
}

function dataPorts(table: PortTable, used: readonly number[], lost: number): DataPorts | null {
  const { dataGroup } = table;
  const group = dataGroup === null ? undefined : table.groups[dataGroup];
  if (dataGroup === null || !group) return null;
  const taken = used[dataGroup] ?? 0;
  const free = group.total - taken - lost;
  return { speedGbps: group.speedGbps ?? 0, total: group.total, used: taken, free };
}

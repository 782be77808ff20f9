/** The ports of one device: counted by kind and speed, and by what is still free for data. */
import { mediumFacts } from '../catalog/index.ts';
import type { CageId, DeviceId } from '../model/ids.ts';
import type { Cable } from '../model/records.ts';
import { compareIds } from './finding.ts';
import { type PortTable, portTable } from './port-facts.ts';
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
  readonly rows: readonly PortsRow[];
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

/** Counts the ports of a placed device, given the cables with an end in it. */
export function devicePorts({ device, type }: Placed, cables: readonly Cable[]): DevicePorts {
  const table = portTable(type);
  const usage = usageOf(table, device.id, cables);
  const rows = table.groups.map((group, index) => {
    const used = usage.perGroup[index] ?? 0;
    return {
      device: device.id,
      deviceName: device.name,
      kind: group.kind,
      speedGbps: group.speedGbps,
      total: group.total,
      used,
      reserved: 0,
      free: group.total - used,
    };
  });
  const lost = [...usage.lostPerGroup.values()].reduce((sum, ports) => sum + ports, 0);
  return { rows, data: dataPorts(table, usage), lost, crowded: usage.crowded };
}

interface Usage {
  readonly perGroup: readonly number[];
  readonly lostPerGroup: ReadonlyMap<number, number>;
  readonly crowded: readonly CrowdedCage[];
}

interface CageUse {
  readonly name: string;
  readonly inCage: number;
  readonly group: number;
  readonly ports: Set<string>;
  readonly cables: Cable[];
}

function usageOf(table: PortTable, deviceId: DeviceId, cables: readonly Cable[]): Usage {
  const used = new Set<string>();
  const perGroup = table.groups.map(() => 0);
  const cages = new Map<CageId, CageUse>();
  for (const cable of cables) {
    for (const ref of endsIn(cable, deviceId)) {
      const facts = table.ports.get(ref.portId);
      if (!facts) continue;
      if (!used.has(ref.portId)) perGroup[facts.group] = (perGroup[facts.group] ?? 0) + 1;
      used.add(ref.portId);
      const { cage, inCage, group } = facts;
      if (cage === null || inCage < 2) continue;
      const use = cages.get(cage.id) ?? {
        name: cage.name,
        inCage,
        group,
        ports: new Set(),
        cables: [],
      };
      use.ports.add(ref.portId);
      if (!use.cables.includes(cable)) use.cables.push(cable);
      cages.set(cage.id, use);
    }
  }
  return { perGroup, ...sharedCages(cages) };
}

function endsIn(cable: Cable, deviceId: DeviceId): readonly Cable['ends']['a'][number][] {
  return [...cable.ends.a, ...cable.ends.b].filter((ref) => ref.deviceId === deviceId);
}

function sharedCages(cages: ReadonlyMap<CageId, CageUse>): Omit<Usage, 'perGroup'> {
  const crowded: CrowdedCage[] = [];
  const lostPerGroup = new Map<number, number>();
  for (const { name, inCage, group, ports, cables } of cages.values()) {
    if (!cables.some((cable) => mediumFacts(cable.medium).plug === 'cage')) continue;
    if (cables.length > 1) crowded.push({ cage: name, cables });
    const lost = inCage - ports.size;
    if (lost > 0) lostPerGroup.set(group, (lostPerGroup.get(group) ?? 0) + lost);
  }
  crowded.sort((a, b) => compareIds(a.cage, b.cage));
  return { crowded, lostPerGroup };
}

function dataPorts(table: PortTable, usage: Usage): DataPorts | null {
  const { dataGroup } = table;
  const group = dataGroup === null ? undefined : table.groups[dataGroup];
  if (dataGroup === null || !group) return null;
  const used = usage.perGroup[dataGroup] ?? 0;
  const lost = usage.lostPerGroup.get(dataGroup) ?? 0;
  const free = group.total - used - lost;
  return { speedGbps: group.speedGbps ?? 0, total: group.total, used, free };
}

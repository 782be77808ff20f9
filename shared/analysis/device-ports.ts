/** The ports of one device: counted by kind, speed and cage, and by what is still free for data. */
import { mediumFacts } from '../catalog/index.ts';
import type { Cable, Device, PortRef } from '../model/records.ts';
import { compareIds } from './finding.ts';
import { NO_PORTS } from './port-count.ts';
import { type PortFacts, type PortTable, portTable } from './port-facts.ts';
import type { Placed } from './rack-neighbours.ts';
import type { PortCount, PortsRow } from './types.ts';

/** The fastest data ports of a device. */
export interface DataPorts extends Pick<PortCount, 'total' | 'used' | 'reserved' | 'free'> {
  readonly speedGbps: number;
}

/** What a fabric has of one group of a device's ports (`portTotals` says what belongs to a fabric). */
export interface FabricPorts {
  readonly fabric: string;
  /** Index into the groups of the type's port table. */
  readonly group: number;
  readonly count: PortCount;
}

export interface DevicePorts {
  /** By the groups of the type's port table. */
  readonly groups: readonly PortCount[];
  readonly fabrics: readonly FabricPorts[];
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
export function portRows({ device, type }: Placed, { groups }: DevicePorts): readonly PortsRow[] {
  return portTable(type).groups.map(({ kind, speedGbps, formFactor }, index) => ({
    device: device.id,
    deviceName: device.name,
    formFactor,
    kind,
    speedGbps,
    ...(groups[index] ?? NO_PORTS),
  }));
}

/** Counts the ports of a placed device, given the cables with an end in it. */
export function devicePorts({ device, type }: Placed, cables: readonly Cable[]): DevicePorts {
  const table = portTable(type);
  if (cables.length === 0 && device.reserved.length === 0) return unused(table);
  return counted(table, new PortStates(table, device, cables));
}

const unusedPorts = new WeakMap<PortTable, DevicePorts>();

function unused(table: PortTable): DevicePorts {
  let ports = unusedPorts.get(table);
  if (!ports) unusedPorts.set(table, (ports = counted(table, NOTHING_DONE)));
  return ports;
}

type States = Pick<PortStates, 'used' | 'shut' | 'kept' | 'crowded'>;

/** What became of the ports of a device; a port in none of them is free. */
class PortStates {
  /** Ports in use and ports shut by a plug beside them, with the fabric of that cable. */
  readonly used = new Map<PortFacts, string>();
  readonly shut = new Map<PortFacts, string>();
  /** Ports kept free that a cable could still take. */
  readonly kept = new Set<PortFacts>();
  readonly crowded: CrowdedCage[] = [];

  constructor(table: PortTable, device: Device, cables: readonly Cable[]) {
    const shared = new Map<PortFacts['cage'], Set<Cable>>();
    const take = (ref: PortRef, cable: Cable): void => {
      const facts = ref.deviceId === device.id ? table.ports.get(ref.portId) : undefined;
      if (!facts) return;
      if (!this.used.has(facts)) this.used.set(facts, cable.fabric);
      if (facts.inCage === 1) return;
      const inside = shared.get(facts.cage);
      if (inside) inside.add(cable);
      else shared.set(facts.cage, new Set([cable]));
    };
    for (const cable of cables) {
      for (const ref of cable.ends.a) take(ref, cable);
      for (const ref of cable.ends.b) take(ref, cable);
    }
    for (const [cage, inside] of shared) if (cage) this.#share(table, cage, [...inside]);
    this.crowded.sort((a, b) => compareIds(a.cage, b.cage));
    for (const id of device.reserved) {
      const facts = table.ports.get(id);
      if (facts && !this.used.has(facts) && !this.shut.has(facts)) this.kept.add(facts);
    }
  }

  /** A plug with fixed ends fills its cage: nothing else goes in, and what is in already is one too many. */
  #share(table: PortTable, cage: NonNullable<PortFacts['cage']>, cables: readonly Cable[]): void {
    const whole = cables.find(({ medium }) => mediumFacts(medium).plug === 'cage');
    if (!whole) return;
    if (cables.length > 1) this.crowded.push({ cage: cage.name, cables });
    for (const facts of table.perCage.get(cage) ?? []) {
      if (!this.used.has(facts)) this.shut.set(facts, whole.fabric);
    }
  }
}

const NOTHING_DONE: States = { used: new Map(), shut: new Map(), kept: new Set(), crowded: [] };

function counted(table: PortTable, states: States): DevicePorts {
  const tallies = table.groups.map(() => ({ used: 0, reserved: 0, shut: 0 }));
  const cages = table.groups.map(() => new Set<PortFacts['cage']>());
  const fabrics = table.groups.map(() => new Set<string>());
  const count = ({ group }: PortFacts, what: 'used' | 'reserved' | 'shut'): void => {
    const tally = tallies[group];
    if (tally) tally[what] += 1;
  };
  for (const [facts, fabric] of states.used) {
    count(facts, 'used');
    if (facts.cage) cages[facts.group]?.add(facts.cage);
    fabrics[facts.group]?.add(fabric);
  }
  for (const facts of states.shut.keys()) count(facts, 'shut');
  for (const facts of states.kept) count(facts, 'reserved');
  const groups = table.groups.map((group, index): PortCount => {
    const { used = 0, reserved = 0, shut = 0 } = tallies[index] ?? {};
    const cagesUsed = cages[index]?.size ?? 0;
    const free = group.total - used - reserved - shut;
    return { total: group.total, used, reserved, shut, free, cages: group.cages, cagesUsed };
  });
  return {
    groups,
    fabrics: fabrics.flatMap((names, group) => fabricsOf(table, states, names, groups, group)),
    data: dataPorts(table, groups),
    lost: states.shut.size,
    crowded: states.crowded,
  };
}

/** What each of the fabrics has of a group; one that has the group to itself has all of it. */
function fabricsOf(
  table: PortTable,
  states: States,
  names: ReadonlySet<string>,
  groups: readonly PortCount[],
  group: number,
): readonly FabricPorts[] {
  const whole = groups[group];
  return [...names]
    .filter((fabric) => fabric !== '')
    .sort()
    .map((fabric) =>
      names.size === 1 && whole
        ? { fabric, group, count: whole }
        : fabricPorts(table, states, fabric, group),
    );
}

/** The ports of a group but for those that other cables took. */
function fabricPorts(
  table: PortTable,
  { used, shut, kept }: States,
  fabric: string,
  group: number,
): FabricPorts {
  const tally = { total: 0, used: 0, reserved: 0, shut: 0, free: 0 };
  const cages = new Set<PortFacts['cage']>();
  const cagesUsed = new Set<PortFacts['cage']>();
  for (const facts of table.ports.values()) {
    const owner = used.get(facts) ?? shut.get(facts);
    if (facts.group !== group || (owner !== undefined && owner !== fabric)) continue;
    tally.total += 1;
    if (used.has(facts)) tally.used += 1;
    else if (shut.has(facts)) tally.shut += 1;
    else if (kept.has(facts)) tally.reserved += 1;
    else tally.free += 1;
    if (!facts.cage) continue;
    cages.add(facts.cage);
    if (used.has(facts)) cagesUsed.add(facts.cage);
  }
  return { fabric, group, count: { ...tally, cages: cages.size, cagesUsed: cagesUsed.size } };
}

function dataPorts({ data }: PortTable, groups: readonly PortCount[]): DataPorts | null {
  if (data === null) return null;
  const sum = { total: 0, used: 0, reserved: 0, free: 0 };
  for (const index of data.groups) {
    const { total, used, reserved, free } = groups[index] ?? NO_PORTS;
    sum.total += total;
    sum.used += used;
    sum.reserved += reserved;
    sum.free += free;
  }
  return { speedGbps: data.speedGbps, ...sum };
}

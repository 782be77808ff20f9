/** The ports of one device: counted by kind, speed and cage, and by what is still free for data. */
import type { Cable, Device } from '../model/records.ts';
import type { CablePlug } from './cable-plug.ts';
import { NO_PORTS } from './port-count.ts';
import { type PortFacts, type PortTable, portTable } from './port-facts.ts';
import { type CrowdedCage, portStates } from './port-states.ts';
import type { Placed } from './rack-neighbours.ts';
import { sameList } from './same-list.ts';
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

/** Counts the ports of a placed device, given the cables with an end in it and their plugs there. */
export function devicePorts(
  { device, type }: Placed,
  cables: readonly Cable[],
  plugs: readonly CablePlug[],
): DevicePorts {
  const table = portTable(type);
  if (cables.length === 0 && device.reserved.length === 0) return unused(table, device);
  const states = portStates(table, device, cables, plugs);
  return states.crowded.length > 0 ? counted(table, states) : countedAlike(table, states);
}

const unusedPorts = new WeakMap<PortTable, DevicePorts>();

/** The same for all devices of a type that nothing is plugged into. */
function unused(table: PortTable, device: Device): DevicePorts {
  let ports = unusedPorts.get(table);
  if (!ports) unusedPorts.set(table, (ports = counted(table, portStates(table, device, [], []))));
  return ports;
}

/** What was counted of devices of one type, and what of their ports it was counted from. */
interface Counted extends Pick<States, 'states' | 'fabrics'> {
  readonly ports: DevicePorts;
}
const countedBefore = new WeakMap<PortTable, Counted[]>();

/** The same for the devices of a type of which the same ports are taken by the same fabrics: in a hall most are. */
function countedAlike(table: PortTable, states: States): DevicePorts {
  let before = countedBefore.get(table);
  if (!before) countedBefore.set(table, (before = []));
  for (let at = 0; at < before.length; at += 1) {
    const known = before[at] as Counted;
    if (sameList(known.states, states.states) && sameList(known.fabrics, states.fabrics)) {
      return known.ports;
    }
  }
  const ports = counted(table, states);
  if (before.length === KEPT_COUNTS) before.shift();
  before.push({ states: [...states.states], fabrics: [...states.fabrics], ports });
  return ports;
}
/** Beyond, looking through them costs more than counting. */
const KEPT_COUNTS = 8;

type States = ReturnType<typeof portStates>;

type Tally = { -readonly [Key in keyof PortCount]: PortCount[Key] };

function counted(table: PortTable, ports: States): DevicePorts {
  const groups = table.groups.map(({ total, cages }) => emptyTally(total, cages));
  let lost = 0;
  for (const { group, index } of table.list) {
    const state = ports.states[index] ?? 'free';
    (groups[group] as Tally)[state] += 1;
    if (state === 'shut') lost += 1;
  }
  for (const inside of table.cages) {
    for (const facts of inside) {
      if (isFirstUsed(facts, inside, ports)) (groups[facts.group] as Tally).cagesUsed += 1;
    }
  }
  return {
    groups,
    fabrics: groups.flatMap((whole, group) => fabricsOf(table, ports, whole, group)),
    data: dataPorts(table, groups),
    lost,
    crowded: ports.crowded,
  };
}

function emptyTally(total: number, cages: number): Tally {
  return { total, used: 0, reserved: 0, shut: 0, free: 0, cages, cagesUsed: 0 };
}

/** Whether a port is in use and no port before it in its cage counts that cage as used for its group. */
function isFirstUsed(facts: PortFacts, inside: readonly PortFacts[], { states }: States): boolean {
  if (states[facts.index] !== 'used') return false;
  for (const before of inside) {
    if (before === facts) break;
    if (before.group === facts.group && states[before.index] === 'used') return false;
  }
  return true;
}

/** What each of the fabrics has of a group; one that has the group to itself has all of it. */
function fabricsOf(
  table: PortTable,
  ports: States,
  whole: PortCount,
  group: number,
): readonly FabricPorts[] {
  if (whole.used === 0) return NO_FABRICS;
  const names: string[] = [];
  for (const { index, group: own } of table.list) {
    const fabric = ports.fabrics[index] ?? null;
    const isUsed = own === group && ports.states[index] === 'used';
    if (isUsed && fabric !== null && !names.includes(fabric)) names.push(fabric);
  }
  const named = names.filter((fabric) => fabric !== '').sort();
  return named.map((fabric) => ({
    fabric,
    group,
    count: names.length === 1 ? whole : fabricPorts(table, ports, fabric, group),
  }));
}
const NO_FABRICS: readonly FabricPorts[] = [];

/** The ports of a group but for those that other cables took. */
function fabricPorts(
  table: PortTable,
  { states, fabrics }: States,
  fabric: string,
  group: number,
): PortCount {
  const tally = emptyTally(0, 0);
  const cages = new Set<PortFacts['cage']>();
  const cagesUsed = new Set<PortFacts['cage']>();
  for (const { index, cage, group: own } of table.list) {
    const owner = fabrics[index] ?? null;
    if (own !== group || (owner !== null && owner !== fabric)) continue;
    const state = states[index] ?? 'free';
    tally.total += 1;
    tally[state] += 1;
    if (!cage) continue;
    cages.add(cage);
    if (state === 'used') cagesUsed.add(cage);
  }
  return { ...tally, cages: cages.size, cagesUsed: cagesUsed.size };
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

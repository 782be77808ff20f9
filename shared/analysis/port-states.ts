/** What became of each port of one device. */
import type { Cable, Device, PortRef } from '../model/records.ts';
import { hasFixedEnds } from '../rules/mating.ts';
import type { CablePlug } from './cable-plug.ts';
import { compareIds } from './finding.ts';
import type { PortFacts, PortTable } from './port-facts.ts';

export type PortState = 'free' | 'used' | 'reserved' | 'shut';

/** A cage into which several cables are plugged of which one takes it whole. */
export interface CrowdedCage {
  readonly cage: string;
  readonly cables: readonly Cable[];
}

/** What is plugged into a cage that holds several ports. */
interface CageUse {
  /** The cable that was met last, how many there are, and the first that takes the whole cage. */
  last: Cable;
  cables: number;
  whole: Cable | null;
}

const NONE: readonly CrowdedCage[] = [];
const perTable = new WeakMap<PortTable, PortStates>();

/**
 * What became of the ports of a device. There is one table of states for each port table, filled anew by every
 * call: read it before the next one.
 * @param cables those with an end in the device
 * @param plugs what of them is in it
 */
export function portStates(
  table: PortTable,
  device: Device,
  cables: readonly Cable[],
  plugs: readonly CablePlug[],
): Pick<PortStates, 'states' | 'fabrics' | 'crowded'> {
  let states = perTable.get(table);
  if (!states) perTable.set(table, (states = new PortStates(table)));
  states.fill(device, cables, plugs);
  return states;
}

class PortStates {
  /** By the place of the port in the table. */
  readonly states: PortState[];
  /** The fabric of the cable that is in a port or shuts it. */
  readonly fabrics: (string | null)[];
  /** By name. */
  crowded: readonly CrowdedCage[] = NONE;
  readonly #table: PortTable;
  /** The ports that are not free: only those are freed for the next device. */
  readonly #taken: Int32Array;
  #takenCount = 0;
  readonly #cages: (CageUse | undefined)[];
  /** Whether something is plugged into a cage that holds several ports. */
  #isShared = false;

  constructor(table: PortTable) {
    this.#table = table;
    this.states = table.list.map(() => 'free');
    this.fabrics = table.list.map(() => null);
    this.#cages = table.cages.map(() => undefined);
    this.#taken = new Int32Array(table.list.length);
  }

  fill(device: Device, cables: readonly Cable[], plugs: readonly CablePlug[]): void {
    this.#free();
    if (this.#isShared) this.#cages.fill(undefined);
    this.#isShared = false;
    this.crowded = NONE;
    for (let at = 0; at < cables.length; at += 1) {
      const cable = cables[at] as Cable;
      const plug = plugs[at];
      // Most cables have one plug in a device, which knows its port already.
      if (plug && isAllOf(cable, plug, device)) {
        this.#take(this.#table.list[plug.portIndex], cable);
      } else {
        this.#takeAll(cable.ends.a, device, cable);
        this.#takeAll(cable.ends.b, device, cable);
      }
    }
    for (let cage = 0; this.#isShared && cage < this.#cages.length; cage += 1) {
      this.#share(cage, device, cables);
    }
    if (this.crowded.length > 1) {
      this.crowded = this.crowded.toSorted((a, b) => compareIds(a.cage, b.cage));
    }
    if (device.reserved.length === 0) return;
    for (const id of device.reserved) {
      const index = this.#table.ports.get(id)?.index;
      if (index !== undefined && this.states[index] === 'free') this.#set(index, 'reserved', null);
    }
  }

  #free(): void {
    for (let at = 0; at < this.#takenCount; at += 1) {
      const index = this.#taken[at] as number;
      this.states[index] = 'free';
      this.fabrics[index] = null;
    }
    this.#takenCount = 0;
  }

  #set(index: number, state: PortState, fabric: string | null): void {
    this.states[index] = state;
    this.fabrics[index] = fabric;
    this.#taken[this.#takenCount] = index;
    this.#takenCount += 1;
  }

  #takeAll(ends: readonly PortRef[], { id }: Device, cable: Cable): void {
    for (let at = 0; at < ends.length; at += 1) {
      const ref = ends[at] as PortRef;
      if (ref.deviceId === id) this.#take(this.#table.ports.get(ref.portId), cable);
    }
  }

  #take(facts: PortFacts | undefined, cable: Cable): void {
    if (!facts) return;
    const { index, inCage, cageIndex } = facts;
    if (this.states[index] === 'free') this.#set(index, 'used', cable.fabric);
    if (inCage === 1) return;
    this.#isShared = true;
    const whole = hasFixedEnds(cable.medium) ? cable : null;
    const use = this.#cages[cageIndex];
    if (!use) this.#cages[cageIndex] = { last: cable, cables: 1, whole };
    else if (use.last !== cable) {
      use.last = cable;
      use.cables += 1;
      use.whole ??= whole;
    }
  }

  /** A plug with fixed ends fills its cage: nothing else goes in, and what is in already is one too many. */
  #share(cage: number, device: Device, cables: readonly Cable[]): void {
    const use = this.#cages[cage];
    if (!use?.whole) return;
    const ports = this.#table.cages[cage] ?? [];
    if (use.cables > 1) {
      const isInside = ({ deviceId, portId }: PortRef): boolean =>
        deviceId === device.id && ports.some(({ port }) => port.id === portId);
      const cage = ports[0]?.cage?.name ?? '';
      const inside = cables.filter(({ ends }) => ends.a.some(isInside) || ends.b.some(isInside));
      this.crowded = [...this.crowded, { cage, cables: inside }];
    }
    for (const { index } of ports) {
      if (this.states[index] === 'used') continue;
      this.#set(index, 'shut', use.whole.fabric);
    }
  }
}

/** Whether a plug is the only end of its cable in the device, and of one link. */
function isAllOf({ ends: { a, b } }: Cable, plug: CablePlug, { id }: Device): boolean {
  if (a.length !== 1 || b.length !== 1) return false;
  const { ref } = plug.end;
  if (ref === a[0]) return b[0]?.deviceId !== id;
  return ref === b[0] && a[0]?.deviceId !== id;
}

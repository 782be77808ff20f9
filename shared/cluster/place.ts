/** Racks of a cluster while they are laid out: what stands in each, before it has a row and a name. */

import type { DeviceType } from '../model/device-type.ts';
import { type Face, otherFace } from '../model/face.ts';
import { say } from '../text/index.ts';
import type { ClusterSpec } from './cluster-spec.ts';
import type { SwitchTier } from './fabric-layer.ts';
import { switchPowerW } from './power.ts';
import { refusal } from './refusal.ts';

/** Something on the rails of a rack. */
export interface Placed {
  /** What tells it from all else of its cluster, whatever the rest of the spec says. */
  readonly key: string;
  readonly type: DeviceType;
  readonly u: number;
  readonly face: 'front' | 'rear';
  readonly what: 'node' | 'switch' | 'extra' | 'manager';
  /** Number among its like, from 0. */
  readonly number: number;
}

export interface LaidRack {
  readonly key: string;
  readonly role: 'nodes' | 'leaves' | 'network';
  readonly heightU: number;
  /** The face that ports look out of. */
  readonly portFace: 'front' | 'rear';
  readonly placed: Placed[];
  /** Nodes that it could take and are to come. */
  kept: number;
}

/** A switch that is to be placed. */
export interface SwitchSlot {
  readonly key: string;
  readonly tier: SwitchTier;
  readonly number: number;
}

export interface PerRack {
  readonly nodes: number;
  /** What allows no more: its units, its power, its weight, or the spec itself. */
  readonly limit: 'units' | 'power' | 'weight' | 'set';
}

/** What stands atop the nodes of a rack. */
export interface Atop {
  readonly heightU: number;
  readonly powerW: number;
  readonly weightKg: number;
}

/** Nothing. */
export const NOTHING_ATOP: Atop = { heightU: 0, powerW: 0, weightKg: 0 };

/**
 * How many nodes a rack takes.
 * @param nodeW what one draws with the plugs in it; null = nobody knows
 * @throws RangeError when there is no room for one, or the number asked for does not fit
 */
export function nodesPerRack(
  spec: ClusterSpec,
  node: DeviceType,
  nodeW: number | null,
  atop: Atop,
): PerRack {
  const { racks } = spec;
  const aboveU = atop.heightU;
  const limits = [
    { nodes: Math.floor((racks.heightU - aboveU) / node.heightU), limit: 'units' as const },
    ...limitBy('power', racks.maxPowerW, nodeW, atop.powerW),
    ...limitBy('weight', racks.maxWeightKg, node.weightKg?.value ?? null, atop.weightKg),
  ];
  const least = limits.reduce((best, each) => (each.nodes < best.nodes ? each : best));
  const { limit } = least;
  const why = say(`cluster.no.fit.${limit}`, {
    model: node.model,
    atop: aboveU,
    heightU: racks.heightU,
    nodeU: node.heightU,
    maxPowerW: racks.maxPowerW,
    nodeW: Math.ceil(nodeW ?? 0),
    maxWeightKg: racks.maxWeightKg,
    nodeKg: node.weightKg?.value ?? null,
  });
  if (least.nodes < 1) throw new RangeError(why);
  const wanted = spec.node.perRack;
  if (wanted === 'auto') return least;
  if (wanted <= least.nodes) return { nodes: wanted, limit: 'set' };
  throw refusal('perRack', { wanted, fit: least.nodes, why });
}

function limitBy<L extends PerRack['limit']>(
  limit: L,
  most: number | null,
  each: number | null,
  taken: number,
): { nodes: number; limit: L }[] {
  return most === null || each === null || each <= 0
    ? []
    : [{ nodes: Math.max(0, Math.floor((most - taken) / each)), limit }];
}

interface NewRacks {
  readonly rackAt: (number: number, portFace: Face) => LaidRack;
  readonly manager: DeviceType;
  readonly usual: Face;
}

/**
 * The face of its rack that a switch's ports look out of: that on which it draws in its air from the front, as far as
 * its data sheet says which way it blows; else where the nodes have theirs.
 */
function portsFace({ type, downGroup }: SwitchTier, usual: Face): Face {
  const { airflow } = type;
  if (!airflow || airflow.provenance === 'assumed') return usual;
  if (airflow.value === 'front-to-rear') return downGroup.face;
  return airflow.value === 'rear-to-front' ? otherFace(downGroup.face) : usual;
}

/**
 * Fills racks with switches from the top down, a cable manager over and under every pair of them; all switches of a
 * rack have their ports on one face.
 * @param rackAt makes the rack of that number, with the ports on that face
 * @param usual the face that the nodes have their ports on
 * @throws RangeError when one does not fit into an empty rack
 */
export function fillWithSwitches(
  spec: ClusterSpec,
  slots: readonly SwitchSlot[],
  { rackAt, manager, usual }: NewRacks,
): LaidRack[] {
  const racks: LaidRack[] = [];
  let stack: Stack | null = null;
  for (const slot of slots) {
    const face = portsFace(slot.tier, usual);
    if (!stack?.takes(slot) || racks.at(-1)?.portFace !== face) {
      stack?.close();
      const rack = rackAt(racks.length, face);
      racks.push(rack);
      stack = new Stack(spec, rack, manager, rack.heightU);
      if (!stack.takes(slot)) {
        const { model, heightU } = slot.tier.type;
        throw refusal('switch', {
          model,
          heightU,
          watts: Math.ceil(switchPowerW(spec, slot.tier)),
          rackU: spec.racks.heightU,
          rackW: spec.racks.maxPowerW ?? 0,
        });
      }
    }
    stack.put(slot);
  }
  stack?.close();
  return racks;
}

/** Switches of one rack, from the top down. */
export class Stack {
  readonly #spec: ClusterSpec;
  readonly #rack: LaidRack;
  readonly #manager: DeviceType;
  /** Highest unit that is free. */
  #top: number;
  #powerW = 0;
  #weightKg = 0;
  #sincePair = 0;

  constructor(spec: ClusterSpec, rack: LaidRack, manager: DeviceType, topU: number) {
    this.#spec = spec;
    this.#rack = rack;
    this.#manager = manager;
    this.#top = topU;
    if (spec.with.managers) this.#putManager();
  }

  takes({ tier }: SwitchSlot): boolean {
    const { type } = tier;
    const { maxPowerW, maxWeightKg } = this.#spec.racks;
    const powerW = this.#powerW + switchPowerW(this.#spec, tier);
    const weightKg = this.#weightKg + (type.weightKg?.value ?? 0);
    const below = this.#spec.with.managers ? 1 : 0;
    return (
      this.#top - type.heightU - below >= 0 &&
      powerW <= (maxPowerW ?? Number.POSITIVE_INFINITY) &&
      weightKg <= (maxWeightKg ?? Number.POSITIVE_INFINITY)
    );
  }

  put({ key, tier, number }: SwitchSlot): void {
    const { type } = tier;
    // A switch is turned so that its ports look out where those of its rack do.
    const face =
      tier.downGroup.face === 'front' ? this.#rack.portFace : otherFace(this.#rack.portFace);
    this.#top -= type.heightU;
    this.#powerW += switchPowerW(this.#spec, tier);
    this.#weightKg += type.weightKg?.value ?? 0;
    this.#rack.placed.push({ key, type, u: this.#top + 1, face, what: 'switch', number });
    this.#sincePair += 1;
    if (this.#spec.with.managers && (this.#sincePair === 2 || type.heightU > 1)) this.#putManager();
  }

  /** Closes a pair that was begun with a manager below it. */
  close(): void {
    if (this.#spec.with.managers && this.#sincePair > 0) this.#putManager();
  }

  #putManager(): void {
    const u = this.#top;
    const { key, placed } = this.#rack;
    placed.push({
      key: `hm:${key}:${u}`,
      type: this.#manager,
      u,
      face: this.#rack.portFace,
      what: 'manager',
      number: 0,
    });
    this.#top -= 1;
    this.#sincePair = 0;
  }
}

/** Units that a stack of so many switches of a type takes, managers among them. */
export function stackHeightU(spec: ClusterSpec, type: DeviceType, count: number): number {
  if (count === 0) return 0;
  if (!spec.with.managers) return type.heightU * count;
  const managers = type.heightU > 1 ? count + 1 : Math.ceil(count / 2) + 1;
  return type.heightU * count + managers;
}

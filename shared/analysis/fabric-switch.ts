/** One switch of a fabric: the arms that arrive at it, what it hands up, and the ways that turn at it. */
import type { DeviceId } from '../model/ids.ts';
import {
  type Arm,
  type ArmPair,
  bestOfGroups,
  type Extreme,
  extremePair,
  sameArms,
} from './arms.ts';
import type { FabricLink } from './fabric-links.ts';
import { compareIds } from './finding.ts';
import type { Ps } from './link-time.ts';

/** A way from host to host, by its two arms and the switch where they meet. */
export interface Way {
  /** What is known of its time. */
  readonly ps: Ps;
  readonly a: Arm;
  readonly b: Arm;
  readonly turnsAt: DeviceId;
  readonly turnPs: Ps;
}

/** The extreme ways of one group and length that turn at a switch. */
export interface Turn {
  /** The group of both ends; null between two groups. */
  readonly group: string | null;
  readonly hops: number;
  readonly slowest: Way;
  readonly fastest: Way;
}

type Both = Readonly<Record<Extreme, readonly Arm[]>>;
const NO_ARMS: Both = { slowest: [], fastest: [] };
const EXTREMES: readonly Extreme[] = ['slowest', 'fastest'];

/** Looks up the other switches of the fabric. */
export type SwitchLookup = (id: DeviceId) => FabricSwitch;

export class FabricSwitch {
  readonly id: DeviceId;
  readonly hosts = new Set<FabricLink>();
  readonly #peers = new Map<DeviceId, Set<FabricLink>>();
  #hopPs: Ps = 0;
  /** Arms by height: from its own hosts, over one switch below, over two. */
  #arms: readonly [Both, Both, Both] = [NO_ARMS, NO_ARMS, NO_ARMS];
  /** Of those of height 0 and 1, the ones that a switch above may need. */
  #handed: readonly [Both, Both] = [NO_ARMS, NO_ARMS];
  /** Whether its transit time or the switches it is joined to changed since it was last climbed. */
  #moved = true;
  /** The first of the leaves below: the same for all spines of a pod. */
  #firstLeaf: DeviceId | null = null;
  #turns: readonly Turn[] = [];

  constructor(id: DeviceId) {
    this.id = id;
  }

  get turns(): readonly Turn[] {
    return this.#turns;
  }

  get peers(): Iterable<DeviceId> {
    return this.#peers.keys();
  }

  get firstLeaf(): DeviceId | null {
    return this.#firstLeaf;
  }

  isJoinedTo(peer: DeviceId): boolean {
    return this.#peers.has(peer);
  }

  isEmpty(): boolean {
    return this.hosts.size === 0 && this.#peers.size === 0;
  }

  setHop(hopPs: Ps): void {
    if (hopPs !== this.#hopPs) this.#moved = true;
    this.#hopPs = hopPs;
  }

  join(peer: DeviceId, link: FabricLink): void {
    const links = this.#peers.get(peer);
    if (links) links.add(link);
    else {
      this.#peers.set(peer, new Set([link]));
      this.#moved = true;
    }
  }

  part(peer: DeviceId, link: FabricLink): void {
    const links = this.#peers.get(peer);
    if (!links?.delete(link) || links.size > 0) return;
    this.#peers.delete(peer);
    this.#moved = true;
  }

  /** Takes the arms of a height anew. @returns whether what the switches joined to it go by changed */
  climb(height: 0 | 1 | 2, lookUp: SwitchLookup): boolean {
    const arms = this.#gather(height, lookUp);
    const [low, middle, high] = this.#arms;
    if (height === 0) {
      this.#arms = [arms, middle, high];
      const moved = this.#moved;
      this.#moved = false;
      return this.#hand(0, arms) || moved;
    }
    if (height === 1) {
      this.#arms = [low, arms, high];
      const firstLeaf = firstLeafOf(arms.slowest);
      const moved = firstLeaf !== this.#firstLeaf;
      this.#firstLeaf = firstLeaf;
      return this.#hand(1, arms) || moved;
    }
    this.#arms = [low, middle, arms];
    return false;
  }

  /** @returns whether other arms are handed up than before */
  #hand(height: 0 | 1, arms: Both): boolean {
    const handed = perExtreme((extreme) => bestOfGroups(extreme, arms[extreme]));
    const before = this.#handed[height];
    if (EXTREMES.every((extreme) => sameArms(before[extreme], handed[extreme]))) return false;
    this.#handed = height === 0 ? [handed, this.#handed[1]] : [this.#handed[0], handed];
    return true;
  }

  #gather(height: 0 | 1 | 2, lookUp: SwitchLookup): Both {
    if (height === 0) {
      const arms = [...this.hosts].map((link) => armOf(link, this.id));
      return { slowest: arms, fastest: arms };
    }
    if (height === 2 && (this.hosts.size > 0 || this.#arms[1].slowest.length > 0)) return NO_ARMS;
    return perExtreme((extreme) => this.#fromBelow(extreme, height, lookUp));
  }

  #fromBelow(extreme: Extreme, height: 1 | 2, lookUp: SwitchLookup): readonly Arm[] {
    const arms: Arm[] = [];
    for (const [id, links] of this.#peers) {
      const below = lookUp(id);
      const handed = below.#handed[height === 1 ? 0 : 1][extreme];
      if (handed.length === 0) continue;
      const by = extremeLink(extreme, links);
      for (const arm of handed) {
        const ps = arm.ps + below.#hopPs + by.knownPs;
        arms.push({ ...arm, ps, via: id, height, by, below: arm });
      }
    }
    return arms;
  }

  /** Finds the ways that turn here anew. */
  turn(lookUp: SwitchLookup): void {
    const [low, middle, high] = this.#arms;
    const turns: Turn[] = [];
    this.#meet(turns, 1, low, otherHost);
    if (low.slowest.length > 0 && middle.slowest.length > 0) {
      const both = perExtreme((extreme) => [...low[extreme], ...middle[extreme]]);
      this.#meet(turns, 2, both, (a, b) => otherHost(a, b) && a.height !== b.height);
    }
    this.#meet(turns, 3, middle, (a, b) => otherHost(a, b) && this.#apart(a, b, lookUp));
    this.#meet(turns, 5, high, (a, b) => otherHost(a, b) && this.#otherPod(a, b, lookUp));
    turns.sort((a, b) => a.hops - b.hops || compareIds(a.group ?? '', b.group ?? ''));
    this.#turns = turns;
  }

  #meet(turns: Turn[], hops: number, arms: Both, mayMeet: (a: Arm, b: Arm) => boolean): void {
    if (arms.slowest.length < 2) return;
    const slowest = Map.groupBy(arms.slowest, ({ group }) => group);
    const fastest = Map.groupBy(arms.fastest, ({ group }) => group);
    for (const [group, slow] of slowest) {
      const within = { slowest: slow, fastest: fastest.get(group) ?? [] };
      this.#found(turns, group, hops, within, mayMeet);
    }
    if (slowest.size > 1) {
      this.#found(turns, null, hops, arms, (a, b) => a.group !== b.group && mayMeet(a, b));
    }
  }

  #found(
    turns: Turn[],
    group: string | null,
    hops: number,
    arms: Both,
    mayMeet: (a: Arm, b: Arm) => boolean,
  ): void {
    const slowest = extremePair('slowest', arms.slowest, mayMeet);
    const fastest = slowest && extremePair('fastest', arms.fastest, mayMeet);
    if (!slowest || !fastest) return;
    turns.push({ group, hops, slowest: this.#way(slowest), fastest: this.#way(fastest) });
  }

  #way({ ps, a, b }: ArmPair): Way {
    return { ps: ps + this.#hopPs, a, b, turnsAt: this.id, turnPs: this.#hopPs };
  }

  /** A way between leaves that are joined directly does not go over a third switch. */
  #apart(a: Arm, b: Arm, lookUp: SwitchLookup): boolean {
    return a.leaf !== b.leaf && !lookUp(a.leaf).isJoinedTo(b.leaf);
  }

  /** A way within a pod does not go over a core: the spines of a pod stand over the same leaves. */
  #otherPod(a: Arm, b: Arm, lookUp: SwitchLookup): boolean {
    return a.leaf !== b.leaf && lookUp(a.via).firstLeaf !== lookUp(b.via).firstLeaf;
  }
}

function firstLeafOf(arms: readonly Arm[]): DeviceId | null {
  let first: DeviceId | null = null;
  for (const { leaf } of arms) if (first === null || compareIds(leaf, first) < 0) first = leaf;
  return first;
}

function perExtreme(arms: (extreme: Extreme) => readonly Arm[]): Both {
  return { slowest: arms('slowest'), fastest: arms('fastest') };
}

/** The arm of a host's own link. */
function armOf(link: FabricLink, leaf: DeviceId): Arm {
  return {
    ps: link.knownPs,
    host: link.host ?? leaf,
    group: link.rail === null ? leafGroup(leaf) : railGroup(link.rail),
    leaf,
    via: leaf,
    height: 0,
    by: link,
    below: null,
  };
}

/** The group of a host's link: its rail; where it has none, its leaf. */
export function railGroup(rail: number): string {
  return `rail ${rail}`;
}
export function leafGroup(leaf: DeviceId): string {
  return `leaf ${leaf}`;
}

/** Of parallel links the slower or the faster; of equal ones that with the lower id. */
function extremeLink(extreme: Extreme, links: ReadonlySet<FabricLink>): FabricLink {
  return [...links].reduce((found, link) => {
    const order = found.knownPs - link.knownPs;
    if (order === 0) return compareIds(link.cable, found.cable) < 0 ? link : found;
    return order < 0 === (extreme === 'slowest') ? link : found;
  });
}

function otherHost(a: Arm, b: Arm): boolean {
  return a.host !== b.host;
}

/**
 * The ways through the fabrics, kept while the design is edited: node-leaf-node, node-leaf-spine-leaf-node, and
 * over cores. Each switch keeps the extreme arms that arrive at it; an edit goes up only as far as they change.
 */
import type { CableId, DeviceId } from '../model/ids.ts';
import { type FabricCable, type FabricLink, sameToWays } from './fabric-links.ts';
import { FabricSwitch, leafGroup, railGroup, type Turn, type Way } from './fabric-switch.ts';
import { compareIds } from './finding.ts';

/** The extreme ways of a rail, of a leaf whose links have no rail, or between those; one length each. */
export interface GroupWays {
  readonly rail: number | null;
  readonly leaf: DeviceId | null;
  /** Switches passed. */
  readonly hops: number;
  readonly slowest: Way;
  readonly fastest: Way;
  /** What is unknown about some way of the group: a slower one may be among them. */
  readonly missing: readonly string[];
}

/** The ways of one fabric, and of each of its switches the slowest that turns there. */
export interface FabricWays {
  readonly fabric: string;
  readonly groups: readonly GroupWays[];
  readonly turns: readonly Way[];
}

/** The ways of all fabrics. */
export class PathLedger {
  readonly #cables = new Map<CableId, FabricCable>();
  readonly #fabrics = new Map<string, FabricGraph>();
  #touched = new Set<string>();

  /** Puts what a cable contributes in the place of what it did; null where it contributes nothing. */
  replace(id: CableId, after: FabricCable | null): void {
    const before = this.#cables.get(id);
    if (before) this.#touched.add(before.fabric);
    if (after) this.#touched.add(after.fabric);
    if (before && after && sameToWays(before, after)) return;
    if (before) this.#graph(before.fabric).change(before, false);
    if (after) this.#graph(after.fabric).change(after, true);
    if (after) this.#cables.set(id, after);
    else this.#cables.delete(id);
  }

  #graph(fabric: string): FabricGraph {
    let graph = this.#fabrics.get(fabric);
    if (!graph) {
      graph = new FabricGraph(fabric);
      this.#fabrics.set(fabric, graph);
    }
    return graph;
  }

  /** The fabrics with a cable that changed since the last call; null for one without any way. */
  takeTouched(): ReadonlyMap<string, FabricWays | null> {
    const changed = new Map<string, FabricWays | null>();
    for (const fabric of this.#touched) {
      const ways = this.#graph(fabric).ways();
      changed.set(fabric, ways.groups.length > 0 ? ways : null);
    }
    this.#touched = new Set();
    return changed;
  }
}

class FabricGraph {
  readonly #fabric: string;
  readonly #switches = new Map<DeviceId, FabricSwitch>();
  readonly #changed = new Set<DeviceId>();
  /** How many links of each group, between switches, or into panels miss something. */
  readonly #missing = new Map<string, Map<string, number>>();
  #ways: FabricWays | null = null;

  constructor(fabric: string) {
    this.#fabric = fabric;
  }

  change({ links, endsAt }: FabricCable, comes: boolean): void {
    this.#ways = null;
    for (const link of links) this.#changeLink(link, comes);
    if (endsAt !== null) this.#miss(EVERYWHERE, `device type ${endsAt}: ${PASSAGE}`, comes);
  }

  #changeLink(link: FabricLink, comes: boolean): void {
    const [first, second] = link.switches;
    for (const { id, hopPs } of link.switches) {
      const at = this.#switchAt(id);
      if (comes) at.setHop(hopPs);
      this.#changed.add(id);
    }
    const at = this.#switchAt(first.id);
    if (second && comes) {
      at.join(second.id, link);
      this.#switchAt(second.id).join(first.id, link);
    } else if (second) {
      at.part(second.id, link);
      this.#switchAt(second.id).part(first.id, link);
    } else if (comes) at.hosts.add(link);
    else at.hosts.delete(link);
    const group = second ? BETWEEN_SWITCHES : groupOf(link, first.id);
    for (const fact of link.time.missing) this.#miss(group, fact, comes);
  }

  #switchAt(id: DeviceId): FabricSwitch {
    let found = this.#switches.get(id);
    if (!found) {
      found = new FabricSwitch(id);
      this.#switches.set(id, found);
    }
    return found;
  }

  #miss(group: string, fact: string, comes: boolean): void {
    const facts = this.#missing.get(group) ?? new Map<string, number>();
    const links = (facts.get(fact) ?? 0) + (comes ? 1 : -1);
    if (links > 0) facts.set(fact, links);
    else facts.delete(fact);
    this.#missing.set(group, facts);
  }

  ways(): FabricWays {
    if (this.#ways === null) {
      this.#climb();
      this.#ways = this.#merge();
    }
    return this.#ways;
  }

  /** Takes what changed up through the fabric, switch by switch, and finds the ways of those it reached. */
  #climb(): void {
    const lookUp = (id: DeviceId): FabricSwitch => this.#switchAt(id);
    for (const id of this.#changed) {
      if (this.#switches.get(id)?.isEmpty() === true) this.#switches.delete(id);
    }
    let reached: ReadonlySet<DeviceId> = this.#changed;
    for (const height of [0, 1, 2] as const) {
      const above = new Set(reached);
      for (const id of reached) {
        const at = this.#switches.get(id);
        if (at?.climb(height, lookUp) === true) for (const peer of at.peers) above.add(peer);
      }
      reached = above;
    }
    for (const id of reached) this.#switches.get(id)?.turn(lookUp);
    this.#changed.clear();
  }

  #merge(): FabricWays {
    const groups = new Map<string, Turn>();
    const turns: Way[] = [];
    for (const { turns: here } of this.#switches.values()) {
      let longest: Turn | null = null;
      for (const turn of here) {
        const key = `${turn.hops} ${turn.group ?? ''}`;
        const other = groups.get(key);
        groups.set(key, other ? moreExtreme(other, turn) : turn);
        if (longest === null || turn.slowest.ps > longest.slowest.ps) longest = turn;
      }
      if (longest) turns.push(longest.slowest);
    }
    turns.sort((a, b) => compareIds(a.turnsAt, b.turnsAt));
    const found = [...groups.values()].map((turn) => this.#groupWays(turn)).sort(compareGroups);
    return { fabric: this.#fabric, groups: found, turns };
  }

  #groupWays({ group, hops, slowest, fastest }: Turn): GroupWays {
    const { rail } = rootOf(slowest.a).by;
    return {
      rail: group === null ? null : rail,
      leaf: group === null || rail !== null ? null : slowest.a.leaf,
      hops,
      slowest,
      fastest,
      missing: this.#missingOf(group, hops),
    };
  }

  #missingOf(group: string | null, hops: number): readonly string[] {
    const missing = new Set<string>();
    for (const [of, facts] of this.#missing) {
      const above = of === BETWEEN_SWITCHES;
      const concerned = of === EVERYWHERE || (above ? hops > 1 : group === null || of === group);
      if (concerned) for (const fact of facts.keys()) missing.add(fact);
    }
    return [...missing].sort();
  }
}

/** Keys in the table of what is missing, beside those of rails and leaves. */
const BETWEEN_SWITCHES = 'between switches';
const EVERYWHERE = 'everywhere';

/** Name of the fact which port of a panel leads to which. */
const PASSAGE = 'passage';

function groupOf({ rail }: FabricLink, leaf: DeviceId): string {
  return rail === null ? leafGroup(leaf) : railGroup(rail);
}

/** The climb from the host's port on which an arm stands. */
export function rootOf(arm: Way['a']): Way['a'] {
  return arm.below === null ? arm : rootOf(arm.below);
}

/** Of two turns of a group the slower and the faster way; of equal ones that which turns at the lower id. */
function moreExtreme(one: Turn, other: Turn): Turn {
  const slower = one.slowest.ps - other.slowest.ps || turnsFirst(one.slowest, other.slowest);
  const faster = other.fastest.ps - one.fastest.ps || turnsFirst(one.fastest, other.fastest);
  return {
    group: one.group,
    hops: one.hops,
    slowest: slower > 0 ? one.slowest : other.slowest,
    fastest: faster > 0 ? one.fastest : other.fastest,
  };
}

function turnsFirst(one: Way, other: Way): number {
  return compareIds(other.turnsAt, one.turnsAt);
}

/** Rails first, then leaves, then what lies between; the short ways first. */
function compareGroups(a: GroupWays, b: GroupWays): number {
  return (
    rankOf(a) - rankOf(b) ||
    (a.rail ?? 0) - (b.rail ?? 0) ||
    compareIds(a.leaf ?? '', b.leaf ?? '') ||
    a.hops - b.hops
  );
}

function rankOf({ rail, leaf }: GroupWays): number {
  if (rail !== null) return 0;
  return leaf === null ? 2 : 1;
}

/**
 * The ways through the fabrics, kept while the design is edited: node-leaf-node, node-leaf-spine-leaf-node, and
 * over cores. Each switch keeps the extreme arms that arrive at it; an edit goes up only as far as they change.
 */
import type { CableId, DeviceId } from '../model/ids.ts';
import { type FabricCable, type FabricLink, sameToWays } from './fabric-links.ts';
import { FabricSwitch, leafGroup, railGroup, type SwitchLookup } from './fabric-switch.ts';
import { compareIds } from './finding.ts';
import type { Turn, Way } from './meeting.ts';
import { RowTable } from './row-table.ts';

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
  readonly #missing = new MissingFacts();
  /** The turns of each group and length, by the switch where they are. */
  readonly #turns = new Map<string, Map<DeviceId, Turn>>();
  readonly #touched = new Set<string>();
  readonly #found = new Map<string, GroupWays>();
  readonly #groups = new RowTable<GroupWays>(compareGroups);
  readonly #longest = new RowTable<Way>((a, b) => compareIds(a.turnsAt, b.turnsAt));

  constructor(fabric: string) {
    this.#fabric = fabric;
  }

  change({ links, endsAt }: FabricCable, comes: boolean): void {
    for (const link of links) this.#changeLink(link, comes);
    if (endsAt !== null) {
      this.#missing.count(EVERYWHERE, `device type ${endsAt}: ${PASSAGE}`, comes);
    }
  }

  #changeLink(link: FabricLink, comes: boolean): void {
    const [first, second] = link.switches;
    for (const { id, hopPs } of link.switches) {
      if (comes) this.#switchAt(id).setHop(hopPs);
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
    for (const fact of link.time.missing) this.#missing.count(group, fact, comes);
  }

  #switchAt(id: DeviceId): FabricSwitch {
    let found = this.#switches.get(id);
    if (!found) {
      found = new FabricSwitch(id);
      this.#switches.set(id, found);
    }
    return found;
  }

  ways(): FabricWays {
    this.#climb();
    this.#regroup();
    return { fabric: this.#fabric, groups: this.#groups.rows, turns: this.#longest.rows };
  }

  /** Takes what changed up through the fabric, switch by switch, and finds the ways of those it reached. */
  #climb(): void {
    const lookUp = (id: DeviceId): FabricSwitch => this.#switchAt(id);
    const reached = new Set(this.#changed);
    for (const height of [0, 1, 2] as const) {
      for (const id of [...reached]) {
        for (const peer of lookUp(id).climb(height, lookUp)) reached.add(peer);
      }
    }
    this.#turnAt(reached, lookUp);
    for (const id of this.#changed) if (lookUp(id).isEmpty()) this.#switches.delete(id);
    this.#changed.clear();
  }

  #turnAt(reached: ReadonlySet<DeviceId>, lookUp: SwitchLookup): void {
    const [before, after]: [Way[], Way[]] = [[], []];
    for (const id of reached) {
      const at = lookUp(id);
      const old = at.turns;
      at.turn(lookUp);
      for (const turn of old) if (!at.turns.includes(turn)) this.#turnsOf(turn).delete(id);
      for (const turn of at.turns) if (!old.includes(turn)) this.#turnsOf(turn).set(id, turn);
      const [gone, come] = [longestOf(old), longestOf(at.turns)];
      if (gone === come) continue;
      if (gone) before.push(gone);
      if (come) after.push(come);
    }
    this.#longest.replace(before, after);
  }

  /** The turns of a group and length, which are then looked through anew. */
  #turnsOf({ group, hops }: Turn): Map<DeviceId, Turn> {
    const key = `${hops} ${group ?? ''}`;
    const turns = this.#turns.get(key) ?? new Map<DeviceId, Turn>();
    this.#turns.set(key, turns);
    this.#touched.add(key);
    return turns;
  }

  /** Finds the extreme ways of the groups of which a turn or an unknown changed. */
  #regroup(): void {
    const touched = this.#missing.takeChanged() ? this.#turns.keys() : this.#touched;
    const [before, after]: [GroupWays[], GroupWays[]] = [[], []];
    for (const key of [...touched]) {
      const old = this.#found.get(key);
      const extreme = extremeTurn(this.#turns.get(key)?.values() ?? []);
      if (old) before.push(old);
      if (extreme) {
        const ways = groupWays(extreme, this.#missing.of(extreme));
        this.#found.set(key, ways);
        after.push(ways);
      } else {
        this.#found.delete(key);
        this.#turns.delete(key);
      }
    }
    this.#groups.replace(before, after);
    this.#touched.clear();
  }
}

/** What is unknown about the links of a fabric, as counts, so that one more costs the same among many. */
class MissingFacts {
  readonly #links = new Map<string, Map<string, number>>();
  #changed = false;

  /** Counts a link of a group, of those between switches, or of any, that comes or goes. */
  count(group: string, fact: string, comes: boolean): void {
    this.#count(group, fact, comes);
    if (group !== EVERYWHERE && group !== BETWEEN_SWITCHES) this.#count(OF_HOSTS, fact, comes);
  }

  #count(group: string, fact: string, comes: boolean): void {
    const facts = this.#links.get(group) ?? new Map<string, number>();
    const links = (facts.get(fact) ?? 0) + (comes ? 1 : -1);
    if (links > 0) facts.set(fact, links);
    else facts.delete(fact);
    if (links === (comes ? 1 : 0)) this.#changed = true;
    this.#links.set(group, facts);
  }

  /** Whether something became unknown or known since the last call. */
  takeChanged(): boolean {
    const changed = this.#changed;
    this.#changed = false;
    return changed;
  }

  /** What is unknown about the ways of a group and length. */
  of({ group, hops }: Turn): readonly string[] {
    const scopes = [EVERYWHERE, group ?? OF_HOSTS, ...(hops > 1 ? [BETWEEN_SWITCHES] : [])];
    const facts = scopes.flatMap((scope) => [...(this.#links.get(scope)?.keys() ?? [])]);
    return facts.length === 0 ? NOTHING : [...new Set(facts)].sort();
  }
}
const NOTHING: readonly string[] = [];

/** Keys in the table of what is missing, beside those of rails and leaves. */
const BETWEEN_SWITCHES = 'between switches';
const EVERYWHERE = 'everywhere';
const OF_HOSTS = 'of hosts';

/** Name of the fact which port of a panel leads to which. */
const PASSAGE = 'passage';

function groupOf({ rail }: FabricLink, leaf: DeviceId): string {
  return rail === null ? leafGroup(leaf) : railGroup(rail);
}

/** The climb from the host's port on which an arm stands. */
export function rootOf(arm: Way['a']): Way['a'] {
  return arm.below === null ? arm : rootOf(arm.below);
}

/** The slowest way that turns at a switch; of equal ones the shortest, and that of the first group. */
function longestOf(turns: readonly Turn[]): Way | null {
  let longest: Turn | null = null;
  for (const turn of turns) if (longest === null || isLonger(turn, longest)) longest = turn;
  return longest?.slowest ?? null;
}

function isLonger(one: Turn, other: Turn): boolean {
  const order = one.slowest.ps - other.slowest.ps || other.hops - one.hops;
  return order > 0 || (order === 0 && compareIds(one.group ?? '', other.group ?? '') < 0);
}

/** Of the turns of a group the slowest and the fastest way; of equal ones that which turns at the lower id. */
function extremeTurn(turns: Iterable<Turn>): Turn | null {
  let extreme: Turn | null = null;
  for (const turn of turns) extreme = extreme === null ? turn : moreExtreme(extreme, turn);
  return extreme;
}

function moreExtreme(one: Turn, other: Turn): Turn {
  const slower = one.slowest.ps - other.slowest.ps || turnsFirst(one.slowest, other.slowest);
  const faster = other.fastest.ps - one.fastest.ps || turnsFirst(one.fastest, other.fastest);
  if (slower > 0 && faster > 0) return one;
  return {
    group: one.group,
    hops: one.hops,
    slowest: slower > 0 ? one.slowest : other.slowest,
    fastest: faster > 0 ? one.fastest : other.fastest,
  };
}

function groupWays({ group, hops, slowest, fastest }: Turn, missing: readonly string[]): GroupWays {
  const { rail } = rootOf(slowest.a).by;
  return {
    rail: group === null ? null : rail,
    leaf: group === null || rail !== null ? null : slowest.a.leaf,
    hops,
    slowest,
    fastest,
    missing,
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

/** One fabric: its switches and the links that join them, and the extreme ways through it. */
import type { DeviceId } from '../model/ids.ts';
import type { FabricCable, FabricLink } from './fabric-links.ts';
import { FabricSwitch, railGroup, type SwitchLookup } from './fabric-switch.ts';
import { compareIds } from './finding.ts';
import { compareGroups, extremeTurn, type GroupWays, groupWays, longestOf } from './group-ways.ts';
import type { Ps } from './link-time.ts';
import type { Turn, Way } from './meeting.ts';
import { BETWEEN_SWITCHES, EVERYWHERE, MissingFacts } from './missing-facts.ts';
import { type Rows, RowTable } from './row-table.ts';

/** The ways of one fabric, and of each of its switches the slowest that turns there. */
export interface FabricWays {
  readonly fabric: string;
  readonly groups: Rows<GroupWays>;
  readonly turns: Rows<Way>;
  /** Its links at which a way ends, because a panel does not say which of its ports leads to which. */
  readonly ended: EndedLinks;
}

/** Links that end at panels. */
export interface EndedLinks {
  readonly cables: number;
  /** The models of the panels, by name. */
  readonly panels: readonly string[];
}

export class FabricGraph {
  readonly fabric: string;
  /** Whether somebody is going to ask for its ways anew. */
  isTouched = false;
  readonly #switches = new Map<DeviceId, FabricSwitch>();
  #changed: FabricSwitch[] = [];
  readonly #missing = new MissingFacts();
  /** How many cables end at the panels of each model. */
  readonly #ended = new Map<string, number>();
  /** The turns of each group and length, by the switch where they are. */
  readonly #turns = new Map<string, Map<DeviceId, Turn>>();
  readonly #touched = new Set<string>();
  readonly #found = new Map<string, GroupWays>();
  readonly #groups = new RowTable<GroupWays>(compareGroups);
  readonly #longest = new RowTable<Way>((a, b) => compareIds(a.turnsAt, b.turnsAt));

  constructor(fabric: string) {
    this.fabric = fabric;
  }

  change({ links, endsAt }: FabricCable, comes: boolean): void {
    for (let at = 0; at < links.length; at += 1) this.#changeLink(links[at] as FabricLink, comes);
    if (endsAt !== null) this.#end(endsAt, comes);
  }

  #end(model: string, comes: boolean): void {
    this.#missing.count(EVERYWHERE, passageOf(model), comes);
    const cables = (this.#ended.get(model) ?? 0) + (comes ? 1 : -1);
    if (cables > 0) this.#ended.set(model, cables);
    else this.#ended.delete(model);
  }

  #changeLink(link: FabricLink, comes: boolean): void {
    const at = this.#endOf(link.at, link.atHopPs, comes);
    if (link.to !== null) {
      const to = this.#endOf(link.to, link.toHopPs, comes);
      if (comes) at.join(to, link);
      else at.part(to, link);
      if (comes) to.join(at, link);
      else to.part(at, link);
    } else if (comes) at.hosts.push(link);
    else takeOut(at.hosts, link);
    if (link.missing.length === 0) return;
    const group = link.to === null ? groupOf(link, at) : BETWEEN_SWITCHES;
    for (const fact of link.missing) this.#missing.count(group, fact, comes);
  }

  /** A switch at the end of a link that comes or goes. */
  #endOf(id: DeviceId, hopPs: Ps, comes: boolean): FabricSwitch {
    const at = this.#switchAt(id);
    if (comes) at.setHop(hopPs);
    if (!at.isTouched) {
      at.isTouched = true;
      this.#changed.push(at);
    }
    return at;
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
    const ended = {
      cables: [...this.#ended.values()].reduce((sum, cables) => sum + cables, 0),
      panels: [...this.#ended.keys()].sort(),
    };
    return { fabric: this.fabric, groups: this.#groups.rows, turns: this.#longest.rows, ended };
  }

  /** Takes what changed up through the fabric, switch by switch, and finds the ways of those it reached. */
  #climb(): void {
    const lookUp = (id: DeviceId): FabricSwitch => this.#switchAt(id);
    const reached = new Set(this.#changed);
    for (const height of [0, 1, 2] as const) {
      const below = Array.from(reached);
      for (const at of below) {
        for (const peer of at.climb(height)) reached.add(peer);
      }
    }
    this.#turnAt(reached, lookUp);
    for (const at of this.#changed) {
      at.isTouched = false;
      if (at.isEmpty()) this.#switches.delete(at.id);
    }
    this.#changed = [];
  }

  #turnAt(reached: ReadonlySet<FabricSwitch>, lookUp: SwitchLookup): void {
    const [before, after]: [Way[], Way[]] = [[], []];
    for (const at of reached) {
      const { id, turns: old } = at;
      at.turn(lookUp);
      if (old.length === 0 && at.turns.length === 0) continue;
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
    for (const key of touched) {
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

/** The fact which port of a panel leads to which, as one that is missing. */
export function passageOf(model: string): string {
  return `device type ${model}: passage`;
}

function takeOut(links: FabricLink[], link: FabricLink): void {
  const at = links.indexOf(link);
  if (at >= 0) links.splice(at, 1);
}

function groupOf({ rail }: FabricLink, { leafGroup }: FabricSwitch): string {
  return rail === null ? leafGroup : railGroup(rail);
}

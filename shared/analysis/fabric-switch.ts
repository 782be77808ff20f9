/** One switch of a fabric: the arms that arrive at it, what it hands up, and the ways that turn at it. */
import type { DeviceId } from '../model/ids.ts';
import { type Arm, type Both, bestOfGroups, NO_ARMS, perExtreme, sameArms } from './arms.ts';
import type { FabricLink } from './fabric-links.ts';
import { compareIds } from './finding.ts';
import type { Ps } from './link-time.ts';
import { Meeting, type Turn } from './meeting.ts';
import { type Handed, PeerArms } from './peer-arms.ts';

/** Looks up the other switches of the fabric. */
export type SwitchLookup = (id: DeviceId) => FabricSwitch;

export class FabricSwitch {
  readonly id: DeviceId;
  /** The group of its hosts' links that have no rail. */
  readonly leafGroup: string;
  /** Whether a link of it came or went since its ways were found. */
  isTouched = false;
  readonly hosts: FabricLink[] = [];
  /** The links to each other switch: mostly one, so that a list is smaller than a set. */
  readonly #peers = new Map<DeviceId, readonly FabricLink[]>();
  #hopPs: Ps = 0;
  /** Whether its transit time or the switches it is joined to changed since it was last climbed. */
  #moved = true;
  /** The arms from its own hosts. */
  #own: Both = NO_ARMS;
  /** The arms that come up from each switch below: over that one alone, and over one more. */
  readonly #over = [new PeerArms(1), new PeerArms(2)] as const;
  /** Of its arms without those over two, the ones that a switch above may need. */
  readonly #handed: [Both, Both] = [NO_ARMS, NO_ARMS];
  /** The first of the leaves below: the same for all spines of a pod. */
  #firstLeaf: DeviceId | null = null;
  readonly #meetings = {
    one: new Meeting(1),
    two: new Meeting(2),
    three: new Meeting(3),
    five: new Meeting(5),
  };
  #turns: readonly Turn[] = [];

  constructor(id: DeviceId) {
    this.id = id;
    this.leafGroup = `leaf ${id}`;
  }

  get turns(): readonly Turn[] {
    return this.#turns;
  }

  get hopPs(): Ps {
    return this.#hopPs;
  }

  get firstLeaf(): DeviceId | null {
    return this.#firstLeaf;
  }

  isJoinedTo(peer: DeviceId): boolean {
    return this.#peers.has(peer);
  }

  isEmpty(): boolean {
    return this.hosts.length === 0 && this.#peers.size === 0;
  }

  setHop(hopPs: Ps): void {
    if (hopPs !== this.#hopPs) this.#moved = true;
    this.#hopPs = hopPs;
  }

  join(peer: DeviceId, link: FabricLink): void {
    this.#stale(peer);
    const links = this.#peers.get(peer);
    this.#peers.set(peer, links ? [...links, link] : [link]);
    if (!links) this.#moved = true;
  }

  part(peer: DeviceId, link: FabricLink): void {
    this.#stale(peer);
    const links = this.#peers.get(peer);
    if (!links) return;
    const rest = links.filter((other) => other !== link);
    if (rest.length > 0) this.#peers.set(peer, rest);
    else {
      this.#peers.delete(peer);
      this.#moved = true;
    }
  }

  /** Has what comes up from a switch taken anew. */
  #stale(peer: DeviceId): void {
    for (const over of this.#over) over.stale.add(peer);
  }

  /**
   * Takes the arms over so many switches anew.
   * @returns the switches that go by what changed
   */
  climb(height: 0 | 1 | 2, lookUp: SwitchLookup): Iterable<DeviceId> {
    if (height === 2) {
      this.#climbOverTwo(lookUp);
      return [];
    }
    const changed = height === 0 ? this.#climbOwn(lookUp) : this.#climbOver(lookUp);
    return changed ? this.#peers.keys() : [];
  }

  #climbOwn(lookUp: SwitchLookup): boolean {
    const before = armsByLink(this.#own.slowest);
    const arms = inOrder(this.hosts).map((link) => before.get(link) ?? armOf(link, this));
    this.#own = { slowest: arms, fastest: arms };
    const moved = this.#moved;
    this.#moved = false;
    if (!this.#hand(0, this.#own) && !moved) return false;
    for (const id of this.#peers.keys()) {
      const peer = lookUp(id);
      peer.#stale(this.id);
      if (moved) peer.#forget();
    }
    return true;
  }

  #climbOver(lookUp: SwitchLookup): boolean {
    const arms = this.#over[0].gather(this.#peers, (id) => handedBy(lookUp(id), 0));
    const firstLeaf = firstLeafOf(arms.slowest);
    const moved = firstLeaf !== this.#firstLeaf;
    this.#firstLeaf = firstLeaf;
    if (!this.#hand(1, arms) && !moved) return false;
    for (const id of this.#peers.keys()) {
      const peer = lookUp(id);
      peer.#over[1].stale.add(this.id);
      if (moved) peer.#forget();
    }
    return true;
  }

  /** Only a core is reached over two: a switch with hosts, or with leaves below it, is none. */
  #climbOverTwo(lookUp: SwitchLookup): void {
    const isCore = this.hosts.length === 0 && this.#over[0].arms.slowest.length === 0;
    if (isCore) this.#over[1].gather(this.#peers, (id) => handedBy(lookUp(id), 1));
    else this.#over[1].clear(this.#peers.keys());
  }

  /** @returns whether other arms are handed up than before; those that are not stay the same list */
  #hand(height: 0 | 1, arms: Both): boolean {
    const before = this.#handed[height];
    const handed = perExtreme((extreme) => {
      const best = bestOfGroups(extreme, arms[extreme]);
      return sameArms(before[extreme], best) ? before[extreme] : best;
    });
    this.#handed[height] = handed;
    return handed.slowest !== before.slowest || handed.fastest !== before.fastest;
  }

  handed(height: 0 | 1): Both {
    return this.#handed[height];
  }

  /** Which arms may meet has changed. */
  #forget(): void {
    this.#meetings.one.forget();
    this.#meetings.two.forget();
    this.#meetings.three.forget();
    this.#meetings.five.forget();
  }

  /** Finds the ways that turn here, as far as the arms changed. */
  turn(lookUp: SwitchLookup): void {
    const low = this.#own;
    const [{ arms: middle }, { arms: high }] = this.#over;
    const { one, two, three, five } = this.#meetings;
    one.meet(low, this, otherHost);
    two.meet(ofBoth(low, middle), this, (a, b) => otherHost(a, b) && a.height !== b.height);
    three.meet(middle, this, (a, b) => otherHost(a, b) && this.#apart(a, b, lookUp));
    five.meet(high, this, (a, b) => otherHost(a, b) && this.#otherPod(a, b, lookUp));
    this.#turns = [one, two, three, five].flatMap(({ turns }) => turns);
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

function handedBy(below: FabricSwitch, height: 0 | 1): Handed {
  return { hopPs: below.hopPs, arms: below.handed(height) };
}

function firstLeafOf(arms: readonly Arm[]): DeviceId | null {
  let first: DeviceId | null = null;
  for (const { leaf } of arms) if (first === null || compareIds(leaf, first) < 0) first = leaf;
  return first;
}

function armsByLink(arms: readonly Arm[]): ReadonlyMap<FabricLink, Arm> {
  if (arms.length === 0) return NO_ARMS_BY_LINK;
  const byLink = new Map<FabricLink, Arm>();
  for (const arm of arms) byLink.set(arm.by, arm);
  return byLink;
}
const NO_ARMS_BY_LINK: ReadonlyMap<FabricLink, Arm> = new Map();

/** Links in the order of their ids, in which they mostly come. */
function inOrder(links: readonly FabricLink[]): readonly FabricLink[] {
  for (let at = 1; at < links.length; at += 1) {
    if (compareLinks(links[at - 1] as FabricLink, links[at] as FabricLink) > 0) {
      return links.toSorted(compareLinks);
    }
  }
  return links;
}

/** Of a link that ends at a host. */
function hostOf({ host, at }: FabricLink): DeviceId {
  return host ?? at;
}

function compareLinks(one: FabricLink, other: FabricLink): number {
  return compareIds(one.cable, other.cable) || compareIds(hostOf(one), hostOf(other));
}

/** The arm of a host's own link. */
function armOf(link: FabricLink, { id: leaf, leafGroup }: FabricSwitch): Arm {
  return {
    ps: link.knownPs,
    host: hostOf(link),
    group: link.rail === null ? leafGroup : railGroup(link.rail),
    leaf,
    via: leaf,
    height: 0,
    by: link,
    below: null,
  };
}

const railGroups = new Map<number, string>();

/** The group of a host's link on a rail: the same text for all, which is not made for every link of a hall. */
export function railGroup(rail: number): string {
  let group = railGroups.get(rail);
  if (group === undefined) railGroups.set(rail, (group = `rail ${rail}`));
  return group;
}

/** Arms of two heights together; none where one of them has none. */
function ofBoth(low: Both, middle: Both): Both {
  if (low.slowest.length === 0 || middle.slowest.length === 0) return NO_ARMS;
  return perExtreme((extreme) => [...low[extreme], ...middle[extreme]]);
}

function otherHost(a: Arm, b: Arm): boolean {
  return a.host !== b.host;
}

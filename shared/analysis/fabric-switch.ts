/** One switch of a fabric: the arms that arrive at it, what it hands up, and the ways that turn at it. */
import type { DeviceId } from '../model/ids.ts';
import {
  type Arm,
  type Arrival,
  type Both,
  bestOfGroups,
  NONE_OF_BOTH,
  OwnArms,
  perExtreme,
  sameArms,
} from './arms.ts';
import type { FabricLink } from './fabric-links.ts';
import { compareIds } from './finding.ts';
import type { Ps } from './link-time.ts';
import { Meeting, type Turn } from './meeting.ts';
import { type Handing, PeerArms } from './peer-arms.ts';

/** Looks up the other switches of the fabric. */
export type SwitchLookup = (id: DeviceId) => FabricSwitch;

export class FabricSwitch implements Handing {
  readonly id: DeviceId;
  /** The group of its hosts' links that have no rail. */
  readonly leafGroup: string;
  /** Whether a link of it came or went since its ways were found. */
  isTouched = false;
  readonly hosts: FabricLink[] = [];
  /** The links to each other switch: mostly one, so that a list is smaller than a set. */
  readonly #peers = new Map<FabricSwitch, readonly FabricLink[]>();
  #hopPs: Ps = 0;
  /** Whether its transit time or the switches it is joined to changed since it was last climbed. */
  #moved = true;
  /** The arms from its own hosts. */
  #own: readonly Arm[] = [];
  #ownArrivals: Both<Arrival> = NONE_OF_BOTH;
  /** The arms that come up from each switch below: over that one alone, and over one more. */
  readonly #overOne = new PeerArms<FabricSwitch>(1);
  readonly #overTwo = new PeerArms<FabricSwitch>(2);
  readonly #handed: [Both<Arm>, Both<Arm>] = [NONE_OF_BOTH, NONE_OF_BOTH];
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

  isJoinedTo(peer: FabricSwitch): boolean {
    return this.#peers.has(peer);
  }

  isEmpty(): boolean {
    return this.hosts.length === 0 && this.#peers.size === 0;
  }

  setHop(hopPs: Ps): void {
    if (hopPs !== this.#hopPs) this.#moved = true;
    this.#hopPs = hopPs;
  }

  join(peer: FabricSwitch, link: FabricLink): void {
    this.#touch(peer);
    const links = this.#peers.get(peer);
    this.#peers.set(peer, links ? [...links, link] : [link]);
    if (!links) this.#moved = true;
  }

  part(peer: FabricSwitch, link: FabricLink): void {
    this.#touch(peer);
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
  #touch(peer: FabricSwitch): void {
    this.#overOne.touch(peer);
    this.#overTwo.touch(peer);
  }

  /**
   * Takes the arms over so many switches anew.
   * @returns the switches that go by what changed
   */
  climb(height: 0 | 1 | 2): Iterable<FabricSwitch> {
    if (height === 2) {
      this.#climbOverTwo();
      return [];
    }
    const changed = height === 0 ? this.#climbOwn() : this.#climbOver();
    return changed ? this.#peers.keys() : [];
  }

  #climbOwn(): boolean {
    const before = armsByLink(this.#own);
    const arms = inOrder(this.hosts).map((link) => before.get(link) ?? armOf(link, this));
    const arrivals = arms.length === 0 ? [] : [new OwnArms(arms, this.id)];
    this.#own = arms;
    this.#ownArrivals = { slowest: arrivals, fastest: arrivals };
    const moved = this.#moved;
    this.#moved = false;
    if (!this.#hand(0, this.#ownArrivals) && !moved) return false;
    for (const peer of this.#peers.keys()) {
      peer.#touch(this);
      if (moved) peer.#forget();
    }
    return true;
  }

  #climbOver(): boolean {
    const arms = this.#overOne.gather(this.#peers);
    // They are in the order of the leaves that they come from.
    const firstLeaf = arms.slowest[0]?.via ?? null;
    const moved = firstLeaf !== this.#firstLeaf;
    this.#firstLeaf = firstLeaf;
    if (!this.#hand(1, arms) && !moved) return false;
    for (const peer of this.#peers.keys()) {
      peer.#overTwo.touch(this);
      if (moved) peer.#forget();
    }
    return true;
  }

  /** Only a core is reached over two: a switch with hosts, or with leaves below it, is none. */
  #climbOverTwo(): void {
    const isCore = this.hosts.length === 0 && this.#overOne.arrivals.slowest.length === 0;
    if (isCore) this.#overTwo.gather(this.#peers);
    else this.#overTwo.clear();
  }

  /** @returns whether other arms are handed up than before; those that are not stay the same list */
  #hand(height: 0 | 1, arrivals: Both<Arrival>): boolean {
    const before = this.#handed[height];
    const handed = perExtreme((extreme) => {
      const best = bestOfGroups(extreme, arrivals[extreme]);
      return sameArms(before[extreme], best) ? before[extreme] : best;
    });
    this.#handed[height] = handed;
    return handed.slowest !== before.slowest || handed.fastest !== before.fastest;
  }

  handed(height: 0 | 1): Both<Arm> {
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
    const low = this.#ownArrivals;
    const middle = this.#overOne.arrivals;
    const high = this.#overTwo.arrivals;
    const { one, two, three, five } = this.#meetings;
    one.meet(low, this, otherHost);
    two.meet(ofBoth(low, middle), this, (a, below, by) => {
      return otherHost(a, below) && a.height !== by.height;
    });
    three.meet(middle, this, (a, below) => otherHost(a, below) && this.#apart(a, below, lookUp));
    five.meet(high, this, (a, below, by) => {
      return otherHost(a, below) && this.#otherPod(a, below, by, lookUp);
    });
    this.#turns = [one, two, three, five].flatMap(({ turns }) => turns);
  }

  /** A way between leaves that are joined directly does not go over a third switch. */
  #apart(a: Arm, b: Pick<Arm, 'leaf'>, lookUp: SwitchLookup): boolean {
    return a.leaf !== b.leaf && !lookUp(a.leaf).isJoinedTo(lookUp(b.leaf));
  }

  /** A way within a pod does not go over a core: the spines of a pod stand over the same leaves. */
  #otherPod(a: Arm, { leaf }: Arm, { via }: Arrival, lookUp: SwitchLookup): boolean {
    return a.leaf !== leaf && lookUp(a.via).firstLeaf !== lookUp(via).firstLeaf;
  }
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
function ofBoth(low: Both<Arrival>, middle: Both<Arrival>): Both<Arrival> {
  if (low.slowest.length === 0 || middle.slowest.length === 0) return NONE_OF_BOTH;
  return perExtreme((extreme) => [...low[extreme], ...middle[extreme]]);
}

function otherHost(a: Arm, b: Pick<Arm, 'host'>): boolean {
  return a.host !== b.host;
}

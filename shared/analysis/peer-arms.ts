/** The arms that come up to a switch, kept by the switch they come from. */
import type { DeviceId } from '../model/ids.ts';
import {
  type Arm,
  type Arrival,
  type Both,
  type Extreme,
  NONE_OF_BOTH,
  perExtreme,
} from './arms.ts';
import type { FabricLink } from './fabric-links.ts';
import { compareIds } from './finding.ts';
import type { Ps } from './link-time.ts';

/** A switch that hands arms up, and the time through it. */
export interface Handing {
  readonly id: DeviceId;
  readonly hopPs: Ps;
  /** Its arms without those over two, or its own: the ones that a switch above may need. */
  handed(height: 0 | 1): Both<Arm>;
}

/** By each switch that another one is joined to, the links to it. */
export type Peers<Peer> = ReadonlyMap<Peer, readonly FabricLink[]>;

/** What came up from one switch by one link. */
class Came implements Arrival {
  readonly via: DeviceId;
  readonly height: number;
  readonly below: readonly Arm[];
  readonly hopPs: Ps;
  readonly by: FabricLink;
  readonly morePs: Ps;

  constructor(from: Handing, height: number, below: readonly Arm[], by: FabricLink) {
    this.via = from.id;
    this.height = height;
    this.below = below;
    this.hopPs = from.hopPs;
    this.by = by;
    this.morePs = from.hopPs + by.knownPs;
  }

  arrived(below: Arm): Arm {
    const { via, height, by } = this;
    const { host, group, leaf } = below;
    return { ps: below.ps + this.morePs, host, group, leaf, via, height, by, below };
  }
}

export class PeerArms<Peer extends Handing> {
  readonly #over: 1 | 2;
  /** The switches from which the arms have to be taken anew; those of all as long as nothing was taken. */
  readonly #stale = new Set<Peer>();
  #isEmpty = true;
  readonly #came = { slowest: new Map<Peer, Came>(), fastest: new Map<Peer, Came>() };
  #arrivals: Both<Arrival> = NONE_OF_BOTH;

  /** @param over how many switches they came over */
  constructor(over: 1 | 2) {
    this.#over = over;
  }

  get arrivals(): Both<Arrival> {
    return this.#arrivals;
  }

  /** Has what comes from a switch taken anew. */
  touch(peer: Peer): void {
    if (!this.#isEmpty) this.#stale.add(peer);
  }

  /** Takes anew what comes from the stale switches; a list in which nothing changed stays the same. */
  gather(peers: Peers<Peer>): Both<Arrival> {
    const stale = this.#isEmpty ? Array.from(peers.keys()) : this.#stale;
    this.#arrivals = perExtreme((extreme) => {
      let changed = false;
      for (const peer of stale) if (this.#take(extreme, peer, peers.get(peer))) changed = true;
      return changed ? inOrder([...this.#came[extreme].values()]) : this.#arrivals[extreme];
    });
    this.#isEmpty = false;
    this.#stale.clear();
    return this.#arrivals;
  }

  /** Forgets all; should they be asked for again, all of them are taken anew. */
  clear(): void {
    if (this.#isEmpty) return;
    this.#came.slowest.clear();
    this.#came.fastest.clear();
    this.#stale.clear();
    this.#arrivals = NONE_OF_BOTH;
    this.#isEmpty = true;
  }

  /** @returns whether something else comes from a switch than before */
  #take(extreme: Extreme, peer: Peer, links: readonly FabricLink[] | undefined): boolean {
    const came = this.#came[extreme];
    const handed = links ? peer.handed(this.#over === 1 ? 0 : 1)[extreme] : NOTHING;
    if (!links || handed.length === 0) return came.delete(peer);
    const by = extremeLink(extreme, links);
    const before = came.get(peer);
    if (before?.below === handed && before.hopPs === peer.hopPs && before.by === by) return false;
    came.set(peer, new Came(peer, this.#over, handed, by));
    return true;
  }
}

const NOTHING: readonly Arm[] = [];

/** In the order of the switches they came from, in which they mostly are. */
function inOrder(came: Came[]): readonly Came[] {
  for (let at = 1; at < came.length; at += 1) {
    const isBehind = compareIds((came[at - 1] as Came).via, (came[at] as Came).via) > 0;
    if (isBehind) return came.sort((a, b) => compareIds(a.via, b.via));
  }
  return came;
}

/** Of parallel links the slower or the faster; of equal ones that with the lower id. */
function extremeLink(extreme: Extreme, links: readonly FabricLink[]): FabricLink {
  let found: FabricLink | null = null;
  for (const link of links) {
    if (found === null || isBefore(extreme, link, found)) found = link;
  }
  return found as FabricLink;
}

function isBefore(extreme: Extreme, link: FabricLink, other: FabricLink): boolean {
  const order = other.knownPs - link.knownPs;
  if (order === 0) return compareIds(link.cable, other.cable) < 0;
  return order < 0 === (extreme === 'slowest');
}

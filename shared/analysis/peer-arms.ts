/** The arms that come up to a switch, kept by the switch they come from. */
import type { DeviceId } from '../model/ids.ts';
import { type Arm, type Both, type Extreme, NO_ARMS, perExtreme } from './arms.ts';
import type { FabricLink } from './fabric-links.ts';
import { compareIds } from './finding.ts';
import type { Ps } from './link-time.ts';

/** What a switch hands up, and the time through it. */
export interface Handed {
  readonly hopPs: Ps;
  readonly arms: Both;
}

/** What came up from one switch, and what it was made of. */
interface Came {
  readonly via: DeviceId;
  readonly handed: readonly Arm[];
  readonly hopPs: Ps;
  readonly by: FabricLink;
  readonly arms: readonly Arm[];
}

export class PeerArms {
  /** The switches from which the arms have to be taken anew. */
  readonly stale = new Set<DeviceId>();
  readonly #height: number;
  readonly #came = {
    slowest: new Map<DeviceId, Came>(),
    fastest: new Map<DeviceId, Came>(),
  };
  #arms: Both = NO_ARMS;

  constructor(height: number) {
    this.#height = height;
  }

  get arms(): Both {
    return this.#arms;
  }

  /** Takes anew what comes from the stale switches; a list of which no arm changed stays the same. */
  gather(
    peers: ReadonlyMap<DeviceId, readonly FabricLink[]>,
    handedBy: (id: DeviceId) => Handed,
  ): Both {
    this.#arms = perExtreme((extreme) => {
      let changed = false;
      for (const id of this.stale) {
        const links = peers.get(id);
        if (this.#take(extreme, id, links, links && handedBy(id))) changed = true;
      }
      if (!changed) return this.#arms[extreme];
      return inOrder([...this.#came[extreme].values()]).flatMap(({ arms }) => arms);
    });
    this.stale.clear();
    return this.#arms;
  }

  /** Forgets all; should they be asked for again, all of them are stale. */
  clear(peers: Iterable<DeviceId>): void {
    this.#came.slowest.clear();
    this.#came.fastest.clear();
    this.#arms = NO_ARMS;
    for (const id of peers) this.stale.add(id);
  }

  /** @returns whether something else comes from a switch than before */
  #take(
    extreme: Extreme,
    via: DeviceId,
    links: readonly FabricLink[] | undefined,
    from: Handed | undefined,
  ): boolean {
    const came = this.#came[extreme];
    if (!links || !from || from.arms[extreme].length === 0) return came.delete(via);
    const by = extremeLink(extreme, links);
    const { hopPs } = from;
    const handed = from.arms[extreme];
    const before = came.get(via);
    if (before?.handed === handed && before.hopPs === hopPs && before.by === by) return false;
    const kept = before?.hopPs === hopPs && before.by === by ? before.arms : [];
    const arms = handed.map(
      (below) =>
        (kept.length === 0 ? null : kept.find((arm) => arm.below === below)) ??
        this.#over(below, via, by, hopPs),
    );
    came.set(via, { via, handed, hopPs, by, arms });
    return true;
  }

  #over(below: Arm, via: DeviceId, by: FabricLink, hopPs: Ps): Arm {
    const { host, group, leaf } = below;
    const ps = below.ps + hopPs + by.knownPs;
    return { ps, host, group, leaf, via, height: this.#height, by, below };
  }
}

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

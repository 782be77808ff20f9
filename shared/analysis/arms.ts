/**
 * Ways through a fabric as pairs of arms. An arm climbs from a host's port to a switch; two arms that meet at a
 * switch are a way from host to host that turns there. Of all pairs only the slowest and the fastest count. Lists
 * of arms are in the order of ids, of which the first counts where several are equal.
 *
 * At the cores of a hall millions of arms arrive, and all but a few are only compared with others: they are looked at
 * as what they are below, with what they take longer until here, and made when one is wanted.
 */
import type { DeviceId } from '../model/ids.ts';
import type { FabricLink } from './fabric-links.ts';
import type { Ps } from './link-time.ts';

/** A climb from a host's port to a switch. */
export interface Arm {
  /** What is known of its time, without the transit of the switch where it arrives. */
  readonly ps: Ps;
  readonly host: DeviceId;
  /** The rail of the host's link, or its leaf where the link has no rail. */
  readonly group: string;
  /** The switch the host hangs on, and the last switch passed before arriving; the same for the first climb. */
  readonly leaf: DeviceId;
  readonly via: DeviceId;
  /** Links climbed before the last one: 0 where it arrives at the leaf. */
  readonly height: number;
  /** The link by which it arrives, and the climb to the switch that link comes from. */
  readonly by: FabricLink;
  readonly below: Arm | null;
}

/** Arms that arrive at a switch together: its own, or those that come by a link from a switch below. */
export interface Arrival {
  /** As they are there where they come from. */
  readonly below: readonly Arm[];
  /** What each of them takes longer until here. */
  readonly morePs: Ps;
  /** Of the arms that arrive. */
  readonly via: DeviceId;
  readonly height: number;
  /** One of them as it is here. */
  arrived(below: Arm): Arm;
}

/** The arms from a switch's own hosts. */
export class OwnArms implements Arrival {
  readonly below: readonly Arm[];
  readonly morePs = 0;
  readonly via: DeviceId;
  readonly height = 0;

  constructor(arms: readonly Arm[], via: DeviceId) {
    this.below = arms;
    this.via = via;
  }

  arrived(arm: Arm): Arm {
    return arm;
  }
}

/** Two arms that meet. */
export interface ArmPair {
  readonly ps: Ps;
  readonly a: Arm;
  readonly b: Arm;
}

/** Looked for: the slowest pair, or the fastest. */
export type Extreme = 'slowest' | 'fastest';
export const EXTREMES: readonly Extreme[] = ['slowest', 'fastest'];

/** Something for the slow arms and the same for the fast ones. */
export type Both<Of> = Readonly<Record<Extreme, readonly Of[]>>;
export const NONE_OF_BOTH: Both<never> = { slowest: [], fastest: [] };

export function perExtreme<Of>(list: (extreme: Extreme) => readonly Of[]): Both<Of> {
  return { slowest: list('slowest'), fastest: list('fastest') };
}

/** Times are compared times this, so that the more extreme is the larger. */
function signOf(extreme: Extreme): 1 | -1 {
  return extreme === 'slowest' ? 1 : -1;
}

/** Arms that arrive at a switch, one by one. */
export class Arriving {
  readonly #below: Arm[] = [];
  readonly #by: Arrival[] = [];

  add(below: Arm, by: Arrival): void {
    this.#below.push(below);
    this.#by.push(by);
  }

  get length(): number {
    return this.#below.length;
  }

  psAt(at: number): Ps {
    return (this.#below[at] as Arm).ps + (this.#by[at] as Arrival).morePs;
  }

  armAt(at: number): Arm {
    return (this.#by[at] as Arrival).arrived(this.#below[at] as Arm);
  }

  mayMeet(at: number, other: Arm, mayMeet: MayMeet): boolean {
    return mayMeet(other, this.#below[at] as Arm, this.#by[at] as Arrival);
  }
}

/** Whether an arm may meet another, which is told as it is below and by what it arrives. */
export type MayMeet = (a: Arm, below: Arm, by: Arrival) => boolean;

/**
 * The most extreme pair of arms that may meet; null when no two may. Of equally extreme arms the first in the list
 * is taken. Exact: an arm is left out only when even two as extreme as it could not beat the best pair.
 */
export function extremePair(extreme: Extreme, arms: Arriving, mayMeet: MayMeet): ArmPair | null {
  const sign = signOf(extreme);
  const tried = new Set<number>();
  let best: ArmPair | null = null;
  for (;;) {
    const at = mostExtreme(sign, arms, tried);
    if (at < 0 || (best && sign * (2 * arms.psAt(at) - best.ps) <= 0)) return best;
    const a = arms.armAt(at);
    tried.add(at);
    const partner = partnerOf(sign, a, arms, tried, mayMeet);
    if (partner < 0) continue;
    const ps = a.ps + arms.psAt(partner);
    if (!best || sign * (ps - best.ps) > 0) best = { ps, a, b: arms.armAt(partner) };
  }
}

/** Index of the most extreme arm that was not tried yet, −1 where there is none. */
function mostExtreme(sign: 1 | -1, arms: Arriving, tried: ReadonlySet<number>): number {
  let first = -1;
  let ps: Ps = 0;
  for (let at = 0; at < arms.length; at += 1) {
    if (first >= 0 && sign * (arms.psAt(at) - ps) <= 0) continue;
    if (tried.has(at)) continue;
    first = at;
    ps = arms.psAt(at);
  }
  return first;
}

/** Index of the most extreme arm that may meet this one and was not tried yet, −1 where there is none. */
function partnerOf(
  sign: 1 | -1,
  of: Arm,
  arms: Arriving,
  tried: ReadonlySet<number>,
  mayMeet: MayMeet,
): number {
  let first = -1;
  let ps: Ps = 0;
  for (let at = 0; at < arms.length; at += 1) {
    if (first >= 0 && sign * (arms.psAt(at) - ps) <= 0) continue;
    if (tried.has(at) || !arms.mayMeet(at, of, mayMeet)) continue;
    first = at;
    ps = arms.psAt(at);
  }
  return first;
}

/**
 * The arms of each group that a higher switch may need: the most extreme, and the most extreme of another host,
 * since a way does not lead back to the host it comes from.
 */
export function bestOfGroups(extreme: Extreme, arrivals: readonly Arrival[]): readonly Arm[] {
  const sign = signOf(extreme);
  const groups = new Map<string, Best>();
  // Arms of one group come together, and at a leaf all are of one: the last group is looked at first.
  let group: Best | undefined;
  for (const by of arrivals) {
    for (const below of by.below) {
      if (group?.first.group !== below.group) group = groups.get(below.group);
      if (group) rank(sign, group, below, by);
      else groups.set(below.group, (group = { first: by.arrived(below), second: null }));
    }
  }
  if (group && groups.size === 1) return group.second ? [group.first, group.second] : [group.first];
  return [...groups.values()].flatMap(({ first, second }) => (second ? [first, second] : [first]));
}

interface Best {
  first: Arm;
  second: Arm | null;
}

function rank(sign: 1 | -1, best: Best, below: Arm, by: Arrival): void {
  const { first, second } = best;
  const ps = below.ps + by.morePs;
  const isOther = below.host !== first.host;
  if (sign * (ps - first.ps) > 0) {
    if (isOther) best.second = first;
    best.first = by.arrived(below);
  } else if (isOther && (second === null || sign * (ps - second.ps) > 0)) {
    best.second = by.arrived(below);
  }
}

/** Whether two lists hold the same arms. */
export function sameArms(one: readonly Arm[], other: readonly Arm[]): boolean {
  return one.length === other.length && one.every((arm, at) => sameArm(arm, other[at] ?? null));
}

/** Whether two arms are the same climb. */
export function sameArm(one: Arm | null, other: Arm | null): boolean {
  if (one === other) return true;
  if (one === null || other === null) return false;
  return (
    one.ps === other.ps &&
    one.by === other.by &&
    one.host === other.host &&
    one.group === other.group &&
    one.via === other.via &&
    sameArm(one.below, other.below)
  );
}

/** The ways of one length that turn at a switch, kept while its arms change. */
import type { DeviceId } from '../model/ids.ts';
import {
  type Arm,
  type ArmPair,
  type Arrival,
  Arriving,
  type Both,
  EXTREMES,
  type Extreme,
  extremePair,
  type MayMeet,
  NONE_OF_BOTH,
  sameArm,
} from './arms.ts';
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

/** The pair found among the arms of each group; under null that of two groups. */
type Pairs = ReadonlyMap<string | null, ArmPair | null>;
const NO_PAIRS: Pairs = new Map();

const NO_TURNS: readonly Turn[] = [];

export class Meeting {
  readonly #hops: number;
  #arms: Both<Arrival> = NONE_OF_BOTH;
  #found: Record<Extreme, Pairs> = { slowest: NO_PAIRS, fastest: NO_PAIRS };
  #turns: readonly Turn[] = NO_TURNS;

  /** @param hops switches on the ways */
  constructor(hops: number) {
    this.#hops = hops;
  }

  get turns(): readonly Turn[] {
    return this.#turns;
  }

  /** Finds everything anew the next time: which arms may meet has changed. */
  forget(): void {
    if (this.#arms === NONE_OF_BOTH) return;
    this.#arms = NONE_OF_BOTH;
    this.#found = { slowest: NO_PAIRS, fastest: NO_PAIRS };
  }

  /** Finds the ways of these arms; a turn that did not change stays the same object. */
  meet(
    arms: Both<Arrival>,
    at: { readonly id: DeviceId; readonly hopPs: Ps },
    mayMeet: MayMeet,
  ): void {
    for (const extreme of EXTREMES) {
      if (arms[extreme] === this.#arms[extreme]) continue;
      this.#found[extreme] = pairsOf(extreme, arms[extreme], mayMeet);
    }
    this.#arms = arms;
    if (this.#found.slowest.size === 0) {
      this.#turns = NO_TURNS;
      return;
    }
    const before = new Map(this.#turns.map((turn) => [turn.group, turn]));
    const turns: Turn[] = [];
    for (const [group, slowest] of this.#found.slowest) {
      const fastest = this.#found.fastest.get(group);
      if (!slowest || !fastest) continue;
      const turn = {
        group,
        hops: this.#hops,
        slowest: wayOf(slowest, at),
        fastest: wayOf(fastest, at),
      };
      const old = before.get(group);
      turns.push(old && sameTurn(old, turn) ? old : turn);
    }
    this.#turns = turns;
  }
}

function pairsOf(extreme: Extreme, arrivals: readonly Arrival[], mayMeet: MayMeet): Pairs {
  if (arrivals.length === 0) return NO_PAIRS;
  const pairs = new Map<string | null, ArmPair | null>();
  for (const [group, own] of byGroup(arrivals)) {
    pairs.set(group, extremePair(extreme, own, mayMeet));
  }
  if (pairs.size > 1) {
    const apart: MayMeet = (a, below, by) => a.group !== below.group && mayMeet(a, below, by);
    pairs.set(null, extremePair(extreme, allOf(arrivals), apart));
  }
  return pairs;
}

function byGroup(arrivals: readonly Arrival[]): ReadonlyMap<string, Arriving> {
  const groups = new Map<string, Arriving>();
  let group = '';
  let own: Arriving | undefined;
  for (const by of arrivals) {
    for (const below of by.below) {
      // Arms of one group come together: the last one is looked at first.
      if (!own || below.group !== group) own = groups.get((group = below.group));
      if (!own) groups.set(group, (own = new Arriving()));
      own.add(below, by);
    }
  }
  return groups;
}

function allOf(arrivals: readonly Arrival[]): Arriving {
  const all = new Arriving();
  for (const by of arrivals) for (const below of by.below) all.add(below, by);
  return all;
}

function wayOf({ ps, a, b }: ArmPair, at: { readonly id: DeviceId; readonly hopPs: Ps }): Way {
  return { ps: ps + at.hopPs, a, b, turnsAt: at.id, turnPs: at.hopPs };
}

function sameTurn(one: Turn, other: Turn): boolean {
  return sameWay(one.slowest, other.slowest) && sameWay(one.fastest, other.fastest);
}

function sameWay(one: Way, other: Way): boolean {
  return one.ps === other.ps && sameArm(one.a, other.a) && sameArm(one.b, other.b);
}

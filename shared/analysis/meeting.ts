/** The ways of one length that turn at a switch, kept while its arms change. */
import type { DeviceId } from '../model/ids.ts';
import {
  type Arm,
  type ArmPair,
  type Both,
  EXTREMES,
  type Extreme,
  extremePair,
  NO_ARMS,
} from './arms.ts';
import type { Ps } from './link-time.ts';
import { sameList } from './same-list.ts';

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

type MayMeet = (a: Arm, b: Arm) => boolean;

/** The arms of each group, and the pair found among them; under null all arms, for the ways between groups. */
interface Pairs {
  readonly arms: ReadonlyMap<string | null, readonly Arm[]>;
  readonly pairs: ReadonlyMap<string | null, ArmPair | null>;
}
const NO_PAIRS: Pairs = { arms: new Map(), pairs: new Map() };

const NO_TURNS: readonly Turn[] = [];

export class Meeting {
  readonly #hops: number;
  #arms: Both = NO_ARMS;
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
    if (this.#arms === NO_ARMS) return;
    this.#arms = NO_ARMS;
    this.#found = { slowest: NO_PAIRS, fastest: NO_PAIRS };
  }

  /** Finds the ways of these arms; a turn that did not change stays the same object. */
  meet(arms: Both, at: { readonly id: DeviceId; readonly hopPs: Ps }, mayMeet: MayMeet): void {
    for (const extreme of EXTREMES) {
      if (arms[extreme] === this.#arms[extreme]) continue;
      this.#found[extreme] = pairsOf(extreme, arms[extreme], this.#found[extreme], mayMeet);
    }
    this.#arms = arms;
    if (this.#found.slowest.pairs.size === 0) {
      this.#turns = NO_TURNS;
      return;
    }
    const before = new Map(this.#turns.map((turn) => [turn.group, turn]));
    const turns: Turn[] = [];
    for (const [group, slowest] of this.#found.slowest.pairs) {
      const fastest = this.#found.fastest.pairs.get(group);
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

function pairsOf(extreme: Extreme, all: readonly Arm[], before: Pairs, mayMeet: MayMeet): Pairs {
  const arms = byGroup(all);
  if (arms.size > 1) arms.set(null, all);
  const pairs = new Map<string | null, ArmPair | null>();
  const apart: MayMeet = (a, b) => a.group !== b.group && mayMeet(a, b);
  for (const [group, own] of arms) {
    const known = before.pairs.get(group);
    const same = known !== undefined && sameList(before.arms.get(group) ?? [], own);
    pairs.set(group, same ? known : extremePair(extreme, own, group === null ? apart : mayMeet));
  }
  return { arms, pairs };
}

/** A loop: a core sees hundreds of arms, and many cores see one that changed. */
function byGroup(arms: readonly Arm[]): Map<string | null, readonly Arm[]> {
  const groups = new Map<string | null, Arm[]>();
  for (const arm of arms) {
    const group = groups.get(arm.group);
    if (group) group.push(arm);
    else groups.set(arm.group, [arm]);
  }
  return groups;
}

function wayOf({ ps, a, b }: ArmPair, at: { readonly id: DeviceId; readonly hopPs: Ps }): Way {
  return { ps: ps + at.hopPs, a, b, turnsAt: at.id, turnPs: at.hopPs };
}

function sameTurn(one: Turn, other: Turn): boolean {
  return sameWay(one.slowest, other.slowest) && sameWay(one.fastest, other.fastest);
}

function sameWay(one: Way, other: Way): boolean {
  return one.ps === other.ps && one.a === other.a && one.b === other.b;
}

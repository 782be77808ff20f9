/** The ways of a fabric, group by group: what is looked for among the turns at its switches. */
import type { DeviceId } from '../model/ids.ts';
import { compareIds } from './finding.ts';
import type { Turn, Way } from './meeting.ts';

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

/** The slowest way that turns at a switch; of equal ones the shortest, and that of the first group. */
export function longestOf(turns: readonly Turn[]): Way | null {
  let longest: Turn | null = null;
  for (const turn of turns) if (longest === null || isLonger(turn, longest)) longest = turn;
  return longest?.slowest ?? null;
}

function isLonger(one: Turn, other: Turn): boolean {
  const order = one.slowest.ps - other.slowest.ps || other.hops - one.hops;
  return order > 0 || (order === 0 && compareIds(one.group ?? '', other.group ?? '') < 0);
}

/** Of the turns of a group the slowest and the fastest way; of equal ones that which turns at the lower id. */
export function extremeTurn(turns: Iterable<Turn>): Turn | null {
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

export function groupWays(
  { group, hops, slowest, fastest }: Turn,
  missing: readonly string[],
): GroupWays {
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
export function compareGroups(a: GroupWays, b: GroupWays): number {
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

/** The climb from the host's port on which an arm stands. */
export function rootOf(arm: Way['a']): Way['a'] {
  return arm.below === null ? arm : rootOf(arm.below);
}

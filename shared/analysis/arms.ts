/**
 * Ways through a fabric as pairs of arms. An arm climbs from a host's port to a switch; two arms that meet at a
 * switch are a way from host to host that turns there. Of all pairs only the slowest and the fastest count. Lists
 * of arms are in the order of ids, of which the first counts where several are equal.
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
export type Both = Readonly<Record<Extreme, readonly Arm[]>>;
export const NO_ARMS: Both = { slowest: [], fastest: [] };

export function perExtreme(arms: (extreme: Extreme) => readonly Arm[]): Both {
  return { slowest: arms('slowest'), fastest: arms('fastest') };
}

/** Times are compared times this, so that the more extreme is the larger. */
function signOf(extreme: Extreme): 1 | -1 {
  return extreme === 'slowest' ? 1 : -1;
}

/**
 * The most extreme pair of arms that may meet; null when no two may. Of equally extreme arms the first in the list
 * is taken. Exact: an arm is left out only when even two as extreme as it could not beat the best pair.
 */
export function extremePair(
  extreme: Extreme,
  arms: readonly Arm[],
  mayMeet: (a: Arm, b: Arm) => boolean,
): ArmPair | null {
  const sign = signOf(extreme);
  const rest = [...arms];
  let best: ArmPair | null = null;
  for (;;) {
    const at = mostExtreme(sign, rest);
    const a = rest[at];
    if (!a || (best && sign * (2 * a.ps - best.ps) <= 0)) return best;
    rest.splice(at, 1);
    const b = partnerOf(sign, a, rest, mayMeet);
    if (b && (!best || sign * (a.ps + b.ps - best.ps) > 0)) best = { ps: a.ps + b.ps, a, b };
  }
}

/** Index of the most extreme arm, −1 where there is none. */
function mostExtreme(sign: 1 | -1, arms: readonly Arm[]): number {
  let first = -1;
  let ps: Ps = 0;
  for (let at = 0; at < arms.length; at += 1) {
    const arm = arms[at] as Arm;
    if (first >= 0 && sign * (arm.ps - ps) <= 0) continue;
    first = at;
    ps = arm.ps;
  }
  return first;
}

/** The most extreme arm that may meet this one. */
function partnerOf(
  sign: 1 | -1,
  of: Arm,
  arms: readonly Arm[],
  mayMeet: (a: Arm, b: Arm) => boolean,
): Arm | null {
  let first: Arm | null = null;
  for (const arm of arms) {
    if (first !== null && sign * (arm.ps - first.ps) <= 0) continue;
    if (mayMeet(of, arm)) first = arm;
  }
  return first;
}

/**
 * The arms of each group that a higher switch may need: the most extreme, and the most extreme of another host,
 * since a way does not lead back to the host it comes from.
 */
export function bestOfGroups(extreme: Extreme, arms: readonly Arm[]): readonly Arm[] {
  const sign = signOf(extreme);
  const groups = new Map<string, Best>();
  // Arms of one group come together, and at a leaf all are of one: the last group is looked at first.
  let group: Best | undefined;
  for (let at = 0; at < arms.length; at += 1) {
    const arm = arms[at] as Arm;
    if (group?.first.group !== arm.group) group = groups.get(arm.group);
    if (group) rank(sign, group, arm);
    else groups.set(arm.group, (group = { first: arm, second: null }));
  }
  if (group && groups.size === 1) return group.second ? [group.first, group.second] : [group.first];
  return [...groups.values()].flatMap(({ first, second }) => (second ? [first, second] : [first]));
}

interface Best {
  first: Arm;
  second: Arm | null;
}

function rank(sign: 1 | -1, best: Best, arm: Arm): void {
  const { first, second } = best;
  const isOther = arm.host !== first.host;
  if (sign * (arm.ps - first.ps) > 0) {
    if (isOther) best.second = first;
    best.first = arm;
  } else if (isOther && (second === null || sign * (arm.ps - second.ps) > 0)) best.second = arm;
}

/** Whether two lists hold the same arms. */
export function sameArms(one: readonly Arm[], other: readonly Arm[]): boolean {
  return one.length === other.length && one.every((arm, at) => sameArm(arm, other[at] ?? null));
}

function sameArm(one: Arm | null, other: Arm | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.ps === other.ps &&
    one.by === other.by &&
    one.host === other.host &&
    one.group === other.group &&
    one.via === other.via &&
    sameArm(one.below, other.below)
  );
}

/**
 * Ways through a fabric as pairs of arms. An arm climbs from a host's port to a switch; two arms that meet at a
 * switch are a way from host to host that turns there. Of all pairs only the slowest and the fastest count.
 */
import type { DeviceId } from '../model/ids.ts';
import type { FabricLink } from './fabric-links.ts';
import { compareIds } from './finding.ts';
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

/** Which of two arms is more extreme, as a total order: negative for the first. */
export function compareArms(extreme: Extreme, one: Arm, other: Arm): number {
  const order = extreme === 'slowest' ? other.ps - one.ps : one.ps - other.ps;
  return order || compareClimbs(one, other);
}

/** Two arms that arrive by the same cable are of the same height. */
function compareClimbs(one: Arm, other: Arm): number {
  const order = compareIds(one.by.cable, other.by.cable);
  if (order !== 0) return order;
  if (one.below && other.below) return compareClimbs(one.below, other.below);
  return compareIds(one.host, other.host);
}

/**
 * The most extreme pair of arms that may meet; null when no two may. Exact: an arm is left out only when even two
 * as extreme as it could not beat the best pair.
 */
export function extremePair(
  extreme: Extreme,
  arms: readonly Arm[],
  mayMeet: (a: Arm, b: Arm) => boolean,
): ArmPair | null {
  const sign = extreme === 'slowest' ? 1 : -1;
  const rest = [...arms];
  let best: ArmPair | null = null;
  for (;;) {
    const a = takeFirst(extreme, rest);
    if (!a || (best && sign * (2 * a.ps - best.ps) <= 0)) return best;
    const b = firstOf(extreme, rest, (arm) => mayMeet(a, arm));
    if (b && (!best || sign * (a.ps + b.ps - best.ps) > 0)) best = { ps: a.ps + b.ps, a, b };
  }
}

function takeFirst(extreme: Extreme, arms: Arm[]): Arm | null {
  const first = firstOf(extreme, arms, () => true);
  const last = arms.pop();
  if (first && last && first !== last) arms[arms.indexOf(first)] = last;
  return first;
}

function firstOf(extreme: Extreme, arms: readonly Arm[], among: (arm: Arm) => boolean): Arm | null {
  let first: Arm | null = null;
  for (const arm of arms) {
    if ((first === null || compareArms(extreme, arm, first) < 0) && among(arm)) first = arm;
  }
  return first;
}

/**
 * The arms of each group that a higher switch may need: the most extreme, and the most extreme of another host,
 * since a way does not lead back to the host it comes from.
 */
export function bestOfGroups(extreme: Extreme, arms: readonly Arm[]): readonly Arm[] {
  const best = new Map<string, { first: Arm; second: Arm | null }>();
  for (const arm of arms) {
    const group = best.get(arm.group);
    if (!group) best.set(arm.group, { first: arm, second: null });
    else if (compareArms(extreme, arm, group.first) < 0) {
      if (arm.host !== group.first.host) group.second = group.first;
      group.first = arm;
    } else if (
      arm.host !== group.first.host &&
      (group.second === null || compareArms(extreme, arm, group.second) < 0)
    ) {
      group.second = arm;
    }
  }
  return [...best.values()].flatMap(({ first, second }) => (second ? [first, second] : [first]));
}

/** Whether two lists hold the same arms, in any order. */
export function sameArms(one: readonly Arm[], other: readonly Arm[]): boolean {
  return (
    one.length === other.length &&
    one.every((arm, at) => sameArm(arm, other[at] ?? null) || other.some((b) => sameArm(arm, b)))
  );
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

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Arm,
  type ArmPair,
  Arriving,
  bestOfGroups,
  type Extreme,
  extremePair,
  OwnArms,
  sameArms,
} from './arms.ts';
import type { FabricLink } from './fabric-links.ts';

function armAt(at: number, ps: number, host: number, leaf: number, group = 'rail 0'): Arm {
  const by: FabricLink = {
    cable: `cable-${at}`,
    onward: [],
    fabric: 'compute',
    rail: 0,
    flightPs: ps,
    addedPs: 0,
    missing: [],
    knownPs: ps,
    host: `host-${host}`,
    at: `leaf-${leaf}`,
    atHopPs: 0,
    to: null,
    toHopPs: 0,
  };
  const at0 = { leaf: `leaf-${leaf}`, via: `leaf-${leaf}`, height: 0, below: null };
  return { ps, host: `host-${host}`, group, by, ...at0 };
}

const ARMS = fc
  .array(fc.tuple(fc.nat(9), fc.nat(3), fc.nat(3), fc.nat(2)), { maxLength: 12 })
  .map((list) =>
    list.map(([ps, host, leaf, rail], at) => armAt(at, ps, host, leaf, `rail ${rail}`)),
  );

function mayMeet(a: Arm, b: Arm): boolean {
  return a.host !== b.host && a.leaf !== b.leaf;
}

function pairOf(extreme: Extreme, arms: readonly Arm[]): ArmPair | null {
  const arriving = new Arriving();
  for (const arm of arms) arriving.add(arm, new OwnArms(arms, 'leaf-0'));
  return extremePair(extreme, arriving, mayMeet);
}

function everyPair(arms: readonly Arm[]): number[] {
  return arms.flatMap((a, at) =>
    arms.slice(at + 1).flatMap((b) => (mayMeet(a, b) ? [a.ps + b.ps] : [])),
  );
}

describe('extremePair', () => {
  test('is the most extreme of all pairs that may meet', () => {
    fc.assert(
      fc.property(ARMS, (arms) => {
        const sums = everyPair(arms);
        for (const [extreme, of] of [
          ['slowest', Math.max],
          ['fastest', Math.min],
        ] as const) {
          const pair = pairOf(extreme, arms);
          expect(pair?.ps ?? null).toBe(sums.length === 0 ? null : of(...sums));
          if (pair) expect(mayMeet(pair.a, pair.b)).toBe(true);
        }
      }),
    );
  });

  test('pairs the two slowest where nothing keeps them apart', () => {
    const arms = [armAt(1, 5, 1, 1), armAt(2, 9, 2, 2), armAt(3, 7, 3, 3)];
    expect(pairOf('slowest', arms)).toMatchObject({ ps: 16 });
    expect(pairOf('fastest', arms)).toMatchObject({ ps: 12 });
    expect(pairOf('slowest', arms.slice(0, 1))).toBeNull();
  });
});

describe('bestOfGroups', () => {
  test('keeps of each group the extreme arm, and that of another host', () => {
    fc.assert(
      fc.property(ARMS, (arms) => {
        const best = bestOfGroups('slowest', [new OwnArms(arms, 'leaf-0')]);
        for (const [group, all] of Map.groupBy(arms, (arm) => arm.group)) {
          const sorted = all.toSorted((a, b) => b.ps - a.ps);
          const [first] = sorted;
          const second = sorted.find(({ host }) => host !== first?.host);
          expect(best.filter((arm) => arm.group === group)).toEqual(
            second ? [first, second] : [first],
          );
        }
      }),
    );
  });
});

describe('sameArms', () => {
  test('knows the same arms, and none that differs', () => {
    const arms = [armAt(1, 5, 1, 1), armAt(2, 9, 2, 2)];
    const [first, second] = arms as [Arm, Arm];
    expect(sameArms(arms, [{ ...first }, second])).toBe(true);
    expect(sameArms(arms, [second, first])).toBe(false);
    expect(sameArms(arms, [first])).toBe(false);
    expect(sameArms(arms, [first, { ...second, ps: 8 }])).toBe(false);
    expect(sameArms([{ ...first, below: second }], [first])).toBe(false);
    expect(sameArms([{ ...first, below: second }], [{ ...first, below: second }])).toBe(true);
  });
});

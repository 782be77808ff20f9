import { describe, expect, test } from 'vitest';
import type { Arm } from './arms.ts';
import { analyseCable } from './cable-result.ts';
import { PathLedger } from './fabric-paths.ts';
import { fabricOf } from './fixture-fabric.ts';
import { longestOf } from './group-ways.ts';
import type { Turn, Way } from './meeting.ts';

const ONE_WIRE = fabricOf([{ from: 'node-a', to: 'leaf-1', lengthM: 1 }]);
const FABRIC_CABLE = analyseCable(ONE_WIRE, ONE_WIRE.cables.get('cable-1')!).ways!;

const ARM: Arm = {
  ps: 0,
  host: 'node-a',
  group: 'rail-0',
  leaf: 'leaf-1',
  via: 'leaf-1',
  height: 0,
  by: FABRIC_CABLE.links[0]!,
  below: null,
};

/** A turn of which only the slowest way matters: its time, its switches, its group. */
function turn(ps: number, hops: number, group: string | null): Turn {
  const way: Way = { ps, a: ARM, b: ARM, turnsAt: `turns-${group}`, turnPs: 0 };
  return { group, hops, slowest: way, fastest: way };
}

describe('the slowest way that turns at a switch', () => {
  test('is none where nothing turns', () => {
    expect(longestOf([])).toBeNull();
  });

  test('is the slowest', () => {
    expect(longestOf([turn(5, 1, 'a'), turn(9, 1, 'a'), turn(7, 1, 'a')])?.ps).toBe(9);
  });

  test('of equal ones is that over fewer switches, then that of the first group', () => {
    const longest = (...turns: readonly Turn[]) => longestOf(turns)?.turnsAt;
    expect(longest(turn(9, 3, 'a'), turn(9, 1, 'b'))).toBe('turns-b');
    expect(longest(turn(9, 1, 'b'), turn(9, 3, 'a'))).toBe('turns-b');
    expect(longest(turn(9, 1, 'b'), turn(9, 1, 'a'))).toBe('turns-a');
    expect(longest(turn(9, 1, 'a'), turn(9, 1, 'b'))).toBe('turns-a');
    expect(longest(turn(9, 1, 'a'), turn(9, 1, null))).toBe('turns-null');
    expect(longest(turn(9, 1, null), turn(9, 1, 'a'))).toBe('turns-null');
  });
});

test('a fabric of one cable has no way', () => {
  const ledger = new PathLedger();
  ledger.replace('cable-1', null, FABRIC_CABLE);
  expect([...ledger.takeTouched()]).toEqual([['compute', null]]);
  expect(ledger.takeTouched().size).toBe(0);
});

/** Gaps in groups: those of a few are named, those of many only counted, and named again when they become few. */
import { expect, test } from 'vitest';
import { type Gap, GapLedger, NAMED_MAX } from './gaps.ts';

const GAP: Gap = { about: 'length', of: 'mmf', missing: ['a'], amount: 1 };

test('a group that grew too large to be named is named again when it is small enough', () => {
  const ledger = new GapLedger();
  const met = new Set<string>();
  const unitsOf = (): ReadonlySet<string> => met;
  const units = (): readonly string[] | null | undefined => {
    const found = ledger.takeTouched(unitsOf).get('length:mmf')?.units;
    return found && [...found].sort();
  };
  const come = (id: string): void => {
    met.add(id);
    ledger.replace(id, [], [GAP]);
  };
  const go = (id: string): void => {
    met.delete(id);
    ledger.replace(id, [GAP], []);
  };
  for (let n = 1; n <= NAMED_MAX; n += 1) come(`cable-${n}`);
  expect(units()).toEqual([...met].sort());
  come('cable-one-more');
  expect(units()).toBeNull();
  go('cable-1');
  expect(units()).toEqual([...met].sort());
  expect(units()).toBeUndefined();
  go('cable-2');
  expect(units()).toEqual([...met].sort());
});

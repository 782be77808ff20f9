/** Gaps in groups: those of a few are named, those of many only counted, and named again when they become few. */
import { expect, test } from 'vitest';
import { EMPTY_DIFF } from '../model/diff.ts';
import { design, device, found, link } from './fixture-design.ts';
import { type Gap, GapLedger, NAMED_MAX } from './gaps.ts';
import { analyse, createAnalyser } from './index.ts';

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

test('in a design that is edited the cables of such a group are found again, and no others', () => {
  const lost = Array.from({ length: NAMED_MAX + 1 }, (_, n) =>
    link(0, 'low', 'nobody', { id: `lost-${n}` }),
  );
  const others = [
    device('low', 2),
    device('high', 4),
    link(1, 'low', 'high'),
    link(2, 'low', 'nobody', { id: 'fibre', medium: 'smf', awg: null }),
  ];
  const analyser = createAnalyser(design([...others, ...lost]));
  const named = (analysis: ReturnType<typeof analyse>) =>
    found(analysis, 'data:ends:dac')?.subjects.map(({ id }) => id);
  expect(named(analyser.analysis)).toEqual([]);
  const [first, ...rest] = lost;
  const after = analyser.update({ ...EMPTY_DIFF, removed: [first!] });
  expect(named(after)).toHaveLength(NAMED_MAX);
  expect(new Set(named(after))).toEqual(new Set(rest.map(({ id }) => id)));
  expect(named(after)).toEqual(named(analyse(design([...others, ...rest]))));
});

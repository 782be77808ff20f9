import { describe, expect, test } from 'vitest';
import type { DesignRecord, RowPlace } from '../model/records.ts';
import { sayReason } from '../rules/verdict.ts';
import { canStand, conflictReason, floorConflicts } from './conflicts.ts';
import { fixtureArea, fixtureFloor, fixtureRacks, fixtureRow } from './fixture-floor.ts';

const AT: RowPlace = { xMm: 0, yMm: 0, facing: 'south' };

/** What is told of a floor, as `rack: kind other clear`. */
function told(...records: readonly DesignRecord[]): string[] {
  const floor = fixtureFloor(...records);
  return [...floorConflicts(floor)].flatMap(([rack, conflicts]) =>
    conflicts.map(({ kind, other, clearMm }) =>
      [`${rack}:`, kind, other?.id, clearMm]
        .filter((part) => part !== null && part !== undefined)
        .join(' '),
    ),
  );
}

const ROW = fixtureRow('a', 0, AT);

describe('what stands before a front', () => {
  test.each([
    ['south', [0, 500, 600, 100]],
    ['north', [-600, -600, 600, 100]],
    ['east', [500, -600, 100, 600]],
    ['west', [-600, 0, 100, 600]],
  ] as const)('to the %s is measured from there', (facing, box) => {
    const row = fixtureRow('a', 0, { xMm: 0, yMm: 0, facing });
    const column = fixtureArea('column', box);
    expect(told(row, ...fixtureRacks('a', 1), column)).toEqual(['a1: clearance column 500']);
  });

  test('of two that are as near the first by name', () => {
    const columns = ['two', 'one'].map((id, at) =>
      fixtureArea('column', [300 * at, 500, 300, 100], { id }),
    );
    expect(told(ROW, ...fixtureRacks('a', 1), ...columns)).toEqual(['a1: clearance one 500']);
  });
});

describe('racks', () => {
  test('of one row, and rows back to back, touch and are told of nothing', () => {
    const back = fixtureRow('b', 1, { xMm: 1200, yMm: -2400, facing: 'north' });
    expect(told(ROW, back, ...fixtureRacks('a', 2), ...fixtureRacks('b', 2))).toEqual([]);
  });

  test('in each other are both told of', () => {
    const over = fixtureRow('b', 1, { xMm: 300, yMm: -600, facing: 'south' });
    expect(told(ROW, over, ...fixtureRacks('a', 1), ...fixtureRacks('b', 1))).toEqual([
      'a1: overlap b1',
      'b1: overlap a1',
    ]);
  });

  test('of rows that follow their order are nobody’s plan', () => {
    const floor = [fixtureRow('a', 0), fixtureRow('b', 1)];
    expect(
      told(...floor, ...fixtureRacks('a', 1), ...fixtureRacks('b', 1, { depthMm: 2000 })),
    ).toEqual([]);
  });

  test('need 900 mm before their fronts: 850 to the row that faces them is told by both', () => {
    const across = fixtureRow('b', 1, { xMm: 600, yMm: 850, facing: 'north' });
    expect(told(ROW, across, ...fixtureRacks('a', 1), ...fixtureRacks('b', 1))).toEqual([
      'a1: clearance b1 850',
      'b1: clearance a1 850',
    ]);
    const far = fixtureRow('b', 1, { xMm: 600, yMm: 900, facing: 'north' });
    expect(told(ROW, far, ...fixtureRacks('a', 1), ...fixtureRacks('b', 1))).toEqual([]);
  });
});

describe('areas', () => {
  const rack = fixtureRacks('a', 1);

  test('a column in a rack, and one before its front', () => {
    expect(told(ROW, ...rack, fixtureArea('column', [500, -700, 400, 400]))).toEqual([
      'a1: obstacle column',
    ]);
    expect(told(ROW, ...rack, fixtureArea('column', [100, 300, 400, 400]))).toEqual([
      'a1: clearance column 300',
    ]);
    expect(told(ROW, ...rack, fixtureArea('column', [100, -1700, 400, 400]))).toEqual([]);
  });

  test('the nearest of two obstacles is told', () => {
    const near = fixtureArea('keep-out', [0, 200, 600, 100]);
    expect(told(ROW, ...rack, fixtureArea('column', [100, 300, 400, 400]), near)).toEqual([
      'a1: clearance keep-out 200',
    ]);
  });

  test('a front to a hot aisle, and a rear to a cold one', () => {
    const before = [0, 0, 600, 1200] as const;
    const behind = [0, -2400, 600, 1200] as const;
    expect(
      told(ROW, ...rack, fixtureArea('cold-aisle', before), fixtureArea('hot-aisle', behind)),
    ).toEqual([]);
    expect(
      told(ROW, ...rack, fixtureArea('hot-aisle', before), fixtureArea('cold-aisle', behind)),
    ).toEqual(['a1: exhaust cold-aisle', 'a1: intake hot-aisle']);
  });

  test('outside of every room, where there is one', () => {
    expect(told(ROW, ...rack, fixtureArea('room', [-1000, -3000, 5000, 5000]))).toEqual([]);
    expect(told(ROW, ...rack, fixtureArea('room', [100, -3000, 5000, 5000]))).toEqual([
      'a1: outside',
    ]);
  });
});

test('a ghost is refused where it cannot stand, and warned where it should not', () => {
  const column = fixtureArea('column', [500, -700, 400, 400], { name: 'K3' });
  const floor = fixtureFloor(ROW, ...fixtureRacks('a', 3), column);
  const verdict = canStand(floor, ['a1', 'a2', 'a3']);
  expect(verdict.allowed).toBe(false);
  expect(verdict.reasons.map(sayReason)).toEqual([
    'A1 stands in the column K3: move it out',
    'A2 stands in the column K3: move it out',
  ]);
  expect(canStand(floor, ['a3'])).toEqual({ allowed: true, reasons: [], warnings: [] });
});

test('every kind has a sentence', () => {
  const floor = fixtureFloor(
    ROW,
    ...fixtureRacks('a', 1),
    fixtureArea('keep-out', [0, 200, 600, 100], { name: 'Door' }),
  );
  const [conflict] = floorConflicts(floor).get('a1') ?? [];
  expect(sayReason(conflictReason(floor, conflict!))).toBe(
    '200 mm are clear before the front of A1, up to the keep-out Door: 900 mm are needed',
  );
  for (const kind of ['overlap', 'exhaust', 'intake', 'outside'] as const) {
    expect(sayReason(conflictReason(floor, { ...conflict!, kind }))).toContain('A1');
  }
});

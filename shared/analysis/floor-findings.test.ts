/** Racks that stand badly: one finding for all of a row that do so in the same way. */
import { describe, expect, test } from 'vitest';
import { fixtureFloor, fixtureRacks, fixtureRow } from '../floor/fixture-floor.ts';
import type { DesignRecord, RowPlace } from '../model/records.ts';
import { valueOf } from './fixture-design.ts';
import { floorFindings } from './floor-findings.ts';

const AT: RowPlace = { xMm: 0, yMm: 0, facing: 'south' };

function told(...records: readonly DesignRecord[]) {
  return floorFindings(fixtureFloor(...records)).map(({ finding }) => finding);
}

describe('racks of two rows in each other', () => {
  test('are told once for both rows, and a rack once though it stands in two', () => {
    // One rack from 0 to 600 mm, and two from -300 to 900 mm.
    const [one, ...others] = told(
      fixtureRow('a', 0, AT),
      fixtureRow('b', 1, { ...AT, xMm: -300 }),
      ...fixtureRacks('a', 1),
      ...fixtureRacks('b', 2),
    );
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      id: 'data:floor:overlap:row-a:row-b',
      severity: 'error',
      message: 'Rack A1 of row A stands in racks of B.',
    });
    expect(one?.subjects.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['rack a1', 'row row-b']);
  });
});

describe('racks without room before them', () => {
  test('are told together, with the least that is clear before any of them', () => {
    // The row before them ends in front at 1900 mm, and behind at 700 mm and, where it is 1300 mm deep, at 600 mm.
    const [b1, b2] = fixtureRacks('b', 2);
    const [one, ...others] = told(
      fixtureRow('a', 0, AT),
      fixtureRow('b', 1, { ...AT, yMm: 1900 }),
      ...fixtureRacks('a', 2),
      b1!,
      { ...b2!, depthMm: 1300 },
    );
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      id: 'data:floor:clearance:row-a:row-b',
      severity: 'warning',
      message:
        '2 racks of row A have 600.0 mm clear before the front, up to B: 900.0 mm are needed.',
    });
    expect([valueOf(one, 'racks'), valueOf(one, 'clear')]).toEqual([2, 600]);
    expect(one?.subjects.map(({ id }) => id)).toEqual(['a1', 'a2', 'row-b']);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Facing, RowPlace } from '../model/records.ts';
import { clockwise, inPlan, inRow, opposite } from './facing.ts';
import { fixtureFloor, fixtureRacks, fixtureRow } from './fixture-floor.ts';
import { floorBefore, floorPlan, pointInPlan, standsTheSame } from './floor-plan.ts';

const FACINGS: readonly Facing[] = ['north', 'east', 'south', 'west'];
const AT: RowPlace = { xMm: 10_000, yMm: 20_000, facing: 'south' };

describe('a row without a place', () => {
  test('stands by its order, its fronts down the page, and its racks from left to right', () => {
    const plan = floorPlan(
      fixtureFloor(
        fixtureRow('a', 0),
        fixtureRow('b', 1),
        ...fixtureRacks('a', 2),
        ...fixtureRacks('b', 1, { widthMm: 800 }),
      ),
    );
    expect(plan.racks.get('a2')?.box).toEqual({ x: 600, y: -1200, width: 600, height: 1200 });
    expect(plan.racks.get('b1')?.box).toEqual({ x: 0, y: 1200, width: 800, height: 1200 });
    expect(plan.racks.get('b1')?.facing).toBe('south');
    expect(plan.rowOf.get('row-a')).toMatchObject({ lengthMm: 1200, depthMm: 1200, number: 0 });
  });
});

describe('a row with a place', () => {
  test.each<[Facing, object, object]>([
    ['south', { x: 10_000, y: 18_800, width: 600, height: 1200 }, { x: 10_600, y: 18_800 }],
    ['north', { x: 9400, y: 20_000, width: 600, height: 1200 }, { x: 8800, y: 20_000 }],
    ['east', { x: 8800, y: 19_400, width: 1200, height: 600 }, { x: 8800, y: 18_800 }],
    ['west', { x: 10_000, y: 20_000, width: 1200, height: 600 }, { x: 10_000, y: 20_600 }],
  ])(
    'looking %s: the first rack begins at the point, the next stands to its right',
    (facing, first, second) => {
      const floor = fixtureFloor(fixtureRow('a', 0, { ...AT, facing }), ...fixtureRacks('a', 2));
      const { racks } = floorPlan(floor);
      expect(racks.get('a1')?.box).toEqual(first);
      expect(racks.get('a2')?.box).toMatchObject(second);
    },
  );

  test('gaps move what comes after them, and a turned rack looks to the back', () => {
    const [one, two] = fixtureRacks('a', 2, { gapMm: 500 });
    const floor = fixtureFloor(fixtureRow('a', 0, AT), one!, { ...two!, turned: true });
    const { racks, rowOf } = floorPlan(floor);
    expect(racks.get('a2')).toMatchObject({ alongMm: 1600, facing: 'north' });
    expect(rowOf.get('row-a')?.lengthMm).toBe(2200);
    // Its own left is the row's right, and its front the row's back.
    expect(pointInPlan(racks.get('a2')!, 0, 0)).toEqual({ xMm: 12_200, yMm: 18_800 });
    expect(floorBefore(racks.get('a2')!, 900)).toEqual({
      x: 11_600,
      y: 17_900,
      width: 600,
      height: 900,
    });
    expect(floorBefore(racks.get('a1')!, 900)).toEqual({
      x: 10_500,
      y: 20_000,
      width: 600,
      height: 900,
    });
  });
});

test('what stands as it did is the same object in the next plan', () => {
  const floor = fixtureFloor(
    fixtureRow('a', 0),
    fixtureRow('b', 1),
    ...fixtureRacks('a', 3),
    ...fixtureRacks('b', 3),
  );
  const before = floorPlan(floor);
  expect(floorPlan(floor)).toBe(before);
  const wider = { ...floor.racks.get('b1')!, widthMm: 800 };
  const after = floorPlan({ ...floor, racks: new Map(floor.racks).set('b1', wider) });
  expect(after.racks.get('a1')).toBe(before.racks.get('a1'));
  expect(standsTheSame(before.racks.get('b2'), after.racks.get('b2'))).toBe(false);
  const renamed = { ...floor.racks.get('b1')!, name: 'other' };
  const same = floorPlan({ ...floor, racks: new Map(floor.racks).set('b1', renamed) });
  expect(standsTheSame(before.racks.get('b1'), same.racks.get('b1'))).toBe(true);
  const apart = floorPlan({ ...floor, settings: { ...floor.settings, rowPitchMm: 3000 } });
  expect(apart.racks.get('b1')?.box.y).toBe(1800);
});

test('into a row’s frame and out of it again is where one was', () => {
  const coordinate = fc.integer({ min: -50_000, max: 50_000 });
  fc.assert(
    fc.property(
      coordinate,
      coordinate,
      fc.constantFrom(...FACINGS),
      coordinate,
      coordinate,
      (xMm, yMm, facing, x, y) => {
        const place = { xMm, yMm, facing };
        const { alongMm, backMm } = inRow(place, { xMm: x, yMm: y });
        expect(inPlan(place, alongMm, backMm)).toEqual({ xMm: x, yMm: y });
        expect(clockwise(clockwise(facing))).toBe(opposite(facing));
      },
    ),
  );
});

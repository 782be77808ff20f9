import { expect, test } from 'vitest';
import {
  fixtureArea,
  fixtureFloor,
  fixturePathway,
  fixtureRacks,
  fixtureRow,
} from './fixture-floor.ts';
import { planBounds } from './plan-bounds.ts';

test('an empty plan is a unit square, a row without racks adds nothing', () => {
  expect(planBounds(fixtureFloor())).toEqual({ x: 0, y: 0, width: 1, height: 1 });
  const row = fixtureRow('a', 0, { xMm: 9000, yMm: 9000, facing: 'south' });
  expect(planBounds(fixtureFloor(row))).toEqual({ x: 0, y: 0, width: 1, height: 1 });
});

test('racks, areas and pathways with their widths are all within', () => {
  const row = fixtureRow('a', 0, { xMm: 0, yMm: 0, facing: 'south' });
  const racks = [row, ...fixtureRacks('a', 2)];
  expect(planBounds(fixtureFloor(...racks))).toEqual({ x: 0, y: -1200, width: 1200, height: 1200 });
  const tray = fixturePathway('t', [
    [-500, 100],
    [2000, 100],
  ]);
  const whole = planBounds(fixtureFloor(...racks, tray, fixtureArea('room', [0, 0, 10, 5000])));
  expect(whole).toEqual({ x: -650, y: -1200, width: 2800, height: 6200 });
});

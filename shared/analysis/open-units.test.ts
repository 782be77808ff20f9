import { describe, expect, test } from 'vitest';
import { fixtureRack } from '../model/fixture-rack.ts';
import { device, workedSwitch } from './fixture-design.ts';
import { rackGaps } from './open-units.ts';

const RACK = fixtureRack({ heightU: 12 });
const type = workedSwitch();
const at = (u: number, over = {}, its = type) => ({ device: device(`d${u}`, u, over), type: its });

describe('what is open in a rack', () => {
  test('units that neither a device nor a panel closes, on either face', () => {
    const gaps = rackGaps(RACK, [at(1), at(3, { face: 'rear' }), at(12)]);
    expect(gaps.openUnits).toEqual([2, 4, 5, 6, 7, 8, 9, 10, 11]);
    expect(gaps.openM2).toBeCloseTo(9 * 0.02, 12);
  });

  test('half of a unit beside half-width gear, and the half unit beside gear of one and a half', () => {
    const half = workedSwitch({ width: 'half' });
    expect(rackGaps(RACK, [at(1, {}, half)]).openM2).toBeCloseTo(11.5 * 0.02, 12);
    const two = [at(1, {}, half), at(1, { id: 'second', column: 1 }, half)];
    expect(rackGaps(RACK, two).openUnits).not.toContain(1);
    const tall = workedSwitch({ heightU: 1.5 });
    const gaps = rackGaps(RACK, [at(1, {}, tall)]);
    expect(gaps.open.slice(0, 4)).toEqual([0, 0, 0, 1]);
    expect(gaps.openUnits[0]).toBe(2);
  });

  test('not what hangs beside the rails', () => {
    expect(rackGaps(RACK, [at(1, { mount: 'side' })]).openUnits).toHaveLength(12);
  });
});

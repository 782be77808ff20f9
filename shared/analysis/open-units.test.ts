import { describe, expect, test } from 'vitest';
import { fixtureRack } from '../model/fixture-rack.ts';
import { device, workedSwitch } from './fixture-design.ts';
import { leakAreas, rackGaps } from './open-units.ts';

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

describe('who takes in what leaks back', () => {
  /** Devices in U3 and U8 of twelve units, all else open; 0.001 m² a unit beside the rails. */
  const gaps = rackGaps(RACK, [at(3), at(8)]);
  const [low, high] = leakAreas(gaps, 0.001, [
    { u: 3, heightU: 1 },
    { u: 8, heightU: 1 },
  ]);

  test('the units below the lowest and above the highest are theirs, those between are shared', () => {
    // U1, U2 and half of U4 to U7: 2 + 4/2 = 4 units; U9 to U12 and the other half: 4 + 2 = 6.
    expect(low!.openUnits).toBeCloseTo(4 * 0.02, 12);
    expect(high!.openUnits).toBeCloseTo(6 * 0.02, 12);
    expect(low!.around).toBeCloseTo(0.004, 12);
    expect(low!.beside).toBeCloseTo(0.001, 12);
  });

  test('nothing is lost', () => {
    const sum = (areas: readonly { beside: number; around: number; openUnits: number }[]) =>
      areas.reduce((all, { beside, around, openUnits }) => all + beside + around + openUnits, 0);
    expect(sum([low!, high!])).toBeCloseTo(gaps.openM2 + 12 * 0.001, 12);
  });

  test('nobody breathes, nobody takes', () => {
    expect(leakAreas(gaps, 0.001, [])).toEqual([]);
  });
});

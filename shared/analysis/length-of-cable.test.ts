import { describe, expect, test } from 'vitest';
import { withLength } from '../routing/entered-length.ts';
import { design, device, twin } from './fixture-design.ts';
import { analyse } from './index.ts';
import { lengthOfCable } from './length-of-cable.ts';

const ROOM = [device('low', 10), device('high', 20)];

describe('the length of a cable in its parts', () => {
  const cable = twin(0, 'low', 'high');
  const of = design([...ROOM, cable]);

  test('is what the table of the analysis says', () => {
    const { route, length, requiredLowM, requiredHighM, stale } = lengthOfCable(of, cable)!;
    const [row] = analyse(of).cables;
    expect(row).toMatchObject({
      pathM: length.pathM,
      slackM: length.slackM,
      requiredM: length.requiredM,
      roundedM: length.roundedM,
      stockM: length.stockM,
      requiredLowM,
      requiredHighM,
      lengthStale: stale,
    });
    expect(length.pathM).toBeCloseTo(route.pathMm / 1000, 3);
    // (path + slack) * 1.05 in whole millimetres, and the margin is what that adds.
    expect(1000 * length.requiredM).toBe(Math.round((route.pathMm + 1000 * length.slackM) * 1.05));
    expect(length.marginM).toBeCloseTo(length.requiredM - length.pathM - length.slackM, 2);
    expect(requiredLowM).toBeLessThan(length.requiredM);
    expect(requiredHighM).toBeGreaterThan(length.requiredM);
  });

  test('names what can be bought, of which the shortest that is long enough is ordered', () => {
    const { ladder, length } = lengthOfCable(of, cable)!;
    expect(ladder).toEqual([0.5, 1, 1.5, 2, 2.5, 3]);
    expect(length.stockM).toBe(ladder.find((each) => each >= length.roundedM));
    const lengthsM = [length.requiredM + 0.25];
    const cabling = { ...of.settings.cabling, ladders: [{ medium: 'dac', lengthsM } as const] };
    const own = { ...of, settings: { ...of.settings, cabling } };
    expect(lengthOfCable(own, cable)).toMatchObject({
      ladder: lengthsM,
      length: { stockM: lengthsM[0] },
    });
  });

  test('a length that was entered is stale once the way is another', () => {
    const entered = withLength(of, cable, 1.5);
    expect(entered).toMatchObject({
      lengthM: 1.5,
      lengthForMm: lengthOfCable(of, cable)!.route.pathMm,
    });
    expect(lengthOfCable(of, entered)!.stale).toBe(false);
    const moved = design([device('low', 10), device('high', 24), entered]);
    expect(lengthOfCable(moved, entered)!.stale).toBe(true);
    expect(withLength(of, entered, null)).toMatchObject({ lengthM: null, lengthForMm: null });
  });

  test('there is none where an end is not in the design', () => {
    const lost = twin(0, 'low', 'gone');
    expect(lengthOfCable(of, lost)).toBeNull();
    expect(withLength(of, lost, 2)).toMatchObject({ lengthM: 2, lengthForMm: null });
  });
});

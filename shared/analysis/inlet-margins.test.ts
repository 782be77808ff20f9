import { describe, expect, test } from 'vitest';
import { fact } from './fixture-design.ts';
import { inletMargins } from './inlet-margins.ts';

/** ASHRAE classes: A2 allows 10 to 35 °C, recommends up to 27, falls 1 K in 300 m above 900 m (section 5). */
describe('the margins of an inlet', () => {
  const none = { inletMinC: null, inletMaxC: null };

  test('are those of the class where the device says nothing', () => {
    expect(inletMargins({ ashraeClass: 'A2', altitudeM: 900 }, none, 25)).toEqual({
      recommendedK: 2,
      allowableK: 10,
      limitC: 35,
      coldK: 15,
      coldLimitC: 10,
    });
  });

  test('are those of the device where it is the more delicate', () => {
    const delicate = { inletMinC: fact(18), inletMaxC: fact(30) };
    const margins = inletMargins({ ashraeClass: 'A2', altitudeM: 0 }, delicate, 25);
    expect(margins).toMatchObject({ allowableK: 5, limitC: 30, coldK: 7, coldLimitC: 18 });
    const hardy = { inletMinC: fact(0), inletMaxC: fact(45) };
    const same = inletMargins({ ashraeClass: 'A2', altitudeM: 0 }, hardy, 25);
    expect(same).toMatchObject({ limitC: 35, coldLimitC: 10 });
  });

  test('fall with the height above 900 m: 35 - (1500 - 900)/300', () => {
    const high = inletMargins({ ashraeClass: 'A2', altitudeM: 1500 }, none, 25);
    expect(high.limitC).toBeCloseTo(33, 12);
    expect(high.recommendedK).toBe(2);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MEDIA } from '../catalog/index.ts';
import { USUAL_CABLING } from '../model/design.ts';
import type { CablingRules } from '../model/records.ts';
import { cableLength, isStale, ladderM } from './cable-length.ts';

const rules = (change: Partial<CablingRules>): CablingRules => ({ ...USUAL_CABLING, ...change });

describe('the length to order', () => {
  test('is (path + slack)·1.05, up to the next in stock', () => {
    // passive copper leaves 0.15 m at each end: (1000 + 300)·1.05 = 1365 mm, of which 65 are for dressing
    expect(cableLength(USUAL_CABLING, 'dac', 800, 1000)).toEqual({
      pathM: 1,
      slackM: 0.3,
      marginM: 0.065,
      requiredM: 1.365,
      roundedM: 1.365,
      stockM: 1.5,
    });
  });

  test('is in no stock when it is longer than all that is sold', () => {
    expect(cableLength(USUAL_CABLING, 'dac', 800, 1e6).stockM).toBeNull();
  });

  test('takes the slack of the design: (1000 + 2·500)·1.05 = 2100 mm', () => {
    const length = cableLength(rules({ slackPerEndM: 0.5 }), 'dac', 800, 1000);
    expect(length).toMatchObject({ slackM: 1, requiredM: 2.1, stockM: 2.5 });
    const without = cableLength(rules({ slackPerEndM: 0 }), 'dac', 800, 1000);
    expect(without).toMatchObject({ slackM: 0, requiredM: 1.05, stockM: 1.5 });
  });

  test('is rounded up before it is looked for: 1.365 m by 0.5 m is 1.5 m, by 0.1 m 1.4 m', () => {
    expect(cableLength(rules({ roundingM: 0.5 }), 'dac', 800, 1000).roundedM).toBe(1.5);
    expect(cableLength(rules({ roundingM: 0.1 }), 'dac', 800, 1000).roundedM).toBe(1.4);
    // 1700 mm of path: (1700 + 300)·1.05 = 2100 mm is a multiple already
    expect(cableLength(rules({ roundingM: 0.1 }), 'dac', 800, 1700).roundedM).toBe(2.1);
  });

  test('comes from the ladder of the design where it has one for the medium', () => {
    const own = rules({ ladders: [{ medium: 'dac', lengthsM: [1.25, 1.75] }] });
    expect(cableLength(own, 'dac', 800, 1000).stockM).toBe(1.75);
    expect(ladderM(own, 'aoc', 400)).toEqual(ladderM(USUAL_CABLING, 'aoc', 400));
  });

  test('law: what is bought is never too short, and the next shorter one is', () => {
    const ladder = fc
      .uniqueArray(fc.integer({ min: 10, max: 40_000 }), { minLength: 1, maxLength: 20 })
      .map((mm) => mm.sort((a, b) => a - b).map((each) => each / 1000));
    const any = fc.record({
      medium: fc.constantFrom(...MEDIA.keys()),
      speedGbps: fc.constantFrom(null, 10, 100, 400, 800, 1600),
      pathMm: fc.double({ min: 0, max: 40_000, noNaN: true }),
      slackPerEndM: fc.option(fc.double({ min: 0, max: 3, noNaN: true })),
      roundingM: fc.option(fc.constantFrom(0.001, 0.05, 0.1, 0.25, 0.3, 0.5, 1)),
      own: fc.option(ladder),
    });
    fc.assert(
      fc.property(any, ({ medium, speedGbps, pathMm, slackPerEndM, roundingM, own }) => {
        const ladders = own ? [{ medium, lengthsM: own }] : [];
        const asked = rules({ slackPerEndM, roundingM, ladders });
        const { requiredM, roundedM, stockM } = cableLength(asked, medium, speedGbps, pathMm);
        const steps = ladderM(asked, medium, speedGbps);
        expect(roundedM).toBeGreaterThanOrEqual(requiredM);
        // to the micrometre: a step of rounding is a whole number of millimetres
        expect(roundedM - requiredM).toBeLessThan((roundingM ?? 0) + 1e-6);
        if (stockM === null) expect(steps.every((step) => step < roundedM)).toBe(true);
        else {
          expect(stockM).toBeGreaterThanOrEqual(requiredM);
          const shorter = steps.filter((step) => step < stockM);
          expect(shorter.every((step) => step < roundedM)).toBe(true);
        }
      }),
    );
  });
});

describe('a length that was entered', () => {
  test('is stale from 50 mm of difference on, either way', () => {
    const entered = { lengthM: 2, lengthForMm: 1000 };
    expect(isStale(entered, 1050)).toBe(false);
    expect(isStale(entered, 1050.1)).toBe(true);
    expect(isStale(entered, 949.9)).toBe(true);
  });

  test('is never stale where it is estimated, or nobody knows for which way it was', () => {
    expect(isStale({ lengthM: null, lengthForMm: null }, 1000)).toBe(false);
    expect(isStale({ lengthM: 2, lengthForMm: null }, 1000)).toBe(false);
  });
});

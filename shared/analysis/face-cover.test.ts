import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockedAreaMm2, bundleDiameterMm } from './bundle.ts';
import { type FaceCable, faceCover } from './face-cover.ts';

const WINDOW = { fromMm: 80, toMm: 520, heightMm: 1000 };
const OD = 9.43;

/** n cables spread evenly over the window, half to each side. */
function spread(count: number, odMm = OD): readonly FaceCable[] {
  const { fromMm, toMm } = WINDOW;
  return Array.from({ length: count }, (_, n) => ({
    xMm: fromMm + ((toMm - fromMm) * (n + 0.5)) / count,
    side: n < count / 2 ? ('left' as const) : ('right' as const),
    odMm,
  }));
}

describe('what cables cover', () => {
  test('is the closed form where there are very many, and nearly so at 32', () => {
    const closed = (count: number) =>
      blockedAreaMm2({ widthMm: 440, diameterMm: OD, count, sides: 2 });
    expect(faceCover(spread(4000), WINDOW).areaMm2 / closed(4000)).toBeCloseTo(1, 2);
    // Whole numbers of cables are within 3.8 % of it (physics.md, section 3.4).
    const discrete = faceCover(spread(32), WINDOW).areaMm2 / closed(32);
    expect(Math.abs(discrete - 1)).toBeLessThan(0.038);
  });

  test('nothing for nothing', () => {
    expect(faceCover([], WINDOW)).toEqual({ areaMm2: 0, leftMm: 0, rightMm: 0, widestMm: 0 });
  });

  test('one cable from its plug to the side', () => {
    const one: FaceCable = { xMm: 180, side: 'left', odMm: OD };
    expect(faceCover([one], WINDOW).areaMm2).toBeCloseTo(100 * OD, 9);
    const other: FaceCable = { ...one, side: 'right' };
    expect(faceCover([other], WINDOW).areaMm2).toBeCloseTo(340 * OD, 9);
  });

  test('no more than the window is high', () => {
    const low = { ...WINDOW, heightMm: 5 };
    expect(faceCover(spread(32), low).areaMm2).toBeLessThanOrEqual(440 * 5);
  });

  test('mixed thicknesses by area beyond nineteen, exactly below', () => {
    const mixed = (count: number): readonly FaceCable[] =>
      Array.from({ length: count }, (_, n) => ({
        xMm: 100,
        side: 'right' as const,
        odMm: n % 2 === 0 ? 3 : 6,
      }));
    expect(faceCover(mixed(40), WINDOW).rightMm).toBeCloseTo(Math.sqrt(900 / 0.694), 9);
    expect(faceCover(mixed(4), WINDOW).rightMm).toBe(bundleDiameterMm([3, 6, 3, 6]));
  });

  test('a tighter packing covers less', () => {
    const tight = faceCover(spread(40), WINDOW, 0.75);
    expect(tight.leftMm).toBeCloseTo(OD * Math.sqrt(20 / 0.75), 9);
    expect(tight.areaMm2).toBeLessThan(faceCover(spread(40), WINDOW).areaMm2);
  });

  test('a cable that drops into a manager covers its way there: 16 · 9.43 · 21.5 mm²', () => {
    const drops = Array.from({ length: 16 }, () => ({ odMm: OD, dropMm: 21.5 }));
    expect(faceCover([], WINDOW, undefined, drops)).toEqual({
      areaMm2: expect.closeTo(16 * OD * 21.5, 6),
      leftMm: 0,
      rightMm: 0,
      widestMm: OD,
    });
    const both = faceCover(spread(8), WINDOW, undefined, drops);
    expect(both.areaMm2).toBeCloseTo(faceCover(spread(8), WINDOW).areaMm2 + 16 * OD * 21.5, 6);
    expect(both.widestMm).toBe(faceCover(spread(8), WINDOW).widestMm);
  });

  test('law: one more cable never covers less, and the order does not matter', () => {
    const cable = fc.record({
      xMm: fc.integer({ min: 60, max: 540 }),
      side: fc.constantFrom('left' as const, 'right' as const),
      odMm: fc.constantFrom(3, 6, OD),
    });
    fc.assert(
      fc.property(fc.array(cable, { maxLength: 30 }), cable, (cables, more) => {
        const before = faceCover(cables, WINDOW);
        expect(faceCover([...cables, more], WINDOW).areaMm2).toBeGreaterThanOrEqual(
          before.areaMm2 - 1e-6,
        );
        expect(faceCover([...cables].reverse(), WINDOW).areaMm2).toBeCloseTo(before.areaMm2, 6);
      }),
    );
  });
});

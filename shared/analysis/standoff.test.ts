import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standoffFactor } from './standoff.ts';

const ALONE = {
  openingHeightMm: 44.45,
  loadedPitchMm: Number.POSITIVE_INFINITY,
  side: 'intake',
} as const;

/** cfd.md, section 3: openings alone in a wide blank wall; fit errors of section 4 are 0.054 at most. */
test.each([
  [0.5, 0, 0.96],
  [0.5, 0.25, 0.74],
])('intake, D/H %d at s/D %d', (bundle, gap, psi) => {
  const diameterMm = bundle * 44.45;
  const factor = standoffFactor({ ...ALONE, diameterMm, gapMm: gap * diameterMm });
  expect(Math.abs(factor.nominal - psi)).toBeLessThan(0.06);
});

/** cfd.md, section 6: rms 0.04, at most 0.09. */
test.each([
  [0.33, 0, 1.24],
  [0.5, 0.25, 0.93],
  [0.5, 1, 0.42],
  [0.8, 0.5, 0.45],
])('exhaust, D/H %d at s/D %d', (bundle, gap, psi) => {
  const diameterMm = bundle * 44.45;
  const factor = standoffFactor({ ...ALONE, side: 'exhaust', diameterMm, gapMm: gap * diameterMm });
  expect(Math.abs(factor.nominal - psi)).toBeLessThan(0.095);
  expect(factor.high - factor.nominal).toBeCloseTo(0.2, 9);
});

test('neighbours loaded the same way leave nothing to gain, at any distance', () => {
  for (const side of ['intake', 'exhaust'] as const) {
    const factor = standoffFactor({
      ...ALONE,
      side,
      loadedPitchMm: 44.45,
      diameterMm: 20,
      gapMm: 80,
    });
    expect(factor.nominal).toBe(1);
  }
});

test('the far factor solves K(1 − f·D/H) = K(1 − D/Hp)·(H/Hp)²', () => {
  const loss = (open: number): number => 1.3 * (1 - open) + (1 / open - 1) ** 2;
  const far = standoffFactor({
    ...ALONE,
    loadedPitchMm: 88.9,
    diameterMm: 22.225,
    gapMm: 1e6,
  }).nominal;
  expect(loss(1 - far * 0.5)).toBeCloseTo(loss(1 - 0.25) / 4, 6);
});

test('law: further away never counts more, and the band holds the nominal', () => {
  const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  fc.assert(
    fc.property(
      number(0, 300),
      number(0, 300),
      number(1, 80),
      number(44.5, 500),
      fc.constantFrom('intake', 'exhaust'),
      (one, other, diameterMm, loadedPitchMm, side) => {
        const at = (gapMm: number) =>
          standoffFactor({ gapMm, diameterMm, openingHeightMm: 44.45, loadedPitchMm, side });
        const near = at(Math.min(one, other));
        const far = at(Math.max(one, other));
        expect(far.nominal).toBeLessThanOrEqual(near.nominal + 1e-9);
        expect(near.low).toBeGreaterThanOrEqual(0);
        expect(near.low).toBeLessThanOrEqual(near.nominal);
        expect(near.high).toBeGreaterThanOrEqual(near.nominal);
      },
    ),
  );
});

test('nonsense is refused', () => {
  const good = { ...ALONE, diameterMm: 10, gapMm: 5 };
  expect(() => standoffFactor({ ...good, gapMm: -1 })).toThrow(RangeError);
  expect(() => standoffFactor({ ...good, diameterMm: 0 })).toThrow(RangeError);
  expect(() => standoffFactor({ ...good, openingHeightMm: Number.NaN })).toThrow(RangeError);
  expect(() => standoffFactor({ ...good, loadedPitchMm: 0 })).toThrow(RangeError);
  expect(() => standoffFactor({ ...good, side: 'top' as unknown as 'intake' })).toThrow(RangeError);
});

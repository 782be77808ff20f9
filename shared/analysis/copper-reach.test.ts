import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CopperCable, copperReach } from './copper-reach.ts';

/** Sources S03, S04, S21, S24, S29 (reference case V22). */
describe('V22: seven links', () => {
  test.each([
    [
      '800G straight 26 AWG',
      { laneGbps: 100, lanes: 8, medium: 'passive_dac', awg: 26, lengthM: 2.5 },
      'over',
    ],
    [
      '800G splitter 26 AWG',
      { laneGbps: 100, lanes: 8, medium: 'dac', awg: 26, lengthM: 3, product: 'splitter' },
      'vendor-only',
    ],
    ['1.6T', { laneGbps: 200, lanes: 8, medium: 'dac', lengthM: 1.5 }, 'over'],
    ['100G 30 AWG', { laneGbps: 25, lanes: 4, medium: 'dac', awg: 30, lengthM: 4 }, 'over'],
    ['100G 26 AWG', { laneGbps: 25, lanes: 4, medium: 'dac', awg: 26, lengthM: 4 }, 'ok'],
    ['800G AEC 32 AWG', { laneGbps: 100, lanes: 8, medium: 'aec', awg: 32, lengthM: 6 }, 'over'],
    ['800G AEC 28 AWG', { laneGbps: 100, lanes: 8, medium: 'aec', awg: 28, lengthM: 6 }, 'ok'],
  ] as const)('%s', (_, cable: CopperCable, verdict) => {
    expect(copperReach(cable).verdict).toBe(verdict);
  });
});

describe('copperReach', () => {
  test('names the standard and the product', () => {
    const reach = copperReach({
      laneGbps: 100,
      lanes: 8,
      medium: 'dac',
      awg: 26,
      lengthM: 3,
      product: 'MCP7Y10',
    });
    expect(reach).toMatchObject({ standardM: 2, productM: 3, verdict: 'vendor-only' });
    expect(reach.standard).toContain('802.3df');
    expect(reach.product).toContain('splitter');
  });

  test('an unknown gauge counts as the thinnest wire listed', () => {
    const cable = { laneGbps: 100, lanes: 8, medium: 'dac', lengthM: 1.5 };
    expect(copperReach(cable)).toMatchObject({ verdict: 'over', productM: 1 });
    expect(copperReach({ ...cable, awg: 26 }).verdict).toBe('ok');
    expect(copperReach({ ...cable, awg: 28 }).productM).toBe(1);
  });

  test('where nothing is listed, nothing is promised', () => {
    const cable = { laneGbps: 7, lanes: 1, medium: 'dac', lengthM: 0.1 };
    expect(copperReach(cable)).toEqual({
      verdict: 'unknown',
      standardM: null,
      standard: null,
      productM: null,
      product: null,
    });
  });

  test('a product that is not offered does not count, a weak promise neither', () => {
    const reach = copperReach({ laneGbps: 200, lanes: 4, medium: 'dac', lengthM: 0.9 });
    expect(reach).toMatchObject({ verdict: 'ok', standardM: 1, productM: null });
  });

  test('law: longer never improves the verdict', () => {
    const rank = { ok: 0, 'vendor-only': 1, over: 2, unknown: 3 };
    const length = fc.double({ min: 0, max: 20, noNaN: true });
    fc.assert(
      fc.property(
        fc.constantFrom(10, 25, 50, 100, 200),
        fc.constantFrom(1, 2, 4, 8),
        fc.constantFrom('dac', 'acc', 'aec'),
        fc.constantFrom(null, 24, 26, 28, 30, 32, 34),
        length,
        length,
        (laneGbps, lanes, medium, awg, one, other) => {
          const of = (lengthM: number) =>
            rank[copperReach({ laneGbps, lanes, medium, awg, lengthM }).verdict];
          expect(of(Math.min(one, other))).toBeLessThanOrEqual(of(Math.max(one, other)));
        },
      ),
    );
  });

  test.each([
    { laneGbps: 0, lanes: 4, medium: 'dac', lengthM: 1 },
    { laneGbps: 100, lanes: 0, medium: 'dac', lengthM: 1 },
    { laneGbps: 100, lanes: 4, medium: 'smf', lengthM: 1 },
    { laneGbps: 100, lanes: 4, medium: 'dac', lengthM: -1 },
    { laneGbps: 100, lanes: 4, medium: 'dac', lengthM: Number.NaN },
    { laneGbps: 100, lanes: 4, medium: 'dac', awg: Number.NaN, lengthM: 1 },
  ])('refuses %j', (cable) => {
    expect(() => copperReach(cable)).toThrow(RangeError);
  });
});

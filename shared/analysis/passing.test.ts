import { describe, expect, test } from 'vitest';
import { DIAMETERS_SQUARED, type Jacket, jacketOf } from './cable-facts.ts';
import {
  bundlePassingMm,
  cablesPassing,
  countPassing,
  fillOfSquares,
  passingInWords,
  squaresPassing,
} from './passing.ts';

const DAC = jacketOf('dac', 8, 26);
const FIBRE = jacketOf('mmf', 8, null);
const PATCH = jacketOf('mmf', 1, null);
const UNKNOWN: Jacket = { ...DAC, odMm: null, square: 0 };

describe('what passes a place', () => {
  test('is counted, and forgotten when it comes to nothing', () => {
    const passing = new Map<Jacket, number>();
    countPassing(passing, DAC, 2);
    countPassing(passing, FIBRE, 1);
    countPassing(passing, DAC, -2);
    expect([...passing]).toEqual([[FIBRE, 1]]);
    expect(cablesPassing(passing)).toBe(1);
  });

  test('sums whole hundredths of a millimetre: 943² and 300²', () => {
    const passing = new Map([
      [DAC, 3],
      [FIBRE, 2],
    ]);
    expect(squaresPassing(passing)).toBe(3 * 943 ** 2 + 2 * 300 ** 2);
    expect(fillOfSquares(DIAMETERS_SQUARED, Math.PI)).toBe(0.25);
  });

  test('is a bundle by what is known of it', () => {
    expect(bundlePassingMm(new Map([[DAC, 2]]), 0.694)).toBeCloseTo(2 * 9.43, 9);
    expect(bundlePassingMm(new Map([[UNKNOWN, 2]]), 0.694)).toBe(0);
    expect(cablesPassing(new Map([[UNKNOWN, 2]]))).toBe(2);
  });

  test('in words: the thickest first, jackets of one thickness together', () => {
    const gauged = jacketOf('dac', 8, null);
    const mixed = new Map([
      [PATCH, 1],
      [FIBRE, 16],
      [gauged, 2],
      [DAC, 30],
    ]);
    expect(passingInWords(mixed)).toBe(
      '32 × Passive copper of 9.4 mm; 16 × Multimode fibre, DSP optics of 3.0 mm; ' +
        '1 × Multimode fibre, DSP optics of 2.0 mm',
    );
    const alike = new Map([
      [jacketOf('mmf', 8, null), 1],
      [jacketOf('aoc', 8, null), 2],
    ]);
    expect(passingInWords(alike)).toMatch(/^2 × Active optical.* of 3.0 mm; 1 × Multimode/);
    expect(passingInWords(new Map([...alike].reverse()))).toBe(passingInWords(alike));
    expect(passingInWords(new Map([[UNKNOWN, 4]]))).toBe('4 × Passive copper of unknown thickness');
    expect(passingInWords(new Map())).toBe('');
  });
});

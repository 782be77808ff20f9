import { describe, expect, it } from 'vitest';
import { wireGauge } from './wire-gauge.ts';

const straight = { laneGbps: 100, lanes: 8, split: false } as const;

describe('the wire of a copper cable (physics.md, section 2.2)', () => {
  it.each([
    ['dac', 0.9, 30], // 800G straight: 30 AWG up to 1 m
    ['dac', 1.8, 26], // 26 AWG up to 2 m
    ['dac', 9, 26], // beyond all: the one that reaches furthest
    ['acc', 3.9, 30], // LACC: 30 AWG 3-4 m
    ['acc', 4.5, 26], // 26 AWG 5 m
  ] as const)('%s over %d m is %d AWG', (medium, lengthM, awg) => {
    expect(wireGauge({ ...straight, medium, lengthM })).toBe(awg);
  });

  it('a splitter is looked up among splitters: 30 AWG 1.5 m, 26 AWG 3 m', () => {
    const split = { ...straight, medium: 'dac', split: true } as const;
    expect(wireGauge({ ...split, lengthM: 1.4 })).toBe(30);
    expect(wireGauge({ ...split, lengthM: 1.9 })).toBe(26);
    // Over the 2 m of the standard only the named product reaches.
    expect(wireGauge({ ...split, lengthM: 2.8 })).toBe(26);
  });

  it('is unknown where no product names its wire', () => {
    expect(wireGauge({ ...straight, lanes: 4, medium: 'dac', lengthM: 1 })).toBeNull();
  });
});

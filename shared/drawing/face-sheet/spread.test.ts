import { describe, expect, it } from 'vitest';
import { spread } from './spread.ts';

describe('numbers beside a drawing', () => {
  it('stay where they are wanted while there is room', () => {
    expect(spread([0, 10, 20], 3)).toEqual([0, 10, 20]);
    expect(spread([], 3)).toEqual([]);
  });

  it('part round their middle, and no further than it takes', () => {
    expect(spread([10, 10, 10], 3)).toEqual([7, 10, 13]);
    expect(spread([10, 11, 40], 3)).toEqual([9, 12, 40]);
  });

  it('are never closer than the gap, and stay in order', () => {
    const wanted = [0, 0.5, 1, 4, 4.1, 4.2, 9, 30].map((place) => place * 1.3);
    const places = spread(wanted, 3);
    for (const [i, place] of places.entries()) {
      if (i > 0) expect(place - (places[i - 1] ?? 0)).toBeGreaterThanOrEqual(3 - 1e-9);
    }
    // As far to one side as to the other.
    const off = places.map((place, i) => place - (wanted[i] ?? 0));
    expect(off.reduce((sum, each) => sum + each, 0)).toBeCloseTo(0, 9);
  });
});

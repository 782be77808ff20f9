import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Seeded } from './seeded.ts';

test('law: a seed gives the same numbers, each below its limit', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 1_000_000 }), (seed, limit) => {
      const [one, other] = [new Seeded(seed), new Seeded(seed)];
      for (let at = 0; at < 20; at += 1) {
        const number = one.below(limit);
        expect(number).toBe(other.below(limit));
        expect(number >= 0 && number < limit && Number.isInteger(number)).toBe(true);
      }
    }),
  );
});

test('law: what is shuffled is all there', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer(), (list, seed) => {
      const sorted = (of: readonly number[]): number[] => [...of].sort((a, b) => a - b);
      expect(sorted(new Seeded(seed).shuffled(list))).toEqual(sorted(list));
    }),
  );
});

test('every place comes up about as often', () => {
  const chance = new Seeded(7);
  const counts = [0, 0, 0, 0];
  for (let at = 0; at < 4000; at += 1) {
    const number = chance.below(4);
    counts[number] = (counts[number] ?? 0) + 1;
  }
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

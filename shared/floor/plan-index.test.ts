import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Box } from '../model/rack-geometry.ts';
import { overlap } from './plan-box.ts';
import { PlanIndex } from './plan-index.ts';

const box = fc.record<Box>({
  x: fc.integer({ min: -50_000, max: 50_000 }),
  y: fc.integer({ min: -50_000, max: 50_000 }),
  width: fc.constantFrom(1, 600, 4000, 200_000),
  height: fc.constantFrom(1, 1200, 9000, 150_000),
});

test('law: it finds what overlaps, whatever its size, and each thing once', () => {
  fc.assert(
    fc.property(fc.array(box, { maxLength: 30 }), box, (boxes, asked) => {
      const things = boxes.map((its, id) => ({ id, its }));
      const found = new PlanIndex(things, ({ its }) => its).touching(asked).map(({ id }) => id);
      const all = things.filter(({ its }) => overlap(its, asked)).map(({ id }) => id);
      expect([...found].sort((a, b) => a - b)).toEqual(all);
    }),
  );
});

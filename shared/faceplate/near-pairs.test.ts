import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Edges, nearPairs } from './near-pairs.ts';

const boxes = fc.array(
  fc
    .tuple(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 30 }),
    )
    .map(([left, top, width, height]) => ({
      left,
      top,
      right: left + width,
      bottom: top + height,
    })),
  { maxLength: 40 },
);

function isNear(a: Edges, b: Edges, reach: number): boolean {
  return (
    a.left - b.right < reach &&
    b.left - a.right < reach &&
    a.top - b.bottom < reach &&
    b.top - a.bottom < reach
  );
}

it('finds each near pair once, as comparing all with all does', () => {
  fc.assert(
    fc.property(boxes, fc.integer({ min: 0, max: 10 }), (list, reach) => {
      const found: string[] = [];
      const name = (a: Edges, b: Edges) => {
        const [i, k] = [list.findIndex((box) => box === a), list.findIndex((box) => box === b)];
        return `${Math.min(i, k)} ${Math.max(i, k)}`;
      };
      nearPairs(list, reach, (a, b) => {
        found.push(name(a, b));
        return true;
      });
      const all = list.flatMap((a, i) =>
        list.slice(i + 1).flatMap((b) => (isNear(a, b, reach) ? [name(a, b)] : [])),
      );
      expect(found.sort()).toEqual(all.sort());
    }),
  );
});

it('stops when it is told to', () => {
  const same = Array.from({ length: 5 }, () => ({ left: 0, top: 0, right: 1, bottom: 1 }));
  let count = 0;
  nearPairs(same, 0, () => {
    count += 1;
    return count < 3;
  });
  expect(count).toBe(3);
});

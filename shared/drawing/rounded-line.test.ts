import { expect, it } from 'vitest';
import { traceLine } from './rounded-line.ts';

function traced(points: readonly number[], radius: number): string {
  const path: string[] = [];
  traceLine(points, radius, {
    moveTo: (x, y) => path.push(`M${x},${y}`),
    lineTo: (x, y) => path.push(`L${x},${y}`),
    curveTo: (cx, cy, x, y) => path.push(`Q${cx},${cy} ${x},${y}`),
  });
  return path.join(' ');
}

it('rounds a corner by the radius', () => {
  expect(traced([0, 0, 10, 0, 10, 10], 2)).toBe('M0,0 L8,0 Q10,0 10,2 L10,10');
});

it('rounds less where a leg is too short for it', () => {
  expect(traced([0, 0, 2, 0, 2, 10], 5)).toBe('M0,0 L1,0 Q2,0 2,1 L2,10');
});

it('keeps corners without a radius, and draws nothing of a single point', () => {
  expect(traced([0, 0, 5, 0, 5, 5], 0)).toBe('M0,0 L5,0 L5,5');
  expect(traced([3, 3], 2)).toBe('');
});

import { describe, expect, it } from 'vitest';
import { buildSample } from '../samples/index.ts';
import { compareMedia } from './compare-media.ts';
import { bestOf, comparisonLines } from './comparison-lines.ts';

const rated = (value: number | null, unknownParts = 0, counts = true) => ({
  value,
  unknownParts,
  counts,
});

describe('the best of a line', () => {
  it('is the least, each of them where several are', () => {
    expect([...bestOf([rated(3), rated(1), rated(1)])]).toEqual([1, 2]);
  });

  it('is nobody where all are equal or only one is known', () => {
    expect(bestOf([rated(2), rated(2)]).size).toBe(0);
    expect(bestOf([rated(2), rated(null)]).size).toBe(0);
  });

  it('is never unknown, never a bound beside a number, never what cannot be plugged', () => {
    const line = [rated(null), rated(1, 4), rated(0, 0, false), rated(5), rated(6)];
    expect([...bestOf(line)]).toEqual([3]);
  });
});

describe('the lines of the scalable unit', () => {
  const comparison = compareMedia(buildSample('superpod-su'));
  const lines = comparisonLines(comparison).flatMap((group) => group.lines);

  it('have a cell a column, and bars that stay within their height', () => {
    for (const { cells } of lines) {
      expect(cells).toHaveLength(comparison.columns.length);
      for (const { bar } of cells) {
        const height = bar?.parts.reduce((sum, { share }) => sum + share, 0) ?? 0;
        expect(height).toBeLessThanOrEqual(1 + 1e-9);
        expect(bar?.whisker?.high ?? 0).toBeLessThanOrEqual(1);
      }
    }
  });

  it('say in words what a bar shows', () => {
    const reach = lines.find(({ key }) => key === 'reach')!;
    expect(reach.cells[0]?.sentence).toBe(
      '128 of 508 links do not reach; 380 do, 0 only by a named product, and of 0 it is unknown',
    );
    const way = lines.find(({ key }) => key === 'pathNs')!;
    expect(way.cells[7]?.sentence).toMatch(/at least .* added by the medium unknown ns$/);
  });
});

/** The best rectangle of a face that is clear of obstacles. */
import type { PartBox } from './face-part.ts';

/** What makes a free rectangle good, and what it needs at least. */
export interface BoxWish {
  readonly leastWidthMm: number;
  readonly leastHeightMm: number;
  readonly worth: (box: PartBox) => number;
}

/** Bands begin and end at no more edges than this: on a face with more, thinned evenly, the best may be missed. */
const MOST_LEVELS = 200;

/**
 * The free rectangle within a box that is worth most: of each band between two edges, the widest gap. Edges are
 * those of the box and of the obstacles. The area is cut into cells by them, so that a band grows cell by cell.
 */
export function bestFreeBox(
  within: PartBox,
  obstacles: readonly PartBox[],
  { leastWidthMm, leastHeightMm, worth }: BoxWish,
): PartBox | null {
  const ys = thinned(edgesOf(within.yMm, within.heightMm, obstacles, rowsOf));
  const xs = edgesOf(within.xMm, within.widthMm, obstacles, columnsOf);
  const taken = cellsTaken(xs, ys, obstacles);
  const columns = xs.length - 1;
  let best: PartBox | null = null;
  let bestWorth = Number.NEGATIVE_INFINITY;
  for (let first = 0; first < ys.length - 1; first += 1) {
    const blocked = new Uint8Array(columns);
    for (let last = first; last < ys.length - 1; last += 1) {
      for (let k = 0; k < columns; k += 1) if (taken[last * columns + k]) blocked[k] = 1;
      const [yMm, end] = [ys[first] ?? 0, ys[last + 1] ?? 0];
      if (end - yMm < leastHeightMm) continue;
      const gap = widestRun(blocked, xs);
      if (gap.widthMm <= leastWidthMm) continue;
      const box = { ...gap, yMm, heightMm: end - yMm };
      const value = worth(box);
      if (value > bestWorth) [best, bestWorth] = [box, value];
    }
  }
  return best;
}

type Stretch = readonly [start: number, end: number];
const rowsOf = ({ yMm, heightMm }: PartBox): Stretch => [yMm, yMm + heightMm];
const columnsOf = ({ xMm, widthMm }: PartBox): Stretch => [xMm, xMm + widthMm];

function edgesOf(
  start: number,
  length: number,
  obstacles: readonly PartBox[],
  stretchOf: (box: PartBox) => Stretch,
): number[] {
  const end = start + length;
  const edges = new Set([start, end]);
  for (const box of obstacles) {
    for (const edge of stretchOf(box)) if (edge > start && edge < end) edges.add(edge);
  }
  return [...edges].sort((a, b) => a - b);
}

function thinned(levels: readonly number[]): readonly number[] {
  if (levels.length <= MOST_LEVELS) return levels;
  const step = (levels.length - 1) / (MOST_LEVELS - 1);
  return Array.from({ length: MOST_LEVELS }, (_, k) => levels[Math.round(k * step)] ?? 0);
}

/** 1 for each cell, row by row, that an obstacle reaches into. */
function cellsTaken(
  xs: readonly number[],
  ys: readonly number[],
  obstacles: readonly PartBox[],
): Uint8Array {
  const columns = xs.length - 1;
  const taken = new Uint8Array(columns * (ys.length - 1));
  for (const box of obstacles) {
    const [left, right] = columnsOf(box);
    const [top, bottom] = rowsOf(box);
    for (let row = cellAt(ys, top); row < ys.length - 1 && (ys[row] ?? 0) < bottom; row += 1) {
      for (let k = cellAt(xs, left); k < columns && (xs[k] ?? 0) < right; k += 1) {
        taken[row * columns + k] = 1;
      }
    }
  }
  return taken;
}

/** The first cell that ends beyond the value. */
function cellAt(edges: readonly number[], value: number): number {
  let [low, high] = [0, edges.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle + 1] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function widestRun(
  blocked: Uint8Array,
  xs: readonly number[],
): { readonly xMm: number; readonly widthMm: number } {
  let best = { xMm: xs[0] ?? 0, widthMm: 0 };
  let start = 0;
  for (let k = 0; k <= blocked.length; k += 1) {
    if (k < blocked.length && !blocked[k]) continue;
    const [from, to] = [xs[start] ?? 0, xs[k] ?? 0];
    if (to - from > best.widthMm) best = { xMm: from, widthMm: to - from };
    start = k + 1;
  }
  return best;
}

/** The free rectangle of the largest area; null where nothing wider and higher than a millimetre is free. */
export function largestFreeBox(within: PartBox, obstacles: readonly PartBox[]): PartBox | null {
  return bestFreeBox(within, obstacles, {
    leastWidthMm: 1,
    leastHeightMm: 1,
    worth: ({ widthMm, heightMm }) => widthMm * heightMm,
  });
}

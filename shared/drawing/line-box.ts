/** The box that a line keeps within: asked for every line of a frame, so it is one loop. */
import type { Box } from '../model/rack-geometry.ts';

/** @param points x and y by turns; the box of an upright or level line is 1 wide or high, so that it can meet others */
export function boxOfLine(points: readonly number[]): Box {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (let i = 0; i + 1 < points.length; i += 2) {
    const x = points[i] ?? 0;
    const y = points[i + 1] ?? 0;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { x: left, y: top, width: right - left + 1, height: bottom - top + 1 };
}

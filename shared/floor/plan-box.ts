/** Rectangles of the plan. */
import type { Box } from '../model/rack-geometry.ts';
import type { Mm } from '../units/length.ts';

/** Whether two boxes share more than an edge. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The box with so much around it on every side. */
export function grown({ x, y, width, height }: Box, by: Mm): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** The smallest box that holds all of these. @throws RangeError when there are none */
export function around(boxes: readonly Box[]): Box {
  if (boxes.length === 0) throw new RangeError('no boxes');
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

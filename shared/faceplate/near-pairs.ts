/** Boxes that touch or nearly do, found by a sweep. */

export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/**
 * Calls `take` once for each pair of boxes that are nearer than `reach` along both axes. The sweep goes along the
 * axis on which the boxes are spread wider, so that few are open at a time.
 * @param take answers whether to go on
 */
export function nearPairs<Box extends Edges>(
  boxes: readonly Box[],
  reach: number,
  take: (a: Box, b: Box) => boolean,
): void {
  const alongX = spread(boxes, 'left') >= spread(boxes, 'top');
  const [start, end, low, high] = alongX
    ? (['left', 'right', 'top', 'bottom'] as const)
    : (['top', 'bottom', 'left', 'right'] as const);
  const sorted = [...boxes].sort((a, b) => a[start] - b[start]);
  const open: Box[] = [];
  for (const box of sorted) {
    const from = box[start] - reach;
    let kept = 0;
    for (const other of open) {
      if (other[end] <= from) continue;
      open[kept] = other;
      kept += 1;
      const apart = box[low] - other[high] >= reach || other[low] - box[high] >= reach;
      if (!apart && !take(other, box)) return;
    }
    open.length = kept;
    open.push(box);
  }
}

function spread(boxes: readonly Edges[], edge: 'left' | 'top'): number {
  let [least, most] = [Infinity, -Infinity];
  for (const box of boxes) {
    least = Math.min(least, box[edge]);
    most = Math.max(most, box[edge]);
  }
  return most - least;
}

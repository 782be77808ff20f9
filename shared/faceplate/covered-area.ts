/** Area that boxes cover together, each spot counted once. */
import type { PartBox } from './face-part.ts';

export function boxArea({ widthMm, heightMm }: PartBox): number {
  return widthMm * heightMm;
}

/** What of `within` the boxes cover, mm². Strips between the boxes' sides, each with its stretches merged. */
export function coveredMm2(within: PartBox, boxes: readonly PartBox[]): number {
  const right = within.xMm + within.widthMm;
  const bottom = within.yMm + within.heightMm;
  const inside = boxes
    .map((box) => ({
      left: Math.max(box.xMm, within.xMm),
      right: Math.min(box.xMm + box.widthMm, right),
      top: Math.max(box.yMm, within.yMm),
      bottom: Math.min(box.yMm + box.heightMm, bottom),
    }))
    .filter((box) => box.left < box.right && box.top < box.bottom)
    .sort((a, b) => a.left - b.left);
  const levels = [...new Set(inside.flatMap((box) => [box.top, box.bottom]))].sort((a, b) => a - b);
  let area = 0;
  for (const [k, top] of levels.entries()) {
    const next = levels[k + 1];
    if (next === undefined) break;
    let width = 0;
    let reached = within.xMm;
    for (const box of inside) {
      if (box.top > top || box.bottom < next || box.right <= reached) continue;
      width += box.right - Math.max(reached, box.left);
      reached = box.right;
    }
    area += width * (next - top);
  }
  return area;
}

/** Numbers beside a drawing stand as near as they can to what they measure, and never over each other. */

/**
 * Places for labels that are wanted at `wanted` and may not be closer than `gap`, moved as little as it takes.
 * @param wanted ascending, mm
 * @returns as many places, ascending, mm
 */
export function spread(wanted: readonly number[], gap: number): number[] {
  // Less what the labels before it take, places must only not descend: neighbours that would are put at their mean.
  const blocks: { sum: number; count: number }[] = [];
  for (const [i, place] of wanted.entries()) {
    let block = { sum: place - i * gap, count: 1 };
    for (let last = blocks.at(-1); last && mean(last) > mean(block); last = blocks.at(-1)) {
      blocks.pop();
      block = { sum: last.sum + block.sum, count: last.count + block.count };
    }
    blocks.push(block);
  }
  const places: number[] = [];
  for (const block of blocks) {
    for (let i = 0; i < block.count; i += 1) places.push(mean(block) + places.length * gap);
  }
  return places;
}

function mean({ sum, count }: { readonly sum: number; readonly count: number }): number {
  return sum / count;
}

/** Ways through a fabric in words. */
import type { PathRow, PathTime } from '../../../shared/analysis/types.ts';
import { say } from '../../../shared/text/index.ts';
import { numberText } from '../parts/number-text.ts';

/** The time of a way, ns: all of it, or that it is so much or more. */
export function timeText({ totalNs, knownNs }: Pick<PathTime, 'totalNs' | 'knownNs'>): string {
  const known = numberText(Number(knownNs.toPrecision(4)));
  return totalNs === null ? say('panels.time.atLeast', { known }) : known;
}

/** What a row of ways is about: a rail, a leaf, or what lies between them. */
export function groupText(
  { rail, leaf }: Pick<PathRow, 'rail' | 'leaf'>,
  nameOf: (device: string) => string,
): string {
  if (rail !== null) return say('panels.time.rail', { rail });
  return leaf === null ? say('panels.time.between') : nameOf(leaf);
}

/** What is wrong with the labels of a design: printed twice, or longer than the printer takes. */
import type { Design } from '../model/design.ts';
import type { CableId } from '../model/ids.ts';
import { type EndLabels, endLabels } from './end-labels.ts';

export interface LabelFaults {
  readonly labels: number;
  /** Characters of the longest. */
  readonly longest: number;
  /** Labels that stand at more than one end, with the cables that have them. */
  readonly twice: ReadonlyMap<string, readonly CableId[]>;
  /** Cables with a label over the limit. */
  readonly tooLong: readonly CableId[];
}

/** @param labelsOf the labels of a cable by id; those of the design's template when left out */
export function labelFaults(
  design: Design,
  limit = design.settings.cabling.labelLimit,
  labelsOf: (id: CableId) => EndLabels = (id) => {
    const cable = design.cables.get(id);
    return cable ? endLabels(design, cable) : { a: [], b: [] };
  },
): LabelFaults {
  const first = new Map<string, CableId>();
  const twice = new Map<string, CableId[]>();
  const tooLong: CableId[] = [];
  let [labels, longest] = [0, 0];
  for (const id of design.cables.keys()) {
    const { a, b } = labelsOf(id);
    let over = false;
    for (const label of [...a, ...b]) {
      labels += 1;
      const length = characters(label);
      longest = Math.max(longest, length);
      over ||= limit !== null && length > limit;
      const earlier = first.get(label);
      if (earlier === undefined) first.set(label, id);
      else twice.set(label, [...(twice.get(label) ?? [earlier]), id]);
    }
    if (over) tooLong.push(id);
  }
  return { labels, longest, twice, tooLong };
}

/** Characters as a printer counts them. */
export function characters(text: string): number {
  return Array.from(text).length;
}

/** Ids that a design does not have yet, the same every time: for imports without a person. */
import { type Design, recordsOf } from '../model/design.ts';
import { countingIds, type IdSource } from '../model/ids.ts';

/** Counts on where the ids of the design are not taken. */
export function freeIds(design: Design): IdSource {
  const taken = new Set<string>();
  for (const { id } of recordsOf(design)) taken.add(id);
  const count = countingIds();
  return (prefix) => {
    for (;;) {
      const id = count(prefix);
      if (taken.has(id)) continue;
      taken.add(id);
      return id;
    }
  };
}

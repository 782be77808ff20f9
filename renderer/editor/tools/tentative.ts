/** What letting go would make of the design: asked for with every move, made anew only where it lands elsewhere. */
import { type Diff, isEmptyDiff } from '../../../shared/model/diff.ts';
import { countingIds } from '../../../shared/model/ids.ts';
import type { EditAnswer } from '../edits/edit.ts';

/** Ids of what is only tried: no record of a design has one like it. */
const TRIAL_PREFIX = 'tentative';

export interface Tentative {
  /**
   * The diff of letting go at a place; null where that is refused or changes nothing.
   * @param place names the landing: the same name gives the same diff again
   */
  at(place: string, make: (ids: ReturnType<typeof countingIds>) => EditAnswer): Diff | null;
}

export function createTentative(): Tentative {
  let last: { readonly place: string; readonly diff: Diff | null } | null = null;
  return {
    at(place, make) {
      if (last?.place === place) return last.diff;
      const count = countingIds();
      const answer = make((prefix) => `${TRIAL_PREFIX}-${count(prefix)}`);
      const diff = answer.ok && !isEmptyDiff(answer.edit.diff) ? answer.edit.diff : null;
      last = { place, diff };
      return diff;
    },
  };
}

/** The id that a single new device gets when it is only tried. */
export const TRIAL_DEVICE = `${TRIAL_PREFIX}-device-1`;

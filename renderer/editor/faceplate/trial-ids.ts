/** Ids for what is only tried, while a gesture runs: the same ones with every step. */
import { countingIds, type IdSource } from '../../../shared/model/ids.ts';

export function trialIds(): IdSource {
  const count = countingIds();
  return (prefix) => `trial-${count(prefix)}`;
}

/** Edits that put a generated cluster into the design, bring one up to a new specification, or place it better. */
import { addCluster, type ClusterChange, changeDiff } from '../../../shared/cluster/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { DesignRecord } from '../../../shared/model/records.ts';
import type { Optimised } from '../../../shared/optimise/index.ts';
import { say } from '../../../shared/text/index.ts';
import { type EditAnswer, edited } from './edit.ts';

/** Puts what was generated in. */
export function buildCluster(
  design: Design,
  name: string,
  records: readonly DesignRecord[],
): EditAnswer {
  return edited(say('editor.label.addCluster', { name }), addCluster(design, records));
}

/**
 * Brings a cluster up to a new specification.
 * @param taken keys of the conflicts in which the new specification wins
 */
export function updateCluster(
  design: Design,
  name: string,
  change: ClusterChange,
  taken: ReadonlySet<string>,
): EditAnswer {
  const diff = changeDiff(design, change, (key) => taken.has(key));
  return edited(say('editor.label.changeCluster', { name }), diff);
}

/** Moves racks and switches to the places that the optimiser found. */
export function betterPlaces({ diff }: Optimised): EditAnswer {
  return edited(say('editor.label.optimise'), diff);
}

/** Edits that put a generated cluster into the design, bring one up to a new specification, or place it better. */
import { addCluster } from '../../../shared/cluster/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { Diff } from '../../../shared/model/diff.ts';
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

/** Brings a cluster up to a new specification. */
export function updateCluster(name: string, diff: Diff): EditAnswer {
  return edited(say('editor.label.changeCluster', { name }), diff);
}

/** Moves racks and switches to the places that the optimiser found. */
export function betterPlaces({ diff }: Optimised): EditAnswer {
  return edited(say('editor.label.optimise'), diff);
}

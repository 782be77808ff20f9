/** Edits that put a generated cluster into the design, or bring one up to a new specification. */
import type { Design } from '../../../shared/model/design.ts';
import type { DesignRecord } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { type ClusterChange, changeDiff } from '../cluster/merge-cluster.ts';
import { type EditAnswer, edited, refused } from './edit.ts';

/**
 * Puts a cluster in. A device type that the design has already is not brought again; in a design without racks the
 * cluster's rows take the place of the empty ones.
 * @param records what was generated
 */
export function addCluster(
  design: Design,
  name: string,
  records: readonly DesignRecord[],
): EditAnswer {
  const added = records.filter(
    (record) =>
      record.kind !== 'settings' &&
      !(record.kind === 'deviceType' && design.deviceTypes.has(record.id)),
  );
  if (!added.some(({ kind }) => kind === 'row')) return refused('editor.refused.generic');
  const removed = design.racks.size === 0 ? [...design.rows.values()] : [];
  return edited(say('editor.label.addCluster', { name }), { added, removed });
}

/**
 * Brings a cluster up to a new specification.
 * @param taken keys of the conflicts in which the new specification wins
 */
export function changeCluster(
  design: Design,
  name: string,
  change: ClusterChange,
  taken: ReadonlySet<string>,
): EditAnswer {
  return edited(say('editor.label.changeCluster', { name }), changeDiff(design, change, taken));
}

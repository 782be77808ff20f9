/**
 * Clusters: from a specification to rows, racks, devices and cables.
 *
 * - `clusterSpec(input)` checks a spec and fills in the usual values
 * - `addCluster(design, records)` is the edit that puts a generated cluster in
 * - `changeCluster(design, id, spec)` says what a changed spec comes to, `changeDiff` is the edit of it
 * - `movedByHand(design)` says what stands elsewhere than the specifications put it
 * - `planCluster(spec, types)` says what it comes to; `generateCluster(spec, {clusterId, types})` builds it;
 *   `drawUpCluster` does both at once
 */

export {
  addCluster,
  changeCluster,
  clusterDesign,
  clusterNamed,
  freeClusterId,
  placedSpec,
} from './change-cluster.ts';
export { changeDiff } from './change-diff.ts';
export { type ChangeSummary, type ConflictSummary, changeSummary } from './change-summary.ts';
export {
  type ClusterSpec,
  type ClusterSpecInput,
  clusterSpec,
  readClusterSpec,
} from './cluster-spec.ts';
export { catalogueWith } from './cluster-types.ts';
export { drawUpCluster, generateCluster } from './generate-cluster.ts';
export type { ClusterChange } from './merge-cluster.ts';
export { type MovedByHand, movedByHand, NOTHING_MOVED } from './moved-by-hand.ts';
export {
  type ClusterPlan,
  planCluster,
} from './plan-cluster.ts';

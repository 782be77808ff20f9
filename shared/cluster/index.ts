/**
 * Clusters: from a specification to rows, racks, devices and cables.
 *
 * - `clusterSpec(input)` checks a spec and fills in the usual values
 * - `changeCluster(design, id, spec)` is the edit that a changed spec comes to, `addCluster` that of a new one
 * - `planCluster(spec, types)` says what it comes to; `generateCluster(spec, {clusterId, types})` builds it
 */

export {
  addCluster,
  type ClusterConflict,
  changeCluster,
  clusterNamed,
  freeClusterId,
  type TakenSide,
} from './change-cluster.ts';
export {
  type ClusterSpec,
  type ClusterSpecInput,
  clusterSpec,
  readClusterSpec,
} from './cluster-spec.ts';
export { catalogueWith } from './cluster-types.ts';
export { generateCluster } from './generate-cluster.ts';
export {
  type ClusterPlan,
  planCluster,
} from './plan-cluster.ts';

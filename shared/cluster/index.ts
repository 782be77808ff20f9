/**
 * Clusters: from a specification to rows, racks, devices and cables.
 *
 * - `clusterSpec(input)` checks a spec and fills in the usual values; `readClusterSpec(text)` reads a record's
 * - `planCluster(spec, types)` says what it comes to; `generateCluster(spec, {clusterId, types})` builds it
 */
export {
  type ClusterSpec,
  type ClusterSpecInput,
  clusterSpec,
  clusterSpecSchema,
  LEAF_PLACES,
  type LeafPlace,
  LINK_CLASSES,
  type LinkClass,
  readClusterSpec,
} from './cluster-spec.ts';
export { type ClusterOptions, generateCluster } from './generate-cluster.ts';
export {
  type ClusterPlan,
  type PlannedCables,
  type PlannedFabric,
  type PlannedSwitches,
  planCluster,
} from './plan-cluster.ts';

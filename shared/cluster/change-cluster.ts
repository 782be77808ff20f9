/** Clusters of a design: new ones, and those whose specification changed. */
import type { Design } from '../model/design.ts';
import type { Diff } from '../model/diff.ts';
import type { ClusterId } from '../model/ids.ts';
import type { Cluster, DesignRecord } from '../model/records.ts';
import { type ClusterSpec, readClusterSpec } from './cluster-spec.ts';
import { catalogueWith } from './cluster-types.ts';
import { generateCluster } from './generate-cluster.ts';
import { type ClusterChange, mergeCluster } from './merge-cluster.ts';

/**
 * What a new spec for a cluster comes to: what was generated follows, what was edited by hand stays, and where the two
 * meet there is a conflict. `changeDiff` makes the edit of it.
 * @throws RangeError when there is no such cluster, or one of the specs cannot be built
 */
export function changeCluster(
  design: Design,
  clusterId: ClusterId,
  spec: ClusterSpec,
): ClusterChange {
  const cluster = design.clusters.get(clusterId);
  if (!cluster) throw new RangeError(`the design has no cluster ${clusterId}`);
  const options = { clusterId, types: catalogueWith(design) };
  const base = generateCluster(readClusterSpec(cluster.spec), options);
  return mergeCluster(design, base, generateCluster(spec, options));
}

/**
 * Puts what was generated into the design. A device type that the design has already is not brought again; in a design
 * without racks the cluster's rows take the place of the empty ones.
 */
export function addCluster(design: Design, records: readonly DesignRecord[]): Diff {
  const added = records.filter(
    (record) => record.kind !== 'deviceType' || !design.deviceTypes.has(record.id),
  );
  const removed = design.racks.size === 0 ? [...design.rows.values()] : [];
  return { added, updated: [], removed };
}

/** An id for a new cluster. */
export function freeClusterId(design: Design): ClusterId {
  let number = design.clusters.size + 1;
  while (design.clusters.has(`cluster-${number}`)) number += 1;
  return `cluster-${number}`;
}

/** The cluster of that name, or undefined. */
export function clusterNamed(design: Design, name: string): Cluster | undefined {
  return [...design.clusters.values()].find((cluster) => cluster.name === name);
}

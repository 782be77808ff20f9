/** Clusters of a design: new ones, and those whose specification changed. */
import { floorPlan } from '../floor/floor-plan.ts';
import { type Design, defaultSettings, designFromRecords } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
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
 * @param onLinks told how many links are made, of the old spec's and of the new one's
 * @throws RangeError when there is no such cluster, or one of the specs cannot be built
 */
export function changeCluster(
  design: Design,
  clusterId: ClusterId,
  spec: ClusterSpec,
  onLinks: (done: number, total: number) => void = () => {},
): ClusterChange {
  const cluster = design.clusters.get(clusterId);
  if (!cluster) throw new RangeError(`the design has no cluster ${clusterId}`);
  const options = { clusterId, types: catalogueWith(design) };
  // The one is about as large as the other: the first is the first half.
  const base = generateCluster(readClusterSpec(cluster.spec), {
    ...options,
    onLinks: (done, total) => onLinks(done, 2 * total),
  });
  const theirs = generateCluster(spec, {
    ...options,
    onLinks: (done, total) => onLinks(total + done, 2 * total),
  });
  return mergeCluster(design, base, theirs);
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

/**
 * A design of nothing but a cluster.
 * @param own device types that stand before the catalogue's
 * @param onLinks told how many links are made
 * @throws RangeError when the spec cannot be built
 */
export function clusterDesign(
  spec: ClusterSpec,
  own: Iterable<DeviceType> = [],
  onLinks: (done: number, total: number) => void = () => {},
): Design {
  const deviceTypes = new Map([...own].map((type) => [type.id, type]));
  const types = catalogueWith({ deviceTypes });
  const records = generateCluster(spec, { clusterId: 'cluster-1', types, onLinks });
  return designFromRecords([defaultSettings(spec.name), ...records]);
}

/** A row that comes into a design with racks stands this far behind them, mm. */
const CLEAR_MM = 2400;

/**
 * The spec with a place on the floor, where it does not say one (its corner is at 0, 0): a known cluster stays where it
 * stands, a new one comes behind the racks that are there.
 */
export function placedSpec(design: Design, spec: ClusterSpec, known: Cluster | null): ClusterSpec {
  const { floor } = spec;
  if (floor.xMm !== 0 || floor.yMm !== 0) return spec;
  if (known) {
    const { xMm, yMm } = readClusterSpec(known.spec).floor;
    return { ...spec, floor: { ...floor, xMm, yMm } };
  }
  if (design.racks.size === 0) return spec;
  let edge = Number.NEGATIVE_INFINITY;
  for (const { box } of floorPlan(design).racks.values()) edge = Math.max(edge, box.y + box.height);
  return { ...spec, floor: { ...floor, yMm: Math.ceil(edge) + CLEAR_MM } };
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

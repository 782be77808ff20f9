/** Designs to start from. Building one twice gives the same records. */
import { clusterDesign, clusterSpec } from '../cluster/index.ts';
import type { Design } from '../model/design.ts';
import { CLUSTER_10K, CLUSTER_100K, SUPERPOD_4SU } from './cluster-samples.ts';
import { buildFirstRack } from './first-rack.ts';
import { buildSuperpodSu } from './superpod-su.ts';

export interface Sample {
  /** What `plenum new --sample` takes. */
  readonly id: string;
  readonly titleKey: string;
  /** @param onLinks told how many links are made, where there are many */
  build(onLinks?: (done: number, total: number) => void): Design;
}

export const SAMPLES: readonly Sample[] = [
  { id: 'first-rack', titleKey: 'catalog.sample.first-rack', build: buildFirstRack },
  { id: 'superpod-su', titleKey: 'catalog.sample.superpod-su', build: buildSuperpodSu },
];

/** A whole cluster, generated: too large to be built in passing, so that what it comes to is written down. */
export interface ClusterSample extends Sample {
  readonly racks: number;
  readonly nodes: number;
  readonly cables: number;
}

export const CLUSTER_SAMPLES: readonly ClusterSample[] = [
  {
    id: 'superpod-4su',
    racks: 39,
    nodes: 127,
    cables: 2693,
    titleKey: 'catalog.sample.superpod-4su',
    build: (onLinks) => clusterDesign(clusterSpec(SUPERPOD_4SU), [], onLinks),
  },
  {
    id: 'cluster-10k',
    racks: 385,
    nodes: 1280,
    cables: 30_720,
    titleKey: 'catalog.sample.cluster-10k',
    build: (onLinks) => clusterDesign(clusterSpec(CLUSTER_10K), [], onLinks),
  },
  {
    id: 'cluster-100k',
    racks: 3569,
    nodes: 12_500,
    cables: 300_448,
    titleKey: 'catalog.sample.cluster-100k',
    build: (onLinks) => clusterDesign(clusterSpec(CLUSTER_100K), [], onLinks),
  },
];

const ALL: readonly Sample[] = [...SAMPLES, ...CLUSTER_SAMPLES];

/** Ids of all samples, the small ones first. */
export const SAMPLE_IDS: readonly string[] = ALL.map(({ id }) => id);

/**
 * Builds the sample of that id.
 * @param onLinks told how many links are made, where there are many
 * @throws RangeError naming the samples there are
 */
export function buildSample(id: string, onLinks?: (done: number, total: number) => void): Design {
  const sample = ALL.find((candidate) => candidate.id === id);
  if (!sample) throw new RangeError(`no sample ${id}; there are ${SAMPLE_IDS.join(', ')}`);
  return sample.build(onLinks);
}

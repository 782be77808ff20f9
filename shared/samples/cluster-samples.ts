/** Clusters to start from, as the specifications that they are generated from. */
import type { ClusterSpecInput } from '../cluster/index.ts';

/**
 * The DGX H100 SuperPOD of four scalable units: 127 nodes, since the 128th gives its ports to the fabric manager
 * (NVIDIA reference architecture, table 4), four to a rack, with storage and out-of-band networks.
 */
export const SUPERPOD_4SU: ClusterSpecInput = {
  name: 'DGX H100 SuperPOD, 4 units',
  node: { type: 'catalog:nvidia-dgx-h100', count: 127 },
  compute: { extraPorts: 4 },
  fabrics: [
    { name: 'storage', ports: 2, leaf: 'catalog:nvidia-qm9700', spine: 'catalog:nvidia-qm9700' },
    { name: 'out-of-band', leaf: 'catalog:nvidia-sn2201' },
  ],
};

/** 10,240 GPUs: 1,280 nodes of eight, three tiers of 64-port switches as in NVIDIA's larger B200 counts. */
export const CLUSTER_10K: ClusterSpecInput = {
  name: '10,240 GPUs',
  node: { type: 'catalog:nvidia-dgx-b200', count: 1280 },
  racks: { maxPowerW: 60_000, perRow: 30 },
};

/** 100,000 GPUs: 12,500 nodes of eight at 800 Gb/s, three tiers of 144-port switches. */
export const CLUSTER_100K: ClusterSpecInput = {
  name: '100,000 GPUs',
  node: { type: 'catalog:nvidia-dgx-b300', count: 12_500 },
  racks: { maxPowerW: 60_000, perRow: 60 },
};

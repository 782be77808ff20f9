/** How long it takes to plan, to generate and to optimise a cluster. */
import {
  type ClusterSpecInput,
  catalogueWith,
  clusterDesign,
  clusterSpec,
  generateCluster,
  planCluster,
} from '../../shared/cluster/index.ts';
import { defaultSettings, designFromRecords } from '../../shared/model/design.ts';
import { type Optimised, optimise } from '../../shared/optimise/index.ts';
import { CLUSTER_10K, CLUSTER_100K } from '../../shared/samples/cluster-samples.ts';
import { rounded } from './numbers.ts';
import { type PacedRun, timedAtPace } from './pace.ts';

/** One cluster: what it holds, and how long it takes. */
export interface ClusterTime {
  readonly name: string;
  readonly records: number;
  readonly plan: PacedRun;
  readonly generate: PacedRun;
}

export interface ClusterTimes {
  readonly clusters: readonly ClusterTime[];
  /** The places of the switches of 10,240 GPUs, for the cost weight: in all, and the longest step between two yields. */
  readonly optimise: {
    readonly all: PacedRun;
    readonly longestStepMs: number;
    readonly gainPercent: number;
  };
}

export function measureClusters(tell: (what: string) => void): ClusterTimes {
  const clusters = [CLUSTER_10K, CLUSTER_100K].map((input) => {
    tell(`cluster of ${input.name ?? ''}`);
    return measureCluster(input);
  });
  tell('better places for its switches');
  return { clusters, optimise: measureOptimiser() };
}

function measureCluster(input: ClusterSpecInput): ClusterTime {
  const spec = clusterSpec(input);
  const types = catalogueWith(designFromRecords([defaultSettings(spec.name)]));
  let records = 0;
  const generate = once(() => {
    records = generateCluster(spec, { clusterId: 'cluster-1', types }).length;
  });
  return { name: spec.name, records, plan: once(() => void planCluster(spec, types)), generate };
}

function measureOptimiser(): ClusterTimes['optimise'] {
  const design = clusterDesign(clusterSpec(CLUSTER_10K));
  let longestStepMs = 0;
  let found: Optimised | null = null;
  const all = once(() => {
    const going = optimise(design, { goal: 'cost' });
    while (found === null) {
      const start = performance.now();
      const step = going.next();
      longestStepMs = Math.max(longestStepMs, performance.now() - start);
      if (step.done === true) found = step.value;
    }
  });
  const { before, after } = found as unknown as Optimised;
  const gainPercent = 100 * (1 - after.costWeight / before.costWeight);
  return { all, longestStepMs: rounded(longestStepMs), gainPercent: rounded(gainPercent) };
}

/** Built once, as a person waits for it: there is no second time to warm up for. */
function once(run: () => void): PacedRun {
  const [time] = timedAtPace(1, run, 0);
  if (!time) throw new RangeError('nothing was measured');
  return { ms: rounded(time.ms), pace: time.pace };
}

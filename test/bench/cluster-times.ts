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

export async function measureClusters(tell: (what: string) => void): Promise<ClusterTimes> {
  const clusters: ClusterTime[] = [];
  for (const input of [CLUSTER_10K, CLUSTER_100K]) {
    tell(`cluster of ${input.name ?? ''}`);
    clusters.push(await measureCluster(input));
  }
  tell('better places for its switches');
  return { clusters, optimise: await measureOptimiser() };
}

async function measureCluster(input: ClusterSpecInput): Promise<ClusterTime> {
  const spec = clusterSpec(input);
  const types = catalogueWith(designFromRecords([defaultSettings(spec.name)]));
  let records = 0;
  const generate = await once(() => {
    records = generateCluster(spec, { clusterId: 'cluster-1', types }).length;
  });
  return {
    name: spec.name,
    records,
    plan: await once(() => void planCluster(spec, types)),
    generate,
  };
}

async function measureOptimiser(): Promise<ClusterTimes['optimise']> {
  const design = clusterDesign(clusterSpec(CLUSTER_10K));
  let longestStepMs = 0;
  let found: Optimised | null = null;
  const all = await once(() => {
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
async function once(run: () => void): Promise<PacedRun> {
  const [time] = await timedAtPace(1, run, 0);
  if (!time) throw new RangeError('nothing was measured');
  return { ms: rounded(time.ms), pace: time.pace };
}

/** The times of clusters as lines of the table. */
import type { ClusterTimes } from './cluster-times.ts';
import { type Row, row } from './numbers.ts';

/** What generating may take, ms, by the order of the clusters: ten thousand GPUs and a hundred thousand. */
const GENERATE_MS = [2000, 20_000] as const;
/** "Well under a minute" for the optimiser. */
const OPTIMISE_MS = 30_000;

export function clusterRows({ clusters, optimise }: ClusterTimes): readonly Row[] {
  const { all, longestStepMs, gainPercent } = optimise;
  const name = clusters[0]?.name ?? '';
  return [
    ...clusters.flatMap(({ name: cluster, records, plan, generate }, at) => [
      row(`cluster of ${cluster}: planned`, plan.ms, 'ms', null, plan.pace),
      row(
        `cluster of ${cluster}: generated, ${records} records`,
        generate.ms,
        'ms',
        GENERATE_MS[at] ?? null,
        generate.pace,
      ),
    ]),
    row(`better places in ${name}, for cost: all`, all.ms, 'ms', OPTIMISE_MS, all.pace),
    row(`better places in ${name}: longest step`, longestStepMs, 'ms', null, all.pace),
    row(`better places in ${name}: cost weight gained`, gainPercent, '%'),
  ];
}

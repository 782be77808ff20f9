/** Rule `latency`: ways of which the time is not known, or not all of it. */
import { type EndedLinks, passageOf } from './fabric-graph.ts';
import { count, type FindingSource, makeFinding, words } from './finding.ts';
import type { GroupWays } from './group-ways.ts';
import { fabricName, nanoseconds } from './latency-values.ts';

/** One finding for all ways of a fabric that may be over the budget or not. */
export function unknownWays(
  fabric: string,
  groups: readonly GroupWays[],
  budgetNs: number,
): FindingSource {
  const atLeastNs = Math.max(...groups.map(({ slowest }) => slowest.ps)) / 1000;
  const missing = [...new Set(groups.flatMap((group) => group.missing))].sort();
  return makeFinding(
    { id: `latency:unknown:${fabric}`, rule: 'latency', severity: 'note' },
    () => ({
      subjects: [],
      message: 'latency.unknown',
      values: {
        fabric: words(fabricName(fabric)),
        known: nanoseconds(atLeastNs, 'derived'),
        budget: nanoseconds(budgetNs, 'datasheet'),
      },
      explanation: [
        {
          formula: 't >= what is known of it',
          where: { t: 'known' },
          sources: ['physics.md, section 6'],
        },
      ],
      missing,
    }),
  );
}

/** Ways that cannot be followed any further are said, whether there is a budget or not. */
export function endedWays(fabric: string, { cables, panels }: EndedLinks): FindingSource {
  return makeFinding({ id: `latency:panel:${fabric}`, rule: 'latency', severity: 'note' }, () => ({
    subjects: [],
    message: 'latency.panel',
    values: {
      fabric: words(fabricName(fabric)),
      cables: count(cables),
      panels: words(panels.join(', ')),
    },
    missing: panels.map(passageOf),
  }));
}

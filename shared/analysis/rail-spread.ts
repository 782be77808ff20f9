/** What it costs that the rails of a fabric are not equally fast: the faster ones wait for the slowest. */
import { count, type FindingSource, makeFinding, quantity, subjectOf, words } from './finding.ts';
import type { GroupWays } from './group-ways.ts';
import { serialisationNs, waitingShare } from './latency.ts';
import {
  type CableLookup,
  fabricName,
  known,
  nanoseconds,
  type WayCable,
} from './latency-values.ts';
import { linksOf } from './path-rows.ts';
import type { FindingValue } from './types.ts';

/** Message of one step of a collective, bytes [assumed]: 1 MiB. */
const STEP_BYTES = 2 ** 20;

/**
 * The finding about the spread between the rails of a fabric; null where there are not two rails, where a rail has
 * an unknown part, or where all are equally fast.
 * @param slowest the slowest way of each group
 */
export function railSpreadFinding(
  fabric: string,
  slowest: readonly GroupWays[],
  cableOf: CableLookup,
): FindingSource | null {
  const rails = slowest.flatMap(({ rail, ...group }) =>
    rail === null ? [] : [{ ...group, rail }],
  );
  const [first] = rails;
  if (!first || rails.some(({ missing }) => missing.length > 0)) return null;
  const slow = rails.reduce((a, b) => (b.slowest.ps > a.slowest.ps ? b : a), first);
  const fast = rails.reduce((a, b) => (b.slowest.ps < a.slowest.ps ? b : a), first);
  const waitPs = slow.slowest.ps - fast.slowest.ps;
  if (waitPs === 0) return null;
  const links = linksOf(slow.slowest).map(({ cable }) => cable);
  const cables = known(links, cableOf);
  const rateGbps = slowestRate(cables);
  const [slowNs, fastNs] = [slow.slowest.ps / 1000, fast.slowest.ps / 1000];
  return makeFinding({ id: `latency:rails:${fabric}`, rule: 'latency', severity: 'note' }, () => ({
    subjects: cables.map(({ cable }) => subjectOf(cable)),
    message: rateGbps === null ? 'latency.rails.bare' : 'latency.rails.share',
    values: {
      fabric: words(fabricName(fabric)),
      rails: count(rails.length),
      slowRail: count(slow.rail),
      fastRail: count(fast.rail),
      slowest: nanoseconds(slowNs, 'derived'),
      fastest: nanoseconds(fastNs, 'derived'),
      wait: nanoseconds(waitPs / 1000, 'derived'),
      ...(rateGbps === null ? {} : shareValues(slowNs, fastNs, rateGbps)),
    },
    explanation: [
      {
        formula: 'wait = t_slowest - t_fastest',
        where: { wait: 'wait', t_slowest: 'slowest', t_fastest: 'fastest' },
        sources: ['a rail-wise step of a collective is over when the slowest rail is [assumed]'],
      },
      ...(rateGbps === null
        ? []
        : [
            {
              formula: 'share = wait/(t_slowest + t_message), t_message = 8*S/R',
              where: {
                share: 'share',
                wait: 'wait',
                t_slowest: 'slowest',
                t_message: 'message',
                S: 'size',
                R: 'rate',
              },
              sources: ['message of one step at line rate: 1 MiB [assumed]'],
            },
          ]),
    ],
  }));
}

function shareValues(
  slowNs: number,
  fastNs: number,
  rateGbps: number,
): Record<string, FindingValue> {
  const messageNs = serialisationNs(STEP_BYTES, rateGbps);
  return {
    size: quantity(STEP_BYTES, 'bytes', 'assumed'),
    rate: quantity(rateGbps, 'Gb/s', 'datasheet'),
    message: nanoseconds(messageNs, 'assumed'),
    share: quantity(100 * waitingShare(slowNs, fastNs, messageNs), '%', 'assumed'),
  };
}

/** Rate of the slowest link of a way, Gb/s; null = unknown. */
function slowestRate(cables: readonly WayCable[]): number | null {
  let slowest: number | null = null;
  for (const { facts } of cables) {
    if (facts === null || facts.speedGbps === null) return null;
    const rate = facts.speedGbps / facts.links.length;
    slowest = Math.min(slowest ?? rate, rate);
  }
  return slowest;
}

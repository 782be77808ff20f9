/**
 * Rule `latency`: the slowest ways of a fabric against the budget of the design, and what it costs that some rails
 * are slower than others.
 */
import type { Design } from '../model/design.ts';
import type { Provenance } from '../model/fact.ts';
import type { DesignRecord } from '../model/records.ts';
import { say } from '../text/index.ts';
import type { CableResult } from './cable-result.ts';
import type { FabricWays, GroupWays } from './fabric-paths.ts';
import { fasterMedium } from './faster-medium.ts';
import {
  compareIds,
  count,
  type FindingSource,
  makeFinding,
  quantity,
  subjectOf,
  words,
} from './finding.ts';
import { mediumName } from './gap-findings.ts';
import { type CableLookup, fabricName, nanoseconds } from './latency-values.ts';
import { hopOf } from './link-time.ts';
import { pathRow } from './path-rows.ts';
import { railSpreadFinding } from './rail-spread.ts';
import type { Explanation, FindingValue, PathRow } from './types.ts';

type Tables = Pick<Design, 'settings' | 'devices' | 'deviceTypes'>;

/** The findings about the ways of one fabric. */
export function latencyFindings(
  design: Tables,
  { fabric, groups }: FabricWays,
  cableOf: CableLookup,
): readonly FindingSource[] {
  const findings: FindingSource[] = [];
  const budgetNs = design.settings.inputs.pathBudgetNs;
  const slowest = slowestOfGroups(groups);
  if (budgetNs !== null) {
    const over = slowest.filter(({ slowest: way }) => way.ps > 1000 * budgetNs);
    for (const group of over) findings.push(overBudget(design, fabric, group, budgetNs, cableOf));
    const open = slowest.filter((group) => !over.includes(group) && group.missing.length > 0);
    if (open.length > 0) findings.push(unknownWays(fabric, open, budgetNs));
  }
  const spread = railSpreadFinding(fabric, slowest, cableOf);
  if (spread) findings.push(spread);
  return findings;
}

/** Of each rail or leaf, and of what lies between them, the slowest way of any length. */
function slowestOfGroups(groups: readonly GroupWays[]): readonly GroupWays[] {
  const slowest = new Map<string, GroupWays>();
  for (const group of groups) {
    const key = groupKey(group);
    const other = slowest.get(key);
    if (!other || group.slowest.ps > other.slowest.ps) slowest.set(key, group);
  }
  return [...slowest.values()];
}

function groupKey({ rail, leaf }: Pick<GroupWays, 'rail' | 'leaf'>): string {
  if (rail !== null) return `rail-${rail}`;
  return leaf === null ? 'between' : leaf;
}

function overBudget(
  design: Tables,
  fabric: string,
  group: GroupWays,
  budgetNs: number,
  cableOf: CableLookup,
): FindingSource {
  const row = pathRow(fabric, group);
  const devices = row.devices.flatMap((id) => design.devices.get(id) ?? []);
  const cables = row.cables.flatMap((id) => cableOf(id) ?? []);
  const hop = hopProvenance(design, row);
  const leafName = group.leaf === null ? '' : (design.devices.get(group.leaf)?.name ?? '');
  return makeFinding(
    {
      id: `latency:${fabric}:${groupKey(group)}`,
      rule: 'latency',
      severity: 'warning',
    },
    () => ({
      subjects: [...cables.map(({ cable }) => cable), ...devices].map((record: DesignRecord) =>
        subjectOf(record),
      ),
      message: `latency.over.${placeOf(group)}`,
      values: {
        fabric: words(fabricName(fabric)),
        ...(group.rail === null ? {} : { rail: count(group.rail) }),
        leaf: words(leafName),
        from: words(devices[0]?.name ?? ''),
        to: words(devices.at(-1)?.name ?? ''),
        time: nanoseconds(row.knownNs, hop),
        budget: nanoseconds(budgetNs, 'datasheet'),
        over: nanoseconds(row.knownNs - budgetNs, 'derived'),
        hops: count(row.hops),
        ...partsOf(row, cables, hop),
        ...savingsOf(cables),
      },
      explanation: [pathRule(row), ...savingRule(cables)],
      missing: row.unknown,
    }),
  );
}

/** What a way's time is made of: its lengths of cable, what the plugs add, and its switches. */
function partsOf(
  row: PathRow,
  cables: readonly CableResult[],
  hop: Provenance,
): Record<string, FindingValue> {
  const length = cables.reduce(
    (sum, cable) => sum + Math.round(1000 * (cable.row.lengthM ?? 0)),
    0,
  );
  const [first] = cables;
  return {
    length: quantity(length / 1000, 'm', 'derived'),
    links: count(row.cables.length),
    first: words(first ? subjectOf(first.cable).name : ''),
    ...(row.flightNs === null ? {} : { flight: nanoseconds(row.flightNs, 'derived') }),
    ...(row.addedNs === null ? {} : { added: nanoseconds(row.addedNs, 'assumed') }),
    transit: nanoseconds(row.switchNs, hop),
    hop: nanoseconds(row.switchNs / row.hops, hop),
    ...(length > 0 && row.flightNs !== null
      ? { delay: quantity((1000 * row.flightNs) / length, 'ns/m', 'derived') }
      : {}),
  };
}

/** The least sure provenance of the transit times on a way. */
function hopProvenance(design: Tables, { devices }: PathRow): Provenance {
  for (const id of devices.slice(1, -1)) {
    const type = design.deviceTypes.get(design.devices.get(id)?.typeId ?? '');
    const { provenance } = hopOf(type ?? { hopNs: null });
    if (provenance === 'assumed') return provenance;
  }
  return 'datasheet';
}

/** What other media would save on the way, and the one that saves the most. */
function savingsOf(cables: readonly CableResult[]): Record<string, FindingValue> {
  const savings = savingsOn(cables);
  const [most] = savings;
  if (!most) return {};
  const saved = savings.reduce((sum, { savesPs }) => sum + savesPs, 0);
  return {
    saves: nanoseconds(saved / 1000, 'assumed'),
    savingLinks: count(savings.length),
    slowestLink: words(subjectOf(most.cable).name),
    medium: words(mediumName(most.cable.medium)),
    fasterMedium: words(mediumName(most.medium)),
  };
}

function savingsOn(cables: readonly CableResult[]) {
  return cables
    .flatMap((result) => {
      const faster = fasterMedium(result);
      return faster ? [{ cable: result.cable, ...faster }] : [];
    })
    .sort((a, b) => b.savesPs - a.savesPs || compareIds(a.cable.id, b.cable.id));
}

function pathRule({ unknown }: PathRow): Explanation {
  const sources = ['physics.md, section 6', 'catalogue of media: ns/m and added latency'];
  if (unknown.length > 0) sources.push(say('analysis.latency.lowerBound'));
  return {
    formula: 't = L*v + t_added + n_hops*t_hop',
    where: {
      t: 'time',
      L: 'length',
      v: 'delay',
      t_added: 'added',
      n_hops: 'hops',
      t_hop: 'hop',
    },
    sources: [...sources, say('analysis.latency.withoutFec')],
  };
}

function savingRule(cables: readonly CableResult[]): readonly Explanation[] {
  if (savingsOn(cables).length === 0) return [];
  return [
    {
      formula:
        't_saved = sum over the links of (L*v + t_added) now - the same of the fastest medium',
      where: { t_saved: 'saves' },
      sources: ['catalogue of media', 'physics.md, section 2.3'],
    },
  ];
}

/** One finding for all ways of a fabric that may be over the budget or not. */
function unknownWays(
  fabric: string,
  groups: readonly GroupWays[],
  budgetNs: number,
): FindingSource {
  const known = Math.max(...groups.map(({ slowest }) => slowest.ps)) / 1000;
  const missing = [...new Set(groups.flatMap((group) => group.missing))].sort();
  return makeFinding(
    { id: `latency:unknown:${fabric}`, rule: 'latency', severity: 'note' },
    () => ({
      subjects: [],
      message: 'latency.unknown',
      values: {
        fabric: words(fabricName(fabric)),
        known: nanoseconds(known, 'derived'),
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

function placeOf({ rail, leaf }: GroupWays): 'rail' | 'leaf' | 'between' {
  if (rail !== null) return 'rail';
  return leaf === null ? 'between' : 'leaf';
}

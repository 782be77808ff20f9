/**
 * Rule `latency`: the slowest ways of a fabric against the budget of the design, and what it costs that some rails
 * are slower than others.
 */
import { mediumFacts, mediumName } from '../catalog/index.ts';
import type { Design } from '../model/design.ts';
import type { Provenance } from '../model/fact.ts';
import type { DeviceId } from '../model/ids.ts';
import type { Device } from '../model/records.ts';
import { say } from '../text/index.ts';
import type { FabricWays } from './fabric-graph.ts';
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
import type { GroupWays } from './group-ways.ts';
import { endedWays, unknownWays } from './latency-unknown.ts';
import {
  type CableLookup,
  fabricName,
  known,
  nanoseconds,
  type WayCable,
} from './latency-values.ts';
import { hopOf } from './link-time.ts';
import { pathRow } from './path-rows.ts';
import { railSpreadFinding } from './rail-spread.ts';
import type { Explanation, FindingValue, PathRow } from './types.ts';

type Tables = Pick<Design, 'settings' | 'devices' | 'deviceTypes'>;

/** The findings about the ways of one fabric. */
export function latencyFindings(
  design: Tables,
  { fabric, groups, ended }: FabricWays,
  cableOf: CableLookup,
): readonly FindingSource[] {
  const findings: FindingSource[] = [];
  const budgetNs = design.settings.inputs.pathBudgetNs;
  const slowest = slowestOfGroups(groups.all);
  if (budgetNs !== null) {
    const over = slowest.filter(({ slowest: way }) => way.ps > 1000 * budgetNs);
    for (const group of over) findings.push(overBudget(design, fabric, group, budgetNs, cableOf));
    const open = slowest.filter((group) => !over.includes(group) && group.missing.length > 0);
    if (open.length > 0) findings.push(unknownWays(fabric, open, budgetNs));
  }
  const spread = railSpreadFinding(fabric, slowest, cableOf);
  if (spread) findings.push(spread);
  if (ended.cables > 0) findings.push(endedWays(fabric, ended));
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
  const devices = known(row.devices, (id) => design.devices.get(id));
  const cables = known(row.cables, cableOf);
  const hop = hopProvenance(design, devices);
  return makeFinding(
    { id: `latency:${fabric}:${groupKey(group)}`, rule: 'latency', severity: 'warning' },
    () => ({
      subjects: [...cables.map(({ cable }) => subjectOf(cable)), ...devices.map(subjectOf)],
      message: `latency.over.${placeOf(group)}`,
      values: {
        fabric: words(fabricName(fabric)),
        ...placeValues(group, devices),
        from: words(nameOf(devices, row.devices[0])),
        to: words(nameOf(devices, row.devices.at(-1))),
        time: nanoseconds(row.knownNs, hop),
        budget: nanoseconds(budgetNs, 'datasheet'),
        over: nanoseconds(row.knownNs - budgetNs, 'derived'),
        ...partsOf(row, cables, hop),
        ...savingsOf(cables),
      },
      explanation: [pathRule(row), ...savingRule(cables)],
      missing: row.unknown,
    }),
  );
}

function placeValues(
  { rail, leaf }: GroupWays,
  devices: readonly Device[],
): Record<string, FindingValue> {
  if (rail !== null) return { rail: count(rail) };
  return leaf === null ? {} : { leaf: words(nameOf(devices, leaf)) };
}

function nameOf(devices: readonly Device[], of: DeviceId | undefined): string {
  return devices.find(({ id }) => id === of)?.name ?? '';
}

/** What a way's time is made of: its lengths of cable, what the plugs add, and its switches. */
function partsOf(
  row: PathRow,
  cables: readonly WayCable[],
  hop: Provenance,
): Record<string, FindingValue> {
  const { hops, flightNs, addedNs, switchNs } = row;
  return {
    links: count(row.cables.length),
    hops: count(hops),
    transit: nanoseconds(switchNs, hop),
    hop: nanoseconds(switchNs / hops, hop),
    ...(addedNs === null ? {} : { added: nanoseconds(addedNs, addedProvenance(cables)) }),
    ...(flightNs === null ? {} : flightValues(cables, flightNs)),
  };
}

/** The lengths of the way together, and the mean flight time of a metre of it. */
function flightValues(cables: readonly WayCable[], flightNs: number): Record<string, FindingValue> {
  const lengthM = cables.reduce((sum, { row }) => sum + (row.lengthM ?? 0), 0);
  return {
    length: quantity(lengthM, 'm', 'derived'),
    delay: quantity(flightNs / lengthM, 'ns/m', 'derived'),
    flight: nanoseconds(flightNs, 'derived'),
  };
}

function addedProvenance(cables: readonly WayCable[]): Provenance {
  const assumed = cables.some(
    ({ cable }) => mediumFacts(cable.medium).addedLatencyNs?.provenance === 'assumed',
  );
  return assumed ? 'assumed' : 'derived';
}

/** `assumed` as soon as one transit time of the way is. */
function hopProvenance({ deviceTypes }: Tables, devices: readonly Device[]): Provenance {
  const types = known(
    devices.map(({ typeId }) => typeId),
    (id) => deviceTypes.get(id),
  );
  const assumed = types.some(
    (type) => type.category === 'switch' && hopOf(type).provenance === 'assumed',
  );
  return assumed ? 'assumed' : 'datasheet';
}

/** What other media would save on the way, and the one that saves the most. */
function savingsOf(cables: readonly WayCable[]): Record<string, FindingValue> {
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

function savingsOn(cables: readonly WayCable[]) {
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

function savingRule(cables: readonly WayCable[]): readonly Explanation[] {
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

function placeOf({ rail, leaf }: GroupWays): 'rail' | 'leaf' | 'between' {
  if (rail !== null) return 'rail';
  return leaf === null ? 'between' : 'leaf';
}

/**
 * What a cluster comes to, counted over the very records that would be built, and over their analysis: nothing is
 * estimated that can be measured.
 */
import { type FindingCounts, summarise } from '../../../shared/analysis/index.ts';
import type { Analysis } from '../../../shared/analysis/types.ts';
import type { ClusterPlan } from '../../../shared/cluster/index.ts';
import { floorPlan } from '../../../shared/floor/floor-plan.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { DeviceCategory } from '../../../shared/model/device-type.ts';
import { MEDIUM_IDS, type MediumId } from '../../../shared/model/medium.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';

/** With more cables than that, findings are left to the analysis of what is built: they would take too long for a live count. */
export const MOST_CHECKED_CABLES = 40_000;

/** Devices of one type. */
export interface TypeCount {
  readonly typeId: string;
  readonly name: string;
  readonly category: DeviceCategory;
  readonly count: number;
}

/** A rack in the small plan. */
export interface PlannedRack {
  readonly box: Box;
  /** What most of it is for. */
  readonly use: 'nodes' | 'network' | 'other';
}

/** What is known as soon as the records stand. */
export interface ClusterCounts {
  /** Nodes and switches, the most numerous first; cable managers, blanks and the like are left out. */
  readonly types: readonly TypeCount[];
  readonly devices: number;
  readonly cables: number;
  readonly links: number;
  readonly racks: number;
  readonly rows: number;
  readonly plan: readonly PlannedRack[];
}

/** Cables of one medium and length. */
export interface LengthCount {
  readonly medium: MediumId;
  /** To be ordered, m; null = longer than any in stock. */
  readonly lengthM: number | null;
  readonly count: number;
}

/** What it weighs, draws and takes in cables: by its plan at first, then by its analysis. */
export interface ClusterCheck {
  readonly lengths: readonly LengthCount[];
  /** Null where a part is unknown. */
  readonly powerW: number | null;
  readonly knownPowerW: number;
  /** Of its devices. */
  readonly weightKg: number | null;
  readonly knownWeightKg: number;
  /** Null until it was analysed. */
  readonly copperKg: number | null;
  /** Of all cables, m; null while some are made to length and not measured yet. */
  readonly cableM: number | null;
  /** Null until it was analysed. */
  readonly findings: FindingCounts | null;
}

/** Counts what was generated. */
export function countCluster(design: Design): ClusterCounts {
  const byType = new Map<string, number>();
  const uses = new Map<string, PlannedRack['use']>();
  for (const { typeId, rackId } of design.devices.values()) {
    byType.set(typeId, (byType.get(typeId) ?? 0) + 1);
    const use = purposeOf(design.deviceTypes.get(typeId)?.category);
    if (use === 'nodes' || (use === 'network' && uses.get(rackId) !== 'nodes'))
      uses.set(rackId, use);
  }
  let links = 0;
  for (const { ends } of design.cables.values()) links += ends.a.length;
  const plan = [...floorPlan(design).racks.values()].map(
    ({ rackId, box }): PlannedRack => ({ box, use: uses.get(rackId) ?? 'other' }),
  );
  return {
    types: typeCounts(design, byType),
    devices: design.devices.size,
    cables: design.cables.size,
    links,
    racks: design.racks.size,
    rows: design.rows.size,
    plan,
  };
}

function purposeOf(category: DeviceCategory | undefined): PlannedRack['use'] {
  if (category === 'node') return 'nodes';
  return category === 'switch' ? 'network' : 'other';
}

const COUNTED: ReadonlySet<DeviceCategory> = new Set<DeviceCategory>([
  'node',
  'server',
  'switch',
  'storage',
  'appliance',
]);

function typeCounts(design: Design, counts: ReadonlyMap<string, number>): readonly TypeCount[] {
  return [...design.deviceTypes.values()]
    .filter(({ id, category }) => COUNTED.has(category) && counts.has(id))
    .map(({ id, model, category }) => ({
      typeId: id,
      name: model,
      category,
      count: counts.get(id) ?? 0,
    }))
    .toSorted((a, b) => b.count - a.count || (a.typeId < b.typeId ? -1 : 1));
}

/** What the analysis measures takes the place of what was planned; weights are those of the devices, as planned. */
export function checkCluster(planned: ClusterCheck, analysis: Analysis): ClusterCheck {
  const { powerW, knownPowerW, copperKg, cableM, findings } = summarise(analysis);
  const cables = analysis.cables.map(({ medium, stockM }) => ({
    medium,
    lengthM: stockM,
    count: 1,
  }));
  return {
    ...planned,
    lengths: summedLengths(cables),
    powerW,
    knownPowerW,
    copperKg,
    cableM,
    findings,
  };
}

/** What a plan says of it, which is known at once. */
export function checkPlan({ powerW, weightKg, cables }: ClusterPlan): ClusterCheck {
  const lengths = summedLengths(cables);
  let cableM: number | null = 0;
  for (const { lengthM, count } of lengths) {
    cableM = lengthM === null || cableM === null ? null : cableM + lengthM * count;
  }
  return {
    lengths,
    powerW: powerW.unknown.length > 0 ? null : powerW.value,
    knownPowerW: powerW.value,
    weightKg: weightKg.unknown.length > 0 ? null : weightKg.value,
    knownWeightKg: weightKg.value,
    copperKg: null,
    cableM,
    findings: null,
  };
}

/** Media in their usual order, the short before the long, those made to length last. */
function summedLengths(cables: Iterable<LengthCount>): readonly LengthCount[] {
  const counts = new Map<string, { medium: MediumId; lengthM: number | null; count: number }>();
  for (const { medium, lengthM, count } of cables) {
    const key = `${medium} ${lengthM}`;
    const there = counts.get(key);
    if (there) there.count += count;
    else counts.set(key, { medium, lengthM, count });
  }
  const order = (medium: MediumId): number => MEDIUM_IDS.indexOf(medium);
  return [...counts.values()].toSorted(
    (a, b) =>
      order(a.medium) - order(b.medium) ||
      (a.lengthM ?? Number.POSITIVE_INFINITY) - (b.lengthM ?? Number.POSITIVE_INFINITY),
  );
}

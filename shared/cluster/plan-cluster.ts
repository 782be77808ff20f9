/** What a spec comes to, before anything is built: cheap enough to be asked for at each key stroke. */
import { wattsPerEnd } from '../analysis/cable-facts.ts';
import { cableLength } from '../analysis/cable-length.ts';
import { mediumFacts } from '../catalog/index.ts';
import { USUAL_CABLING } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { MediumId } from '../model/medium.ts';
import { type ChosenCable, chooseCables } from './cable-choice.ts';
import type { ClusterSpec, LinkClass } from './cluster-spec.ts';
import { cordsOf } from './cords.ts';
import type { FabricLayer, Tier, TypesById } from './fabric-layer.ts';
import { type Layout, layOut } from './lay-out.ts';
import type { PerRack } from './place.ts';
import { powerOf } from './power.ts';
import { bundles } from './wires.ts';

export interface PlannedSwitches {
  readonly tier: Tier;
  readonly typeId: string;
  readonly model: string;
  readonly count: number;
  readonly ports: number;
  /** Ports of all of them that stay free. */
  readonly portsFree: number;
}

export interface PlannedFabric {
  readonly name: string;
  readonly rails: number;
  readonly units: number;
  readonly nodesPerUnit: number;
  readonly breakout: number;
  readonly switches: readonly PlannedSwitches[];
  /** Leaf ports for nodes to come. */
  readonly portsKept: number;
  /** Bandwidth of a leaf downwards to that upwards; null without spines. */
  readonly oversubscription: number | null;
}

export interface PlannedCables {
  readonly fabric: string;
  readonly linkClass: LinkClass;
  readonly medium: MediumId;
  /** Length to buy, m; null where none is sold that is long enough. */
  readonly lengthM: number | null;
  readonly count: number;
}

/** A sum of facts, with the types of which nobody knows it. */
export interface PlannedSum {
  readonly value: number;
  readonly unknown: readonly string[];
}

export interface ClusterPlan {
  readonly nodes: number;
  readonly nodesPerRack: PerRack;
  readonly fabrics: readonly PlannedFabric[];
  readonly racks: { readonly nodes: number; readonly switches: number; readonly kept: number };
  readonly rows: number;
  /** What the racks and aisles cover, mm. */
  readonly floor: { readonly widthMm: number; readonly depthMm: number };
  readonly powerW: PlannedSum;
  readonly weightKg: PlannedSum;
  /** By fabric, class, medium and length. */
  readonly cables: readonly PlannedCables[];
  readonly cableCount: number;
  readonly linkCount: number;
  /** Power cords, which are not among the cables. */
  readonly cords: number;
  readonly copperM: number;
  /** Longest estimated way by medium, m. */
  readonly longestM: readonly { readonly medium: MediumId; readonly lengthM: number }[];
}

/**
 * Plans a cluster; lengths are estimated from where the racks stand.
 * @throws RangeError when it cannot be built, naming the number that makes it so
 */
export function planCluster(spec: ClusterSpec, types: TypesById): ClusterPlan {
  const layout = layOut(spec, types);
  const tally = new CableTally();
  for (const bundle of bundles(layout))
    for (const cable of chooseCables(layout, bundle)) tally.add(cable);
  let cords = 0;
  for (const _ of cordsOf(layout, types)) cords += 1;
  return planOf(layout, tally, cords);
}

/** What a cluster that is laid out comes to. @param tally its cables */
export function planOf(layout: Layout, tally: CableTally, cords: number): ClusterPlan {
  const { spec } = layout;
  const racks = layout.rows.flatMap((row) => row.racks);
  const placed = racks.flatMap((rack) => rack.placed.map(({ type }) => type));
  const nodes = layout.nodes.length;
  return {
    nodes,
    nodesPerRack: layout.perRack,
    fabrics: layout.layers.map((layer) => fabricOf(spec, layer)),
    racks: {
      nodes: racks.filter(({ role, placed: there }) => role === 'nodes' && there.length > 0).length,
      switches: racks.filter(({ role }) => role !== 'nodes').length,
      kept: racks.filter(({ role, placed: there }) => role === 'nodes' && there.length === 0)
        .length,
    },
    rows: layout.rows.length,
    floor: floorOf(layout),
    powerW: withPlugs(sumOf(placed, powerOf), tally.plugsW),
    weightKg: sumOf(placed, (type) => type.weightKg?.value ?? null),
    cords,
    ...tally.totals(),
  };
}

function fabricOf(spec: ClusterSpec, layer: FabricLayer): PlannedFabric {
  const { leaf, spine, core, counts, rails, breakout } = layer;
  const used: Readonly<Record<Tier, number>> = {
    leaf: Math.ceil(counts.nodeLeafCables / breakout) + counts.leafSpineCables,
    spine: counts.leafSpineCables + counts.spineCoreCables,
    core: counts.spineCoreCables,
  };
  const tiers = [leaf, spine, core].filter((tier) => tier !== null);
  const upGbps = leaf.up.length * leaf.upGroup.speedGbps;
  return {
    name: layer.name,
    rails,
    units: layer.units,
    nodesPerUnit: layer.nodesPerUnit,
    breakout,
    switches: tiers.map(({ tier, type, count, down, up }) => {
      const ports = down.length + up.length;
      const portsFree = Math.max(0, count * ports - used[tier]);
      return { tier, typeId: type.id, model: type.model, count, ports, portsFree };
    }),
    portsKept: spec.growth.nodes * rails,
    oversubscription: spine ? (leaf.down.length * leaf.downGroup.speedGbps) / upGbps : null,
  };
}

function floorOf({ rows, spec }: Layout): ClusterPlan['floor'] {
  const { coldAisleMm, hotAisleMm, alternate } = spec.floor;
  const aisles = Math.max(0, rows.length - 1);
  const cold = alternate ? Math.ceil(aisles / 2) : aisles;
  return {
    widthMm: Math.max(0, ...rows.map(({ lengthMm }) => lengthMm)),
    depthMm: rows.length * spec.racks.depthMm + cold * coldAisleMm + (aisles - cold) * hotAisleMm,
  };
}

function sumOf(
  types: readonly DeviceType[],
  fact: (type: DeviceType) => number | null,
): PlannedSum {
  let value = 0;
  const unknown = new Set<string>();
  for (const type of types) {
    const known = fact(type);
    if (known === null) unknown.add(type.model);
    else value += known;
  }
  return { value, unknown: [...unknown].sort() };
}

function withPlugs({ value, unknown }: PlannedSum, plugsW: number): PlannedSum {
  return { value: value + plugsW, unknown };
}

/** Counts cables as they are chosen. */
export class CableTally {
  /** What the electronics in their plugs draw, as far as it is known. */
  plugsW = 0;
  readonly #lines = new Map<string, PlannedCables & { count: number }>();
  readonly #longest = new Map<MediumId, number>();
  #cables = 0;
  #links = 0;
  #copperM = 0;

  add({ bundle, from, to, medium, pathMm }: ChosenCable): void {
    const { layer, linkClass, upper } = bundle;
    // Only node ports share a port of a leaf.
    const sharing = linkClass === 'node-leaf' ? layer.breakout : 1;
    const speedGbps = (to - from) * (upper[from]?.group.speedGbps ?? 0);
    const { stockM, requiredM } = cableLength(USUAL_CABLING, medium, speedGbps / sharing, pathMm);
    const key = `${layer.number}|${linkClass}|${medium}|${stockM}`;
    const line = this.#lines.get(key);
    if (line) line.count += 1;
    else this.#lines.set(key, { fabric: layer.name, linkClass, medium, lengthM: stockM, count: 1 });
    this.#cables += 1;
    this.#links += to - from;
    const linkGbps = (upper[from]?.group.speedGbps ?? 0) / sharing;
    this.plugsW += 2 * (to - from) * (wattsPerEnd(medium, linkGbps) ?? 0);
    this.#longest.set(medium, Math.max(this.#longest.get(medium) ?? 0, requiredM));
    if (mediumFacts(medium).carrier === 'copper') this.#copperM += stockM ?? requiredM;
  }

  totals(): Pick<ClusterPlan, 'cables' | 'cableCount' | 'linkCount' | 'copperM' | 'longestM'> {
    const byLength = (a: PlannedCables, b: PlannedCables): number =>
      (a.lengthM ?? Number.POSITIVE_INFINITY) - (b.lengthM ?? Number.POSITIVE_INFINITY);
    const groups = new Map<string, PlannedCables[]>();
    for (const line of this.#lines.values()) {
      const key = `${line.fabric}|${line.linkClass}|${line.medium}`;
      groups.set(key, [...(groups.get(key) ?? []), line]);
    }
    return {
      cables: [...groups.values()].flatMap((lines) => lines.sort(byLength)),
      cableCount: this.#cables,
      linkCount: this.#links,
      copperM: this.#copperM,
      longestM: [...this.#longest].map(([medium, lengthM]) => ({ medium, lengthM })),
    };
  }
}

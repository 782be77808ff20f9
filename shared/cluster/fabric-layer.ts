/** The fabrics of a cluster: which ports of which switches they take, and how many switches that makes. */

import { downPorts, type FabricPlan, planFabric } from '../fabric/index.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { DeviceTypeId } from '../model/ids.ts';
import type { ClusterSpec, ComputeFabric, ExtraFabric } from './cluster-spec.ts';
import { bandwidthGbps, type ClusterPort, type PortGroup, portGroups } from './port-groups.ts';
import { refusal } from './refusal.ts';

export type TypesById = ReadonlyMap<DeviceTypeId, DeviceType>;
export type Tier = 'leaf' | 'spine' | 'core';

export interface SwitchTier {
  readonly tier: Tier;
  readonly type: DeviceType;
  readonly count: number;
  /** Its ports downwards and upwards; those of one opening stand together. */
  readonly down: readonly ClusterPort[];
  readonly up: readonly ClusterPort[];
  readonly downGroup: PortGroup;
  readonly upGroup: PortGroup;
  /** Plugs in each of them at most, downwards and upwards, and the links that share one downwards. */
  readonly plugs: { readonly down: number; readonly up: number; readonly linksDown: 1 | 2 | 4 };
}

export interface FabricLayer {
  readonly name: string;
  /** Number among the fabrics of its cluster, from 0. */
  readonly number: number;
  readonly rails: number;
  /** The port of each rail of a node. */
  readonly nodePorts: readonly ClusterPort[];
  readonly nodeGroup: PortGroup;
  /** Node ports to one port of a leaf. */
  readonly breakout: number;
  readonly nodesPerUnit: number;
  readonly units: number;
  readonly leaf: SwitchTier;
  readonly spine: SwitchTier | null;
  readonly core: SwitchTier | null;
  readonly counts: FabricPlan;
  /** What else is plugged into the leaves. */
  readonly extra: ExtraDevices | null;
}

interface ExtraDevices {
  readonly type: DeviceType;
  readonly ports: number;
  readonly perDevice: readonly ClusterPort[];
  readonly group: PortGroup;
}

/**
 * The fabrics of a spec, compute first.
 * @throws RangeError when one cannot be built, naming the number that makes it so
 */
export function fabricLayers(spec: ClusterSpec, types: TypesById): readonly FabricLayer[] {
  const node = typeFor(types, spec.node.type, 'node.type');
  const groups = portGroups(node);
  const taken = new Set<string>();
  const nodes = spec.node.count + spec.growth.nodes;
  const names = new Set<string>();
  return [spec.compute, ...spec.fabrics].map((fabric, number) => {
    const where = number === 0 ? 'compute' : `fabrics.${number - 1}`;
    if (names.has(fabric.name)) {
      throw refusal('sameName', { where, name: fabric.name });
    }
    names.add(fabric.name);
    const wanted = 'ports' in fabric ? fabric.ports : fabric.rails;
    const nodeGroup = nodeGroupFor(groups, taken, { fabric, wanted, types, where, node });
    const free = nodeGroup.ports.filter(({ id }) => !taken.has(id));
    const rails = wanted ?? free.length;
    if (rails > free.length) {
      throw refusal('rails', {
        where,
        rails,
        model: node.model,
        free: free.length,
        speed: nodeGroup.speedGbps,
      });
    }
    const nodePorts = free.slice(0, rails);
    for (const { id } of nodePorts) taken.add(id);
    return layer({ fabric, number, where, nodes, nodePorts, nodeGroup, types });
  });
}

/** @throws RangeError when there is no such type */
export function typeFor(types: TypesById, id: DeviceTypeId, where: string): DeviceType {
  const type = types.get(id);
  if (type) return type;
  throw refusal('type', { where, id });
}

interface Asked {
  readonly fabric: ComputeFabric | ExtraFabric;
  readonly wanted: number | null;
  readonly types: TypesById;
  readonly where: string;
  readonly node: DeviceType;
}

/** Which ports of the nodes a fabric takes: the most bandwidth that is free, of the kind that its leaves have. */
function nodeGroupFor(
  groups: readonly PortGroup[],
  taken: ReadonlySet<string>,
  { fabric, wanted, types, where, node }: Asked,
): PortGroup {
  const leaf =
    fabric.leaf === null ? null : portGroups(typeFor(types, fabric.leaf, `${where}.leaf`));
  const suits = (group: PortGroup): boolean =>
    leaf === null
      ? !group.managementOnly
      : leaf.some((own) => breakoutBetween(own, group, fabric.breakout) !== null);
  const fits = groups.filter(suits);
  const free = (group: PortGroup): number => group.ports.filter(({ id }) => !taken.has(id)).length;
  const enough = fits.filter((group) => free(group) >= (wanted ?? 1));
  // Management ports are what out-of-band networks are for, so where both would do they come first.
  const best = [...enough].sort(
    (a, b) =>
      Number(b.managementOnly) - Number(a.managementOnly) || bandwidthGbps(b) - bandwidthGbps(a),
  )[0];
  if (best) return best;
  const most = Math.max(0, ...fits.map(free));
  const speeds = leaf ? [...new Set(leaf.map(({ speedGbps }) => speedGbps))].join(', ') : 'any';
  throw refusal('nodePorts', { where, model: node.model, most, speeds, wanted: wanted ?? 1 });
}

/** How many node ports one leaf port takes; null when they do not go together. */
function breakoutBetween(
  leaf: PortGroup,
  node: PortGroup,
  wanted: 1 | 2 | 4 | null,
): 1 | 2 | 4 | null {
  if (leaf.managementOnly) return null;
  if ((leaf.socket === 'rj45') !== (node.socket === 'rj45')) return null;
  if (leaf.socket === 'rj45') return wanted === null || wanted === 1 ? 1 : null;
  const ratio = leaf.speedGbps / node.speedGbps;
  const breakout = ([1, 2, 4] as const).find((each) => each === ratio);
  return breakout !== undefined && (wanted === null || wanted === breakout) ? breakout : null;
}

interface LayerInput {
  readonly fabric: ComputeFabric | ExtraFabric;
  readonly number: number;
  readonly where: string;
  readonly nodes: number;
  readonly nodePorts: readonly ClusterPort[];
  readonly nodeGroup: PortGroup;
  readonly types: TypesById;
}

function layer(input: LayerInput): FabricLayer {
  const { fabric, number, where, nodes, nodePorts, nodeGroup, types } = input;
  const rails = nodePorts.length;
  const leafId = fabric.leaf ?? usualLeaf(nodeGroup, number === 0, where);
  const leafType = typeFor(types, leafId, `${where}.leaf`);
  const { downGroup, upGroup, breakout } = leafGroups(leafType, input);
  const onlyLeaves =
    fabric.tiers === 1 ||
    (fabric.tiers === 'auto' && rails === 1 && nodes <= downGroup.ports.length);
  const parted = partPorts(downGroup, upGroup, onlyLeaves ? null : fabric.oversubscription, where);
  const down = parted.down.length * breakout;
  const nodesPerUnit = fabric.nodesPerUnit ?? Math.min(down, Math.max(1, nodes));
  if (nodesPerUnit > down) {
    throw refusal('nodesPerUnit', { where, count: nodesPerUnit, model: leafType.model, down });
  }
  const extraPorts = 'extraPorts' in fabric ? fabric.extraPorts : 0;
  const spineId =
    fabric.spine ?? (upGroup === downGroup ? leafId : usualLeaf(upGroup, false, where));
  const spineType = onlyLeaves ? null : typeFor(types, spineId, `${where}.spine`);
  const spineGroup = spineType && groupAt(spineType, upGroup, `${where}.spine`);
  const counts = countsOf(where, {
    nodes,
    nodesPerUnit,
    railsPerNode: rails,
    extraNodePorts: extraPorts,
    leafDown: down,
    leafUp: parted.up.length,
    switchPorts: spineGroup?.ports.length ?? 2,
    tiers: fabric.tiers,
    onlyLeaves,
  });
  const leaf: SwitchTier = {
    tier: 'leaf',
    type: leafType,
    count: counts.leaf,
    downGroup,
    upGroup,
    ...parted,
    plugs: { down: parted.down.length, up: parted.up.length, linksDown: breakout },
  };
  const upper = upperTiers(input, counts, spineType, spineGroup);
  const extra = extraPorts === 0 ? null : extraOf(input, extraPorts, downGroup);
  return {
    name: fabric.name,
    number,
    rails,
    nodePorts,
    nodeGroup,
    breakout,
    nodesPerUnit,
    units: counts.leaf / rails,
    leaf,
    ...upper,
    counts,
    extra,
  };
}

function countsOf(
  where: string,
  asked: Omit<Parameters<typeof planFabric>[0], 'tiers'> & {
    readonly leafUp: number;
    readonly tiers: 'auto' | 1 | 2 | 3;
    readonly onlyLeaves: boolean;
  },
): FabricPlan {
  const { tiers, onlyLeaves, ...rest } = asked;
  if (onlyLeaves) {
    const leaf = Math.ceil(rest.nodes / rest.nodesPerUnit) * rest.railsPerNode;
    const nodeLeafCables = rest.nodes * rest.railsPerNode + (rest.extraNodePorts ?? 0);
    const free = leaf * (rest.leafDown ?? 0) - rest.nodes * rest.railsPerNode;
    if ((rest.extraNodePorts ?? 0) > free) {
      throw refusal('extraPorts', { where, extra: rest.extraNodePorts ?? 0, free });
    }
    return { leaf, spine: 0, core: 0, nodeLeafCables, leafSpineCables: 0, spineCoreCables: 0 };
  }
  try {
    return planFabric(tiers === 2 || tiers === 3 ? { ...rest, tiers } : rest);
  } catch (error) {
    if (error instanceof RangeError)
      throw refusal('shape', { where, reason: inWordsOfSpec(error.message) });
    throw error;
  }
}

/** The fabric's own names for what a spec calls otherwise. */
function inWordsOfSpec(message: string): string {
  return message
    .replaceAll('extraNodePorts', 'extraPorts')
    .replaceAll('railsPerNode', 'rails')
    .replaceAll('switchPorts', 'spine ports');
}

function upperTiers(
  { fabric, where, types }: LayerInput,
  counts: FabricPlan,
  spineType: DeviceType | null,
  spineGroup: PortGroup | null,
): Pick<FabricLayer, 'spine' | 'core'> {
  if (!spineType || !spineGroup) return { spine: null, core: null };
  const isTop = counts.core === 0;
  const all = { downGroup: spineGroup, upGroup: spineGroup, type: spineType };
  const ways = isTop
    ? { down: spineGroup.ports, up: [] }
    : partPorts(spineGroup, spineGroup, 1, `${where}.spine`);
  const each = (cables: number, count: number): number => Math.ceil(cables / count);
  const plugs = {
    down: each(counts.leafSpineCables, counts.spine),
    up: each(counts.spineCoreCables, counts.spine),
    linksDown: 1,
  } as const;
  const spread = {
    down: spreadFirst(ways.down, plugs.down),
    up: spreadFirst(ways.up, plugs.up),
  };
  const spine: SwitchTier = { tier: 'spine', count: counts.spine, ...all, ...spread, plugs };
  if (isTop) return { spine, core: null };
  const coreType = typeFor(types, fabric.core ?? spineType.id, `${where}.core`);
  const coreGroup = groupAt(coreType, spineGroup, `${where}.core`);
  if (coreGroup.ports.length < spineGroup.ports.length) {
    throw refusal('corePorts', {
      where,
      model: coreType.model,
      ports: coreGroup.ports.length,
      needed: spineGroup.ports.length,
    });
  }
  const down = each(counts.spineCoreCables, counts.core);
  const core: SwitchTier = {
    tier: 'core',
    type: coreType,
    count: counts.core,
    downGroup: coreGroup,
    upGroup: coreGroup,
    down: spreadFirst(coreGroup.ports, down),
    up: [],
    plugs: { down, up: 0, linksDown: 1 },
  };
  return { spine, core };
}

/** The ports of a leaf for nodes, and those for spines: the same where it has no faster ones. */
function leafGroups(
  type: DeviceType,
  { fabric, nodeGroup, where }: LayerInput,
): { downGroup: PortGroup; upGroup: PortGroup; breakout: 1 | 2 | 4 } {
  const groups = portGroups(type).filter(({ managementOnly }) => !managementOnly);
  for (const downGroup of [...groups].sort((a, b) => bandwidthGbps(b) - bandwidthGbps(a))) {
    const breakout = breakoutBetween(downGroup, nodeGroup, fabric.breakout);
    if (breakout === null) continue;
    const faster = groups.filter(
      ({ speedGbps, ports }) => speedGbps > downGroup.speedGbps && ports.length > 1,
    );
    const upGroup = faster.reduce<PortGroup>(
      (best, group) => (group.speedGbps > best.speedGbps ? group : best),
      downGroup,
    );
    return { downGroup, upGroup, breakout };
  }
  const speeds = [...new Set(groups.map(({ speedGbps }) => speedGbps))].join(', ');
  throw refusal('leafPorts', {
    where,
    model: type.model,
    speeds,
    speed: nodeGroup.speedGbps,
    breakout: fabric.breakout ?? 0,
  });
}

function groupAt(type: DeviceType, below: PortGroup, where: string): PortGroup {
  const group = portGroups(type).find(
    ({ speedGbps, socket, managementOnly }) =>
      speedGbps === below.speedGbps &&
      !managementOnly &&
      (socket === 'rj45') === (below.socket === 'rj45'),
  );
  if (group) return group;
  throw refusal('upPorts', { where, model: type.model, speed: below.speedGbps });
}

/**
 * Parts the ports of a switch into those downwards and those upwards, opening by opening in turn, so that both lie all
 * over its face and no side of it takes all cables of a kind.
 */
function partPorts(
  downGroup: PortGroup,
  upGroup: PortGroup,
  ratio: number | null,
  where: string,
): { down: readonly ClusterPort[]; up: readonly ClusterPort[] } {
  if (ratio === null) return { down: downGroup.ports, up: [] };
  if (upGroup !== downGroup) return { down: downGroup.ports, up: upGroup.ports };
  const { ports } = downGroup;
  const ups = ports.length - downPorts(ports.length, ratio);
  if (ups === 0 || ups === ports.length) {
    throw refusal('parting', { where, ratio, ports: ports.length, way: ups === 0 ? 'up' : 'down' });
  }
  const perCage = ports[0]?.inCage ?? 1;
  const cages = Math.ceil(ports.length / perCage);
  const wholeUp = Math.floor(ups / perCage);
  const down: ClusterPort[] = [];
  const up: ClusterPort[] = [];
  const rest: ClusterPort[] = [];
  for (const [index, port] of ports.entries()) {
    const cage = Math.floor(index / perCage);
    const goesUp =
      Math.floor(((cage + 1) * wholeUp) / cages) > Math.floor((cage * wholeUp) / cages);
    (goesUp ? up : rest).push(port);
  }
  // What an opening cannot give whole is taken from the last one.
  const over = ups - up.length;
  down.push(...rest.slice(0, rest.length - over));
  up.push(...rest.slice(rest.length - over));
  return { down, up };
}

/** The same ports, those that are used first: spread over the face opening by opening, as many to each side. */
function spreadFirst(ports: readonly ClusterPort[], used: number): readonly ClusterPort[] {
  const perCage = ports[0]?.inCage ?? 1;
  const cages = Math.ceil(ports.length / perCage);
  const taken = Math.ceil(used / perCage);
  const isTaken = (cage: number): boolean =>
    Math.floor(((cage + 1) * taken) / cages) > Math.floor((cage * taken) / cages);
  const first: ClusterPort[] = [];
  const rest: ClusterPort[] = [];
  for (const [index, port] of ports.entries()) {
    (isTaken(Math.floor(index / perCage)) ? first : rest).push(port);
  }
  return [...first, ...rest];
}

function extraOf(
  { fabric, where, types }: LayerInput,
  ports: number,
  downGroup: PortGroup,
): ExtraDevices {
  const id = 'extraType' in fabric ? fabric.extraType : '';
  const type = typeFor(types, id, `${where}.extraType`);
  const group = portGroups(type).find(
    (own) => !own.managementOnly && breakoutBetween(downGroup, own, null) === 1,
  );
  if (!group) {
    throw refusal('extraType', { where, model: type.model, speed: downGroup.speedGbps });
  }
  return { type, ports, perDevice: group.ports, group };
}

/** Leaves for node ports of a speed, where none is named. */
function usualLeaf(group: PortGroup, isCompute: boolean, where: string): DeviceTypeId {
  if (group.socket === 'rj45') return 'catalog:nvidia-sn2201';
  const known = (isCompute ? COMPUTE_LEAVES : OTHER_LEAVES).get(group.speedGbps);
  if (known !== undefined) return known;
  throw refusal('usualLeaf', { where, speed: group.speedGbps });
}

const COMPUTE_LEAVES: ReadonlyMap<number, DeviceTypeId> = new Map([
  [800, 'catalog:nvidia-q3400-ra'],
  [400, 'catalog:nvidia-qm9700'],
  [200, 'catalog:nvidia-qm8700'],
  [100, 'catalog:nvidia-sn4600c'],
]);
const OTHER_LEAVES: ReadonlyMap<number, DeviceTypeId> = new Map([
  [800, 'catalog:nvidia-sn5600'],
  [400, 'catalog:nvidia-sn5600'],
  [200, 'catalog:nvidia-sn4600'],
  [100, 'catalog:nvidia-sn4600c'],
]);

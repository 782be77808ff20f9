/**
 * How many switches and cables a rail-optimised fat tree takes.
 *
 * One rule: rail r of every node goes to leaf r of its unit; half of a leaf's ports go down and half up; the
 * next tier has the fewest switches that have the ports and over which the uplinks balance, that is, the
 * uplinks of a switch are a multiple of their number or the other way round. Two tiers: every leaf reaches
 * every spine, so the spines divide a leaf's uplinks. Three tiers: the spines are counted rail by rail, half
 * of their ports down, and the cores over all. It gives every row of NVIDIA's tables (sources S10 and S11;
 * physics.md, section 8), the odd ones too: 16 spines and not 12 for three H100 units.
 *
 * So spines may keep ports free: the 32 uplinks of each of 40 leaves of a rail do not spread evenly over 40 spines, some
 * pairs of leaves would meet on fewer of them than others, and it takes 64 spines of 20 downlinks. What stays free are
 * ports for units to come, up to as many as a spine looks down on.
 *
 * A leaf whose ports do not part evenly is told so: by how many downlinks it may have to each uplink, or by its ports
 * either way. The rule stays the same, with the leaf's own ports in the place of the halves.
 */

import { type MessageArgs, say } from '../text/index.ts';

export interface FabricSpec {
  readonly nodes: number;
  /** Nodes that share one set of leaves. */
  readonly nodesPerUnit: number;
  readonly railsPerNode: number;
  readonly switchPorts: number;
  /** Left out: two where they suffice, else three. */
  readonly tiers?: 2 | 3;
  /** Ports of the leaves for something else than nodes, such as four for a fabric manager. */
  readonly extraNodePorts?: number;
  /** Downlinks of a leaf to each of its uplinks, 1 or more; 1 when left out: as much up as down. */
  readonly oversubscription?: number;
  /** Ports of a leaf downwards and upwards, where they are not parted by that; both or none. */
  readonly leafDown?: number;
  readonly leafUp?: number;
  /** Spines that are wanted at least, whatever the ports ask for. */
  readonly leastSpines?: number;
}

export interface FabricPlan {
  readonly leaf: number;
  readonly spine: number;
  readonly core: number;
  /** Cables to the leaves from below, the extra ones among them. */
  readonly nodeLeafCables: number;
  readonly leafSpineCables: number;
  readonly spineCoreCables: number;
}

/**
 * Plans the fabric.
 * @param spec whole numbers, each at least 1; `switchPorts` even
 * @throws RangeError when no such fabric can be built, naming the number that makes it so
 */
export function planFabric(spec: FabricSpec): FabricPlan {
  const size = checked(spec);
  const two = size.tiers === 3 ? null : twoTiers(size);
  if (two) return two;
  if (size.tiers === 2) throw whyNotTwo(size);
  return threeTiers(size);
}

interface Size {
  readonly switchPorts: number;
  readonly rails: number;
  /** Ports of a spine in three tiers that look one way. */
  readonly half: number;
  readonly up: number;
  readonly leastSpines: number;
  readonly leaf: number;
  readonly nodeLeafCables: number;
  readonly leafSpineCables: number;
  readonly tiers: 2 | 3 | undefined;
}

function checked(spec: FabricSpec): Size {
  const nodes = counted('nodes', spec.nodes, 1);
  const perUnit = counted('nodesPerUnit', spec.nodesPerUnit, 1);
  const rails = counted('railsPerNode', spec.railsPerNode, 1);
  const switchPorts = counted('switchPorts', spec.switchPorts, 2);
  const extra = counted('extraNodePorts', spec.extraNodePorts ?? 0, 0);
  const { tiers } = spec;
  if (tiers !== undefined && tiers !== 2 && tiers !== 3) {
    throw refusal('tiers', { tiers: String(tiers) });
  }
  if (switchPorts % 2 !== 0) throw refusal('half', { switchPorts });
  const { down, up } = leafPorts(spec, switchPorts);
  if (perUnit > down) {
    throw refusal('perUnit', { perUnit, down });
  }
  const leaf = Math.ceil(nodes / perUnit) * rails;
  const free = leaf * down - nodes * rails;
  if (extra > free) {
    throw refusal('extra', { extra, free });
  }
  return {
    switchPorts,
    rails,
    half: switchPorts / 2,
    up,
    leastSpines: counted('leastSpines', spec.leastSpines ?? 1, 1),
    leaf,
    nodeLeafCables: nodes * rails + extra,
    leafSpineCables: leaf * up,
    tiers,
  };
}

/** How the ports of a leaf part: as it is told, else by the downlinks that each uplink may have. */
function leafPorts(spec: FabricSpec, switchPorts: number): { down: number; up: number } {
  const { leafDown, leafUp } = spec;
  if ((leafDown === undefined) !== (leafUp === undefined)) {
    throw refusal('together', {});
  }
  if (leafDown !== undefined && leafUp !== undefined) {
    return { down: counted('leafDown', leafDown, 1), up: counted('leafUp', leafUp, 1) };
  }
  const ratio = spec.oversubscription ?? 1;
  if (!(Number.isFinite(ratio) && ratio >= 1)) {
    throw refusal('ratio', { ratio });
  }
  const down = downPorts(switchPorts, ratio);
  if (down >= switchPorts) {
    throw refusal('noUplinks', { ratio, switchPorts });
  }
  return { down, up: switchPorts - down };
}

/** Ports of a leaf downwards, so that each uplink has at most `ratio` downlinks. */
export function downPorts(ports: number, ratio: number): number {
  return Math.floor((ports * ratio) / (1 + ratio) + 1e-9);
}

function counted(name: string, value: number, low: number): number {
  if (Number.isSafeInteger(value) && value >= low) return value;
  throw refusal('whole', { name, value, low });
}

function twoTiers(size: Size): FabricPlan | null {
  const { switchPorts, up, leastSpines } = size;
  const spine = balanced(size.leafSpineCables, switchPorts, up, leastSpines);
  if (spine > up) return null;
  const { leaf, nodeLeafCables, leafSpineCables } = size;
  return { leaf, spine, core: 0, nodeLeafCables, leafSpineCables, spineCoreCables: 0 };
}

function whyNotTwo(size: Size): RangeError {
  const { leaf, up, switchPorts } = size;
  return refusal('twoTiers', { leaf, up, switchPorts });
}

function threeTiers(size: Size): FabricPlan {
  const { leaf, rails, half, up, switchPorts, nodeLeafCables, leafSpineCables } = size;
  if (leaf > switchPorts * half) {
    throw refusal('threeTiers', { leaf, switchPorts, most: switchPorts * half });
  }
  const least = Math.ceil(size.leastSpines / rails);
  const perRail = balanced(leafSpineCables / rails, half, up, least);
  const spine = perRail * rails;
  const core = coresFor(leafSpineCables, switchPorts, leafSpineCables / spine);
  return {
    leaf,
    spine,
    core,
    nodeLeafCables,
    leafSpineCables,
    spineCoreCables: leafSpineCables,
  };
}

/** A spine that does not use all its ports still has as many uplinks as downlinks. */
function coresFor(cables: number, switchPorts: number, uplinks: number): number {
  return Number.isInteger(uplinks)
    ? balanced(cables, switchPorts, uplinks)
    : Math.ceil(cables / switchPorts);
}

/**
 * The fewest switches from `least` on that take `cables` on `ports` each, with `uplinks` of a switch below spread
 * evenly.
 */
function balanced(cables: number, ports: number, uplinks: number, least = 1): number {
  let count = Math.max(least, Math.ceil(cables / ports));
  while (uplinks % count !== 0 && count % uplinks !== 0) count += 1;
  return count;
}

function refusal(key: string, args: MessageArgs): RangeError {
  return new RangeError(say(`cluster.fabric.${key}`, args));
}

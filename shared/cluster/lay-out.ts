/** Where everything of a cluster stands: its devices in racks, its racks in rows, its rows on the floor. */

import type { DeviceType } from '../model/device-type.ts';
import { type Face, otherFace } from '../model/face.ts';
import type { RowPlace } from '../model/records.ts';
import type { ClusterSpec } from './cluster-spec.ts';
import {
  type FabricLayer,
  fabricLayers,
  type SwitchTier,
  type TypesById,
  typeFor,
} from './fabric-layer.ts';
import { letters, mustCount, named } from './names.ts';
import {
  fillWithSwitches,
  type LaidRack,
  NOTHING_ATOP,
  nodesPerRack,
  type PerRack,
  Stack,
  type SwitchSlot,
  stackHeightU,
} from './place.ts';
import { nodePowerW, switchPowerW } from './power.ts';
import { refusal } from './refusal.ts';
import type { Standing, StandingRack, StandingRow } from './standing.ts';
import { type TrayPlan, trayPlan } from './trays.ts';

export interface Layout {
  readonly spec: ClusterSpec;
  readonly node: DeviceType;
  readonly layers: readonly FabricLayer[];
  readonly perRack: PerRack;
  readonly rows: readonly StandingRow[];
  /** Null where none are wanted. */
  readonly trays: TrayPlan | null;
  /** Nodes in their order. */
  readonly nodes: readonly Standing[];
  /** Switches by their key, and what else is plugged into the leaves. */
  readonly switches: ReadonlyMap<string, Standing>;
  readonly extras: readonly Standing[];
}

/** What tells a switch from all others of its cluster. */
export function switchKey(layer: FabricLayer, tier: SwitchTier['tier'], number: number): string {
  return `${layer.name}:${tier}:${number}`;
}

/**
 * Lays out a cluster.
 * @throws RangeError when it cannot be built, naming the number that makes it so
 */
export function layOut(spec: ClusterSpec, types: TypesById): Layout {
  mustCount(spec.names.row, 'names.row', ['n', 'letter']);
  mustCount(spec.names.rack, 'names.rack', ['n']);
  mustCount(spec.names.node, 'names.node', ['n']);
  mustCount(spec.names.switch, 'names.switch', ['n']);
  mustCount(spec.names.cable, 'names.cable', ['n']);
  const node = typeFor(types, spec.node.type, 'node.type');
  const layers = fabricLayers(spec, types);
  const draft = new Draft(spec, node, layers, types);
  const blocks = draft.blocks();
  const rows = standInRows(spec, intoRows(spec, blocks));
  const nodes: Standing[] = [];
  const switches = new Map<string, Standing>();
  const extras: Standing[] = [];
  for (const row of rows) {
    for (const rack of row.racks) {
      for (const placed of rack.placed) {
        const standing = { rack, placed };
        if (placed.what === 'node') nodes[placed.number] = standing;
        else if (placed.what === 'switch') switches.set(placed.key, standing);
        else if (placed.what === 'extra') extras[placed.number] = standing;
      }
    }
  }
  const { perRack } = draft;
  const trays = spec.with.trays ? trayPlan(rows, spec.racks.depthMm) : null;
  return { spec, node, layers, perRack, rows, trays, nodes, switches, extras };
}

/** Racks that stay together: a unit with its leaves, or the switches above. */
interface Block {
  readonly nodes: readonly LaidRack[];
  readonly leaves: readonly LaidRack[];
}

class Draft {
  readonly perRack: PerRack;
  readonly #spec: ClusterSpec;
  readonly #node: DeviceType;
  readonly #layers: readonly FabricLayer[];
  readonly #compute: FabricLayer;
  readonly #manager: DeviceType;
  /** Leaves atop each rack of nodes. */
  readonly #atop: number;

  constructor(
    spec: ClusterSpec,
    node: DeviceType,
    layers: readonly FabricLayer[],
    types: TypesById,
  ) {
    this.#spec = spec;
    this.#node = node;
    this.#layers = layers;
    this.#compute = layers[0] as FabricLayer;
    this.#manager = typeFor(types, 'catalog:generic-hm-1u', 'with.managers');
    const { perRack, atop } = this.#fit();
    this.perRack = perRack;
    this.#atop = atop;
  }

  /** Nodes a rack; with leaves atop, the most that leave room for the share of leaves. */
  #fit(): { perRack: PerRack; atop: number } {
    const spec = this.#spec;
    const nodeW = nodePowerW(spec, this.#node, this.#layers);
    if (spec.leaves !== 'top-of-rack')
      return { perRack: nodesPerRack(spec, this.#node, nodeW, NOTHING_ATOP), atop: 0 };
    const { rails, nodesPerUnit, leaf } = this.#compute;
    for (let atop = 1; atop <= rails; atop += 1) {
      const perRack = nodesPerRack(spec, this.#node, nodeW, {
        heightU: stackHeightU(spec, leaf.type, atop),
        powerW: atop * switchPowerW(spec, leaf),
        weightKg: atop * (leaf.type.weightKg?.value ?? 0),
      });
      if (Math.ceil(nodesPerUnit / perRack.nodes) * atop >= rails) return { perRack, atop };
    }
    throw refusal('atop', { rails, height: spec.racks.heightU });
  }

  blocks(): readonly Block[] {
    const { units } = this.#compute;
    const network = this.#network();
    const before = Math.ceil(units / 2);
    const blocks: Block[] = [];
    for (let unit = 0; unit < units; unit += 1) {
      if (unit === before && network.leaves.length > 0) blocks.push(network);
      blocks.push(this.#unit(unit));
    }
    if (before >= units && network.leaves.length > 0) blocks.push(network);
    return blocks;
  }

  #rack(
    key: string,
    role: LaidRack['role'],
    portFace: Face = this.#compute.nodeGroup.face,
  ): LaidRack {
    const { heightU } = this.#spec.racks;
    return { key, role, heightU, portFace, placed: [], kept: 0 };
  }

  #filled(
    slots: readonly SwitchSlot[],
    role: LaidRack['role'],
    keyOf: (number: number) => string,
  ): LaidRack[] {
    return fillWithSwitches(this.#spec, slots, {
      rackAt: (number, face) => this.#rack(keyOf(number), role, face),
      manager: this.#manager,
      usual: this.#compute.nodeGroup.face,
    });
  }

  /** The nodes of a unit in racks, with leaves atop them or in racks of their own. */
  #unit(unit: number): Block {
    const { nodesPerUnit } = this.#compute;
    const { count } = this.#spec.node;
    const planned = count + this.#spec.growth.nodes;
    const first = unit * nodesPerUnit;
    const here = Math.min(planned, first + nodesPerUnit) - first;
    const racks: LaidRack[] = [];
    for (let at = 0; at < here; at += 1) {
      const place = at % this.perRack.nodes;
      if (place === 0) racks.push(this.#rack(`nodes:${unit}:${racks.length}`, 'nodes'));
      const rack = racks.at(-1) as LaidRack;
      const number = first + at;
      if (number >= count) {
        rack.kept += 1;
        continue;
      }
      const { heightU } = this.#node;
      rack.placed.push({
        key: `node:${number}`,
        type: this.#node,
        u: 1 + place * heightU,
        face: 'front',
        what: 'node',
        number,
      });
    }
    const slots = this.#unitLeaves(unit);
    if (this.#atop === 0) {
      const leaves = this.#filled(slots, 'leaves', (number) => `leaves:${unit}:${number}`);
      const isLast = unit === this.#compute.units - 1;
      // With the leaves of their rail they stand among the network racks.
      if (isLast && this.#spec.leaves !== 'rail-racks') this.#putExtras(leaves);
      return { nodes: racks, leaves };
    }
    for (let at = 0; at < slots.length; at += this.#atop) {
      const index = at / this.#atop;
      while (racks.length <= index)
        racks.push(this.#rack(`nodes:${unit}:${racks.length}`, 'nodes'));
      const stack = new Stack(
        this.#spec,
        racks[index] as LaidRack,
        this.#manager,
        this.#spec.racks.heightU,
      );
      for (const slot of slots.slice(at, at + this.#atop)) stack.put(slot);
      stack.close();
    }
    return { nodes: racks, leaves: [] };
  }

  /** Leaves that stand with a unit: its own, and those of other fabrics whose first node is in it. */
  #unitLeaves(unit: number): SwitchSlot[] {
    const { leaves: where } = this.#spec;
    if (where === 'rail-racks') return [];
    const own = leavesOfUnits(this.#compute, unit, unit + 1);
    if (where === 'top-of-rack') return own;
    if (this.#spinesAmidLeaves()) {
      const { spine } = this.#compute;
      const half = Math.ceil(own.length / 2);
      if (spine) own.splice(half, 0, ...slotsOf(this.#compute, spine, 0, spine.count));
    }
    const { nodesPerUnit } = this.#compute;
    for (const layer of this.#layers.slice(1)) {
      for (let other = 0; other < layer.units; other += 1) {
        const home = Math.min(
          this.#compute.units - 1,
          Math.floor((other * layer.nodesPerUnit) / nodesPerUnit),
        );
        if (home === unit) own.push(...leavesOfUnits(layer, other, other + 1));
      }
    }
    return own;
  }

  /** The spines of a lone unit stand amid its leaves, where copper reaches them. */
  #spinesAmidLeaves(): boolean {
    const { leaves: where } = this.#spec;
    const { units, core } = this.#compute;
    return units === 1 && core === null && (where === 'middle-of-row' || where === 'end-of-row');
  }

  /** The switches that belong to no unit: rail by rail where leaves stand so, then spines and cores. */
  #network(): Block {
    const { leaves: where } = this.#spec;
    const groups: SwitchSlot[][] = [];
    for (const layer of this.#layers) {
      const isCompute = layer === this.#compute;
      const { spine, core } = layer;
      if (where === 'rail-racks' && isCompute) {
        const perRail = spine && core ? spine.count / layer.rails : 0;
        for (let rail = 0; rail < layer.rails; rail += 1) {
          const group: SwitchSlot[] = [];
          for (let unit = 0; unit < layer.units; unit += 1)
            group.push(slotOf(layer, layer.leaf, unit * layer.rails + rail));
          if (spine) group.push(...slotsOf(layer, spine, rail * perRail, (rail + 1) * perRail));
          groups.push(group);
        }
        if (spine && perRail === 0) groups.push(slotsOf(layer, spine, 0, spine.count));
      } else {
        const group: SwitchSlot[] = [];
        if (where === 'rail-racks' || (where === 'top-of-rack' && !isCompute)) {
          group.push(...leavesOfUnits(layer, 0, layer.units));
        }
        if (spine && !(isCompute && this.#spinesAmidLeaves())) {
          group.push(...slotsOf(layer, spine, 0, spine.count));
        }
        if (group.length > 0) groups.push(group);
      }
      if (core) groups.push(slotsOf(layer, core, 0, core.count));
    }
    const leaves: LaidRack[] = [];
    for (const [number, group] of groups.entries()) {
      leaves.push(...this.#filled(group, 'network', (at) => `network:${number}:${at}`));
    }
    if (this.#spec.leaves === 'rail-racks' || this.#spec.leaves === 'top-of-rack')
      this.#putExtras(leaves);
    return { nodes: [], leaves };
  }

  /** Fabric managers stand at the foot of the last rack of switches, and of new racks where it has no room. */
  #putExtras(racks: LaidRack[]): void {
    const { extra } = this.#compute;
    if (!extra) return;
    const { heightU } = extra.type;
    let rack: LaidRack | undefined = racks.at(-1);
    let u = 1;
    for (let number = 0; number < Math.ceil(extra.ports / extra.perDevice.length); number += 1) {
      const lowest = Math.min(
        ...(rack?.placed ?? []).filter(({ what }) => what !== 'extra').map((one) => one.u),
        this.#spec.racks.heightU + 1,
      );
      if (!rack || u + heightU > lowest) {
        rack = this.#rack(`extra:${racks.length}`, 'network');
        racks.push(rack);
        u = 1;
      }
      const face = extra.group.face === 'front' ? rack.portFace : otherFace(rack.portFace);
      rack.placed.push({
        key: `extra:${number}`,
        type: extra.type,
        u,
        face,
        what: 'extra',
        number,
      });
      u += heightU;
    }
  }
}

function leavesOfUnits(layer: FabricLayer, from: number, to: number): SwitchSlot[] {
  return slotsOf(layer, layer.leaf, from * layer.rails, to * layer.rails);
}

function slotsOf(layer: FabricLayer, tier: SwitchTier, from: number, to: number): SwitchSlot[] {
  const slots: SwitchSlot[] = [];
  for (let number = from; number < to; number += 1) slots.push(slotOf(layer, tier, number));
  return slots;
}

function slotOf(layer: FabricLayer, tier: SwitchTier, number: number): SwitchSlot {
  return { key: switchKey(layer, tier.tier, number), tier, number };
}

/** Cuts the blocks into rows; a block stays whole where a row can take it. */
function intoRows(spec: ClusterSpec, blocks: readonly Block[]): LaidRack[][] {
  const { perRow } = spec.racks;
  const rows: Block[] = [];
  let row: { nodes: LaidRack[]; leaves: LaidRack[] } = { nodes: [], leaves: [] };
  const size = (block: Block): number => block.nodes.length + block.leaves.length;
  const close = (): void => {
    if (size(row) > 0) rows.push(row);
    row = { nodes: [], leaves: [] };
  };
  for (const block of blocks) {
    // Racks of switches alone begin a row, so that units keep to theirs.
    const starts = block.nodes.length === 0 && size(block) > perRow / 2;
    if (starts || size(row) + size(block) > perRow) close();
    if (size(block) <= perRow) {
      row.nodes.push(...block.nodes);
      row.leaves.push(...block.leaves);
      continue;
    }
    const all = inOrder(spec, block);
    for (let at = 0; at < all.length; at += perRow) {
      const part = all.slice(at, at + perRow);
      rows.push({ nodes: part, leaves: [] });
    }
  }
  close();
  return rows.map((each) => inOrder(spec, each));
}

function inOrder({ leaves: where }: ClusterSpec, { nodes, leaves }: Block): LaidRack[] {
  if (where === 'end-of-row') return [...nodes, ...leaves];
  const half = Math.ceil(nodes.length / 2);
  return [...nodes.slice(0, half), ...leaves, ...nodes.slice(half)];
}

/** Stands the rows on the floor, front to front where they alternate. */
function standInRows(spec: ClusterSpec, rows: readonly LaidRack[][]): readonly StandingRow[] {
  const { floor, racks } = spec;
  const widthOf = (rack: LaidRack): number =>
    rack.role === 'nodes' ? racks.widthMm : racks.networkWidthMm;
  const lengths = rows.map((row) => row.reduce((sum, rack) => sum + widthOf(rack), 0));
  const { depthMm } = racks;
  return rows.map((row, number) => {
    const lengthMm = lengths[number] ?? 0;
    const isTurned = floor.alternate && number % 2 === 1;
    const pair = Math.floor(number / 2);
    const yMm = floor.alternate
      ? floor.yMm +
        depthMm +
        pair * (floor.coldAisleMm + floor.hotAisleMm + 2 * depthMm) +
        (isTurned ? floor.coldAisleMm : 0)
      : floor.yMm + depthMm + number * (floor.coldAisleMm + depthMm);
    const place: RowPlace = isTurned
      ? { xMm: floor.xMm + lengthMm, yMm, facing: 'north' }
      : { xMm: floor.xMm, yMm, facing: 'south' };
    const name = named(spec.names.row, { n: number + 1, letter: letters(number + 1) });
    let alongMm = 0;
    const standing = row.map((rack, order): StandingRack => {
      const widthMm = widthOf(rack);
      const middleMm = alongMm + widthMm / 2;
      alongMm += widthMm;
      return {
        ...rack,
        name: named(spec.names.rack, { row: name, n: order + 1 }),
        row: number,
        order,
        widthMm,
        xMm: place.xMm + (isTurned ? -middleMm : middleMm),
        yMm: yMm + (isTurned ? depthMm / 2 : -depthMm / 2),
      };
    });
    return { name, place, lengthMm, racks: standing };
  });
}

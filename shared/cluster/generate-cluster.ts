/**
 * The records of a cluster. Their ids follow from the cluster's id and the thing's place in it, so that a spec always
 * gives the same records, and a changed one the same records for what did not change.
 */

import type { DeviceType } from '../model/device-type.ts';
import type { ClusterId, PortId } from '../model/ids.ts';
import { newCable } from '../model/new-cable.ts';
import type { DesignRecord, Device, PortRef, Rack, Row } from '../model/records.ts';
import { clusterAisles } from './aisles.ts';
import { type ChosenCable, chooseCables, squareOf } from './cable-choice.ts';
import type { ClusterSpec } from './cluster-spec.ts';
import { type Cord, cordsOf, hasStrips, STRIPS, stripKey } from './cords.ts';
import { type TypesById, typeFor } from './fabric-layer.ts';
import { type Layout, layOut } from './lay-out.ts';
import { named } from './names.ts';
import type { Placed } from './place.ts';
import { CableTally, type ClusterPlan, planOf } from './plan-cluster.ts';
import type { StandingRack } from './standing.ts';
import { TrayLoads } from './trays.ts';
import { bundles, type WireEnd } from './wires.ts';

export interface ClusterOptions {
  readonly clusterId: ClusterId;
  /** Device types by id: the catalogue's and the design's. */
  readonly types: TypesById;
  /** Told how many links are made, time and again. */
  readonly onLinks?: (done: number, total: number) => void;
}

/** A cluster drawn up: what it comes to, and its records. */
export interface DrawnCluster {
  readonly plan: ClusterPlan;
  readonly records: readonly DesignRecord[];
}

/**
 * Builds the records: rows, racks, the types they need, devices, cables, aisles, and the cluster itself.
 * @throws RangeError when it cannot be built, naming the number that makes it so
 */
export function generateCluster(spec: ClusterSpec, options: ClusterOptions): DesignRecord[] {
  return new Builder(layOut(spec, options.types), options).records();
}

/**
 * Builds the records and counts them on the way: what `generateCluster` and `planCluster` say, laid out once.
 * @throws RangeError when it cannot be built, naming the number that makes it so
 */
export function drawUpCluster(spec: ClusterSpec, options: ClusterOptions): DrawnCluster {
  const layout = layOut(spec, options.types);
  const tally = new CableTally();
  const records = new Builder(layout, options).records((cable) => tally.add(cable));
  const cords = records.filter((record) => record.kind === 'cable' && record.medium === 'power');
  return { plan: planOf(layout, tally, cords.length), records };
}

/** So many cables are made between two tellings. */
const CABLES_AT_ONCE = 1000;

class Builder {
  readonly #layout: Layout;
  readonly #id: ClusterId;
  readonly #types: TypesById;
  readonly #usedTypes = new Map<string, DeviceType>();
  readonly #devices: Device[] = [];
  /** Names of devices by the key of what is placed. */
  readonly #names = new Map<string, string>();
  readonly #bundleNames = new Map<string, string>();
  readonly #reserved: ReadonlyMap<string, readonly PortId[]>;
  readonly #onLinks: (done: number, total: number) => void;

  constructor(layout: Layout, { clusterId, types, onLinks = () => {} }: ClusterOptions) {
    this.#layout = layout;
    this.#id = clusterId;
    this.#types = types;
    this.#reserved = keptPorts(layout);
    this.#onLinks = onLinks;
  }

  /** @param onCable sees each cable that is made */
  records(onCable: (cable: ChosenCable) => void = () => {}): DesignRecord[] {
    const { rows, spec } = this.#layout;
    const rowRecords: Row[] = [];
    const rackRecords: Rack[] = [];
    for (const [order, { name, place, racks }] of rows.entries()) {
      const rowId = this.#idOf(`row:${order}`);
      rowRecords.push({ kind: 'row', id: rowId, name, order, place });
      for (const rack of racks) {
        rackRecords.push(this.#rack(rack, rowId));
        this.#fill(rack);
      }
    }
    const { records: cables, loads } = this.#cables(onCable);
    const cords = this.#cords();
    const idOf = (key: string): string => this.#idOf(key);
    return [
      ...rowRecords,
      ...rackRecords,
      ...this.#usedTypes.values(),
      ...this.#devices,
      ...cables,
      ...cords,
      ...clusterAisles(this.#layout, idOf),
      ...(loads?.pathways(rows, idOf) ?? []),
      { kind: 'cluster', id: this.#id, name: spec.name, spec: JSON.stringify(spec) },
    ];
  }

  #idOf(key: string): string {
    return `${this.#id}/${key}`;
  }

  #rack({ key, name, order, widthMm }: StandingRack, rowId: string): Rack {
    const { heightU, depthMm, maxPowerW, maxWeightKg, frontDoorOpen, rearDoorOpen } =
      this.#layout.spec.racks;
    return {
      kind: 'rack',
      id: this.#idOf(`rack:${key}`),
      name,
      rowId,
      order,
      frame: 'cabinet',
      heightU,
      widthMm,
      depthMm,
      gapMm: 0,
      turned: false,
      maxWeightKg,
      maxPowerW,
      frontDoorOpen,
      rearDoorOpen,
      notes: '',
      extra: '',
    };
  }

  /** Devices of a rack, its power strips and blanks. */
  #fill(rack: StandingRack): void {
    const { spec } = this.#layout;
    for (const placed of rack.placed) {
      const name = this.#nameOf(rack, placed);
      this.#names.set(placed.key, name);
      this.#put(rack, placed.type, { key: placed.key, name, u: placed.u, face: placed.face });
    }
    const rackName = rack.name.toLowerCase();
    if (hasStrips(this.#layout, rack)) {
      const type = typeFor(this.#types, spec.with.pduType, 'with.pduType');
      for (const [column, side] of STRIPS.entries()) {
        const key = stripKey(rack, side);
        this.#put(rack, type, { key, name: `pdu-${rackName}-${side}`, u: 1, face: 'rear', column });
      }
    }
    if (spec.with.blanks && rack.placed.length > 0) this.#closeFront(rack);
  }

  /** Closes the open units of a front with the tallest blanks that fit, from the floor up. */
  #closeFront(rack: StandingRack): void {
    const taken = new Set<number>();
    for (const { type, u, face } of rack.placed) {
      if (face === 'rear' && type.depthUse === 'half') continue;
      for (let unit = u; unit < u + type.heightU; unit += 1) taken.add(unit);
    }
    for (let u = 1; u <= rack.heightU; ) {
      let open = 0;
      while (open < 8 && u + open <= rack.heightU && !taken.has(u + open)) open += 1;
      const height = [8, 4, 2, 1].find((tall) => tall <= open) ?? 0;
      if (height > 0) {
        const type = typeFor(this.#types, `catalog:generic-blank-${height}u`, 'with.blanks');
        const name = `blank-${rack.name.toLowerCase()}-u${u}`;
        this.#put(rack, type, { key: `blank:${rack.key}:${u}`, name, u, face: 'front' });
      }
      u += Math.max(1, height);
    }
  }

  #put(
    rack: StandingRack,
    type: DeviceType,
    {
      key,
      name,
      u,
      face,
      column,
    }: Pick<Placed, 'key' | 'u' | 'face'> & { name: string; column?: number },
  ): void {
    this.#usedTypes.set(type.id, type);
    this.#devices.push({
      kind: 'device',
      id: this.#idOf(key),
      name,
      typeId: type.id,
      rackId: this.#idOf(`rack:${rack.key}`),
      mount: column === undefined ? 'rails' : 'side',
      bay: null,
      u,
      face,
      column: column ?? 0,
      locked: false,
      reserved: this.#reserved.get(key) ?? NONE,
      notes: '',
      extra: '',
    });
  }

  #nameOf(rack: StandingRack, { what, number, key, u }: Placed): string {
    const { names } = this.#layout.spec;
    switch (what) {
      case 'node':
        return named(names.node, { n: number + 1, rack: rack.name });
      case 'switch': {
        const [tier = '', at = '0'] = key.split(':').slice(-2);
        const fabric = key.slice(0, key.length - tier.length - at.length - 2);
        const rails = this.#layout.layers.find((layer) => layer.name === fabric)?.rails ?? 1;
        const unit = Math.floor(number / rails) + 1;
        const rail = (number % rails) + 1;
        return named(names.switch, { fabric, tier, n: number + 1, unit, rail, rack: rack.name });
      }
      case 'extra':
        return `${this.#layout.layers[0]?.name}-manager-${number + 1}`;
      case 'manager':
        return `hm-${rack.name.toLowerCase()}-u${u}`;
      default:
        return what satisfies never;
    }
  }

  #cables(onCable: (cable: ChosenCable) => void): {
    records: DesignRecord[];
    loads: TrayLoads | null;
  } {
    const records: DesignRecord[] = [];
    const { trays } = this.#layout;
    const total = linksOf(this.#layout);
    let links = 0;
    const loads = trays && new TrayLoads(trays);
    for (const bundle of bundles(this.#layout)) {
      for (const cable of chooseCables(this.#layout, bundle)) {
        records.push(this.#cable(cable));
        onCable(cable);
        if (loads) layInTrays(loads, cable);
        links += cable.to - cable.from;
        if (records.length % CABLES_AT_ONCE === 0) this.#onLinks(links, total);
      }
    }
    this.#onLinks(total, total);
    return { records, loads };
  }

  /** The end that all links of a breakout share is its A end; else the lower one is. */
  #cable({ bundle, from, to, medium, awg }: ChosenCable): DesignRecord {
    const { spec } = this.#layout;
    const { linkClass, layer, rail, numbers } = bundle;
    const lower = bundle.lower.slice(from, to);
    const upper = bundle.upper.slice(from, to);
    const parts = new Set(lower.map(({ at }) => at)).size > 1;
    const letter = LETTER[linkClass];
    const n = numbers[from] ?? 0;
    const [a, b] = parts ? [upper, lower] : [lower, upper];
    return newCable({
      id: this.#idOf(`${layer.name}:${letter}${n}`),
      label: named(spec.names.cable, { fabric: layer.name, class: letter, n }),
      medium,
      awg,
      fabric: layer.name,
      rail,
      bundle: this.#bundleName(lower[0], upper[0]),
      ends: { a: a.map((end) => this.#ref(end)), b: b.map((end) => this.#ref(end)) },
    });
  }

  #cords(): DesignRecord[] {
    return [...cordsOf(this.#layout, this.#types)].map((cord) => this.#cord(cord));
  }

  #cord({ rack, placed, inlet, strip, outlet, number }: Cord): DesignRecord {
    const { names } = this.#layout.spec;
    return newCable({
      id: this.#idOf(`cord:${placed.key}:${inlet}`),
      label: named(names.cable, { fabric: POWER, class: 'p', n: number }),
      medium: 'power',
      fabric: POWER,
      ends: {
        a: [{ deviceId: this.#idOf(stripKey(rack, strip)), portId: outlet }],
        b: [{ deviceId: this.#idOf(placed.key), portId: inlet }],
      },
    });
  }

  #ref({ at, port }: WireEnd): PortRef {
    return { deviceId: this.#idOf(at.placed.key), portId: port.id };
  }

  /** Cables from one rack to another are pulled together; within a rack there is nothing to pull. */
  #bundleName(from: WireEnd | undefined, to: WireEnd | undefined): string {
    if (!from || !to || from.at.rack === to.at.rack) return '';
    const name = `${from.at.rack.name} > ${to.at.rack.name}`;
    const known = this.#bundleNames.get(name);
    if (known !== undefined) return known;
    this.#bundleNames.set(name, name);
    return name;
  }
}

/** How many links a cluster has; those of nodes to come are not made. */
function linksOf({ layers, spec }: Layout): number {
  return layers.reduce((sum, { counts, rails }) => {
    const { nodeLeafCables, leafSpineCables, spineCoreCables } = counts;
    return sum + nodeLeafCables - spec.growth.nodes * rails + leafSpineCables + spineCoreCables;
  }, 0);
}

/** The ways of a cable over the racks: of one that parts, one to each rack. */
function layInTrays(loads: TrayLoads, cable: ChosenCable): void {
  const { bundle, from, to } = cable;
  const square = squareOf(cable);
  const ways = new Map<StandingRack, StandingRack>();
  for (let at = from; at < to; at += 1) {
    const [lower, upper] = [bundle.lower[at]?.at.rack, bundle.upper[at]?.at.rack];
    if (lower && upper) ways.set(lower, upper);
  }
  for (const [lower, upper] of ways) loads.add(lower, upper, square);
}

const NONE: readonly PortId[] = [];
/** What cords belong to, as cables do to a fabric. */
const POWER = 'power';
const LETTER = { 'node-leaf': 'n', 'leaf-spine': 's', 'spine-core': 'c' } as const;

/** The leaf ports that are kept for nodes to come, by the key of their leaf. */
function keptPorts({ layers, spec }: Layout): ReadonlyMap<string, readonly PortId[]> {
  const kept = new Map<string, readonly PortId[]>();
  const { count } = spec.node;
  const planned = count + spec.growth.nodes;
  if (planned === count) return kept;
  for (const { leaf, rails, nodesPerUnit, units, breakout, name } of layers) {
    for (let unit = 0; unit < units; unit += 1) {
      const first = unit * nodesPerUnit;
      const here = Math.max(0, Math.min(count - first, nodesPerUnit));
      const to = Math.max(0, Math.min(planned - first, nodesPerUnit));
      const ports = leaf.down
        .slice(Math.ceil(here / breakout), Math.ceil(to / breakout))
        .map(({ id }) => id);
      for (let rail = 0; ports.length > 0 && rail < rails; rail += 1) {
        kept.set(`${name}:leaf:${unit * rails + rail}`, ports);
      }
    }
  }
  return kept;
}

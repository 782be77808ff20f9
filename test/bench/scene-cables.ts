/** The cables of the scene: rail r of every node to a leaf of rail r, leaves to spines, spines to cores. */
import type { MediumId } from '../../shared/model/medium.ts';
import { newCable } from '../../shared/model/new-cable.ts';
import type { Cable, Device, PortRef } from '../../shared/model/records.ts';
import type { Part, Unit } from './scene-parts.ts';

const RAILS = 4;
/** Ports of a leaf that go down: half of 64, two to a cage. */
const DOWN_PORTS = 32;
const DOWN_CAGES = 16;
/** Cages of a switch, and those of a spine that go up. */
const CAGES = 32;
const SPINE_UP_CAGES = 8;

interface Draft {
  readonly fabric: string;
  readonly medium: MediumId;
  readonly rail: number | null;
  readonly a: readonly PortRef[];
  readonly b: readonly PortRef[];
}

/**
 * Cables unit after unit, as many for each as for the next: first what joins the switches, then node by node.
 * @throws RangeError when so many do not fit
 */
export function cableUnits(units: readonly Unit[], wanted: number): readonly Cable[] {
  const cores = units.flatMap((unit) => partOf(unit, 'core'));
  const drafts: Draft[] = [];
  const used = new Map<string, number>();
  const spare: Draft[] = [];
  for (const [i, unit] of units.entries()) {
    const share = Math.floor((wanted * (i + 1)) / units.length) - drafts.length;
    const own = [...upwards(unit, i, cores, used), ...downwards(unit)];
    drafts.push(...own.slice(0, share));
    spare.push(...own.slice(share));
  }
  drafts.push(...spare.slice(0, wanted - drafts.length));
  if (drafts.length < wanted) throw new RangeError(`only ${drafts.length} cables fit`);
  return drafts.map(cableOf);
}

function partOf(unit: Unit, part: Part): readonly Device[] {
  return unit.get(part) ?? [];
}

/** One straight cable, two links, from each leaf to each spine; from each spine to eight cores. */
function upwards(
  unit: Unit,
  index: number,
  cores: readonly Device[],
  used: Map<string, number>,
): readonly Draft[] {
  const drafts: Draft[] = [];
  const [leaves, spines] = [partOf(unit, 'leaf'), partOf(unit, 'spine')];
  const link = { fabric: 'compute', rail: null };
  for (const [s, spine] of spines.entries()) {
    for (const [l, leaf] of leaves.entries()) {
      const [a, b] = [cagePorts(leaf, DOWN_CAGES + s), cagePorts(spine, l)];
      drafts.push({ ...link, medium: 'dac', a, b });
    }
    for (let up = 0; up < SPINE_UP_CAGES && cores.length > 0; up += 1) {
      const core = cores[(SPINE_UP_CAGES * (spines.length * index + s) + up) % cores.length];
      const cage = core ? (used.get(core.id) ?? 0) : CAGES;
      if (!core || cage >= CAGES) continue;
      used.set(core.id, cage + 1);
      const a = cagePorts(spine, CAGES - SPINE_UP_CAGES + up);
      drafts.push({ ...link, medium: 'smf', a, b: cagePorts(core, cage) });
    }
  }
  return drafts;
}

/** Node by node: its rails, and its management port to the switch of its rack. */
function downwards(unit: Unit): readonly Draft[] {
  const drafts: Draft[] = [];
  const leaves = partOf(unit, 'leaf');
  const mgmt = new Map(partOf(unit, 'mgmt').map((device) => [device.rackId, device]));
  const perRack = new Map<string, number>();
  for (const [n, node] of partOf(unit, 'node').entries()) {
    for (let rail = 0; rail < RAILS; rail += 1) {
      const leaf = leaves[RAILS * Math.floor(n / DOWN_PORTS) + rail];
      if (!leaf) continue;
      const down = n % DOWN_PORTS;
      const a = [{ deviceId: node.id, portId: `osfp-${rail + 1}.1` }];
      const b = cagePorts(leaf, Math.floor(down / 2)).slice(down % 2, (down % 2) + 1);
      drafts.push({ fabric: 'compute', medium: 'mmf', rail, a, b });
    }
    const near = mgmt.get(node.rackId);
    const port = (perRack.get(node.rackId) ?? 0) + 1;
    perRack.set(node.rackId, port);
    if (!near) continue;
    const a = [{ deviceId: node.id, portId: 'mgmt-1.1' }];
    const b = [{ deviceId: near.id, portId: `rj45-${port}.1` }];
    drafts.push({ fabric: 'management', medium: 'base-t', rail: null, a, b });
  }
  return drafts;
}

/** The two ports of the n-th cage (n from 0) of a switch. */
function cagePorts(device: Device, n: number): readonly PortRef[] {
  return [1, 2].map((half) => ({ deviceId: device.id, portId: `osfp-${n + 1}.${half}` }));
}

function cableOf({ a, b, ...draft }: Draft, index: number): Cable {
  return newCable({
    id: `cable-${index + 1}`,
    label: `C${index + 1}`,
    awg: draft.medium === 'dac' ? 26 : null,
    ends: { a, b },
    ...draft,
  });
}

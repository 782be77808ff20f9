/**
 * One scalable unit of a DGX H100 SuperPOD: 31 nodes, 8 leaves, 4 spines, a fabric manager, 508 links
 * (NVIDIA reference architecture, table 4: 252 node to leaf with the manager, 256 leaf to spine).
 *
 * Drawn as one would try it first. Rail r of every node goes to leaf r by fibre, since the two ports of a
 * node's cage part for two leaves and a copper plug would take the cage whole. Leaf to spine is straight
 * 800G copper, two links to a cable: that reaches inside a rack, and not to the rack beside it.
 */
import type { Design } from '../model/design.ts';
import type { Device, Rack } from '../model/records.ts';
import { cagePorts, type Draft, port, startDraft } from './draft.ts';

const NODES = 31;
const NODES_PER_RACK = 4;
/** Lowest unit of each node of a rack. */
const NODE_UNITS = [3, 11, 19, 27] as const;
/** Units of the middle rack, leaf by leaf, spine by spine. */
const LEAF_UNITS = [35, 34, 32, 31, 26, 25, 23, 22] as const;
const NEAR_SPINE_UNITS = [29, 28] as const;
const MANAGER_UNITS = [36, 33, 30, 27, 24, 21] as const;
const UFM_UNIT = 19;
/** Units of the rack beside it, which takes the other two spines. */
const FAR_SPINE_UNITS = [38, 37] as const;
const FAR_MANAGER_UNITS = [39, 36] as const;

/** Builds the scalable unit: ten racks in one row, the leaf rack fifth, the second network rack sixth. */
export function buildSuperpodSu(): Design {
  const draft = startDraft('DGX H100 scalable unit');
  const left = [1, 2, 3, 4].map((number) => computeRack(draft, number));
  const middle = networkRack(draft, 5);
  const beside = networkRack(draft, 6);
  const right = [7, 8, 9, 10].map((number) => computeRack(draft, number));
  const nodes = placeNodes(draft, [...left, ...right]);
  const leaves = LEAF_UNITS.map((u, i) => placeSwitch(draft, middle, `leaf-${i + 1}`, u));
  const spines = [
    ...NEAR_SPINE_UNITS.map((u, i) => placeSwitch(draft, middle, `spine-${i + 1}`, u)),
    ...FAR_SPINE_UNITS.map((u, i) => placeSwitch(draft, beside, `spine-${i + 3}`, u)),
  ];
  const ufm = draft.device(middle, {
    name: 'ufm-1',
    type: 'nvidia-ufm-appliance',
    u: UFM_UNIT,
    face: 'front',
  });
  closeFront(draft, middle, new Set([...LEAF_UNITS, ...NEAR_SPINE_UNITS, UFM_UNIT]));
  closeFront(draft, beside, new Set(FAR_SPINE_UNITS));
  placeManagers(draft, middle, MANAGER_UNITS);
  placeManagers(draft, beside, FAR_MANAGER_UNITS);
  cableNodes(draft, nodes, leaves);
  cableManager(draft, ufm, leaves);
  cableSpines(draft, leaves, spines);
  return draft.build();
}

function rackName(number: number): string {
  return `A${String(number).padStart(2, '0')}`;
}

function computeRack(draft: Draft, number: number): Rack {
  return draft.rack(rackName(number), { widthMm: 600, maxPowerW: 44_000 });
}

function networkRack(draft: Draft, number: number): Rack {
  return draft.rack(rackName(number), { widthMm: 750, maxPowerW: 20_000 });
}

/** Four nodes a rack, three in the last, between two power strips; what stays open is blanked. */
function placeNodes(draft: Draft, racks: readonly Rack[]): Device[] {
  const nodes: Device[] = [];
  for (const rack of racks) {
    const taken = new Set<number>();
    for (const u of NODE_UNITS.slice(0, Math.min(NODES_PER_RACK, NODES - nodes.length))) {
      const name = `dgx-${String(nodes.length + 1).padStart(2, '0')}`;
      nodes.push(draft.device(rack, { name, type: 'nvidia-dgx-h100', u, face: 'front' }));
      for (let unit = u; unit < u + 8; unit += 1) taken.add(unit);
    }
    closeFront(draft, rack, taken);
    placeStrips(draft, rack);
  }
  return nodes;
}

function placeStrips(draft: Draft, rack: Rack): void {
  for (const strip of ['left', 'right'] as const) {
    const name = `pdu-${rack.name.toLowerCase()}-${strip === 'left' ? 'a' : 'b'}`;
    draft.device(rack, { name, type: 'generic-pdu-0u-24c19', u: 1, face: 'rear', strip });
  }
}

/** Ports look out of the rear, where the nodes have theirs; the air then runs with the nodes' air. */
function placeSwitch(draft: Draft, rack: Rack, name: string, u: number): Device {
  return draft.device(rack, { name, type: 'nvidia-qm9700', u, face: 'rear' });
}

function placeManagers(draft: Draft, rack: Rack, units: readonly number[]): void {
  for (const u of units) {
    const name = `hm-${rack.name.toLowerCase()}-u${u}`;
    draft.device(rack, { name, type: 'generic-hm-1u', u, face: 'rear' });
  }
}

/** Closes the open units of a front with the tallest blanks that fit, from the floor up. */
function closeFront(draft: Draft, rack: Rack, taken: ReadonlySet<number>): void {
  let u = 1;
  while (u <= rack.heightU) {
    const height = [4, 2, 1].find((tall) => isOpen(rack, taken, u, tall)) ?? 0;
    if (height > 0) {
      const name = `blank-${rack.name.toLowerCase()}-u${u}`;
      draft.device(rack, { name, type: `generic-blank-${height}u`, u, face: 'front' });
    }
    u += Math.max(1, height);
  }
}

function isOpen(rack: Rack, taken: ReadonlySet<number>, u: number, heightU: number): boolean {
  if (u + heightU - 1 > rack.heightU) return false;
  for (let unit = u; unit < u + heightU; unit += 1) if (taken.has(unit)) return false;
  return true;
}

/** The k-th of a leaf's 32 ports downwards (k from 0): the lower row, two to a cage, left to right. */
function downPort(leaf: Device, k: number): ReturnType<typeof port> {
  return port(leaf, `osfp-${2 * (Math.floor(k / 2) + 1)}.${(k % 2) + 1}`);
}

/** Rail r of every node to leaf r, in the order of the nodes. */
function cableNodes(draft: Draft, nodes: readonly Device[], leaves: readonly Device[]): void {
  for (const [k, node] of nodes.entries()) {
    for (const [rail, leaf] of leaves.entries()) {
      const a = [port(node, `osfp-${Math.floor(rail / 2) + 1}.${(rail % 2) + 1}`)];
      const b = [downPort(leaf, k)];
      draft.cable({ medium: 'mmf', fabric: 'compute', rail, a, b });
    }
  }
}

/** The fabric manager takes the place of a 32nd node on the first four leaves. */
function cableManager(draft: Draft, ufm: Device, leaves: readonly Device[]): void {
  for (const [rail, leaf] of leaves.slice(0, 4).entries()) {
    const a = [port(ufm, `ndr-${rail + 1}.1`)];
    draft.cable({ medium: 'mmf', fabric: 'compute', rail, a, b: [downPort(leaf, NODES)] });
  }
}

/**
 * Four cables, eight links, from each leaf to each spine. A leaf's upper row goes up, its left half to the
 * left and its right half to the right, and arrives on the same side: no cable crosses a rack's middle.
 */
function cableSpines(draft: Draft, leaves: readonly Device[], spines: readonly Device[]): void {
  for (const [i, leaf] of leaves.entries()) {
    for (const [s, spine] of spines.entries()) {
      for (const half of [0, 8]) {
        for (const k of [0, 1]) {
          const a = cagePorts(leaf, `osfp-${2 * (half + 2 * s + k) + 1}`);
          const b = cagePorts(spine, `osfp-${2 * (half + i) + k + 1}`);
          draft.cable({ medium: 'dac', awg: 26, fabric: 'compute', rail: i, a, b });
        }
      }
    }
  }
}

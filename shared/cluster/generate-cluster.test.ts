import { describe, expect, test } from 'vitest';
import { analyse } from '../analysis/index.ts';
import { recordSchema } from '../contract/record-schema.ts';
import { type Design, defaultSettings, designFromRecords } from '../model/design.ts';
import type { Cable } from '../model/records.ts';
import { checkDesign } from '../rules/index.ts';
import { type ClusterSpec, clusterSpec } from './cluster-spec.ts';
import { H100, h100s, TYPES } from './fixture-spec.ts';
import { drawUpCluster, generateCluster } from './generate-cluster.ts';
import { planCluster } from './plan-cluster.ts';

function built(spec: ClusterSpec): Design {
  const records = generateCluster(spec, { clusterId: 'c1', types: TYPES });
  return designFromRecords([defaultSettings('test'), ...records]);
}

function ofClass(design: Design, fabric: string, letter: string): Cable[] {
  return [...design.cables.values()].filter(({ id }) => id.startsWith(`c1/${fabric}:${letter}`));
}

const links = (cables: readonly Cable[]): number =>
  cables.reduce((sum, { ends }) => sum + ends.a.length, 0);

/** Specs that differ in what the generator does. */
const SPECS: readonly (readonly [string, ClusterSpec])[] = [
  ['one unit', h100s(31, { compute: { extraPorts: 4 } })],
  [
    'a few nodes and no extras',
    h100s(3, { with: { pdus: false, blanks: false, managers: false } }),
  ],
  [
    'two units, three fabrics, growth',
    h100s(40, {
      growth: { nodes: 30 },
      fabrics: [
        { name: 'storage', ports: 2 },
        { name: 'out-of-band', leaf: 'catalog:nvidia-sn2201' },
      ],
      leaves: 'end-of-row',
    }),
  ],
  [
    'leaves atop, breakout, copper',
    clusterSpec({
      node: { type: 'catalog:dell-poweredge-xe9680', count: 20 },
      compute: { leaf: 'catalog:nvidia-sn5600' },
      leaves: 'top-of-rack',
    }),
  ],
  ['three tiers, rail by rail', h100s(70, { leaves: 'rail-racks', compute: { tiers: 3 } })],
  ['oversubscribed', h100s(50, { compute: { oversubscription: 3 }, floor: { alternate: false } })],
  [
    'an odd number of nodes on parted ports, with retimed copper',
    clusterSpec({
      node: { type: 'catalog:dell-poweredge-xe9680', count: 7 },
      compute: { leaf: 'catalog:nvidia-sn5600' },
      media: { 'node-leaf': { copper: 'aec' } },
      with: { trays: false },
    }),
  ],
  [
    'light with fixed ends, where an opening has one port, and a fabric manager beside rails',
    h100s(20, {
      compute: { extraPorts: 4 },
      leaves: 'rail-racks',
      media: {
        'node-leaf': { copper: 'none', light: 'aoc' },
        'leaf-spine': { copper: 'none', light: 'lpo' },
      },
    }),
  ],
  [
    'single mode alone, aisles that are not drawn, racks without limits',
    h100s(12, {
      media: { 'node-leaf': { copper: 'none', light: 'smf' } },
      floor: { aisles: false },
      racks: { maxPowerW: null, maxWeightKg: null },
    }),
  ],
  [
    'switches that blow from their ports to the back',
    clusterSpec({
      node: { type: 'catalog:nvidia-dgx-b300', count: 30 },
      racks: { maxPowerW: 60_000 },
    }),
  ],
  [
    'nodes whose ports look out in front',
    clusterSpec({ node: { type: 'catalog:lenovo-sr680a-v3', count: 9 }, racks: { perRow: 2 } }),
  ],
];

describe.each(SPECS)('%s', (_name, spec) => {
  const design = built(spec);

  test('holds valid records that the rules allow', () => {
    for (const record of generateCluster(spec, { clusterId: 'c1', types: TYPES })) {
      expect(recordSchema.safeParse(record).error?.message).toBeUndefined();
    }
    expect(checkDesign(design)).toEqual([]);
  });

  test('comes out the same each time, every name and label once', () => {
    const again = generateCluster(spec, { clusterId: 'c1', types: TYPES });
    expect(again).toEqual(generateCluster(spec, { clusterId: 'c1', types: TYPES }));
    for (const table of [design.racks, design.devices]) {
      const names = [...table.values()].map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
    const labels = [...design.cables.values()].map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test('is right as it comes: ends mate, cables carry, racks and trays take what is in them', () => {
    const { findings, cables } = analyse(design);
    const faults = findings.filter(
      ({ id, severity, rule }) =>
        // What copper does to the air is what the specification asks for, and true.
        (severity === 'error' && rule !== 'air') ||
        (rule === 'reach' && severity !== 'note') ||
        /:(?:power|weight|direction)$/.test(id) ||
        (/^bundle:(?:tray|pathway):/.test(id) && severity !== 'note'),
    );
    expect(faults.map(({ message }) => message)).toEqual([]);
    expect(cables.filter(({ verdict }) => verdict === 'over')).toEqual([]);
  });

  test('is what was planned', () => {
    const plan = planCluster(spec, TYPES);
    const cables = [...design.cables.values()];
    expect(plan.cableCount).toBe(cables.length);
    expect(plan.linkCount).toBe(links(cables));
    expect(plan.racks.nodes + plan.racks.switches + plan.racks.kept).toBe(design.racks.size);
    expect(plan.cables.reduce((sum, { count }) => sum + count, 0)).toBe(cables.length);
    const switches = [...design.devices.values()].filter(
      ({ typeId }) => TYPES.get(typeId)?.category === 'switch',
    );
    const planned = plan.fabrics.flatMap((fabric) => fabric.switches.map(({ count }) => count));
    expect(switches).toHaveLength(planned.reduce((sum, count) => sum + count, 0));
  });
});

describe('the SuperPOD of 127 nodes', () => {
  const design = built(h100s(127, { compute: { extraPorts: 4 } }));

  test("has the switches and cables of NVIDIA's table 4 (source S10)", () => {
    const { fabrics } = planCluster(h100s(127, { compute: { extraPorts: 4 } }), TYPES);
    expect(fabrics[0]?.switches.map(({ tier, count }) => [tier, count])).toEqual([
      ['leaf', 32],
      ['spine', 16],
    ]);
    expect(links(ofClass(design, 'compute', 'n'))).toBe(1020);
    expect(links(ofClass(design, 'compute', 's'))).toBe(1024);
  });

  test('takes rail r of every node to leaf r of its unit', () => {
    for (const { rail, ends } of ofClass(design, 'compute', 'n')) {
      const node = Number(/node:(\d+)$/.exec(ends.a[0]?.deviceId ?? '')?.[1] ?? Number.NaN);
      if (Number.isNaN(node)) continue;
      const leaf = Math.floor(node / 32) * 8 + (rail ?? -1);
      expect(ends.b[0]?.deviceId).toBe(`c1/compute:leaf:${leaf}`);
    }
  });

  test('gives every leaf as many links to every spine', () => {
    const perPair = new Map<string, number>();
    for (const { ends } of ofClass(design, 'compute', 's')) {
      const key = `${ends.a[0]?.deviceId} ${ends.b[0]?.deviceId}`;
      perPair.set(key, (perPair.get(key) ?? 0) + ends.a.length);
    }
    expect(perPair.size).toBe(32 * 16);
    expect(new Set(perPair.values())).toEqual(new Set([2]));
  });
});

test('a spine that keeps ports free has its cables all over its face', () => {
  // Three units: a rail has 96 uplinks for 4 spines of 32 ports.
  const spec = h100s(96, { compute: { tiers: 3 } });
  const { fabrics } = planCluster(spec, TYPES);
  const spine = fabrics[0]?.switches.find(({ tier }) => tier === 'spine');
  expect(spine?.portsFree).toBeGreaterThan(0);
  const design = built(spec);
  const ports = TYPES.get('catalog:nvidia-qm9700')?.ports.map(({ id }) => id) ?? [];
  const used = [...design.cables.values()]
    .flatMap(({ ends }) => [...ends.a, ...ends.b])
    .filter(({ deviceId }) => deviceId === 'c1/compute:spine:0')
    .map(({ portId }) => ports.indexOf(portId));
  const inFirstHalf = used.filter((at) => at < ports.length / 2).length;
  expect(Math.abs(2 * inFirstHalf - used.length)).toBeLessThanOrEqual(4);
});

describe('what cannot be built is refused with the number that makes it so', () => {
  test.each([
    [{ node: { type: 'catalog:nothing', count: 1 } }, /node.type is catalog:nothing/],
    [
      { node: { type: H100, count: 1, perRack: 5 } },
      /node.perRack is 5, and 4 fit: racks.maxPowerW is 44000/,
    ],
    [
      { node: { type: H100, count: 1 }, racks: { maxPowerW: 9000 } },
      /racks.maxPowerW is 9000.*10264 W with its plugs/,
    ],
    [
      { node: { type: H100, count: 1 }, racks: { maxWeightKg: 100 } },
      /racks.maxWeightKg is 100.*130.45/,
    ],
    [
      {
        node: { type: 'catalog:nvidia-dgx-b200', count: 1 },
        racks: { heightU: 12 },
        leaves: 'top-of-rack',
      },
      /top-of-rack|racks.heightU is 12/,
    ],
    [{ node: { type: H100, count: 9 }, compute: { rails: 9 } }, /9 are needed|9 ports a node/],
    [{ node: { type: H100, count: 9 }, compute: { leaf: 'catalog:nvidia-sn4600c' } }, /100 Gb\/s/],
    [{ node: { type: H100, count: 9 }, compute: { nodesPerUnit: 33 } }, /nodesPerUnit is 33.*32/],
    [
      { node: { type: H100, count: 32 }, compute: { extraPorts: 1 } },
      /compute: extraPorts is 1.*only 0/,
    ],
    [{ node: { type: H100, count: 512 }, compute: { tiers: 2 } }, /tiers is 2: 128 leaves/],
    [{ node: { type: H100, count: 9 }, names: { node: 'gpu' } }, /names.node is "gpu".*\{n\}/],
    [{ node: { type: H100, count: 9 }, fabrics: [{ name: 'compute' }] }, /like another fabric/],
  ])('%j', (input, reason) => {
    const plan = (): unknown => planCluster(clusterSpec(input), TYPES);
    expect(plan).toThrow(RangeError);
    expect(plan).toThrow(reason);
  });

  test.each([
    [
      { node: { type: H100, count: 9 }, compute: { leaf: 'catalog:nvidia-qm9700', breakout: 4 } },
      /free ports for it/,
    ],
    [
      { node: { type: H100, count: 9 }, compute: { spine: 'catalog:nvidia-sn2201' } },
      /compute.spine: a SN2201 has no ports of 400 Gb\/s/,
    ],
    [
      { node: { type: H100, count: 70 }, compute: { tiers: 3, core: 'catalog:nvidia-sn4700' } },
      /compute.core: a SN4700 has 32 ports, and 64 are counted with/,
    ],
    [
      {
        node: { type: H100, count: 9 },
        compute: { extraPorts: 2, extraType: 'catalog:nvidia-sn2201' },
      },
      /compute.extraType: a SN2201 has no ports of 400 Gb\/s/,
    ],
    [
      { node: { type: H100, count: 9 }, fabrics: [{ name: 'x', ports: 9 }] },
      /fabrics.0: a DGX H100 has .* and 9 are needed/,
    ],
    [
      {
        node: { type: H100, count: 3 },
        racks: { heightU: 12, maxPowerW: 12_000 },
        leaves: 'top-of-rack',
      },
      /leaves is top-of-rack|racks.maxPowerW is 12000/,
    ],
    [
      { node: { type: H100, count: 1, perRack: 2 }, racks: { heightU: 12 } },
      /perRack is 2, and 1 fit/,
    ],
    [
      {
        node: { type: H100, count: 40 },
        fabrics: [{ name: 'o', leaf: 'catalog:nvidia-sn2201', tiers: 1, nodesPerUnit: 49 }],
      },
      /fabrics.0.nodesPerUnit is 49: a leaf SN2201 has only 48/,
    ],
    [
      { node: { type: H100, count: 64 }, compute: { tiers: 1, nodesPerUnit: 64, extraPorts: 1 } },
      /compute\.extraPorts is 1: the leaves have only 0/,
    ],
    [
      { node: { type: H100, count: 9 }, compute: { leaf: 'catalog:nvidia-sn5600', breakout: 1 } },
      /compute: a DGX H100 has at most 0 free ports|and 1 are needed/,
    ],
    [
      { node: { type: H100, count: 9 }, names: { row: 'row' } },
      /names\.row is "row".*\{n\} or \{letter\}/,
    ],
  ])('%j cannot be built', (input, reason) => {
    const plan = (): unknown => planCluster(clusterSpec(input), TYPES);
    expect(plan).toThrow(RangeError);
    expect(plan).toThrow(reason);
  });

  test.each([
    [{}, /^node: /],
    [{ node: { type: H100, count: 0 } }, /^node\.count: /],
    [{ node: { type: H100, count: 1 }, colour: 'red' }, /colour/],
  ])('%j is no specification', (input, reason) => {
    expect(() => clusterSpec(input)).toThrow(reason);
  });
});

test.each(SPECS)('law: drawn up at once is what is planned and generated, of %s', (_, spec) => {
  const told: (readonly [number, number])[] = [];
  const onLinks = (done: number, total: number): void => void told.push([done, total]);
  const { plan, records } = drawUpCluster(spec, { clusterId: 'c1', types: TYPES, onLinks });
  expect(plan).toEqual(planCluster(spec, TYPES));
  expect(records).toEqual(generateCluster(spec, { clusterId: 'c1', types: TYPES }));
  expect(told.at(-1)).toEqual([plan.linkCount, plan.linkCount]);
  expect(told.every(([done, total]) => done <= total && total === plan.linkCount)).toBe(true);
});

test('a switch that draws more than a rack may is refused with both numbers', () => {
  const small = {
    ...TYPES.get(H100)!,
    powerMaxW: { value: 100, provenance: 'assumed' as const, source: '' },
  };
  const types = new Map([...TYPES, [H100, small]]);
  const spec = h100s(4, { racks: { maxPowerW: 1000 } });
  expect(() => planCluster(spec, types)).toThrow(/racks: a QM9700 of 1 U and \d+ W .* 1,?000 W/);
});

test('what nobody knows the power of is planned as unknown, not as nothing', () => {
  const { powerMaxW: _, powerTypicalW: __, ...rest } = TYPES.get(H100)!;
  const silent = { ...rest, powerMaxW: null, powerTypicalW: null };
  const plan = planCluster(h100s(4), new Map([...TYPES, [H100, silent]]));
  expect(plan.powerW.unknown).toContain('DGX H100');
  expect(plan.nodesPerRack.limit).not.toBe('power');
});

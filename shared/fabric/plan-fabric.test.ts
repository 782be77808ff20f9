import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planFabric } from './index.ts';

const NDR = { nodesPerUnit: 32, railsPerNode: 8, switchPorts: 64 };

/** NVIDIA DGX SuperPOD reference architectures: H100 Table 4 (S10), B200 larger counts (S11). */
const PUBLISHED = [
  // nodes, UFM ports, leaf, spine, core, node-leaf, leaf-spine, spine-core
  [31, 4, 8, 4, 0, 252, 256, 0],
  [63, 4, 16, 8, 0, 508, 512, 0],
  [95, 4, 24, 16, 0, 764, 768, 0],
  [127, 4, 32, 16, 0, 1020, 1024, 0],
  [64, 0, 16, 8, 0, 512, 512, 0],
  [128, 0, 32, 16, 0, 1024, 1024, 0],
  [256, 0, 64, 32, 0, 2048, 2048, 0],
  [512, 0, 128, 128, 64, 4096, 4096, 4096],
  [1024, 0, 256, 256, 128, 8192, 8192, 8192],
  [2048, 0, 512, 512, 256, 16384, 16384, 16384],
] as const;

describe('V17: the published fabrics', () => {
  test.each(PUBLISHED)('%i nodes and %i UFM ports', (nodes, extraNodePorts, ...counts) => {
    const [leaf, spine, core, nodeLeafCables, leafSpineCables, spineCoreCables] = counts;
    expect(planFabric({ ...NDR, nodes, extraNodePorts })).toEqual({
      leaf,
      spine,
      core,
      nodeLeafCables,
      leafSpineCables,
      spineCoreCables,
    });
  });

  test('the A100 SuperPOD of 140 nodes on 40-port switches', () => {
    const plan = planFabric({ nodes: 140, nodesPerUnit: 20, railsPerNode: 8, switchPorts: 40 });
    expect(plan).toEqual({
      leaf: 56,
      spine: 80,
      core: 28,
      nodeLeafCables: 1120,
      leafSpineCables: 1120,
      spineCoreCables: 1120,
    });
  });

  test('XDR: 72 of the 144 ports of a leaf go down', () => {
    const plan = planFabric({ nodes: 72, nodesPerUnit: 72, railsPerNode: 8, switchPorts: 144 });
    expect(plan).toMatchObject({ leaf: 8, spine: 4, nodeLeafCables: 576, leafSpineCables: 576 });
  });
});

describe('leaves whose ports do not part evenly', () => {
  test('three downlinks to an uplink', () => {
    const plan = planFabric({
      nodes: 96,
      nodesPerUnit: 48,
      railsPerNode: 8,
      switchPorts: 64,
      oversubscription: 3,
    });
    expect(plan).toMatchObject({ leaf: 16, spine: 4, nodeLeafCables: 768, leafSpineCables: 256 });
  });

  test('a spine for each of the four uplinks that the maker wants: Juniper QFX5240, two stripes', () => {
    const plan = planFabric({
      nodes: 8,
      nodesPerUnit: 4,
      railsPerNode: 8,
      switchPorts: 64,
      leafDown: 60,
      leafUp: 4,
      leastSpines: 4,
    });
    expect(plan).toMatchObject({ leaf: 16, spine: 4, leafSpineCables: 64 });
  });

  test.each([
    [{ oversubscription: 0.5 }, /oversubscription is 0.5/],
    [{ oversubscription: 1e12 }, /oversubscription is 1000000000000: of 64 ports none/],
    [{ leafDown: 48 }, /leafDown and leafUp go together/],
  ])('%j is refused', (given, reason) => {
    expect(() => planFabric({ ...NDR, nodes: 8, ...given })).toThrow(reason);
  });
});

describe('what cannot be built is refused with the number that makes it so', () => {
  test.each([
    [{ ...NDR, nodes: 0 }, /nodes is 0/],
    [{ ...NDR, nodes: 1.5 }, /nodes is 1.5/],
    [{ ...NDR, nodes: 31, nodesPerUnit: 33 }, /nodesPerUnit is 33.*32 ports/],
    [{ ...NDR, nodes: 31, switchPorts: 63 }, /switchPorts is 63/],
    [{ ...NDR, nodes: 32, extraNodePorts: 1 }, /extraNodePorts is 1.*only 0/],
    [{ ...NDR, nodes: 512, tiers: 2 as const }, /tiers is 2: 128 leaves/],
    [{ ...NDR, nodes: 31, tiers: 4 as unknown as 2 }, /tiers is 4/],
    [{ ...NDR, nodes: 10_000 }, /2504 leaves.*2048/],
  ])('%j', (spec, reason) => {
    expect(() => planFabric(spec)).toThrow(RangeError);
    expect(() => planFabric(spec)).toThrow(reason);
  });
});

test('law: a planned fabric has the ports for its cables, and never more bandwidth below than above', () => {
  const spec = fc.record({
    nodes: fc.integer({ min: 1, max: 600 }),
    nodesPerUnit: fc.integer({ min: 1, max: 32 }),
    railsPerNode: fc.integer({ min: 1, max: 8 }),
    switchPorts: fc.constantFrom(64, 72, 128, 144),
  });
  fc.assert(
    fc.property(spec, (chosen) => {
      fc.pre(Math.ceil(chosen.nodes / chosen.nodesPerUnit) * chosen.railsPerNode <= 2048);
      const plan = planFabric(chosen);
      const half = chosen.switchPorts / 2;
      expect(plan.nodeLeafCables).toBeLessThanOrEqual(plan.leaf * half);
      expect(plan.leafSpineCables).toBe(plan.leaf * half);
      expect(plan.leafSpineCables + plan.spineCoreCables).toBeLessThanOrEqual(
        plan.spine * chosen.switchPorts,
      );
      expect(plan.spineCoreCables).toBeLessThanOrEqual(plan.core * chosen.switchPorts);
    }),
  );
});

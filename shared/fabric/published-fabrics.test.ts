/** The whole published tables, where they are at hand; the project's own fixtures stand in `plan-fabric.test.ts`. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { planFabric } from './index.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../../shared/reference');
const read = (name: string): unknown => {
  const file = path.join(FOLDER, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
};

type Row = Readonly<Record<string, number>>;
const reference = read('reference.json') as { tables: { superpod: Row[] } } | null;
const designs = read('designs.json') as {
  rows: { id: string; table: string; values: Row }[];
} | null;
const compute = (designs?.rows ?? []).filter(({ table }) => table === 'compute-fabric');
const halved = compute.filter(({ values }) => values['nodes'] !== undefined);

describe.skipIf(!reference)('superpod', () => {
  test.each(reference?.tables.superpod ?? [])('$arch, $su units', (row) => {
    const { nodes = 0, cables_node_leaf: toLeaves = 0 } = row;
    const extraNodePorts = toLeaves - 8 * nodes;
    const fabric = { nodes, nodesPerUnit: 32, railsPerNode: 8, switchPorts: 64, extraNodePorts };
    expect(planFabric(fabric)).toEqual({
      leaf: row['leaf'],
      spine: row['spine'],
      core: row['core'],
      nodeLeafCables: toLeaves,
      leafSpineCables: row['cables_leaf_spine'],
      spineCoreCables: row['cables_spine_core'],
    });
  });
});

describe.skipIf(!designs)('compute fabrics', () => {
  test('are all looked at', () => {
    expect(compute.length - halved.length).toBe(1);
  });

  test.each(halved)('$id', ({ values }) => {
    const plan = planFabric({
      nodes: values['nodes'] ?? 0,
      nodesPerUnit: values['nodes_per_su'] ?? 0,
      railsPerNode: values['gpus_per_node'] ?? 0,
      switchPorts: values['leaf_ports'] ?? 0,
      extraNodePorts: values['ufm_cables'] ?? 0,
    });
    expect(plan).toMatchObject({
      leaf: values['leaf'],
      spine: values['spine'],
      core: values['core'],
      nodeLeafCables: values['node_leaf_and_ufm_cables'] ?? values['node_leaf_cables'],
      leafSpineCables: values['leaf_spine_cables'],
      spineCoreCables: values['spine_core_cables'] ?? 0,
    });
  });
});

import { expect, test } from 'vitest';
import { CATALOG_TYPES } from '../../../shared/catalog/index.ts';
import { type ClusterSpecInput, clusterSpec, planCluster } from '../../../shared/cluster/index.ts';
import { refusedField } from './refused-field.ts';

const types = new Map(CATALOG_TYPES.map((type) => [type.id, type]));
const node = { type: 'catalog:nvidia-dgx-h100', count: 32 };

test.each<[ClusterSpecInput, string]>([
  [{ node: { ...node, perRack: 9 } }, 'node.perRack'],
  [{ node: { ...node, type: 'catalog:no-such-type' } }, 'node.type'],
  [{ node, compute: { nodesPerUnit: 200 } }, 'compute.nodesPerUnit'],
  [{ node: { ...node, count: 2048 }, compute: { tiers: 2 } }, 'compute.tiers'],
  [{ node, compute: { extraPorts: 900 } }, 'compute.extraPorts'],
  [{ node, names: { node: 'node' } }, 'names.node'],
])('%j is refused at %s', (input, field) => {
  let said = '';
  try {
    planCluster(clusterSpec(input), types);
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    said = (error as RangeError).message;
  }
  expect(said).not.toBe('');
  expect([said, refusedField(said)]).toEqual([said, field]);
});

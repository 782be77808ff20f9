import { describe, expect, it } from 'vitest';
import { type Design, defaultSettings, designFromRecords } from '../model/design.ts';
import { applyDiff } from '../model/diff.ts';
import type { Cluster, DesignRecord, Rack } from '../model/records.ts';
import { h100s, TYPES } from './fixture-spec.ts';
import { generateCluster } from './generate-cluster.ts';
import { movedByHand } from './moved-by-hand.ts';

const SPEC = h100s(32, { racks: { perRow: 6 } });
const BUILT = designFromRecords([
  defaultSettings('test'),
  ...generateCluster(SPEC, { clusterId: 'c', types: TYPES }),
]);
const ROW = [...BUILT.racks.values()].filter(({ rowId }) => rowId === 'c/row:0');

function edited(...updated: (readonly [DesignRecord, DesignRecord])[]): Design {
  return applyDiff(BUILT, { added: [], updated, removed: [] });
}

const moved = (design: Design) => {
  const { racks, devices } = movedByHand(design);
  return { racks: [...racks], devices: [...devices] };
};

const NOTHING = { racks: [], devices: [] };

/** The racks of the first row in another order, numbered anew as the plan does it. */
function reordered(order: readonly number[]): Design {
  return edited(...order.map((from, to) => [ROW[from]!, { ...ROW[from]!, order: to }] as const));
}

describe('what was moved by hand', () => {
  it('is nothing of what was generated, nor where rows were moved', () => {
    expect(moved(BUILT)).toEqual(NOTHING);
    const row = BUILT.rows.get('c/row:0')!;
    const place = { xMm: 40_000, yMm: -9000, facing: 'east' } as const;
    expect(moved(edited([row, { ...row, place }]))).toEqual(NOTHING);
  });

  it('is the device that stands elsewhere, and not those beside it', () => {
    const leaf = BUILT.devices.get('c/compute:leaf:0')!;
    const lower = edited([leaf, { ...leaf, u: leaf.u - 1 }]);
    expect(moved(lower)).toEqual({ racks: [], devices: [leaf.id] });
    expect(moved(edited([leaf, { ...leaf, face: 'front' }])).devices).toHaveLength(
      leaf.face === 'front' ? 0 : 1,
    );
    expect(moved(edited([leaf, { ...leaf, name: 'mine', notes: 'here' }]))).toEqual(NOTHING);
  });

  it('is the rack that went over others in its row, and not those that made room', () => {
    expect(ROW.length).toBe(6);
    expect(moved(reordered([1, 2, 3, 4, 0, 5])).racks).toEqual([ROW[0]!.id]);
    expect(moved(reordered([0, 5, 1, 2, 3, 4])).racks).toEqual([ROW[5]!.id]);
  });

  it('is the rack that went away from the others, and not one that keeps its place by a gap', () => {
    const last = ROW.at(-1)!;
    expect(moved(edited([last, { ...last, gapMm: 6000 }])).racks).toEqual([last.id]);
    const [first, second] = ROW as [Rack, Rack];
    const away = edited(
      [first, { ...first, rowId: 'c/row:1', order: 99 }],
      [second, { ...second, gapMm: first.widthMm }],
    );
    expect(moved(away).racks).toEqual([first.id]);
  });

  it('is all of a cluster whose specification cannot be laid out any more', () => {
    const cluster = BUILT.clusters.get('c')!;
    const broken: Cluster = { ...cluster, spec: '{"node":{"type":"gone","count":1}}' };
    const { racks, devices } = moved(edited([cluster, broken]));
    expect([racks.length, devices.length]).toEqual([BUILT.racks.size, BUILT.devices.size]);
  });

  it('is nothing that was drawn beside the cluster', () => {
    const rack = { ...ROW[0]!, id: 'mine', name: 'Mine', order: 50 };
    const design = applyDiff(BUILT, { added: [rack], updated: [], removed: [] });
    expect(moved(design)).toEqual(NOTHING);
  });
});

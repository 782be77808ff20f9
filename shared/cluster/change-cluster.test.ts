import { expect, test } from 'vitest';
import { type Design, defaultSettings, designFromRecords, recordsOf } from '../model/design.ts';
import { applyDiff } from '../model/diff.ts';
import type { Rack } from '../model/records.ts';
import { checkDesign } from '../rules/index.ts';
import { addCluster, changeCluster, placedSpec } from './change-cluster.ts';
import { changeDiff } from './change-diff.ts';
import type { ClusterSpec } from './cluster-spec.ts';
import { h100s, TYPES } from './fixture-spec.ts';
import { generateCluster } from './generate-cluster.ts';

function built(spec: ClusterSpec): Design {
  const empty = designFromRecords([defaultSettings('test')]);
  const records = generateCluster(spec, { clusterId: 'c1', types: TYPES });
  return applyDiff(empty, addCluster(empty, records));
}

function changed(design: Design, spec: ClusterSpec, take: 'mine' | 'theirs' = 'mine'): Design {
  const change = changeCluster(design, 'c1', spec);
  return applyDiff(
    design,
    changeDiff(design, change, () => take === 'theirs'),
  );
}

function contents(design: Design): unknown {
  const records = [...recordsOf(design)].map((record) => [`${record.kind} ${record.id}`, record]);
  return new Map(records as [string, unknown][]);
}

const CHANGES: readonly (readonly [ClusterSpec, ClusterSpec])[] = [
  [h100s(5), h100s(9)],
  [h100s(9), h100s(2, { leaves: 'end-of-row' })],
  [h100s(4), h100s(4, { with: { blanks: false, managers: false } })],
  [h100s(4), h100s(4, { fabrics: [{ name: 'storage', ports: 2 }] })],
];

test.each(CHANGES)(
  'law: a change and back is no change; unedited, it is what the spec gives',
  (a, b) => {
    const before = built(a);
    expect(changeCluster(before, 'c1', b)).toMatchObject({ conflicts: [], homeless: [], kept: 0 });
    const after = changed(before, b);
    expect(contents(after)).toEqual(contents(built(b)));
    expect(contents(changed(after, a))).toEqual(contents(before));
  },
);

test('what was edited by hand stays, and is told where the spec would change it', () => {
  const before = built(h100s(5));
  const rack = [...before.racks.values()][0] as Rack;
  const edited = { ...rack, name: 'by hand', heightU: 50 };
  const design = applyDiff(before, { added: [], updated: [[rack, edited]], removed: [] });
  const higher = h100s(5, { racks: { heightU: 52 } });
  const { conflicts } = changeCluster(design, 'c1', higher);
  expect(conflicts.map(({ why, fields }) => [why, fields])).toEqual([['edited', ['heightU']]]);
  const [mine, theirs] = [changed(design, higher), changed(design, higher, 'theirs')];
  expect(mine.racks.get(rack.id)).toMatchObject({ name: 'by hand', heightU: 50 });
  expect(theirs.racks.get(rack.id)).toMatchObject({ name: 'by hand', heightU: 52 });
});

test('what was deleted by hand stays deleted, with all that a larger spec would put into it', () => {
  const before = built(h100s(5, { with: { blanks: false } }));
  const rack = [...before.racks.values()][1] as Rack;
  const devices = [...before.devices.values()].filter(({ rackId }) => rackId === rack.id);
  const gone = new Set(devices.map(({ id }) => id));
  const cables = [...before.cables.values()].filter(({ ends }) =>
    [...ends.a, ...ends.b].some(({ deviceId }) => gone.has(deviceId)),
  );
  const removed = [rack, ...devices, ...cables];
  const design = applyDiff(before, { added: [], updated: [], removed });
  const larger = h100s(7, { with: { blanks: false } });
  const { homeless } = changeCluster(design, 'c1', larger);
  expect(homeless.length).toBeGreaterThan(0);
  for (const take of ['mine', 'theirs'] as const) {
    const after = changed(design, larger, take);
    expect(after.racks.has(rack.id)).toBe(false);
    expect(checkDesign(after)).toEqual([]);
  }
});

test('a cluster whose spec says no place comes behind the racks that are there, and stays where it stands', () => {
  const one = built(h100s(3));
  const spec = placedSpec(one, h100s(3, { name: 'Two' }), null);
  expect(spec.floor).toMatchObject({ xMm: 0, yMm: 1200 + 2400 });
  const records = generateCluster(spec, { clusterId: 'c2', types: TYPES });
  const both = applyDiff(one, addCluster(one, records));
  expect(checkDesign(both)).toEqual([]);
  const second = both.clusters.get('c2') ?? null;
  expect(placedSpec(both, h100s(5), second).floor).toEqual(spec.floor);
  const said = h100s(3, { floor: { xMm: 600 } });
  expect(placedSpec(both, said, second)).toBe(said);
  const alone = designFromRecords([defaultSettings('empty')]);
  expect(placedSpec(alone, h100s(3), null).floor.yMm).toBe(0);
});

test('what was deleted by hand stays away, and comes back where the changed spec is to win', () => {
  const before = built(h100s(5));
  const rack = [...before.racks.values()].at(-1) as Rack;
  const inside = [...before.devices.values()].filter(({ rackId }) => rackId === rack.id);
  const gone = new Set(inside.map(({ id }) => id));
  const cables = [...before.cables.values()].filter(({ ends }) =>
    [...ends.a, ...ends.b].some(({ deviceId }) => gone.has(deviceId)),
  );
  const design = applyDiff(before, {
    added: [],
    updated: [],
    removed: [...cables, ...inside, rack],
  });
  const higher = h100s(5, { racks: { heightU: 52 } });
  const { conflicts } = changeCluster(design, 'c1', higher);
  expect(conflicts.find(({ key }) => key === `rack:${rack.id}`)?.why).toBe('deleted');
  const mine = changed(design, higher);
  expect([mine.racks.has(rack.id), checkDesign(mine)]).toEqual([false, []]);
  const theirs = changed(design, higher, 'theirs');
  expect([theirs.racks.get(rack.id)?.heightU, checkDesign(theirs)]).toEqual([52, []]);
});

test('new cables of a leaf that was deleted by hand are not made, and are counted', () => {
  const before = built(h100s(5));
  const leaf = before.devices.get('c1/compute:leaf:0');
  if (!leaf) throw new Error('the fixture has no leaf');
  const cables = [...before.cables.values()].filter(({ ends }) =>
    [...ends.a, ...ends.b].some(({ deviceId }) => deviceId === leaf.id),
  );
  const design = applyDiff(before, { added: [], updated: [], removed: [...cables, leaf] });
  const change = changeCluster(design, 'c1', h100s(9));
  expect(change.homeless.filter(({ kind }) => kind === 'cable').length).toBeGreaterThan(0);
  const after = changed(design, h100s(9));
  expect([after.devices.has(leaf.id), checkDesign(after)]).toEqual([false, []]);
});

test('what stands where the new spec puts something is asked about, and gives way when it is told to', () => {
  const before = built(h100s(5, { growth: { nodes: 8 } }));
  const bigger = h100s(9, { growth: { nodes: 4 } });
  const node = built(bigger).devices.get('c1/node:7');
  if (!node || !before.racks.has(node.rackId)) throw new Error('the node comes into a new rack');
  const standing = [...before.devices.values()].filter(
    ({ id, rackId }) => rackId === node.rackId && id.includes('blank:'),
  );
  const own = { ...node, id: 'own', name: 'own box', reserved: [] };
  const design = applyDiff(before, { added: [own], updated: [], removed: standing });
  const { conflicts } = changeCluster(design, 'c1', bigger);
  const met = conflicts.find(({ key }) => key === `device:${node.id}`);
  expect([met?.why, met?.byHand.map(({ id }) => id)]).toEqual(['occupied', ['own']]);
  expect(changed(design, bigger).devices.has('own')).toBe(true);
  const theirs = changed(design, bigger, 'theirs');
  expect([theirs.devices.has('own'), theirs.devices.has(node.id)]).toEqual([false, true]);
  expect(checkDesign(theirs)).toEqual([]);
});

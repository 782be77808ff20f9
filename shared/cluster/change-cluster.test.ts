import { expect, test } from 'vitest';
import { type Design, defaultSettings, designFromRecords, recordsOf } from '../model/design.ts';
import { applyDiff } from '../model/diff.ts';
import type { Rack } from '../model/records.ts';
import { addCluster, changeCluster } from './change-cluster.ts';
import type { ClusterSpec } from './cluster-spec.ts';
import { h100s } from './fixture-spec.ts';

function built(spec: ClusterSpec): Design {
  const empty = designFromRecords([defaultSettings('test')]);
  return applyDiff(empty, addCluster(empty, 'c1', spec));
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
    const there = changeCluster(before, 'c1', b);
    expect(there.conflicts).toEqual([]);
    const after = applyDiff(before, there.diff);
    expect(contents(after)).toEqual(contents(built(b)));
    const back = applyDiff(after, changeCluster(after, 'c1', a).diff);
    expect(contents(back)).toEqual(contents(before));
  },
);

test('what was edited by hand stays, and is told where the spec would change it', () => {
  const before = built(h100s(5));
  const rack = [...before.racks.values()][0] as Rack;
  const edited = { ...rack, name: 'by hand', heightU: 50 };
  const design = applyDiff(before, { added: [], updated: [[rack, edited]], removed: [] });
  const higher = h100s(5, { racks: { heightU: 52 } });
  const mine = changeCluster(design, 'c1', higher);
  expect(mine.conflicts.map(({ what, fields }) => [what, fields])).toEqual([
    ['edited', ['heightU']],
  ]);
  expect(applyDiff(design, mine.diff).racks.get(rack.id)).toMatchObject({
    name: 'by hand',
    heightU: 50,
  });
  const theirs = changeCluster(design, 'c1', higher, 'theirs');
  expect(applyDiff(design, theirs.diff).racks.get(rack.id)).toMatchObject({
    name: 'by hand',
    heightU: 52,
  });
});

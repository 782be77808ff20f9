import { expect, test } from 'vitest';
import { applyDiff } from '../model/diff.ts';
import type { DesignRecord, Rack } from '../model/records.ts';
import { changeCluster, clusterDesign } from './change-cluster.ts';
import { changeSummary } from './change-summary.ts';
import { h100s } from './fixture-spec.ts';

test('counts by kind add up to the change, and conflicts are told by name', () => {
  const before = clusterDesign(h100s(5));
  const rack = [...before.racks.values()][0] as Rack;
  const edited: DesignRecord = { ...rack, name: 'mine', heightU: 50 };
  const design = applyDiff(before, { added: [], updated: [[rack, edited]], removed: [] });
  const change = changeCluster(design, 'cluster-1', h100s(9, { racks: { heightU: 52 } }));
  const { counts, conflicts, kept, homeless } = changeSummary(change);
  const sum = (of: 'added' | 'updated' | 'removed') =>
    counts.reduce((all, count) => all + count[of], 0);
  expect([sum('added'), sum('updated'), sum('removed')]).toEqual([
    change.added.length,
    change.updated.length,
    change.removed.length,
  ]);
  expect(new Set(counts.map(({ kind }) => kind)).size).toBe(counts.length);
  expect(conflicts).toEqual([
    { key: `rack:${rack.id}`, why: 'edited', name: 'mine', fields: ['heightU'], byHand: [] },
  ]);
  expect([kept, homeless]).toEqual([change.kept, change.homeless.length]);
});

test('what was made by hand and is in the way is named', () => {
  const before = clusterDesign(h100s(5));
  const [gone] = [...before.racks.values()].slice(-1);
  const [device] = [...before.devices.values()];
  if (!gone || !device) throw new Error('the fixture is empty');
  const own: DesignRecord = { ...device, id: 'own', name: 'own box', rackId: gone.id, u: 40 };
  const design = applyDiff(before, { added: [own], updated: [], removed: [] });
  const { conflicts } = changeSummary(changeCluster(design, 'cluster-1', h100s(1)));
  expect(conflicts.some(({ why, byHand }) => why === 'needed' && byHand.includes('own box'))).toBe(
    true,
  );
});

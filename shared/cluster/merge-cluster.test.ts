import { describe, expect, it } from 'vitest';
import { type Design, recordsOf } from '../model/design.ts';
import { applyDiff } from '../model/diff.ts';
import type { Cable, DesignRecord, Device } from '../model/records.ts';
import { checkDesign } from '../rules/index.ts';
import { buildSample } from '../samples/index.ts';
import { changeDiff } from './change-diff.ts';
import { mergeCluster } from './merge-cluster.ts';

const base = buildSample('first-rack');
const records = (design: Design): DesignRecord[] =>
  [...recordsOf(design)].filter(({ kind }) => kind !== 'settings');
const cable = [...base.cables.values()][0] as Cable;

/** The design with these records in the place of its own. */
function having(design: Design, ...changed: readonly DesignRecord[]): Design {
  const before = new Map(records(design).map((record) => [record.id, record]));
  return applyDiff(design, {
    added: changed.filter(({ id }) => !before.has(id)),
    updated: changed.flatMap((record) => {
      const was = before.get(record.id);
      return was ? [[was, record] as const] : [];
    }),
    removed: [],
  });
}

function without(design: Design, ...ids: readonly string[]): Design {
  const removed = records(design).filter(({ id }) => ids.includes(id));
  return applyDiff(design, { added: [], updated: [], removed });
}

function merged(mine: Design, theirs: Design, taken: 'mine' | 'theirs' = 'mine'): Design {
  const change = mergeCluster(mine, records(base), records(theirs));
  const keys = taken === 'theirs' ? change.conflicts.map(({ key }) => key) : [];
  return applyDiff(
    mine,
    changeDiff(mine, change, (key) => keys.includes(key)),
  );
}

const device = [...base.devices.values()].find(({ mount }) => mount === 'rails') as Device;

describe('a cluster meets what was edited by hand', () => {
  it('changes nothing where the spec makes what it made', () => {
    const change = mergeCluster(base, records(base), records(base));
    expect([change.added, change.updated, change.removed, change.conflicts]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  it('takes over what is new and takes away what is gone, and leaves no reference without an end', () => {
    const fewer = without(base, cable.id);
    expect(merged(base, fewer).cables.has(cable.id)).toBe(false);
    expect(merged(fewer, base).cables.has(cable.id)).toBe(false);
    const change = mergeCluster(fewer, records(fewer), records(base));
    expect(change.added.map(({ id }) => id)).toEqual([cable.id]);
  });

  it('keeps what one side changed, and takes the fields that only the other changed', () => {
    const mine = having(base, { ...device, notes: 'mine' });
    const theirs = having(base, { ...device, name: 'renamed' });
    expect(merged(mine, theirs).devices.get(device.id)).toMatchObject({
      notes: 'mine',
      name: 'renamed',
    });
  });

  it('asks where both changed the same field, and does as it is told', () => {
    const mine = having(base, { ...device, name: 'mine' });
    const theirs = having(base, { ...device, name: 'theirs' });
    const { conflicts } = mergeCluster(mine, records(base), records(theirs));
    expect(conflicts.map(({ why, fields }) => [why, fields])).toEqual([['edited', ['name']]]);
    expect(merged(mine, theirs).devices.get(device.id)?.name).toBe('mine');
    expect(merged(mine, theirs, 'theirs').devices.get(device.id)?.name).toBe('theirs');
  });

  it('keeps a device with a hand-made cable until it is told otherwise, and then both go', () => {
    const smaller = without(
      base,
      device.id,
      ...[...base.cables.values()]
        .filter(({ ends }) => [...ends.a, ...ends.b].some(({ deviceId }) => deviceId === device.id))
        .map(({ id }) => id),
    );
    const [own] = [...base.cables.values()].filter(({ ends }) =>
      [...ends.a, ...ends.b].some(({ deviceId }) => deviceId === device.id),
    );
    const mine = having(smallerWithDevice(smaller), { ...own!, id: 'by-hand', label: 'by hand' });
    const { conflicts } = mergeCluster(mine, records(base), records(smaller));
    expect(conflicts.map(({ why, byHand }) => [why, byHand.map(({ id }) => id)])).toEqual([
      ['needed', ['by-hand']],
    ]);
    const kept = merged(mine, smaller);
    expect([kept.devices.has(device.id), kept.cables.has('by-hand')]).toEqual([true, true]);
    const gone = merged(mine, smaller, 'theirs');
    expect([gone.devices.has(device.id), gone.cables.has('by-hand')]).toEqual([false, false]);
    expect(checkDesign(gone)).toEqual([]);
  });
});

function smallerWithDevice(smaller: Design): Design {
  return having(smaller, device);
}

import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { type Design, designFromRecords, recordsOf } from '../../shared/model/design.ts';
import { type Diff, EMPTY_DIFF } from '../../shared/model/diff.ts';
import type { DesignRecord } from '../../shared/model/records.ts';
import { benchScene } from '../../test/bench/scene.ts';
import { smallDesign } from '../../test/crash/designs.ts';
import { forkStorage } from '../../test/crash/fork-storage.ts';
import { refusalOf } from '../../test/crash/refusals.ts';
import { temporaryFolder } from '../../test/crash/temporary-folder.ts';
import type { DesignPart } from './departure.ts';
import { createDesignFile, readDesignFile } from './design-file.ts';
import { removeTemporariesOf } from './place-file.ts';
import type { StorageChild } from './process-line.ts';
import { StorageClient } from './storage-client.ts';
import type { StorageCode } from './storage-error.ts';
import type { ProcessRequest, StorageReply } from './storage-protocol.ts';

function realClient(): { client: StorageClient; kill: () => void } {
  let child: StorageChild | null = null;
  const client = StorageClient.start(() => {
    child = forkStorage();
    return child;
  });
  onTestFinished(() => client.end());
  return { client, kill: () => child?.kill() };
}

function named(design: Design, from: string, to: string): Diff {
  const { settings } = design;
  return {
    ...EMPTY_DIFF,
    updated: [
      [
        { ...settings, name: from },
        { ...settings, name: to },
      ],
    ],
  };
}

it('sends a large design in parts, its racks and types first', async () => {
  const { client } = realClient();
  const file = path.join(temporaryFolder(), 'large.plenum');
  const design = benchScene({ racks: 100, devices: 4200, cables: 1000 });
  createDesignFile(file, design);
  const parts: DesignPart[] = [];
  const opened = await client.open(file, (part) => parts.push(part));
  expect(opened.records).toEqual([]);
  const [head, ...rest] = parts;
  if (head?.part !== 'head') throw new Error('the head did not come first');
  expect(head.toCome).toBe(5200);
  expect(new Set(head.records.map(({ kind }) => kind))).toEqual(
    new Set(['settings', 'row', 'rack', 'deviceType']),
  );
  const later = rest.flatMap((part) =>
    part.part === 'more' ? (JSON.parse(part.text) as DesignRecord[]) : [],
  );
  expect(later).toHaveLength(5200);
  expect(designFromRecords([...head.records, ...later])).toEqual(design);
});

it('opens, commits, keeps versions, saves elsewhere and closes', async () => {
  const { client } = realClient();
  const folder = temporaryFolder();
  const draft = path.join(folder, 'draft.plenum');
  const design = smallDesign();
  const created = await client.create(draft, { records: [...recordsOf(design)] });
  expect(designFromRecords(created.records)).toEqual(design);
  await Promise.all([
    client.commit({ label: 'One', diff: named(design, 'Large', 'One') }),
    client.commit({ label: 'Two', diff: named(design, 'One', 'Two') }),
  ]);
  expect(readDesignFile(draft).settings.name).toBe('Two');
  const version = await client.createVersion('Second');
  const other = await client.createVersion('Not made', named(design, 'Two', 'Else'));
  expect(designFromRecords(await client.readVersion(other.id)).settings.name).toBe('Else');
  expect(readDesignFile(draft).settings.name).toBe('Two');
  await client.commit({ label: 'Three', diff: named(design, 'Two', 'Three') });
  const old = designFromRecords(await client.readVersion(version.id));
  expect(old.settings.name).toBe('Two');
  const file = path.join(folder, 'named.plenum');
  expect(await client.saveAs(file, null)).toBeNull();
  await client.commit({ label: 'Four', diff: named(design, 'Three', 'Four') });
  expect(await client.listVersions()).toEqual([other, version]);
  await client.close();
  expect(readDesignFile(file).settings.name).toBe('Four');
  expect(readDesignFile(draft).settings.name).toBe('Three');
});

it('says so when the process ends, and saves what memory holds with a new one', async () => {
  const { client, kill } = realClient();
  const folder = temporaryFolder();
  const file = path.join(folder, 'design.plenum');
  const design = smallDesign();
  await client.create(file, { records: [...recordsOf(design)] });
  const lost = vi.fn();
  client.onLost(lost);
  kill();
  const edit = { label: 'One', diff: named(design, 'Large', 'One') };
  expect(await refusalOf(() => client.commit(edit))).toBe('storage-ended');
  await vi.waitFor(() => expect(lost).toHaveBeenCalledOnce());
  expect(await refusalOf(() => client.commit(edit))).toBe('storage-ended');
  expect(await refusalOf(() => client.saveAs(file, null))).toBe('storage-ended');
  const memory = { ...design, settings: { ...design.settings, name: 'Memory' } };
  expect(await client.saveAs(file, [...recordsOf(memory)])).toBeNull();
  await client.commit({ label: 'On', diff: named(design, 'Memory', 'On') });
  expect(readDesignFile(file).settings.name).toBe('On');
});

it('saves memory over its own file, and keeps that file when it cannot', async () => {
  const { client } = realClient();
  const file = path.join(temporaryFolder(), 'design.plenum');
  const design = smallDesign();
  await client.create(file, { records: [...recordsOf(design)] });
  const bad = [...recordsOf({ ...design, racks: new Map() })];
  expect(await refusalOf(() => client.saveAs(file, bad))).toBe('edit-refused');
  await client.commit({ label: 'x', diff: named(design, 'Large', 'Still here') });
  const memory = { ...design, settings: { ...design.settings, name: 'Whole' } };
  await client.saveAs(file, [...recordsOf(memory)]);
  expect(readDesignFile(file).settings.name).toBe('Whole');
});

it('tells the second client, and leaves a damaged file alone', async () => {
  const first = realClient().client;
  const second = realClient().client;
  const file = path.join(temporaryFolder(), 'design.plenum');
  createDesignFile(file, smallDesign());
  expect((await first.open(file)).readOnly).toBeNull();
  expect((await second.open(file)).readOnly).toBe('in-use');
  expect(await refusalOf(() => second.open(path.dirname(file)))).toBe('not-a-file');
});

/** A storage process that answers as told. */
function puppet(answer: (request: ProcessRequest) => StorageReply | null) {
  const asked: ProcessRequest[] = [];
  const kill = vi.fn();
  const client = StorageClient.start(() => {
    let reply: (message: StorageReply) => void = () => {};
    return {
      post: (request) => {
        asked.push(request);
        const message = answer(request);
        if (message) queueMicrotask(() => reply(message));
      },
      onMessage: (listener) => {
        reply = listener;
      },
      onExit: () => {},
      kill,
    };
  });
  return { client, asked, kill };
}

function refuse(id: number, code: StorageCode): StorageReply {
  const args = { file: 'design.plenum', reason: '' };
  return { id, ok: false, refusal: { code, messageKey: `storage.${code}`, args } };
}

it('gives up a file that takes too long', async () => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { client, kill } = puppet(() => null);
  const opening = refusalOf(() => client.open('/somewhere/endless.plenum'));
  await vi.advanceTimersByTimeAsync(9_999);
  expect(kill).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(await opening).toBe('open-timeout');
  expect(kill).toHaveBeenCalledOnce();
});

it('waits longer for a file that has said how much is to come', async () => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
  const { client, kill } = puppet(({ id }) => {
    return { id, coming: { part: 'head', records: [], toCome: 100_000 } };
  });
  const opening = refusalOf(() => client.open('/somewhere/large.plenum', () => {}));
  await vi.advanceTimersByTimeAsync(29_999);
  expect(kill).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(await opening).toBe('open-timeout');
  expect(kill).toHaveBeenCalledOnce();
});

it('sends what a full disk kept back along with the next edit', async () => {
  const design = smallDesign();
  let full = true;
  const { client, asked } = puppet(({ id }) =>
    full ? refuse(id, 'disk-full') : { id, ok: true, value: null },
  );
  const first = client.commit({ label: 'One', diff: named(design, 'Large', 'One') });
  expect(await refusalOf(() => first)).toBe('disk-full');
  expect(await refusalOf(() => client.saveAs('/elsewhere/a.plenum', null))).toBe('disk-full');
  full = false;
  await client.commit({ label: 'Two', diff: named(design, 'One', 'Two') });
  expect(asked.at(-1)?.input).toEqual({ label: 'Two', diff: named(design, 'Large', 'Two') });
});

it('takes no further edit once the file went its own way', async () => {
  const { client, asked } = puppet(({ id }) => refuse(id, 'changed-outside'));
  const edit = { label: 'x', diff: named(smallDesign(), 'Large', 'One') };
  expect(await refusalOf(() => client.commit(edit))).toBe('changed-outside');
  expect(await refusalOf(() => client.commit(edit))).toBe('changed-outside');
  expect(asked).toHaveLength(1);
});

it('writes no file that a refused creation began', async () => {
  const { client } = realClient();
  const file = path.join(temporaryFolder(), 'design.plenum');
  expect(await refusalOf(() => client.create(file, { records: [] }))).toBe('internal');
  expect(existsSync(file)).toBe(false);
});

it('takes an edit as text, and refuses one that is no edit', async () => {
  const { client } = realClient();
  const file = path.join(temporaryFolder(), 'text.plenum');
  const design = smallDesign();
  await client.create(file, { records: [...recordsOf(design)] });
  const diff = named(design, design.settings.name, 'By text');
  await client.commit({ label: 'Rename', diff: { text: JSON.stringify(diff) } });
  expect(readDesignFile(file).settings.name).toBe('By text');
  const wrong = { label: '?', diff: { text: '{"added":[{}]}' } };
  expect(await refusalOf(() => client.commit(wrong))).toBe('edit-refused');
});

it('tells how far the making of a cluster is, and leaves nothing of one that is stopped', async () => {
  const spec = JSON.stringify({ node: { type: 'catalog:nvidia-dgx-h100', count: 127 } });
  const content = { cluster: { spec, types: [] } };
  const folder = temporaryFolder();
  const { client } = realClient();
  const parts: DesignPart[] = [];
  await client.create(path.join(folder, 'made.plenum'), content, (part) => parts.push(part));
  const making = parts.flatMap((part) => (part.part === 'making' ? [part.done] : []));
  expect([making[0], readDesignFile(path.join(folder, 'made.plenum')).clusters.size]).toEqual([
    0, 1,
  ]);

  const file = path.join(folder, 'stopped.plenum');
  const { client: stopped } = realClient();
  const begun = Promise.withResolvers<void>();
  const refusal = refusalOf(() => stopped.create(file, content, () => begun.resolve()));
  await begun.promise;
  await stopped.end();
  removeTemporariesOf(file);
  expect(await refusal).toBe('storage-ended');
  expect(readdirSync(folder)).toEqual(['made.plenum']);
});

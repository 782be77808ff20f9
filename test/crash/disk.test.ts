/** Disks that are full, read-only or gone: the file stays whole, and what could not be saved is known. */
import { chmodSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  commitDiff,
  createDesignFile,
  readDesignFile,
  saveCopy,
} from '../../electron/storage/design-file.ts';
import { openDesignFile } from '../../electron/storage/open-design-file.ts';
import { StorageClient } from '../../electron/storage/storage-client.ts';
import { recordsOf } from '../../shared/model/design.ts';
import { applyDiff, type Diff, EMPTY_DIFF } from '../../shared/model/diff.ts';
import { smallDesign, switchType } from './designs.ts';
import { forkStorage } from './fork-storage.ts';
import { refusalOf } from './refusals.ts';
import { mountSmallDisk } from './small-disk.ts';
import { temporaryFolder } from './temporary-folder.ts';

const NO_MOUNT = 'this user may not mount a small disk';
const isRoot = process.getuid?.() === 0;

/** About 200 kB of device type. */
const large = (id: string): Diff => ({ ...EMPTY_DIFF, added: [switchType(id, 512)] });

describe('a full disk', () => {
  it('keeps the file as it was, and takes the next edit once there is room', async () => {
    const file = path.join(temporaryFolder(), 'design.plenum');
    createDesignFile(file, smallDesign());
    const opened = openDesignFile(file, { mode: 'write' });
    onTestFinished(() => opened.file.close());
    const { db } = opened.file.writer!;
    db.pragma(`max_page_count = ${Number(db.pragma('page_count')) + 5}`);
    const commit = (diff: Diff) => refusalOf(() => commitDiff(opened.file, { label: 'x', diff }));
    expect(await commit(large('large'))).toBe('disk-full');
    expect(readDesignFile(file)).toEqual(smallDesign());
    expect(await commit({ ...EMPTY_DIFF, added: [switchType('small', 4)] })).toBe('none');
    db.pragma('max_page_count = 100000');
    expect(await commit(large('large'))).toBe('none');
    expect(readDesignFile(file).deviceTypes.size).toBe(3);
  });

  it('loses no edit: what it kept back goes along with the next', async (context) => {
    const disk = mountSmallDisk(1024);
    if (!disk) return context.skip(NO_MOUNT);
    const file = path.join(disk.folder, 'design.plenum');
    const design = smallDesign();
    const client = StorageClient.start(forkStorage);
    onTestFinished(() => client.end());
    await client.create(file, { records: [...recordsOf(design)] });
    const ballast = path.join(disk.folder, 'ballast');
    writeFileSync(ballast, Buffer.alloc(800 * 1024));
    expect(await refusalOf(() => client.commit({ label: 'One', diff: large('one') }))).toBe(
      'disk-full',
    );
    expect(readDesignFile(file)).toEqual(design);
    rmSync(ballast);
    const second: Diff = { ...EMPTY_DIFF, added: [switchType('two', 8)] };
    await client.commit({ label: 'Two', diff: second });
    const expected = applyDiff(applyDiff(design, large('one')), second);
    expect(readDesignFile(file)).toEqual(expected);
  });

  it('leaves nothing half-made when a copy does not fit', async (context) => {
    const disk = mountSmallDisk(64);
    if (!disk) return context.skip(NO_MOUNT);
    const file = path.join(temporaryFolder(), 'design.plenum');
    createDesignFile(file, smallDesign());
    const opened = openDesignFile(file, { mode: 'read' });
    onTestFinished(() => opened.file.close());
    const copy = path.join(disk.folder, 'copy.plenum');
    writeFileSync(copy, 'what was there before');
    expect(await refusalOf(() => saveCopy(opened.file, copy))).toBe('disk-full');
    expect(await refusalOf(() => readDesignFile(copy))).toBe('not-plenum');
  });
});

describe('a read-only disk', () => {
  it('opens for reading and says why', async (context) => {
    const disk = mountSmallDisk(1024);
    if (!disk) return context.skip(NO_MOUNT);
    const file = path.join(disk.folder, 'design.plenum');
    createDesignFile(file, smallDesign());
    disk.makeReadOnly();
    const opened = openDesignFile(file, { mode: 'write' });
    onTestFinished(() => opened.file.close());
    expect(opened.file.readOnly).toBe('read-only-file');
    expect(opened.design).toEqual(smallDesign());
    const edit = { label: 'x', diff: large('one') };
    expect(await refusalOf(() => commitDiff(opened.file, edit))).toBe('read-only-file');
    const refused = await refusalOf(() => createDesignFile(`${file}.new`, smallDesign()));
    expect(['read-only-file', 'no-access']).toContain(refused);
  });

  it('refuses the edit when the folder becomes read-only under an open design', async (context) => {
    if (isRoot) return context.skip('nothing is read-only to root');
    const file = path.join(temporaryFolder(), 'design.plenum');
    createDesignFile(file, smallDesign());
    const opened = openDesignFile(file, { mode: 'write' });
    onTestFinished(() => opened.file.close());
    chmodSync(path.dirname(file), 0o500);
    onTestFinished(() => chmodSync(path.dirname(file), 0o700));
    const edit = { label: 'x', diff: large('one') };
    expect(await refusalOf(() => commitDiff(opened.file, edit))).toBe('no-access');
  });

  it('opens a file without the right to write for reading', (context) => {
    if (isRoot) return context.skip('nothing is read-only to root');
    const file = path.join(temporaryFolder(), 'design.plenum');
    createDesignFile(file, smallDesign());
    chmodSync(file, 0o400);
    const opened = openDesignFile(file, { mode: 'write' });
    onTestFinished(() => opened.file.close());
    expect(opened.file.readOnly).toBe('read-only-file');
  });
});

it('a file that went away and came back takes what it missed', async () => {
  const file = path.join(temporaryFolder(), 'design.plenum');
  const design = smallDesign();
  const client = StorageClient.start(forkStorage);
  onTestFinished(() => client.end());
  await client.create(file, { records: [...recordsOf(design)] });
  renameSync(file, `${file}.away`);
  const edit = { label: 'One', diff: { ...EMPTY_DIFF, added: [switchType('one', 2)] } };
  expect(await refusalOf(() => client.commit(edit))).toBe('vanished');
  renameSync(`${file}.away`, file);
  await client.commit({ label: 'Two', diff: { ...EMPTY_DIFF, added: [switchType('two', 2)] } });
  expect(readDesignFile(file).deviceTypes.size).toBe(3);
});

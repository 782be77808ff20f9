import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { EMPTY_DIFF } from '../../shared/model/diff.ts';
import { smallDesign } from '../../test/crash/designs.ts';
import { refusalOf } from '../../test/crash/refusals.ts';
import { temporaryFolder } from '../../test/crash/temporary-folder.ts';
import { commitDiff, createDesignFile } from './design-file.ts';
import { openDesignFile } from './open-design-file.ts';
import { createVersion, listVersions, readVersion } from './versions.ts';

function openSmall() {
  const file = path.join(temporaryFolder(), 'design.plenum');
  createDesignFile(file, smallDesign());
  const opened = openDesignFile(file, { mode: 'write' });
  onTestFinished(() => opened.file.close());
  return opened;
}

it('a version stays as it was while the design goes on', () => {
  const { file, design } = openSmall();
  const first = createVersion(file, 'Before the move');
  const removed = [...design.cables.values()];
  commitDiff(file, { label: 'Remove', diff: { ...EMPTY_DIFF, removed } });
  const second = createVersion(file, 'After');
  expect(listVersions(file)).toEqual([second, first]);
  expect(first).toMatchObject({ name: 'Before the move', racks: 1, devices: 4, cables: 6 });
  expect(second.cables).toBe(0);
  expect(readVersion(file, first.id)).toEqual(design);
});

it('a version that is missing or was tampered with is refused', async () => {
  const { file } = openSmall();
  const { id } = createVersion(file, 'One');
  expect(await refusalOf(() => readVersion(file, 'none'))).toBe('version-missing');
  file.writer!.db.run("UPDATE version SET name = 'Two'");
  expect(await refusalOf(() => readVersion(file, id))).toBe('damaged');
});

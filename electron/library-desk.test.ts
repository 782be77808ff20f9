import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { catalogType } from '../shared/catalog/index.ts';
import type { LibraryChange } from '../shared/contract/library.ts';
import { type ForkedStorage, forkStorage } from '../test/crash/fork-storage.ts';
import { refusalOf } from '../test/crash/refusals.ts';
import { temporaryFolder } from '../test/crash/temporary-folder.ts';
import { LibraryDesk } from './library-desk.ts';

const SWITCH = catalogType('catalog:nvidia-qm9700');

function newDesk() {
  const file = path.join(temporaryFolder(), 'library.plenum-types');
  const children: ForkedStorage[] = [];
  const told: LibraryChange[] = [];
  const desk = new LibraryDesk(
    file,
    () => {
      const child = forkStorage();
      children.push(child);
      return child;
    },
    (change) => told.push(change),
  );
  onTestFinished(() => {
    for (const child of children) child.kill();
  });
  return { desk, file, children, told };
}

it('starts one process for all who ask, and tells everybody what was changed', async () => {
  const { desk, children, told } = newDesk();
  const [first, second] = await Promise.all([desk.read(null), desk.read(null)]);
  expect([first?.revision, second?.revision]).toEqual([0, 0]);
  await desk.change('library.save', { types: [SWITCH], pictures: [] });
  await desk.change('library.favour', { id: SWITCH.id, favourite: true });
  expect(children).toHaveLength(1);
  expect(told.map(({ revision, favourites }) => [revision, favourites])).toEqual([
    [1, []],
    [2, [SWITCH.id]],
  ]);
  expect(await desk.read(2)).toBeNull();
  const types = (await desk.read(1))?.types.map((text) => JSON.parse(text) as unknown);
  expect(types).toEqual([SWITCH]);
});

it('goes on with a new process after the old one was killed, with everything that was told', async () => {
  const { desk, children, told } = newDesk();
  const saved = Array.from({ length: 8 }, (_, k) =>
    desk.change('library.save', { types: [{ ...SWITCH, id: `type-${k}` }], pictures: [] }),
  );
  await saved[3];
  children[0]?.kill();
  await Promise.allSettled(saved);
  const acknowledged = told.flatMap((change) => change.saved);
  const after = await vi.waitFor(() => desk.read(null), { timeout: 10_000 });
  expect(children).toHaveLength(2);
  expect(after?.setAside).toBeNull();
  expect(after?.types).toEqual(expect.arrayContaining(acknowledged));
  expect(acknowledged.length).toBeGreaterThanOrEqual(4);
});

it('begins anew where its file was taken away under it', async () => {
  const { desk, file } = newDesk();
  await desk.change('library.save', { types: [SWITCH], pictures: [] });
  rmSync(file);
  const again = { types: [SWITCH], pictures: [] };
  expect(await refusalOf(() => desk.change('library.save', again))).toBe('vanished');
  await desk.change('library.save', again);
  expect((await desk.read(null))?.types).toHaveLength(1);
  expect(readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
});

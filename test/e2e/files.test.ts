/** Files: named, found again, kept in versions, shared, lost, damaged, and outliving a crash. */
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createDesignFile, readDesignFile } from '../../electron/storage/design-file.ts';
import { say } from '../../shared/text/index.ts';
import { benchScene } from '../bench/scene.ts';
import { click, deviceSpot } from './aim.ts';
import { contentOf, draftOnDisk } from './disk.ts';
import {
  chooseMenu,
  deviceNamed,
  drawing,
  newDesignWithRack,
  saved,
  seen,
  statusBar,
} from './hands.ts';
import { answerDialogs, scratchFolder, startPlenum } from './plenum-app.ts';
import { designFile, openTwoRacks, twoRacks } from './two-racks.ts';

describe('names and places', () => {
  it('gives a draft a name, keeps what is in it, and finds it among the recent ones', async () => {
    const userData = scratchFolder();
    const { app, page } = await startPlenum({ userData });
    await newDesignWithRack(page);
    const draft = draftOnDisk(userData);
    const file = path.join(userData, 'Hall 3.plenum');
    await answerDialogs(app, [file]);
    await chooseMenu(page, 'file', 'file.saveAs');
    await page.getByRole('heading', { name: 'Hall 3' }).waitFor();
    await saved(page);
    expect(contentOf(readDesignFile(file))).toEqual(contentOf(draft));
    expect(readdirSync(path.join(userData, 'drafts'))).toEqual([]);

    await page.keyboard.press('Alt+r');
    await saved(page);
    expect(readDesignFile(file).racks.size).toBe(2);
    await chooseMenu(page, 'file', 'file.close');
    await page.getByRole('button', { name: /^Hall 3/ }).click();
    await page.getByRole('tree', { name: /2 racks/ }).waitFor();
  });

  it('opens a file that is picked, and one that is dropped on the window', async () => {
    const { app, page } = await startPlenum();
    await answerDialogs(app, [designFile(twoRacks(), 'Picked')]);
    await page.getByRole('button', { name: say('app.start.open') }).click();
    await page.getByRole('heading', { name: 'Picked' }).waitFor();
    await dropFile(page, designFile(twoRacks(), 'Dropped'));
    await page.getByRole('heading', { name: 'Dropped' }).waitFor();
    await page.getByRole('tree', { name: /2 racks, 4 devices/ }).waitFor();
  });

  it('shows the racks of a large design first, lets it be given up, and is whole in the end', async () => {
    const { app, page } = await startPlenum();
    const design = benchScene({ racks: 1000, devices: 12_000, cables: 24_000 });
    const small = designFile(twoRacks(), 'Small');
    const large = path.join(scratchFolder(), 'Large.plenum');
    createDesignFile(large, design);
    await answerDialogs(app, [small, large, large]);
    await page.getByRole('button', { name: say('app.start.open') }).click();
    await page.getByRole('heading', { name: 'Small' }).waitFor();

    const progress = page.getByRole('progressbar', {
      name: say('app.arriving.title', { name: 'Large' }),
    });
    await chooseMenu(page, 'file', 'file.open');
    await progress.waitFor();
    await page.getByRole('button', { name: say('app.dialog.cancel') }).click();
    await page.getByRole('heading', { name: 'Small' }).waitFor();
    await page.getByRole('tree', { name: /2 racks, 4 devices/ }).waitFor();

    await chooseMenu(page, 'file', 'file.open');
    await progress.waitFor();
    await page.getByRole('tree', { name: /1,?000 racks, 0 devices/ }).waitFor();
    await page.getByRole('heading', { name: 'Large' }).waitFor({ timeout: 60_000 });
    await page.getByRole('tree', { name: /1,?000 racks, 12,?000 devices/ }).waitFor();
    expect(readDesignFile(large).cables.size).toBe(24_000);
  });

  it('keeps a version and opens it as a copy, without touching the design', async () => {
    const { page, file, onDisk, userData } = await openTwoRacks();
    const before = await onDisk();
    await chooseMenu(page, 'file', 'file.versions');
    const dialog = page.getByRole('dialog', { name: say('app.versions.title') });
    await dialog.getByRole('textbox', { name: say('app.versions.name') }).fill('As planned');
    await dialog.getByRole('button', { name: say('app.versions.create') }).click();
    await dialog.getByText('As planned', { exact: true }).waitFor();
    await dialog
      .getByRole('button', { name: say('app.dialog.close') })
      .last()
      .click();

    await click(page, await deviceSpot(page, before, deviceNamed(before, 'spine-1')));
    await page.keyboard.press('Delete');
    const after = await onDisk();
    expect(after.devices.size).toBe(3);
    await chooseMenu(page, 'file', 'file.versions');
    await dialog.getByRole('button', { name: say('app.versions.openCopy') }).click();
    await page.getByRole('tree', { name: /2 racks, 4 devices/ }).waitFor();
    const copy = draftOnDisk(userData);
    expect([...copy.devices.values()]).toEqual([...before.devices.values()]);
    expect(contentOf(readDesignFile(file))).toEqual(contentOf(after));
  });
});

describe('a file that cannot be written', () => {
  it('opens for reading only in a second window, and says so', async () => {
    const { app, page, file, onDisk } = await openTwoRacks();
    const before = await onDisk();
    const coming = app.waitForEvent('window');
    await chooseMenu(page, 'file', 'file.newWindow');
    const second = await coming;
    await answerDialogs(app, [file]);
    await second.getByRole('button', { name: say('app.start.open') }).click();
    await statusBar(second).getByText(say('panels.saved.readOnly.in-use')).waitFor();
    await drawing(second).focus();
    await second.keyboard.press('Alt+r');
    await seen(second, say('app.reason.readOnly'));
    await second.getByRole('tree', { name: /2 racks/ }).waitFor();
    expect(contentOf(readDesignFile(file))).toEqual(contentOf(before));
  });

  it('keeps a design whose file vanished, and saves all of it elsewhere', async () => {
    const { app, page, file, onDisk } = await openTwoRacks();
    await onDisk();
    renameSync(file, `${file}.away`);
    await page.keyboard.press('Alt+r');
    await notSaved(page, file);
    const other = path.join(scratchFolder(), 'Saved elsewhere.plenum');
    await answerDialogs(app, [other]);
    await statusBar(page)
      .getByRole('button', { name: say('panels.saved.saveAs') })
      .click();
    await page.getByRole('heading', { name: 'Saved elsewhere' }).waitFor();
    await saved(page);
    const kept = readDesignFile(other);
    expect([kept.racks.size, kept.devices.size]).toEqual([3, 4]);
    await page.keyboard.press('Alt+r');
    await saved(page);
    expect(readDesignFile(other).racks.size).toBe(4);
    expect(existsSync(file)).toBe(false);
  });

  it('asks before it quits with changes that no disk has', async () => {
    const { app, page, file, onDisk } = await openTwoRacks();
    await onDisk();
    renameSync(file, `${file}.away`);
    await page.keyboard.press('Alt+r');
    await notSaved(page, file);
    await page.keyboard.press('Control+q');
    const question = page.getByRole('dialog', { name: say('app.unsaved.title') });
    await question.getByRole('button', { name: say('app.unsaved.saveAs') }).waitFor();
    await question.getByRole('button', { name: say('app.dialog.cancel') }).click();
    await page.getByRole('tree', { name: /3 racks/ }).waitFor();

    const closed = app.waitForEvent('close');
    await page.keyboard.press('Control+q');
    // The window may be gone before the click is answered.
    await Promise.allSettled([
      question.getByRole('button', { name: say('app.unsaved.leave') }).click(),
    ]);
    await closed;
  });
});

describe('what goes wrong', () => {
  it('has everything after a crash', async () => {
    const userData = scratchFolder();
    const first = await startPlenum({ userData });
    await newDesignWithRack(first.page);
    await first.page.keyboard.press('Alt+r');
    await saved(first.page);
    const before = draftOnDisk(userData);
    await first.kill();

    const { page } = await startPlenum({ userData });
    await page.getByRole('tree', { name: /2 racks/ }).waitFor();
    await seen(page, say('app.recovered'));
    expect(contentOf(draftOnDisk(userData))).toEqual(contentOf(before));
    await page.keyboard.press('Alt+r');
    await saved(page);
    expect(draftOnDisk(userData).racks.size).toBe(3);
  });

  it('refuses what is damaged or not its own, in words, and leaves it alone', async () => {
    const { app, page } = await startPlenum();
    const folder = scratchFolder();
    const foreign = path.join(folder, 'notes.plenum');
    writeFileSync(foreign, 'Shopping: bread, milk.\n');
    const damaged = designFile(twoRacks(), 'torn');
    const torn = readFileSync(damaged);
    torn.fill(0xa5, 4096, 12_288);
    writeFileSync(damaged, torn);
    await answerDialogs(app, [foreign, damaged, path.join(folder, 'absent.plenum')]);
    await refusedWith(page, say('storage.not-plenum', { file: 'notes.plenum' }));
    await refusedWith(page, say('storage.damaged', { file: 'torn.plenum' }));
    await refusedWith(page, say('storage.not-found', { file: 'absent.plenum' }));
    expect(readFileSync(foreign, 'utf8')).toBe('Shopping: bread, milk.\n');
    expect(readFileSync(damaged).equals(torn)).toBe(true);
  });
});

/** Lets go of a file from the desktop over the window, as the system does. */
async function dropFile(page: Page, file: string): Promise<void> {
  const system = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await system.send('Input.dispatchDragEvent', { type, x: 600, y: 300, data });
    if (type === 'dragOver') await seen(page, say('app.drop.title'));
  }
}

/** Waits until the status bar says why the design is not on disk. */
async function notSaved(page: Page, file: string): Promise<void> {
  const why = say('storage.vanished', { file: path.basename(file) });
  await statusBar(page).getByText(say('panels.saved.failed', { why })).waitFor();
}

/** Opens what the next file dialog answers, reads the refusal and closes it. */
async function refusedWith(page: Page, sentence: string): Promise<void> {
  await page.getByRole('button', { name: say('app.start.open') }).click();
  const dialog = page.getByRole('dialog', { name: say('app.error.open') });
  await dialog.getByText(sentence, { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}

/** The library: what a person keeps in it, finds in it, and what happens where it and a design disagree. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readDesignFile } from '../../electron/storage/design-file.ts';
import { picturesOf } from '../../electron/storage/library/change-library.ts';
import { openLibrary } from '../../electron/storage/library/open-library.ts';
import type { Design } from '../../shared/model/design.ts';
import { typeOf } from '../../shared/model/design-index.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import { say } from '../../shared/text/index.ts';
import { draftOnDisk } from './disk.ts';
import {
  chooseMenu,
  deviceNamed,
  drawing,
  libraryType,
  newDesignWithRack,
  panel,
  saved,
  searchLibrary,
  seen,
  tabTo,
} from './hands.ts';
import {
  cabled,
  DOT,
  inMyLibrary,
  libraryFile,
  onShelf,
  SWITCH,
  shorter,
  traced,
} from './my-library.ts';
import { answerDialogs, scratchFolder, startPlenum } from './plenum-app.ts';
import { designFile, twoRacks } from './two-racks.ts';

/** Right-clicks a line of the library and chooses what to do with it, by message key. */
async function act(page: Page, line: Locator, key: string, args = {}): Promise<void> {
  await line.click({ button: 'right' });
  await page.getByRole('menu').getByText(say(key, args), { exact: true }).click();
}

/** Shows one source, or all. */
async function look(page: Page, source: 'all' | 'design' | 'own' | 'catalogue'): Promise<void> {
  await panel(page, 'library')
    .getByRole('radiogroup', { name: say('library.sources') })
    .getByText(say(`library.source.${source}`), { exact: true })
    .click();
}

async function placeByKeyboard(page: Page, words: string): Promise<void> {
  await searchLibrary(page, words);
  await panel(page, 'library').getByRole('option').first().waitFor();
  await panel(page, 'library').getByRole('combobox').press('Enter');
}

describe('My Library', () => {
  it('takes a type from one design into another, through a restart', async () => {
    const userData = scratchFolder();
    const design = twoRacks();
    const own: DeviceType = { ...SWITCH, id: 'acme:leaf', model: 'Acme Leaf', origin: 'user' };
    const first = { ...design, deviceTypes: new Map([...design.deviceTypes, [own.id, own]]) };
    const one = await startPlenum({ userData, args: [designFile(first)] });
    await libraryType(one.page, 'Acme Leaf').waitFor();
    await act(one.page, libraryType(one.page, 'Acme Leaf'), 'library.act.save');
    await seen(one.page, say('library.saved', { model: 'Acme Leaf' }));
    await one.quit();
    expect(onShelf(userData)).toEqual([own]);

    const { page } = await startPlenum({ userData, args: [designFile(twoRacks(), 'Other')] });
    await drawing(page).waitFor({ state: 'attached' });
    await look(page, 'own');
    await placeByKeyboard(page, 'acme leaf');
    await page.getByRole('tree', { name: /5 devices/ }).waitFor();
    await saved(page);
  });

  it('brings the picture along that a type is traced from, and takes it in with the type', async () => {
    const userData = scratchFolder();
    const own = traced({ ...SWITCH, id: 'acme:leaf', model: 'Acme Leaf', origin: 'user' });
    inMyLibrary(userData, own);
    const file = designFile(twoRacks());
    const { page, quit } = await startPlenum({ userData, args: [file] });
    await libraryType(page, 'Acme Leaf').waitFor();
    await placeByKeyboard(page, 'acme leaf');
    await page.getByRole('tree', { name: /5 devices/ }).waitFor();
    await saved(page);
    expect([...readDesignFile(file).pictures.values()]).toEqual([DOT]);
    await look(page, 'design');
    await act(page, libraryType(page, 'Acme Leaf'), 'library.act.duplicateHere');
    const copy = say('library.copy', { model: 'Acme Leaf' });
    await searchLibrary(page, copy);
    await act(page, libraryType(page, copy), 'library.act.save');
    await seen(page, say('library.saved', { model: copy }));
    await look(page, 'own');
    await searchLibrary(page, '');
    await act(page, libraryType(page, 'Acme Leaf'), 'library.act.removeOwn');
    await expect.poll(() => panel(page, 'library').getByRole('option').count()).toBe(1);
    await quit();
    const { db } = openLibrary(libraryFile(userData), new Date());
    expect(picturesOf(db, [DOT.id])).toEqual([DOT]);
    db.close();
  });

  it('keeps favourites and what was placed last, for every design and every start', async () => {
    const userData = scratchFolder();
    const one = await startPlenum({ userData });
    await newDesignWithRack(one.page);
    await placeByKeyboard(one.page, 'sn5600');
    await saved(one.page);
    await searchLibrary(one.page, 'dgx h100');
    await act(one.page, libraryType(one.page, 'DGX H100'), 'library.act.favour');
    await libraryType(one.page, 'DGX H100')
      .getByRole('img', { name: say('library.badge.favourite') })
      .waitFor();
    await one.quit();

    const { page } = await startPlenum({ userData, args: [designFile(twoRacks())] });
    const lines = panel(page, 'library').getByRole('option');
    await lines.first().getByText('DGX H100', { exact: true }).waitFor();
    await lines.nth(1).getByText('SN5600', { exact: true }).waitFor();
    await panel(page, 'library')
      .getByRole('button', { name: say('library.favourites') })
      .click();
    await expect.poll(() => lines.count()).toBe(1);
  });

  it('gives back what was removed, and shows it in the other window at once', async () => {
    const userData = scratchFolder();
    inMyLibrary(userData, { ...SWITCH, id: 'acme:x', model: 'Acme X' });
    const { app, page } = await startPlenum({ userData, args: [designFile(twoRacks())] });
    await libraryType(page, 'Acme X').waitFor();
    const coming = app.waitForEvent('window');
    await chooseMenu(page, 'file', 'file.newWindow');
    const second = await coming;
    await newDesignWithRack(second);
    await libraryType(second, 'Acme X').waitFor();

    await act(page, libraryType(page, 'Acme X'), 'library.act.removeOwn');
    await libraryType(second, 'Acme X').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: say('library.undo'), exact: true }).click();
    await libraryType(second, 'Acme X').waitFor();
    await libraryType(page, 'Acme X').waitFor();
  });

  it('that is damaged is set aside, told of, and a new one is begun', async () => {
    const userData = scratchFolder();
    inMyLibrary(userData, { ...SWITCH, id: 'acme:x', model: 'Acme X' });
    const torn = readFileSync(libraryFile(userData));
    torn.fill(0xa5, 4096, 12_288);
    writeFileSync(libraryFile(userData), torn);
    const { page } = await startPlenum({ userData });
    await newDesignWithRack(page);
    const aside = readdirSync(userData).find((name) => name.includes('.damaged-')) ?? '';
    await seen(page, say('library.setAside', { file: aside }));
    expect(readFileSync(path.join(userData, aside)).equals(torn)).toBe(true);
    await page.getByRole('button', { name: say('library.understood') }).click();
    await searchLibrary(page, 'sn5600');
    await act(page, libraryType(page, 'SN5600'), 'library.act.save');
    await seen(page, say('library.saved', { model: 'SN5600' }));
  });
});

describe('searching', () => {
  it('asks for openings, heights and what is not known', async () => {
    const { page } = await startPlenum({ args: [designFile(twoRacks())] });
    await drawing(page).waitFor({ state: 'attached' });
    await searchLibrary(page, 'free osfp >= 32 1u nvidia');
    await libraryType(page, 'QM9700').waitFor();
    await libraryType(page, 'SN2201').waitFor({ state: 'hidden' });
    await searchLibrary(page, 'free osfp >= 3200');
    await seen(page, say('panels.library.none'));
    await seen(page, 'free osfp >= 64');
  });

  it('shows a type closely where the pointer comes to rest, and not where a menu closes over it', async () => {
    const { page } = await startPlenum({ args: [designFile(twoRacks())] });
    await drawing(page).waitFor({ state: 'attached' });
    await searchLibrary(page, 'sn5600');
    const line = libraryType(page, 'SN5600');
    const card = page.getByRole('group', { name: 'NVIDIA SN5600' });
    const { x, y } = (await line.boundingBox())!;
    const resting = { x: x + 20, y: y + 20 };
    await page.mouse.move(resting.x, resting.y, { steps: 4 });
    await card.waitFor();
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
    await page.mouse.click(resting.x, resting.y, { button: 'right' });
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'hidden' });
    await page.waitForTimeout(1000);
    expect(await card.isVisible()).toBe(false);
  });

  it('shows a type closely and what can be done with it, by keyboard alone', async () => {
    const { page } = await startPlenum({ args: [designFile(twoRacks())] });
    await drawing(page).waitFor({ state: 'attached' });
    await searchLibrary(page, 'sn5600');
    const search = panel(page, 'library').getByRole('combobox');
    await search.press('ArrowDown');
    await search.press('Shift+Enter');
    await page.getByRole('group', { name: 'NVIDIA SN5600' }).waitFor();
    await search.press('Shift+F10');
    const wanted = page.getByRole('menuitem', { name: say('library.act.favour') });
    await wanted.waitFor();
    await tabTo(page, wanted, 'ArrowDown');
    await page.keyboard.press('Enter');
    await libraryType(page, 'SN5600')
      .getByRole('img', { name: say('library.badge.favourite') })
      .waitFor();
  });
});

it('opens a type of My Library in the faceplate editor, out of which it is saved back', async () => {
  const userData = scratchFolder();
  inMyLibrary(userData, { ...SWITCH, id: 'acme:x', model: 'Acme X', origin: 'user' });
  const { page, quit } = await startPlenum({ userData, args: [designFile(twoRacks())] });
  await act(page, libraryType(page, 'Acme X'), 'library.act.faceplate');
  await chooseMenu(page, 'faceplate', 'faceplate.close');
  await look(page, 'design');
  await act(page, libraryType(page, 'Acme X'), 'library.act.duplicateHere');
  await libraryType(page, say('library.copy', { model: 'Acme X' })).waitFor();
  await act(page, libraryType(page, say('library.copy', { model: 'Acme X' })), 'library.act.save');
  await seen(page, say('library.saved', { model: say('library.copy', { model: 'Acme X' }) }));
  await quit();
  expect(onShelf(userData).map(({ model }) => model)).toEqual(['Acme X', 'Acme X copy']);
});

it('keeps what is imported, leaves what it has already, and writes a type out again', async () => {
  const userData = scratchFolder();
  const folder = scratchFolder();
  for (const model of ['One', 'Two']) {
    const text = `manufacturer: Acme\nmodel: ${model}\nslug: acme-${model.toLowerCase()}\nu_height: 1\n`;
    writeFileSync(path.join(folder, `${model}.yaml`), text);
  }
  inMyLibrary(userData, { ...SWITCH, id: 'own:acme-two', manufacturer: 'Acme', model: 'Two' });
  const { app, page } = await startPlenum({ userData, args: [designFile(twoRacks())] });
  await libraryType(page, 'Two').waitFor();
  await answerDialogs(app, [folder]);
  await chooseMenu(page, 'file', 'file.importTypesFolder');
  await page.getByRole('button', { name: say('library.keepImported') }).click();
  await seen(page, say('library.keptImported', { count: 1, left: 1 }));
  await look(page, 'own');
  await expect.poll(() => panel(page, 'library').getByRole('option').count()).toBe(2);

  const out = path.join(scratchFolder(), 'out');
  await answerDialogs(app, [out]);
  await act(page, libraryType(page, 'One'), 'library.act.export');
  await page.getByRole('dialog', { name: say('app.export.typesTitle') }).waitFor();
  expect(readdirSync(path.join(out, 'Acme'))).toEqual(['One.yaml']);
});

describe('a type that the design has otherwise', () => {
  async function opened() {
    const userData = scratchFolder();
    const file = designFile(cabled());
    inMyLibrary(userData, shorter({ description: 'Newer' }));
    const plenum = await startPlenum({ userData, args: [file] });
    await drawing(plenum.page).waitFor({ state: 'attached' });
    await look(plenum.page, 'design');
    const line = libraryType(plenum.page, 'QM9700');
    await line.getByText(say('library.badge.differs')).waitFor();
    const source = say('library.from.own');
    await act(plenum.page, line, 'library.act.difference', { source });
    const dialog = plenum.page.getByRole('dialog');
    await dialog.getByText(say('library.difference.heading', { model: 'QM9700' })).waitFor();
    const onDisk = async (): Promise<Design> => {
      await saved(plenum.page);
      return readDesignFile(file);
    };
    return { ...plenum, userData, dialog, source, onDisk };
  }
  const typeNamed = (design: Design, device: string): DeviceType =>
    typeOf(design, deviceNamed(design, device));

  it('names the cables whose ports would vanish, and leaves their devices with the old type', async () => {
    const { page, dialog, source, onDisk } = await opened();
    await dialog.getByText('Newer', { exact: true }).waitFor();
    await dialog
      .getByRole('radio', { name: say('library.choose.looking.update', { source }) })
      .check();
    const devices = 3;
    const update = dialog.getByRole('button', {
      name: say('library.choose.act.looking.update', { devices }),
    });
    await dialog.getByText('X-17 at leaf-1, X-17 at leaf-2').waitFor();
    expect(await update.isDisabled()).toBe(true);
    const [port] = SWITCH.ports.filter(({ kind }) => kind === 'interface');
    await dialog
      .getByRole('combobox', { name: say('library.vanishing.where', { port: port!.name }) })
      .click();
    await page.getByRole('option', { name: say('library.vanishing.keep') }).click();
    await update.click();
    await seen(page, say('library.updated', { model: 'QM9700', updated: 1, kept: 2 }));

    const after = await onDisk();
    expect(typeNamed(after, 'spine-1').description).toBe('Newer');
    expect(typeNamed(after, 'leaf-1')).toEqual({ ...SWITCH, id: `${SWITCH.id}~2` });
    expect([...after.cables.values()]).toEqual([...cabled().cables.values()]);
    await drawing(page).focus();
    await page.keyboard.press('Control+z');
    await expect
      .poll(async () => [...(await onDisk()).deviceTypes.keys()].length)
      .toBe(cabled().deviceTypes.size);
    expect((await onDisk()).devices).toEqual(cabled().devices);
  });

  it('is saved as a new one, beside that of My Library', async () => {
    const { page, dialog, userData, quit } = await opened();
    await dialog.getByRole('radio', { name: say('library.choose.looking.save-new') }).check();
    await dialog.getByRole('textbox', { name: say('library.choose.name') }).fill('My QM');
    await dialog.getByRole('button', { name: say('library.choose.act.looking.save-new') }).click();
    await seen(page, say('library.saved', { model: 'My QM' }));
    await quit();
    expect(onShelf(userData).map(({ model, ports }) => [model, ports.length])).toEqual([
      ['QM9700', SWITCH.ports.length - 1],
      ['My QM', SWITCH.ports.length],
    ]);
  });

  it('is not placed in the other’s stead without a word', async () => {
    const { page, dialog, onDisk } = await opened();
    await dialog.getByRole('button', { name: say('app.dialog.cancel') }).click();
    await look(page, 'own');
    await placeByKeyboard(page, 'qm9700');
    const separate = say('library.choose.placing.separate', { source: say('library.from.own') });
    await dialog.getByRole('radio', { name: separate }).check();
    await dialog.getByRole('button', { name: say('library.choose.act.placing.separate') }).click();
    await page.getByRole('tree', { name: /5 devices/ }).waitFor();
    const after = await onDisk();
    expect(after.deviceTypes.get(`${SWITCH.id}~2`)?.description).toBe('Newer');
    expect(typeNamed(after, 'leaf-1')).toEqual(SWITCH);
  });
});

it('takes types out of the design that nobody needs, and brings them back with undo', async () => {
  const userData = scratchFolder();
  const { page } = await startPlenum({ userData });
  await newDesignWithRack(page);
  await placeByKeyboard(page, 'sn5600');
  await page.keyboard.press('Escape');
  await saved(page);
  await drawing(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await saved(page);
  expect(draftOnDisk(userData).deviceTypes.size).toBe(1);
  await chooseMenu(page, 'device', 'type.removeUnused');
  await expect.poll(() => draftOnDisk(userData).deviceTypes.size).toBe(0);
  await page.keyboard.press('Control+z');
  await expect.poll(() => draftOnDisk(userData).deviceTypes.size).toBe(1);
});

/** Everything essential without a mouse. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Design } from '../../shared/model/design.ts';
import { say } from '../../shared/text/index.ts';
import { contentOf, draftOnDisk } from './disk.ts';
import { deviceNamed, drawing, only, panel, runFromPalette, saved, seen, tabTo } from './hands.ts';
import { scratchFolder, startPlenum } from './plenum-app.ts';

describe('without a mouse', () => {
  it('makes a design with a rack, finds devices and places them', async () => {
    const { page, onDisk } = await newDesign();
    await placeByName(page, 'DGX H100', 'QM9700', 'QM9700');
    const { devices, racks } = onDisk();
    expect(only(racks).heightU).toBe(42);
    expect([...devices.values()].map(({ name, u }) => [name, u])).toEqual([
      ['node-1', 35],
      ['switch-1', 34],
      ['switch-2', 33],
    ]);
  });

  it('moves, turns, renames, duplicates and deletes a device', async () => {
    const { page, onDisk } = await newDesign();
    await placeByName(page, 'QM9700');
    await tabTo(page, drawing(page));
    const press = async (...keys: readonly string[]): Promise<Design> => {
      for (const key of keys) await page.keyboard.press(key);
      await saved(page);
      return onDisk();
    };
    expect(only((await press('ArrowDown')).devices).u).toBe(41);
    expect(only((await press('Shift+ArrowDown')).devices).u).toBe(31);
    expect(only((await press('ArrowUp', 'ArrowUp')).devices).u).toBe(33);
    expect(only((await press('Shift+F')).devices).face).toBe('rear');

    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: say('mirror.renameField') }).waitFor();
    await page.keyboard.type('leaf-1');
    expect(only((await press('Enter')).devices).name).toBe('leaf-1');
    const named = onDisk();
    await page.keyboard.press('F2');
    await page.keyboard.type('not this');
    expect(contentOf(await press('Escape'))).toEqual(contentOf(named));

    const two = await press('Control+d');
    expect([...two.devices.values()].map(({ name }) => name).toSorted()).toEqual([
      'leaf-1',
      'leaf-2',
    ]);
    expect(only((await press('Delete')).devices).name).toBe('leaf-1');
    expect(contentOf(await press('Control+z'))).toEqual(contentOf(two));
    expect(only((await press('Control+y')).devices).name).toBe('leaf-1');
  });

  it('says why a device stays where it is', async () => {
    const { page, onDisk } = await newDesign();
    await placeByName(page, 'QM9700', 'QM9700');
    await tabTo(page, drawing(page));
    const before = onDisk();
    await page.keyboard.press('ArrowUp');
    const { rackId } = deviceNamed(before, 'switch-1');
    expect(rackId).toBe(only(before.racks).id);
    await seen(page, say('rules.taken', { units: 'U42', depth: 'both', name: 'switch-1' }));
    expect(contentOf(onDisk())).toEqual(contentOf(before));
  });

  it('plugs a cable in by choosing both ports', async () => {
    const { page, onDisk } = await newDesign();
    await placeByName(page, 'QM9700', 'QM9700');
    await tabTo(page, drawing(page));
    await page.keyboard.press('c');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await saved(page);
    const design = onDisk();
    const { a, b } = only(design.cables).ends;
    expect(new Set([...a, ...b].map(({ deviceId }) => deviceId))).toEqual(
      new Set(design.devices.keys()),
    );
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect
      .poll(() =>
        page
          .getByRole('button', { name: say('editor.command.tool.select'), exact: true })
          .getAttribute('aria-pressed'),
      )
      .toBe('true');
  });

  it('walks the drawing: row, rack, device, port', async () => {
    const { page } = await newDesign();
    await placeByName(page, 'QM9700');
    await tabTo(page, drawing(page));
    await page.keyboard.press('Escape');
    await page.keyboard.press('Home');
    const here = (): Promise<string | null> =>
      drawing(page).evaluate(
        (tree) =>
          document.getElementById(tree.getAttribute('aria-activedescendant') ?? '')?.textContent ??
          null,
      );
    await expect.poll(here).toBe('Row A, 1 rack');
    await page.keyboard.press('ArrowRight');
    await expect.poll(here).toMatch(/^A01, 1 of 42 U used, 1 device/);
    await page.keyboard.press('ArrowRight');
    await expect.poll(here).toMatch(/^switch-1, QM9700, 1 U at U42 front, 0 of \d+ ports used/);
    await page.keyboard.press('ArrowRight');
    await expect.poll(here).toMatch(/Gb\/s, free$|speed unknown, free$/);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await panel(page, 'inspector').getByText('switch-1').first().waitFor();
  });

  it('shows every key on ?, and Escape gives the keyboard back', async () => {
    const { page } = await newDesign();
    await tabTo(page, drawing(page));
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: say('app.shortcuts.title') });
    await help.getByText(say('editor.command.device.flip'), { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    await expect
      .poll(() => drawing(page).evaluate((tree) => tree === document.activeElement))
      .toBe(true);
  });

  it('has the menu key on what the palette found', async () => {
    const { page } = await newDesign();
    await placeByName(page, 'QM9700');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.type('switch-1');
    await page.getByRole('option', { name: /^switch-1/, selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await drawing(page).focus();
    await page.keyboard.press('Shift+F10');
    await page
      .getByRole('menu')
      .getByText(say('editor.command.device.flip'), { exact: true })
      .waitFor();
  });

  it('reaches the menus with F10 and the arrows', async () => {
    const { page } = await newDesign();
    await page.keyboard.press('F10');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('menu').getByText(say('editor.command.view.zoomIn')).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'hidden' });
  });
});

interface NewDesign {
  readonly page: Page;
  readonly onDisk: () => Design;
}

/** A new design with one rack, made with keys alone. */
async function newDesign(): Promise<NewDesign> {
  const userData = scratchFolder();
  const { page } = await startPlenum({ userData });
  await page.getByRole('button', { name: say('app.start.new') }).waitFor();
  await page.keyboard.press('Control+n');
  await drawing(page).waitFor({ state: 'attached' });
  await runFromPalette(page, 'rack.add');
  await saved(page);
  return { page, onDisk: () => draftOnDisk(userData) };
}

/** Searches the library for each model and places it with Enter. */
async function placeByName(page: Page, ...models: readonly string[]): Promise<void> {
  const search = panel(page, 'library').getByRole('combobox');
  await tabTo(page, search);
  for (const model of models) {
    await page.keyboard.press('Control+a');
    await page.keyboard.type(model);
    await page.keyboard.press('Enter');
    await saved(page);
  }
}

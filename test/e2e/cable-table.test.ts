/** The cable table through the window: sorted, filtered, edited for one and for many, copied and pasted. */
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createDesignFile, readDesignFile } from '../../electron/storage/design-file.ts';
import { buildSample } from '../../shared/samples/index.ts';
import { say } from '../../shared/text/index.ts';
import { chooseMenu, saved } from './hands.ts';
import { type PlenumApp, scratchFolder, startPlenum } from './plenum-app.ts';

async function openTable(): Promise<{ app: PlenumApp; page: Page; file: string; grid: Locator }> {
  const file = path.join(scratchFolder(), 'unit.plenum');
  createDesignFile(file, buildSample('superpod-su'));
  const app = await startPlenum({ args: [file] });
  const { page } = app;
  await saved(page);
  await chooseMenu(page, 'view', 'view.cableTable');
  const grid = page.getByRole('grid');
  await grid.waitFor();
  return { app, page, file, grid };
}

/** The cell of a cable under a heading. */
function cell(grid: Locator, label: string, column: string): Locator {
  const row = grid.getByRole('row').filter({ hasText: new RegExp(`^${label}`) });
  return row.locator('[role="gridcell"], [role="rowheader"]').nth(COLUMNS.indexOf(column));
}
/** As a new window shows them. */
const COLUMNS =
  'label worst fabric rail a.rack a.unit a.device a.port b.rack b.unit b.device b.port medium awg lengthM source verdict bundle status'.split(
    ' ',
  );

async function cablesOnDisk(page: Page, file: string) {
  await saved(page);
  return [...readDesignFile(file).cables.values()];
}

describe('the cable table', () => {
  it('is sorted and searched, and leads to the racks and back', async () => {
    const { page, grid } = await openTable();
    await grid.getByRole('rowheader', { name: 'C0001', exact: true }).waitFor();
    await grid
      .getByRole('columnheader', { name: say('cables.column.label') })
      .getByRole('button')
      .click();
    await grid
      .getByRole('columnheader', { name: say('cables.column.label') })
      .getByRole('button')
      .click();
    await grid.getByRole('rowheader', { name: 'C0380', exact: true }).waitFor();
    await page.getByRole('textbox', { name: say('cables.search') }).fill('dgx-31 leaf-8');
    await page.getByText(say('cables.shown', { shown: 1, all: 380 })).waitFor();
    await grid.getByRole('rowheader').first().click();
    await page.getByRole('textbox', { name: say('panels.field.label') }).waitFor();
    expect(await page.getByRole('textbox', { name: say('panels.field.label') }).inputValue()).toBe(
      'C0248',
    );
    await page.getByRole('button', { name: say('cables.showInRacks') }).click();
    await page.getByRole('textbox', { name: say('cables.search') }).fill('no such cable');
    await page.getByText(say('cables.noneFit')).waitFor();
  });

  it('changes one cable by its cell, and all that are selected in one edit', async () => {
    const { page, file, grid } = await openTable();
    await cell(grid, 'C0001', 'bundle').click();
    await page.keyboard.type('B7');
    await page.keyboard.press('Enter');
    expect((await cablesOnDisk(page, file))[0]).toMatchObject({ label: 'C0001', bundle: 'B7' });
    await cell(grid, 'C0002', 'lengthM').click();
    await cell(grid, 'C0004', 'lengthM').click({ modifiers: ['Shift'] });
    await page.keyboard.press('F2');
    const field = page.getByRole('textbox', {
      name: say('cables.editingMany', { column: say('cables.column.lengthM'), count: 3 }),
    });
    await field.fill('long');
    await page.keyboard.press('Enter');
    await page
      .getByRole('alert')
      .filter({ hasText: say('cables.refused.length') })
      .waitFor();
    await field.fill('7.5');
    await page.keyboard.press('Enter');
    const lengths = async () =>
      (await cablesOnDisk(page, file)).slice(0, 5).map(({ lengthM }) => lengthM);
    await expect.poll(lengths).toEqual([null, 7.5, 7.5, 7.5, null]);
    await page.keyboard.press('Control+z');
    await expect.poll(lengths).toEqual([null, null, null, null, null]);
  });

  it('takes a block from a spreadsheet whole, or tells cell by cell what it does not understand', async () => {
    const { app, page, file, grid } = await openTable();
    await cell(grid, 'C0001', 'label').click();
    await app.app.evaluate(({ clipboard }) =>
      clipboard.writeText('Cable\tStatus\tOrder m\nC0001\tConnected\t3\nC0002\tConnected\tlong\n'),
    );
    await page.keyboard.press('Control+v');
    const dialog = page.getByRole('dialog', { name: say('cables.paste.title') });
    await dialog.getByText(say('cables.paste.faults', { count: 1 })).waitFor();
    await dialog.getByText(say('cables.refused.length')).waitFor();
    expect(await dialog.getByRole('button', { name: /Make/ }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
    await app.app.evaluate(({ clipboard }) =>
      clipboard.writeText('Cable\tStatus\tOrder m\nC0001\tConnected\t3\nC0002\tConnected\t4\n'),
    );
    await grid.focus();
    await page.keyboard.press('Control+v');
    await dialog.getByText(say('cables.paste.changes', { cells: 4, cables: 2 })).waitFor();
    await dialog.getByRole('button', { name: say('cables.paste.apply', { count: 4 }) }).click();
    await dialog.waitFor({ state: 'hidden' });
    const told = async () =>
      (await cablesOnDisk(page, file)).slice(0, 2).map(({ status, lengthM }) => [status, lengthM]);
    await expect.poll(told).toEqual([
      ['connected', 3],
      ['connected', 4],
    ]);
    await grid.focus();
    await page.keyboard.press('Control+z');
    await expect.poll(told).toEqual([
      ['planned', null],
      ['planned', null],
    ]);
    await cell(grid, 'C0001', 'label').click();
    await page.keyboard.press('Control+c');
    const copied = await app.app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied.split('\n')[0]?.split('\t')[0]).toBe(say('cables.column.label'));
    expect(copied.split('\n')[1]?.split('\t')[0]).toBe('C0001');
  });
});

/** A workbook made by hand through the window: picked in a dialog, and dropped on it; the report of it as a file. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { HAND_MADE, workbookOf } from '../../electron/import/fixture-workbook.ts';
import { readDesignFile } from '../../electron/storage/design-file.ts';
import { emptyDesign } from '../../shared/model/design.ts';
import { say } from '../../shared/text/index.ts';
import { violations } from './axe.ts';
import { chooseMenu, drawing, saved, seen } from './hands.ts';
import { answerDialogs, scratchFolder, startPlenum } from './plenum-app.ts';
import { designFile } from './two-racks.ts';

async function readPreview(page: Page): Promise<Locator> {
  const preview = page.getByRole('dialog', { name: say('import.title') });
  await preview.getByText('New: 4 racks, 6 devices, 4 cables, 3 device types.').waitFor();
  await preview.getByRole('tab', { name: say('import.tab.faults', { count: 3 }) }).click();
  const lines = preview.getByRole('listitem');
  await expect.poll(() => lines.count()).toBe(3);
  const told = (await lines.allTextContents()).join('\n');
  expect(told).toContain('Row A, row 6, A-Port');
  expect(told).toContain(say('import.fault.port-is-day'));
  expect(told).toContain(say('import.warning.sheet-hidden', { sheet: 'old' }));
  expect(told).toContain(say('import.warning.sheet-unknown', { sheet: 'Notes' }));
  return preview;
}

it('says what it would do, and does it once', { timeout: 60_000 }, async () => {
  const folder = scratchFolder();
  const book = path.join(folder, 'hand.xlsx');
  writeFileSync(book, workbookOf(HAND_MADE));
  const report = path.join(folder, 'report');
  const file = designFile(emptyDesign('Hall'), 'Hall');
  const { app, page } = await startPlenum({ args: [file] });
  await drawing(page).waitFor({ state: 'attached' });

  const system = await page.context().newCDPSession(page);
  const data = { items: [], files: [book], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await system.send('Input.dispatchDragEvent', { type, x: 600, y: 300, data });
  }
  const dropped = await readPreview(page);
  expect(await violations(page)).toEqual([]);
  await answerDialogs(app, [report, book]);
  await dropped.getByRole('button', { name: say('app.report.save') }).click();
  await seen(page, say('app.report.saved', { name: 'report.txt' }));
  expect(readFileSync(`${report}.txt`, 'utf8')).toContain(say('import.todo.port-is-day'));
  await dropped.getByRole('button', { name: say('app.dialog.cancel') }).click();
  expect(readDesignFile(file).cables.size).toBe(0);

  await chooseMenu(page, 'file', 'file.importTypes');
  const picked = await readPreview(page);
  await picked.getByRole('button', { name: say('import.do'), exact: true }).click();
  await page.getByRole('dialog', { name: say('import.doneTitle') }).waitFor();
  await saved(page);
  const design = readDesignFile(file);
  expect([...design.cables.values()].map(({ label }) => label)).toEqual(['C1', 'C2', 'C4', 'C5']);
});

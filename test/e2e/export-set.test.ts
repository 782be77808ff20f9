/** The drawing set as a person chooses it: its preview says what the file will hold, and the file holds it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, it } from 'vitest';
import { SHEET_KINDS } from '../../shared/contract/drawing-set.ts';
import { say } from '../../shared/text/index.ts';
import { chooseMenu } from './hands.ts';
import { answerDialogs, scratchFolder } from './plenum-app.ts';
import { openTwoRacks } from './two-racks.ts';

/** A preview is drawn by a process of its own, which a busy machine starts late. */
const DRAWN = { timeout: 45_000 };

/** Whether the page that is shown is higher than wide; null before it is there. */
async function isStanding(sheet: Locator): Promise<boolean | null> {
  const box = await sheet.locator('canvas').boundingBox();
  return box && box.height > box.width;
}

it('previews and writes the chosen sheets of the chosen rack, with differences from a version', async () => {
  const { app, page } = await openTwoRacks();
  await chooseMenu(page, 'file', 'file.versions');
  const versions = page.getByRole('dialog', { name: say('app.versions.title') });
  await versions.getByRole('textbox').fill('As agreed');
  await versions.getByRole('button', { name: say('app.versions.create') }).click();
  await versions.getByText('As agreed').waitFor();
  await page.keyboard.press('Escape');

  await page.keyboard.press('Control+p');
  const dialog = page.getByRole('dialog', { name: say('prints.title') });
  for (const kind of SHEET_KINDS) {
    const wanted = ['cover', 'racks', 'changes'].includes(kind);
    await dialog.getByLabel(say(`prints.sheet.${kind}`), { exact: true }).setChecked(wanted);
  }
  await dialog.getByText(say('prints.pageOf', { page: 1, count: 3 })).waitFor(DRAWN);
  await dialog.getByRole('combobox', { name: say('prints.section.against') }).click();
  await page.getByRole('option', { name: /^As agreed/ }).click();
  await dialog.getByText(say('prints.pageOf', { page: 1, count: 4 })).waitFor(DRAWN);
  await dialog.getByLabel('A01', { exact: true }).uncheck();
  await dialog.getByText(say('prints.pageOf', { page: 1, count: 3 })).waitFor(DRAWN);
  await dialog.getByRole('button', { name: say('prints.nextPage') }).click();
  await dialog.getByText(/spine-1/).waitFor({ state: 'attached' });
  const sheet = dialog.getByRole('group', { name: say('prints.page', { page: 2 }) });
  await expect.poll(() => isStanding(sheet), DRAWN).toBe(false);
  await dialog.getByText(say('prints.orientation.portrait'), { exact: true }).click();
  await expect.poll(() => isStanding(sheet), DRAWN).toBe(true);

  const folder = scratchFolder();
  await answerDialogs(app, [path.join(folder, 'set.pdf')]);
  await dialog.getByRole('button', { name: say('prints.runPages', { pages: 3 }) }).click();
  await dialog.getByText(say('prints.done', { name: 'set.pdf', pages: 3 })).waitFor();
  expect(readdirSync(folder)).toEqual(['set.pdf']);
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(path.join(folder, 'set.pdf'))));
  expect(pdf.numPages).toBe(3);
  for (let page = 1; page <= 3; page += 1) {
    const { width, height } = (await pdf.getPage(page)).getViewport({ scale: 1 });
    expect(height).toBeGreaterThan(width);
  }
  const { text } = await extractText(pdf, { mergePages: false });
  expect(text[1]).toContain('spine-1');
  expect(text[1]).not.toContain('gpu-1');
  expect(text[2]).toContain('As agreed');
}, 180_000);

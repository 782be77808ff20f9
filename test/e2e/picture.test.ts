/** Pictures and tables of what is selected, as files and on the clipboard; and a drawing set that is stopped halfway. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { SHEET_KINDS } from '../../shared/contract/drawing-set.ts';
import { buildSample } from '../../shared/samples/index.ts';
import { say } from '../../shared/text/index.ts';
import { chooseMenu, drawing, runFromPalette, seen } from './hands.ts';
import { answerDialogs, scratchFolder, startPlenum } from './plenum-app.ts';
import { designFile, openTwoRacks } from './two-racks.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47];

it('writes a picture in either format, and copies what is selected as a picture and as a table', async () => {
  const { app, page } = await openTwoRacks();
  const folder = scratchFolder();
  await answerDialogs(app, [path.join(folder, 'hall.svg'), path.join(folder, 'hall.png')]);
  for (const format of ['svg', 'png']) {
    await chooseMenu(page, 'file', 'file.exportPicture');
    const dialog = page.getByRole('dialog', { name: say('app.picture.title') });
    await dialog.getByRole('img', { name: say('app.picture.preview') }).waitFor();
    await dialog.getByText(say(`app.picture.format.${format}`), { exact: true }).click();
    await dialog.getByRole('button', { name: say('app.picture.run') }).click();
    // Letters are drawn by a program that is compiled on the way.
    await seen(page, say('app.picture.done', { name: `hall.${format}` }), { timeout: 60_000 });
  }
  expect(readdirSync(folder).sort()).toEqual(['hall.png', 'hall.svg']);
  const svg = readFileSync(path.join(folder, 'hall.svg'), 'utf8');
  for (const name of ['A01', 'A02', 'gpu-1', 'spine-1']) expect(svg).toContain(`>${name}</text>`);
  expect([...readFileSync(path.join(folder, 'hall.png')).subarray(0, 4)]).toEqual(PNG);

  await runFromPalette(page, 'select.all');
  await runFromPalette(page, 'edit.copyTable');
  await seen(page, say('app.table.copied', { rows: 4 }));
  const [text, html] = await app.evaluate(async ({ clipboard }) => {
    const [item] = await clipboard.read();
    const blob = await item?.getType('text/html');
    return [await clipboard.readText(), (await blob?.text()) ?? ''];
  });
  const [head = '', ...rows] = text.split('\n').map((line) => line.split('\t'));
  expect(head).toContain('model');
  expect(new Set(rows.map((row) => row[head.indexOf('name')]))).toEqual(
    new Set(['gpu-1', 'leaf-1', 'leaf-2', 'spine-1']),
  );
  expect(html).toContain('<td>spine-1</td>');

  await runFromPalette(page, 'edit.copyPicture');
  await seen(page, say('app.picture.copied'), { timeout: 60_000 });
  const size = await app.evaluate(async ({ clipboard }) => {
    const [item] = await clipboard.read();
    return (await item?.getType('image/png'))?.size ?? 0;
  });
  expect(size).toBeGreaterThan(1000);
}, 120_000);

it('leaves nothing of a drawing set that is stopped while it is written', async () => {
  const { app, page } = await startPlenum({ args: [designFile(buildSample('superpod-su'))] });
  await drawing(page).waitFor({ state: 'attached' });
  await page.keyboard.press('Control+p');
  const dialog = page.getByRole('dialog', { name: say('prints.title') });
  for (const kind of SHEET_KINDS) {
    await dialog.getByLabel(say(`prints.sheet.${kind}`), { exact: true }).setChecked(true);
  }
  const run = dialog.getByRole('button', { name: /^Export/ });
  const folder = scratchFolder();
  await answerDialogs(app, [path.join(folder, 'set.pdf')]);
  await run.click();
  await dialog.getByRole('button', { name: say('prints.stop') }).click();
  await dialog.getByText(say('prints.stopped')).waitFor({ timeout: 20_000 });
  expect(readdirSync(folder)).toEqual([]);
}, 120_000);

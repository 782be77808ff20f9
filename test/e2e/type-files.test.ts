/** Device types of other programs through the window: a whole library in, with progress and one report; out again. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../electron/import/device-type-files.ts';
import { readDesignFile } from '../../electron/storage/design-file.ts';
import { say } from '../../shared/text/index.ts';
import { contentOf } from './disk.ts';
import { chooseMenu, saved, seen } from './hands.ts';
import { answerDialogs, scratchFolder } from './plenum-app.ts';
import { openTwoRacks } from './two-racks.ts';

const TWINS = ['P0.0', 'P0.1', 'P1.0'];

/** A library folder: plain switches, one that lacks a port, one that is broken. */
function library(types: number): string {
  const folder = path.join(scratchFolder(), 'library');
  mkdirSync(folder);
  const head = (model: string): string =>
    `manufacturer: Acme\nmodel: ${model}\nslug: acme-${model.toLowerCase()}\nu_height: 1\nis_full_depth: true\n`;
  for (let n = 0; n < types; n += 1) {
    const ports = Array.from({ length: 48 }, (_, p) => `- {name: e${p}, type: 25gbase-x-sfp28}\n`);
    writeFileSync(
      path.join(folder, `x${n}.yaml`),
      `${head(`X${n}`)}interfaces:\n${ports.join('')}`,
    );
  }
  const twins = TWINS.map((name) => `- {name: ${name}, type: 400gbase-x-osfp}\n`).join('');
  writeFileSync(path.join(folder, 'a-twin.yaml'), `${head('Twin')}interfaces:\n${twins}`);
  writeFileSync(path.join(folder, 'b-broken.yaml'), 'manufacturer: [Acme\n');
  return folder;
}

const report = (page: Page) => page.getByRole('dialog', { name: say('app.import.title') });

describe('a library of types', () => {
  it('comes in with one report, is one step to undo, and goes out as it was', async () => {
    const { app, page, file } = await openTwoRacks();
    const before = contentOf(readDesignFile(file));
    const folder = library(40);
    await answerDialogs(app, [folder]);
    await chooseMenu(page, 'file', 'file.importTypesFolder');
    await report(page)
      .getByText('41 device types read, 41 new to this design; 1 file refused.')
      .waitFor();
    const items = await report(page)
      .getByRole('list')
      .first()
      .locator(':scope > li')
      .allTextContents();
    expect(items[0]).toContain('Not well-formed YAML');
    expect(items[1]).toContain('the file has 3 of 4 ports. None was added.');
    expect(items).toHaveLength(2);
    await report(page).getByText('40 files were read without a remark.').waitFor();
    await report(page)
      .getByRole('button', { name: say('app.report.copy') })
      .click();
    await page.keyboard.press('Escape');
    const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toContain('Acme Twin (library/a-twin.yaml): read\n  1 cage has two ports each');
    await saved(page);
    const imported = readDesignFile(file).deviceTypes;
    expect(imported.get('netbox:acme-twin')?.ports).toHaveLength(3);

    const out = path.join(scratchFolder(), 'out');
    await answerDialogs(app, [out]);
    await chooseMenu(page, 'file', 'file.exportTypes');
    const written = page.getByRole('dialog', { name: say('app.export.typesTitle') });
    await written.getByText(new RegExp(`^${imported.size} device types written to out`)).waitFor();
    await page.keyboard.press('Escape');
    expect(readdirSync(path.join(out, 'Acme'))).toHaveLength(41);
    const [twin] = (await importFile(path.join(out, 'Acme', 'Twin.yaml'))).documents;
    expect(twin?.status === 'imported' && twin.type).toEqual(imported.get('netbox:acme-twin'));

    await page.keyboard.press('Control+z');
    await expect.poll(() => contentOf(readDesignFile(file))).toEqual(before);
  });

  it('can be stopped while it is read, and then nothing has changed', async () => {
    const { app, page, file } = await openTwoRacks();
    const before = contentOf(readDesignFile(file));
    await answerDialogs(app, [library(3000)]);
    await chooseMenu(page, 'file', 'file.importTypesFolder');
    const progress = page.getByRole('dialog', { name: say('app.import.progress') });
    await progress.getByText(/[\d,]+ of 3,002/).waitFor();
    await progress.getByRole('button', { name: say('app.dialog.cancel') }).click();
    await seen(page, say('app.import.cancelled'));
    await saved(page);
    expect(contentOf(readDesignFile(file))).toEqual(before);
  });
});

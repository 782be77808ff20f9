/** What was found in the network through the window: read, held against the drawing, drawn as it is, taken back. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readDesignFile } from '../../electron/storage/design-file.ts';
import type { Design } from '../../shared/model/design.ts';
import { startDraft } from '../../shared/samples/draft.ts';
import { say } from '../../shared/text/index.ts';
import { contentOf } from './disk.ts';
import { chooseMenu, drawing, panel, saved } from './hands.ts';
import { answerDialogs, scratchFolder, startPlenum } from './plenum-app.ts';
import { designFile } from './two-racks.ts';

/** Two switches with four fibres between them: C0001 to C0004 from opening n to opening n. */
function fourFibres(): Design {
  const draft = startDraft('As found');
  const rack = draft.rack('A01', { widthMm: 600, maxPowerW: 20_000 });
  const low = draft.device(rack, { name: 'leaf01', type: 'nvidia-qm9700', u: 1, face: 'front' });
  const high = draft.device(rack, { name: 'spine01', type: 'nvidia-qm9700', u: 4, face: 'front' });
  for (const n of [1, 2, 3, 4]) {
    const end = (device: typeof low) => [{ deviceId: device.id, portId: `osfp-${n}.1` }];
    draft.cable({ medium: 'mmf', fabric: 'compute', a: end(low), b: end(high) });
  }
  return draft.build();
}

/** Ports are counted: 1, 3, 5 and 7 are the first of openings 1 to 4. C0001 is slow, C0002 and C0003 are swapped. */
const FABRIC = `Switch: 0xa1 MF0;leaf01:MQM9700/U1:
   3    1[  ] ==( 4X 106.25 Gbps Active/  LinkUp)==>   4    1[  ] "MF0;spine01:MQM9700/U1" ( Could be 4X 212.5 Gbps)
   3    3[  ] ==( 4X 106.25 Gbps Active/  LinkUp)==>   4    5[  ] "MF0;spine01:MQM9700/U1" ( )
   3    5[  ] ==( 4X 106.25 Gbps Active/  LinkUp)==>   4    3[  ] "MF0;spine01:MQM9700/U1" ( )
   3   21[  ] ==( 4X 106.25 Gbps Active/  LinkUp)==>   4   21[  ] "MF0;spine01:MQM9700/U1" ( )
   3   23[  ] ==( 4X 106.25 Gbps Active/  LinkUp)==>   9    1[  ] "MF0;sp01:MQM9700/U1" ( )
`;

const SWAPPED =
  'C0002, C0003 are in each other’s place in fabric.txt: leaf01 3 with spine01 5, and leaf01 5 with spine01 3';
const FOUR = [
  SWAPPED,
  'C0004 from leaf01 4/1 to spine01 4/1 is drawn, but fabric.txt does not have it.',
  'C0001 from leaf01 1/1 to spine01 1/1 runs slower than it could in fabric.txt',
  'has a link from leaf01 11/1 to spine01 11/1, where no cable is drawn.',
] as const;

async function open() {
  const file = designFile(fourFibres(), 'As found');
  const plenum = await startPlenum({ args: [file] });
  await drawing(plenum.page).waitFor({ state: 'attached' });
  return { ...plenum, file };
}

const asFound = (page: Page) => page.getByRole('dialog', { name: say('app.found.title') });

describe('a discovery file', () => {
  it('brings four findings, one fix draws the swap as it was found, and undo takes it back', async () => {
    const { app, page, file } = await open();
    const drawn = contentOf(readDesignFile(file));
    const found = path.join(scratchFolder(), 'fabric.txt');
    writeFileSync(found, FABRIC);
    await answerDialogs(app, [found]);
    await chooseMenu(page, 'file', 'file.found');
    await asFound(page).getByText(say('app.found.none')).waitFor();
    await asFound(page)
      .getByRole('button', { name: say('app.found.read') })
      .click();
    await asFound(page)
      .getByText('1 swap, 1 cable missing, 1 link that is not drawn, 1 slower than it could')
      .waitFor();
    await asFound(page).getByText('1 name means no device of this design.').waitFor();
    await page.keyboard.press('Escape');

    const findings = panel(page, 'findings');
    await findings.getByLabel(say('panels.findings.search')).fill('fabric.txt');
    for (const text of FOUR) await findings.getByText(text).first().waitFor();
    await saved(page);
    const read = readDesignFile(file);
    expect(read.found.size).toBe(1);

    await findings.getByRole('button', { name: SWAPPED }).first().click();
    await findings.getByRole('button', { name: /^Draw C0002, C0003 as they were found/ }).click();
    await findings.getByText(SWAPPED).first().waitFor({ state: 'hidden' });
    await saved(page);
    const far = (design: Design) =>
      [...design.cables.values()].map(({ ends }) => ends.b[0]?.portId);
    expect(far(readDesignFile(file))).toEqual(['osfp-1.1', 'osfp-3.1', 'osfp-2.1', 'osfp-4.1']);
    await page.keyboard.press('Control+z');
    await findings.getByText(SWAPPED).first().waitFor();
    await expect.poll(() => contentOf(readDesignFile(file))).toEqual(contentOf(read));
    await page.keyboard.press('Control+z');
    await expect.poll(() => contentOf(readDesignFile(file))).toEqual(drawn);
  });

  it('that is none is refused in a line; a name is said to be a device; a file goes again', async () => {
    const { app, page, file } = await open();
    const folder = scratchFolder();
    writeFileSync(path.join(folder, 'odd.txt'), 'hello');
    writeFileSync(path.join(folder, 'fabric.txt'), FABRIC);
    await answerDialogs(app, [path.join(folder, 'odd.txt')]);
    await chooseMenu(page, 'file', 'file.found');
    const read = asFound(page).getByRole('button', { name: say('app.found.read') });
    await read.click();
    const refusal = page.getByRole('dialog', { name: say('app.error.found') });
    await refusal.getByText(/no discovery file that Plenum knows/).waitFor();
    await page.keyboard.press('Escape');
    await refusal.waitFor({ state: 'hidden' });
    await answerDialogs(app, [path.join(folder, 'fabric.txt')]);
    await chooseMenu(page, 'file', 'file.found');
    await read.click();
    const alias = asFound(page)
      .getByLabel(say('app.found.standsFor', { name: 'sp01' }))
      .first();
    await alias.click();
    await page.getByRole('option', { name: 'spine01' }).click();
    await saved(page);
    const [network] = readDesignFile(file).found.values();
    expect(network?.aliases.map(({ name }) => name)).toEqual(['sp01']);
    await asFound(page)
      .getByRole('button', { name: say('app.found.removeNamed', { name: 'fabric.txt' }) })
      .click();
    await asFound(page).getByText(say('app.found.none')).waitFor();
    await saved(page);
    expect(readDesignFile(file).found.size).toBe(0);
  });
});

describe('cable lists', () => {
  it('go out as NetBox takes them, with a report of what they do not say', async () => {
    const { app, page } = await open();
    const out = path.join(scratchFolder(), 'netbox');
    await answerDialogs(app, [out]);
    await chooseMenu(page, 'file', 'file.exportLists');
    const lists = page.getByRole('dialog', { name: say('app.exportLists.title') });
    await lists.getByLabel(say('app.exportLists.list.netbox')).check();
    await lists.getByRole('button', { name: say('app.exportLists.run') }).click();
    const written = page.getByRole('dialog', { name: say('app.exportLists.written') });
    const report = written.getByRole('textbox', { name: say('app.exportLists.written') });
    await expect.poll(() => report.inputValue()).toContain('cables.csv: 4 cables of one link');
    expect(readdirSync(out).sort()).toEqual([
      'README.txt',
      'cables.csv',
      'devices.csv',
      'netbox-rest.json',
      'racks.csv',
    ]);
    expect(readFileSync(path.join(out, 'cables.csv'), 'utf8')).toContain('dcim.interface');
  });
});

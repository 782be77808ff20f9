/**
 * The way through cabling: 32 nodes go to 8 leaves by a pattern, one cable is made of something else and led by hand,
 * a cable list with five errors is read before it comes in, what differs is taken, all of it is undone, and the
 * drawing set is printed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, it } from 'vitest';
import { readDesignFile } from '../../electron/storage/design-file.ts';
import { amountText } from '../../renderer/panels/parts/number-text.ts';
import { lengthOfCable } from '../../shared/analysis/length-of-cable.ts';
import { mediumName } from '../../shared/catalog/index.ts';
import { hall } from '../../shared/connect/fixture-hall.ts';
import { SHEET_KINDS } from '../../shared/contract/drawing-set.ts';
import type { Design } from '../../shared/model/design.ts';
import type { Cable } from '../../shared/model/records.ts';
import { checkDesign } from '../../shared/rules/index.ts';
import { say } from '../../shared/text/index.ts';
import { dragOver, faceSpot } from './aim.ts';
import { violations } from './axe.ts';
import { contentOf } from './disk.ts';
import { chooseMenu, drawing, panel, saved, showFaces } from './hands.ts';
import { answerDialogs, scratchFolder, startPlenum } from './plenum-app.ts';
import { designFile } from './two-racks.ts';

/** Two good rows, and five that each hold another error. */
const LIST = `cable_id,src_rack,src_u,src_device,src_port,dst_rack,dst_u,dst_device,dst_port,medium,length_m,color
G1,L01,39,leaf-1,20/1,L01,37,leaf-3,20/1,mmf,10,aqua
G2,L01,38,leaf-2,20/1,L01,37,leaf-3,21/1,mmf,10,aqua
E1,L01,39,leaf-1,99/1,L01,37,leaf-3,22/1,mmf,10,aqua
E2,L01,39,leaf-1,21/1,L01,37,leaf-3,20/1,mmf,10,aqua
G1,L01,39,leaf-1,22/1,L01,37,leaf-3,23/1,mmf,10,aqua
E4,L01,39,leaf-1,23/1,L01,37,leaf-3,,mmf,10,aqua
E5,L01,39,leaf-1,24/1,L01,37,leaf-3,PSU1,mmf,10,aqua
`;

it('connects, changes, leads, imports, undoes and prints', { timeout: 240_000 }, async () => {
  const folder = scratchFolder();
  const file = designFile(hall({ nodes: 32, leaves: 8 }), 'Hall');
  const { app, page } = await startPlenum({ args: [file] });
  await drawing(page).waitFor({ state: 'attached' });
  const onDisk = async (): Promise<Design> => {
    await saved(page);
    return readDesignFile(file);
  };
  const empty = await onDisk();

  await connect(page);
  const connected = await onDisk();
  expect(connected.cables.size).toBe(256);
  expect(checkDesign(connected)).toEqual([]);
  for (const cable of connected.cables.values()) {
    const leaf = connected.devices.get(cable.ends.b[0]!.deviceId)!.name;
    expect([cable.fabric, leaf]).toEqual(['compute', `leaf-${cable.rail! + 1}`]);
  }

  await showFaces(page, 'rear');
  const [first] = connected.cables.values();
  await selectByName(page, first!.label);
  const bar = page.getByRole('menubar', { name: say('panels.top.menu') });
  await bar.getByText(say('editor.menu.cable'), { exact: true }).click();
  const smf = say('editor.makeMedium', { medium: mediumName('smf') });
  await page.getByRole('menu').getByText(smf, { exact: true }).click();
  const recut = await onDisk();
  expect(media(recut)).toEqual({ smf: 1, mmf: 255 });
  expect(theCable(recut, first!)).toEqual({ ...first!, medium: 'smf' });

  await drawing(page).focus();
  await page.keyboard.press('w');
  const led = await onDisk();
  const from = theCable(led, first!).waypoints[0]!;
  const rack = led.racks.get(from.rackId)!;
  // To the strip on the other side of the rack.
  const at = { x: rack.widthMm - from.xMm, y: from.yMm + 60 };
  const handle = await faceSpot(page, led, rack.id, from.face, { x: from.xMm, y: from.yMm });
  await dragOver(page, handle, await faceSpot(page, led, rack.id, from.face, at));
  await page.mouse.up();
  const dragged = await onDisk();
  const [to] = theCable(dragged, first!).waypoints;
  expect(to!.xMm).toBeCloseTo(rack.widthMm - from.xMm, 1);
  expect(to!.yMm).toBeGreaterThan(from.yMm);
  const [way, wayBefore] = [dragged, led].map((design) => pathText(design, first!));
  expect(way).not.toBe(wayBefore);
  await panel(page, 'inspector').getByText(way!, { exact: true }).first().waitFor();
  for (const before of [led, null, connected, empty]) {
    await page.keyboard.press('Control+z');
    const now = contentOf(await onDisk());
    if (before) expect(now).toEqual(contentOf(before));
  }
  for (let steps = 0; steps < 4; steps += 1) await page.keyboard.press('Control+Shift+z');
  const changed = contentOf(await onDisk());

  const list = path.join(folder, 'list.csv');
  writeFileSync(list, LIST);
  await answerDialogs(app, [list]);
  await readFiveErrors(page);
  const imported = [...(await onDisk()).cables.values()];
  expect(imported.length).toBe(258);
  expect(imported.filter(({ label }) => /^E\d/.test(label))).toEqual([]);
  const made = imported.filter(({ label }) => label.startsWith('G'));
  expect(made.map(({ medium, lengthM }) => [medium, lengthM])).toEqual([
    ['mmf', 10],
    ['mmf', 10],
  ]);
  writeFileSync(list, LIST.replace('leaf-3,20/1,mmf,10', 'leaf-3,20/1,mmf,25'));
  await answerDialogs(app, [list]);
  await takeTheirs(page);
  const lengths = [...(await onDisk()).cables.values()].map(({ lengthM }) => lengthM);
  expect(lengths.filter((lengthM) => lengthM !== null)).toEqual([25, 10]);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  expect(contentOf(await onDisk())).toEqual(changed);
  await page.keyboard.press('Control+Shift+z');

  const set = path.join(folder, 'set.pdf');
  await answerDialogs(app, [set]);
  await exportSet(page);
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(set)));
  const { text } = await extractText(pdf, { mergePages: true });
  const printed = await onDisk();
  expect(printed.cables.size).toBe(258);
  for (const { label } of printed.cables.values()) expect(text).toContain(label);
  for (const { name } of printed.racks.values()) {
    expect(text).toContain(say('drawing.rack.title', { name }));
  }
});

async function connect(page: Page): Promise<void> {
  await chooseMenu(page, 'cable', 'cable.connectRanges');
  const dialog = page.getByRole('dialog', { name: say('app.connect.title') });
  const pattern = dialog.getByLabel(say('app.connect.pattern'), { exact: true });
  await pattern.fill('dgx-[01-32]:rail{r} -> leaf-{r+1}:free');
  await dialog.getByLabel(say('panels.field.fabric')).fill('compute');
  await dialog.getByLabel(say('panels.field.rail')).fill('r');
  await dialog.getByText('256 cables, 256 links').waitFor();
  await dialog.getByText(say('app.connect.run', { count: 256 })).click();
}

/** By the command palette, which knows the names of all things. */
async function selectByName(page: Page, label: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await palette.getByRole('combobox').fill(label);
  await palette.getByRole('option').filter({ hasText: label }).first().click();
  await panel(page, 'inspector')
    .getByRole('textbox', { name: say('panels.field.lengthM') })
    .waitFor();
}

async function readFiveErrors(page: Page): Promise<void> {
  await chooseMenu(page, 'file', 'file.importTypes');
  const preview = page.getByRole('dialog', { name: say('import.title') });
  await preview.getByText('New: 0 racks, 0 devices, 2 cables, 0 device types.').waitFor();
  await preview.getByRole('tab', { name: say('import.tab.faults', { count: 5 }) }).click();
  for (const [row, words] of [
    [4, 'leaf-1 (QM9700) has no port 99/1.'],
    [5, '20/1 of leaf-3 is taken by G1.'],
    [6, 'The name G1 stands in row 2 already'],
    [7, 'The end names no port.'],
    [8, 'cannot be joined to'],
  ] as const) {
    const line = preview.getByRole('listitem').filter({ hasText: `row ${row}` });
    expect(await line.textContent()).toContain(words);
  }
  expect(await violations(page)).toEqual([]);
  await preview.getByLabel(say('import.filter')).fill('99/1');
  await expect.poll(() => preview.getByRole('listitem').count()).toBe(1);
  await preview.getByRole('button', { name: say('import.do'), exact: true }).click();
  await page
    .getByRole('dialog', { name: say('import.doneTitle') })
    .getByText('2 made')
    .waitFor();
  await page.keyboard.press('Escape');
}

async function takeTheirs(page: Page): Promise<void> {
  await chooseMenu(page, 'file', 'file.importTypes');
  const preview = page.getByRole('dialog', { name: say('import.title') });
  await preview.getByRole('tab', { name: say('import.tab.differs', { count: 1 }) }).click();
  await preview.getByLabel(say('import.takeTheirs', { value: '25' })).check();
  await preview.getByRole('button', { name: say('import.do'), exact: true }).click();
  await page.getByRole('dialog', { name: say('import.doneTitle') }).waitFor();
  await page.keyboard.press('Escape');
}

async function exportSet(page: Page): Promise<void> {
  await page.keyboard.press('Control+p');
  const dialog = page.getByRole('dialog', { name: say('prints.title') });
  for (const kind of SHEET_KINDS) {
    // There is no version to tell differences from.
    const wanted = kind !== 'changes';
    await dialog.getByLabel(say(`prints.sheet.${kind}`), { exact: true }).setChecked(wanted);
  }
  await dialog.getByRole('button', { name: /^Export \d+ pages/ }).click();
  await dialog.getByText(/set\.pdf written/).waitFor({ timeout: 120_000 });
}

function theCable(design: Design, { id }: Cable): Cable {
  const cable = design.cables.get(id);
  if (!cable) throw new Error(`no cable ${id}`);
  return cable;
}

/** The length of its way as the inspector tells it. */
function pathText(design: Design, cable: Cable): string {
  const found = lengthOfCable(design, theCable(design, cable));
  if (!found) throw new Error(`${cable.label} has no way`);
  return amountText(found.length.pathM, 'm');
}

function media(design: Design): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { medium } of design.cables.values()) counts[medium] = (counts[medium] ?? 0) + 1;
  return counts;
}

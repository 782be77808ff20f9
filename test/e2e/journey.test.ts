/** The first way through: from nothing to a checked, stored and printed rack. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../shared/analysis/index.ts';
import { catalogType } from '../../shared/catalog/index.ts';
import type { Design } from '../../shared/model/design.ts';
import type { Face } from '../../shared/model/records.ts';
import { say } from '../../shared/text/index.ts';
import { click, drag, portSpot, type Spot, slotSpot } from './aim.ts';
import { contentOf, draftOnDisk } from './disk.ts';
import {
  chooseMenu,
  deviceNamed,
  drawing,
  libraryType,
  newDesignWithRack,
  only,
  panel,
  pressUntilGrey,
  saved,
  searchLibrary,
  seen,
  showFaces,
} from './hands.ts';
import { answerDialogs, scratchFolder, startPlenum } from './plenum-app.ts';

const NODE = catalogType('catalog:nvidia-dgx-h100');
const SWITCH = catalogType('catalog:nvidia-qm9700');

describe('the first way through', () => {
  it('draws, cables, checks, takes back, keeps and prints a rack', {
    timeout: 90_000,
  }, async () => {
    const userData = scratchFolder();
    const { app, page, quit } = await startPlenum({ userData });
    await newDesignWithRack(page);
    const onDisk = (): Design => draftOnDisk(userData);

    await dragFromLibrary(page, onDisk(), NODE.model, { u: 1, heightU: 8, face: 'front' });
    await dragFromLibrary(page, onDisk(), SWITCH.model, { u: 9, heightU: 1, face: 'rear' });
    await dragFromLibrary(page, onDisk(), SWITCH.model, { u: 10, heightU: 1, face: 'rear' });
    const placed = onDisk();
    expect([...placed.devices.values()].map(({ name, u, face }) => [name, u, face])).toEqual([
      ['node-1', 1, 'front'],
      ['switch-1', 9, 'rear'],
      ['switch-2', 10, 'rear'],
    ]);

    await lookAtPorts(page);
    const [first, second] = [freePort(placed, 'node-1', 0), freePort(placed, 'node-1', 2)];
    const [leafA, leafB] = [freePort(placed, 'switch-1', 0), freePort(placed, 'switch-2', 0)];
    const spots = (...refs: (typeof first)[]): Promise<Spot[]> =>
      Promise.all(refs.map((ref) => portSpot(page, placed, ref)));
    const [dragStart, dragEnd] = await spots(first, leafA);
    await drag(page, dragStart!, dragEnd!);
    await saved(page);
    expect(only(onDisk().cables).ends.a[0]).toEqual(first);
    await page.getByRole('button', { name: say('editor.command.tool.cable') }).click();
    const [clickStart, clickEnd] = await spots(second, leafB);
    await click(page, clickStart!);
    await click(page, clickEnd!);
    await saved(page);
    const cabled = onDisk();
    expect(cabled.cables.size).toBe(2);

    const [finding] = analyse(cabled).findings;
    await panel(page, 'findings').getByText(finding!.message, { exact: true }).first().waitFor();

    const undo = page.getByRole('button', { name: /^Undo/ });
    const redo = page.getByRole('button', { name: /^Redo/ });
    expect(await pressUntilGrey(page, undo)).toBe(6);
    expect(onDisk().racks.size).toBe(0);
    expect(await pressUntilGrey(page, redo)).toBe(6);
    expect(contentOf(onDisk())).toEqual(contentOf(cabled));

    const closed = app.waitForEvent('close');
    // The window may be gone before the click is answered.
    await Promise.allSettled([chooseMenu(page, 'file', 'file.quit')]);
    await closed;
    await quit();
    expect(contentOf(onDisk())).toEqual(contentOf(cabled));
    await findEverythingAgain(userData, cabled);
  });
});

/** Starts Plenum again: what was open is open, and the drawing set says what is in it. */
async function findEverythingAgain(userData: string, design: Design): Promise<void> {
  const { app, page } = await startPlenum({ userData });
  await page
    .getByRole('tree', { name: new RegExp(`1 rack, ${design.devices.size} dev`) })
    .waitFor();
  await saved(page);
  expect(contentOf(draftOnDisk(userData))).toEqual(contentOf(design));

  const pdf = path.join(userData, 'drawing set.pdf');
  await answerDialogs(app, [pdf]);
  await chooseMenu(page, 'file', 'file.exportPdf');
  const dialog = page.getByRole('dialog', { name: say('prints.title') });
  await dialog.getByRole('button', { name: /^Export \d+ pages/ }).click();
  await seen(page, /drawing set\.pdf written/);
  await page.keyboard.press('Escape');
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(readFileSync(pdf))), {
    mergePages: true,
  });
  expect(text).toContain(say('drawing.rack.title', { name: only(design.racks).name }));
  for (const { name } of design.devices.values()) expect(text).toContain(name);
  for (const cable of analyse(design).cables) {
    expect(text).toContain(cable.label);
    expect(text).toContain(cable.stockM?.toFixed(1));
  }
}

/** Takes a type from the shelf and lets it go at a unit of the only rack. */
async function dragFromLibrary(
  page: Page,
  design: Design,
  model: string,
  slot: { readonly u: number; readonly heightU: number; readonly face: Face },
): Promise<void> {
  await searchLibrary(page, model);
  const line = await libraryType(page, model).boundingBox();
  if (!line) throw new Error(`${model} is not in the library`);
  const from = { x: line.x + line.width / 2, y: line.y + line.height / 2 };
  await drag(page, from, await slotSpot(page, design, only(design.racks), slot));
  await saved(page);
}

/** Only the rear faces, and as large as the devices fit. */
async function lookAtPorts(page: Page): Promise<void> {
  await showFaces(page, 'rear');
  await drawing(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Shift+Digit2');
}

/** The n-th network port of a device. */
function freePort(design: Design, device: string, n: number) {
  const { id: deviceId, typeId } = deviceNamed(design, device);
  const ports = design.deviceTypes.get(typeId)?.ports ?? [];
  const data = ports.filter(({ kind, speedGbps }) => kind === 'interface' && speedGbps === 400);
  return { deviceId, portId: data[n]!.id };
}

/** Drawing a faceplate as a person does: parts from the palette, numbers in fields, and the racks follow. */
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  type Measured,
  ofSize,
  pdfRectangles,
} from '../../electron/export/faceplate/fixture-measure.ts';
import { analyse } from '../../shared/analysis/index.ts';
import type { Design } from '../../shared/model/design.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import type { Face } from '../../shared/model/records.ts';
import { say } from '../../shared/text/index.ts';
import { deviceSpot, drag, type Spot, windowSpot } from './aim.ts';
import { contentOf, draftOnDisk } from './disk.ts';
import {
  chooseMenu,
  deviceNamed,
  drawing,
  libraryType,
  newDesignWithRack,
  only,
  panel,
  runFromPalette,
  saved,
  searchLibrary,
  seen,
  tabTo,
} from './hands.ts';
import { answerDialogs, type PlenumApp, scratchFolder, startPlenum } from './plenum-app.ts';

const OWN = 'Leaf 32';

describe('a new switch', () => {
  it('is drawn, placed, cabled, and the analysis follows what is drawn', async () => {
    const { app, page, onDisk } = await newFaceplate();
    await setField(page, 'palette-rows', '2');
    await setField(page, 'palette-columns', '16');
    await dragPart(page, 'OSFP', await faceSpot(page, onDisk(), 'front', 214, 22));
    expect(typeOnDisk(onDisk()).cages).toHaveLength(32);
    await setField(page, 'ports-count', '2');
    await setField(page, 'ports-speed', '400');
    await setField(page, 'ports-lanes', '4');
    const drawn = typeOnDisk(onDisk());
    // Odd over even: 1 lies over 2, and 3 beside 1.
    expect(drawn.ports).toHaveLength(64);
    const [one, two, three] = ['1', '2', '3'].map((name) => cageNamed(drawn, name));
    expect([two!.xMm, two!.flipped, two!.yMm > one!.yMm]).toEqual([one!.xMm, true, true]);
    expect([three!.yMm, three!.xMm > one!.xMm]).toEqual([one!.yMm, true]);
    const inTwo = drawn.ports.filter(({ cageId }) => cageId === two!.id);
    expect(inTwo.map(({ name, speedGbps, lanes }) => [name, speedGbps, lanes])).toEqual([
      ['2/1', 400, 4],
      ['2/2', 400, 4],
    ]);

    await dragPart(page, say('face.shape.vent'), await faceSpot(page, onDisk(), 'rear', 120, 22));
    await setField(page, 'part-open', '55');
    await setField(page, 'part-width', '4in + 8.4mm');
    const vent = typeOnDisk(onDisk()).shapes[0];
    expect(vent).toMatchObject({ face: 'rear', shape: 'vent', openRatio: 0.55, widthMm: 110 });
    await page.keyboard.press('Escape');
    await checks(page).getByText(say('face.checks.none')).waitFor();

    // On paper at 1:1: every opening where it was drawn, to a tenth of a millimetre.
    const paper = path.join(scratchFolder(), 'face.pdf');
    await answerDialogs(app, [paper]);
    await chooseMenu(page, 'faceplate', 'faceplate.export');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: say('app.exportFace.run') }).click();
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(() => existsSync(paper), { timeout: 20_000 }).toBe(true);
    expectDrawn(pdfRectangles(paper)[0] ?? [], drawn);

    await page.getByRole('button', { name: say('face.done') }).click();
    await panel(page, 'library').waitFor();
    await searchLibrary(page, OWN);
    for (let count = 0; count < 2; count += 1) {
      await panel(page, 'library').getByRole('combobox').press('Enter');
      await saved(page);
    }
    await cableFirstPorts(page);
    const cabled = onDisk();
    expect(cabled.cables.size).toBe(1);
    expect(fitted(cabled)).toEqual([32, 25_600]);

    const spot = await deviceSpot(page, cabled, deviceNamed(cabled, 'switch-1'));
    await page.mouse.dblclick(spot.x, spot.y);
    await seenBar(page);
    expect(onDisk().deviceTypes.size).toBe(1);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Tab');
    await setField(page, 'group-rows', '1');
    expect(fitted(onDisk())).toEqual([16, 12_800]);
    expect(onDisk().cables.size).toBe(1);
    await page.getByRole('button', { name: say('face.done') }).click();
    await panel(page, 'findings').waitFor();
    await page.keyboard.press('Control+z');
    await saved(page);
    expect(contentOf(onDisk())).toEqual(contentOf(cabled));
  });

  it('names the cables that would go with openings, and takes none without a word', async () => {
    const { page, onDisk } = await newFaceplate();
    await placeByKeys(page, 'OSFP');
    await page.keyboard.press('Control+e');
    await searchLibrary(page, OWN);
    for (let count = 0; count < 2; count += 1) {
      await panel(page, 'library').getByRole('combobox').press('Enter');
      await saved(page);
    }
    await cableFirstPorts(page);
    const cabled = onDisk();
    const { label } = only(cabled.cables);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Control+e');
    await seenBar(page);
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(label, { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(contentOf(onDisk())).toEqual(contentOf(cabled));

    await drawing(page).focus();
    await page.keyboard.press('Delete');
    await dialog.getByRole('button', { name: say('face.lost.remove', { count: 1 }) }).click();
    await saved(page);
    await expect.poll(() => onDisk().cables.size).toBe(0);
    expect(typeOnDisk(onDisk()).cages).toHaveLength(0);
    await drawing(page).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => contentOf(onDisk())).toEqual(contentOf(cabled));
  });
});

describe('without a mouse', () => {
  it('parts are put, walked, moved, grouped, mirrored to the rear and taken back', async () => {
    const { page, onDisk } = await newFaceplate();
    await placeByKeys(page, 'OSFP');
    await placeByKeys(page, say('face.shape.vent'));
    const start = typeOnDisk(onDisk());
    expect([start.cages.length, start.shapes.length]).toEqual([1, 1]);
    await drawing(page).focus();
    const press = async (...keys: readonly string[]): Promise<DeviceType> => {
      for (const key of keys) await page.keyboard.press(key);
      await saved(page);
      return typeOnDisk(onDisk());
    };
    await press('Escape', 'Tab');
    // Tab leaves the drawing while nothing is picked: it is no trap.
    expect(await drawing(page).evaluate((tree) => tree === document.activeElement)).toBe(false);
    await drawing(page).focus();
    await page.keyboard.press('Home');
    await expect.poll(() => lineInFocus(page)).toMatch(/^Front, 2 parts/);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => lineInFocus(page)).toMatch(/^1, OSFP, [\d.]+ mm from the left/);
    const moved = await press('Enter', 'ArrowRight', 'Shift+ArrowRight', 'ArrowUp');
    expect(moved.cages[0]?.xMm).toBeCloseTo((start.cages[0]?.xMm ?? 0) + 1.1, 6);
    expect(moved.cages[0]?.yMm).toBeCloseTo((start.cages[0]?.yMm ?? 0) - 0.1, 6);
    const grouped = await press('Control+a', 'Control+g');
    expect(grouped.cages[0]?.group).not.toBe('');
    expect(grouped.shapes[0]?.group).toBe(grouped.cages[0]?.group);
    const mirrored = await press('m');
    expect(mirrored.cages[0]?.face).toBe('rear');
    expect(mirrored.cages[0]?.xMm).toBeCloseTo(
      482.6 - (moved.cages[0]?.xMm ?? 0) - (moved.cages[0]?.widthMm ?? 0),
      3,
    );
    for (let count = 0; count < 5; count += 1) await press('Control+z');
    expect(typeOnDisk(onDisk())).toEqual(start);
    await page.keyboard.press('Shift+F10');
    await page
      .getByRole('menu')
      .getByText(say('editor.command.faceplate.lock'), { exact: true })
      .waitFor();
  });
});

describe('what is known of the type', () => {
  it('is entered with where it comes from, and an unknown stays unknown', async () => {
    const { page, onDisk } = await newFaceplate();
    await setField(page, 'face-powerTypicalW', '1.2 kW');
    await page
      .getByRole('button', { name: new RegExp(`^${say('face.fact.powerTypicalW')}: measured`) })
      .click();
    await page.getByLabel(say('face.source'), { exact: true }).fill('Data sheet, page 3');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await saved(page);
    const type = typeOnDisk(onDisk());
    expect(type.powerTypicalW).toEqual({
      value: 1200,
      provenance: 'measured',
      source: 'Data sheet, page 3',
    });
    expect(type.weightKg).toBeNull();
    await setField(page, 'face-height', '1.3U', false);
    await seen(page, say('face.type.halfU'));
    await setField(page, 'face-height', '1.5U');
    expect(typeOnDisk(onDisk()).heightU).toBe(1.5);
  });

  it('is made for a bay, with a face of its own size, and for a rack again', async () => {
    const { page, onDisk } = await newFaceplate();
    const goesInto = async (what: string): Promise<DeviceType> => {
      await page.getByRole('combobox', { name: say('face.type.lodging') }).click();
      await page.getByRole('option', { name: say(`face.lodging.${what}`) }).click();
      await saved(page);
      return typeOnDisk(onDisk());
    };
    const { heightU } = typeOnDisk(onDisk());
    const faceMm = { widthMm: 482.6, heightMm: heightU * 44.45 };
    expect(await goesInto('module-bay')).toMatchObject({
      lodging: 'module-bay',
      heightU: 0,
      faceMm,
    });
    await setField(page, 'face-face-width', '80 mm');
    expect(typeOnDisk(onDisk()).faceMm).toMatchObject({ widthMm: 80 });
    expect(await goesInto('rack')).toMatchObject({ lodging: 'rack', heightU, faceMm: null });
  });

  it('one of the catalogue is copied before it is drawn over, and the window says so', async () => {
    const userData = scratchFolder();
    const { page } = await startPlenum({ userData });
    await newDesignWithRack(page);
    await searchLibrary(page, 'QM9700');
    await panel(page, 'library').getByRole('combobox').press('Enter');
    await saved(page);
    const design = draftOnDisk(userData);
    const spot = await deviceSpot(page, design, deviceNamed(design, 'switch-1'));
    await page.mouse.dblclick(spot.x, spot.y);
    await seen(page, /QM9700 is of the catalogue/);
    await saved(page);
    expect(typeOnDisk(draftOnDisk(userData))).toMatchObject({
      model: 'QM9700 (own)',
      origin: 'user',
    });
  });
});

describe('an imported type with ports that found no place', () => {
  it('has them taken to a face one by one, or all at once when there is room', async () => {
    const userData = scratchFolder();
    const { app, page } = await startPlenum({ userData });
    await newDesignWithRack(page);
    const file = path.join(scratchFolder(), 'crowded.yaml');
    writeFileSync(file, CROWDED);
    await answerDialogs(app, [file]);
    await chooseMenu(page, 'file', 'file.importTypes');
    await page.getByRole('dialog').getByText('Crowded', { exact: false }).first().waitFor();
    await page.keyboard.press('Escape');
    await searchLibrary(page, 'Crowded');
    await libraryType(page, 'Crowded').dblclick();
    await seenBar(page);
    await saved(page);
    const loose = (): number => {
      const { ports } = typeOnDisk(draftOnDisk(userData));
      return ports.filter(({ cageId }) => cageId === null).length;
    };
    const before = loose();
    expect(before).toBeGreaterThan(0);
    await setField(page, 'face-height', '6U');
    await page
      .getByRole('button', { name: /1000base-t$/ })
      .first()
      .click();
    await expect.poll(() => isOnDrawing(page)).toBe(true);
    await page.keyboard.press('Enter');
    await saved(page);
    await expect.poll(loose).toBe(before - 1);
    await page.getByRole('button', { name: say('face.palette.layOut') }).click();
    await expect.poll(loose).toBe(0);
    await checks(page)
      .getByText(/sits in no opening/)
      .waitFor({ state: 'hidden' });
  });
});

describe('from the library', () => {
  it('a double click draws a copy, and the placed device stays what it is', async () => {
    const userData = scratchFolder();
    const { page } = await startPlenum({ userData });
    await newDesignWithRack(page);
    await searchLibrary(page, 'QM9700');
    await panel(page, 'library').getByRole('combobox').press('Enter');
    await saved(page);
    await libraryType(page, 'QM9700').dblclick();
    await seenBar(page);
    await saved(page);
    const { deviceTypes, devices } = draftOnDisk(userData);
    expect([...deviceTypes.values()].map(({ model, origin }) => [model, origin])).toEqual([
      ['QM9700', 'catalog'],
      ['QM9700 (own)', 'user'],
    ]);
    expect(only(devices).typeId).toBe('catalog:nvidia-qm9700');
  });
});

/** More sockets than one unit has room for. */
const CROWDED = [
  'manufacturer: Own',
  'model: Crowded',
  'slug: own-crowded',
  'u_height: 1',
  'interfaces:',
  ...Array.from({ length: 300 }, (_, k) => `  - {name: eth${k}, type: 1000base-t}`),
  '',
].join('\n');

interface NewFaceplate {
  readonly app: PlenumApp['app'];
  readonly page: Page;
  readonly onDisk: () => Design;
}

/** The openings of the front as they are measured on paper from the panel's upper left corner. */
function expectDrawn(measured: readonly Measured[], { cages }: DeviceType): void {
  const [face] = ofSize(measured, { width: 482.6, height: 43.66 });
  if (!face) throw new Error('no panel on the sheet');
  const openings = ofSize(measured, { width: 22.58, height: 13 });
  expect(openings).toHaveLength(cages.length);
  for (const { xMm, yMm } of cages) {
    const there = openings.filter(
      ({ x, y }) => Math.abs(x - face.x - xMm) < 0.1 && Math.abs(y - face.y - yMm) < 0.1,
    );
    expect(there).toHaveLength(1);
  }
}

/** A design with a rack, and the empty faceplate of a new 1U switch open. */
async function newFaceplate(): Promise<NewFaceplate> {
  const userData = scratchFolder();
  const { app, page } = await startPlenum({ userData });
  await newDesignWithRack(page);
  await chooseMenu(page, 'faceplate', 'faceplate.new');
  await page.getByRole('textbox', { name: say('panels.field.model') }).fill(OWN);
  await page.keyboard.press('Enter');
  await seenBar(page);
  await saved(page);
  return { app, page, onDisk: () => draftOnDisk(userData) };
}

async function seenBar(page: Page): Promise<void> {
  await page.getByRole('region', { name: say('face.bar') }).waitFor();
}

function checks(page: Page) {
  return page.getByRole('region', { name: say('face.checks.title') });
}

/** Types over a field and commits it. */
async function setField(page: Page, id: string, text: string, keeps = true): Promise<void> {
  await page.locator(`[id="${id}"]`).fill(text);
  await page.keyboard.press('Enter');
  if (keeps) await saved(page);
}

/** A point of a face in the window. Both faces are shown, the rear below the front. */
function faceSpot(page: Page, design: Design, face: Face, x: number, y: number): Promise<Spot> {
  const below = face === 'rear' ? typeOnDisk(design).heightU * 44.45 + 34 : 0;
  return windowSpot(page, { x, y: y + below });
}

/** Takes a part out of the palette and lets it go at a point of the window. */
async function dragPart(page: Page, name: string, to: Spot): Promise<void> {
  const item = page.getByRole('button', { name, exact: true });
  await item.scrollIntoViewIfNeeded();
  const box = await item.boundingBox();
  if (!box) throw new Error(`${name} is not in the palette`);
  await drag(page, { x: box.x + box.width / 2, y: box.y + box.height / 2 }, to);
  await saved(page);
}

/** Takes a part out of the palette with the keyboard and leaves it where it comes. */
async function placeByKeys(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect
    .poll(() => drawing(page).evaluate((tree) => tree === document.activeElement))
    .toBe(true);
  await page.keyboard.press('Enter');
  await saved(page);
}

/** Whether the drawing has the keyboard. */
function isOnDrawing(page: Page): Promise<boolean> {
  return drawing(page).evaluate((tree) => tree === document.activeElement);
}

/** Plugs a cable between the first free ports of two devices. */
async function cableFirstPorts(page: Page): Promise<void> {
  await runFromPalette(page, 'tool.cable');
  await tabTo(page, drawing(page));
  for (const key of ['Tab', 'Enter', 'Tab', 'Enter']) await page.keyboard.press(key);
  await saved(page);
  // The first gives the cable back, the second the tool.
  for (const key of ['Escape', 'Escape']) await page.keyboard.press(key);
}

/** The only type there is. */
function typeOnDisk(design: Design): DeviceType {
  return only(design.deviceTypes);
}

function cageNamed(type: DeviceType, name: string) {
  return type.cages.find((cage) => cage.name === name);
}

/** How many openings the analysis counts, and what they carry, Gb/s. */
function fitted(design: Design): readonly [number, number] {
  const row = analyse(design).faceplates.find(({ formFactor }) => formFactor === 'osfp');
  return [row?.fitted ?? 0, row?.bandwidthGbps ?? 0];
}

/** What a screen reader reads where the keyboard is. */
function lineInFocus(page: Page): Promise<string | null> {
  return drawing(page).evaluate(
    (tree) =>
      document.getElementById(tree.getAttribute('aria-activedescendant') ?? '')?.textContent ??
      null,
  );
}

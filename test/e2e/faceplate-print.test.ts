/** A face on paper, as a person prints it: the selected device's, and the one that is being drawn. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ofSize, pdfRectangles, readDxf } from '../../electron/export/faceplate/fixture-measure.ts';
import { say } from '../../shared/text/index.ts';
import { deviceSpot } from './aim.ts';
import { chooseMenu, deviceNamed, seen } from './hands.ts';
import { answerDialogs, scratchFolder } from './plenum-app.ts';
import { openTwoRacks } from './two-racks.ts';

const PANEL = { width: 482.6, height: 43.66 };

const dialogOf = (page: Page, name: string) =>
  page.getByRole('dialog', { name: say('app.exportFace.title', { name }) });

it('prints the face of the selected device at 1:1, and cuts it as it is drawn', async () => {
  const { app, page, onDisk } = await openTwoRacks();
  const design = await onDisk();
  const leaf = deviceNamed(design, 'leaf-1');
  const type = design.deviceTypes.get(leaf.typeId)!;
  const name = `${type.manufacturer} ${type.model}`;
  const spot = await deviceSpot(page, design, leaf);
  await page.mouse.click(spot.x, spot.y);

  const out = scratchFolder();
  const pdf = path.join(out, 'leaf.pdf');
  await answerDialogs(app, [pdf]);
  await chooseMenu(page, 'device', 'faceplate.export');
  const dialog = dialogOf(page, name);
  await dialog.getByText(say('app.exportFace.faces.front'), { exact: true }).click();
  await dialog.getByRole('button', { name: say('app.exportFace.run') }).click();
  await seen(page, /leaf\.pdf written/);

  const [front = []] = pdfRectangles(pdf);
  const [panel, ...others] = ofSize(front, PANEL);
  expect(others).toEqual([]);
  const cages = type.cages.filter(({ face }) => face === 'front');
  expect(cages.length).toBeGreaterThan(30);
  for (const cage of cages) {
    const off = ofSize(front, { width: cage.widthMm, height: cage.heightMm }).map(({ x, y }) =>
      Math.max(Math.abs(x - panel!.x - cage.xMm), Math.abs(y - panel!.y - cage.yMm)),
    );
    expect(Math.min(...off), cage.name).toBeLessThan(0.1);
  }

  await page.mouse.dblclick(spot.x, spot.y);
  await page.getByRole('region', { name: say('face.bar') }).waitFor();
  const folder = path.join(out, 'cut');
  await answerDialogs(app, [folder]);
  await chooseMenu(page, 'faceplate', 'faceplate.export');
  await dialogOf(page, name).getByText(say('app.exportFace.format.dxf'), { exact: true }).click();
  await page.getByRole('button', { name: say('app.exportFace.run') }).click();
  await seen(page, /cut written, 2 files/);
  const files = readdirSync(folder).sort();
  expect(files.map((file) => file.split('-').at(-1))).toEqual(['front.dxf', 'rear.dxf']);
  const { entities } = readDxf(readFileSync(path.join(folder, files[0]!), 'latin1'));
  const cut = entities.filter(
    ({ type: kind, layer }) => kind === 'POLYLINE' && layer === 'CUTOUTS',
  );
  expect(cut).toHaveLength(cages.length);
});

/** Inspectors, menus, the faceplate and the dialogs as assistive technology has them: axe on each, light and dark. */
import { it } from 'vitest';
import { say } from '../../shared/text/index.ts';
import { click, deviceSpot, titleSpot } from './aim.ts';
import { lookAround } from './axe.ts';
import { chooseMenu, deviceNamed, drawing, panel, rackNamed } from './hands.ts';
import { answerDialogs } from './plenum-app.ts';
import { openTwoRacks } from './two-racks.ts';

const DIALOGS = [
  ['rack', 'rack.addWithDialog'],
  ['faceplate', 'faceplate.new'],
  ['file', 'file.versions'],
  ['file', 'file.exportPdf'],
  ['file', 'file.exportPicture'],
  ['file', 'app.settings'],
  ['edit', 'app.palette'],
  ['help', 'app.shortcuts'],
  ['help', 'app.about'],
] as const;

it('has nothing to find with a rack in the inspector, a menu open, or a faceplate drawn', {
  timeout: 150_000,
}, async () => {
  const plenum = await openTwoRacks();
  const { page, onDisk } = plenum;
  const look = lookAround(plenum);
  const design = await onDisk();
  await click(page, await titleSpot(page, design, rackNamed(design, 'A01')));
  await panel(page, 'inspector').getByText(say('panels.inspector.limits')).waitFor();
  await look('a rack in the inspector');
  const leaf = await deviceSpot(page, design, deviceNamed(design, 'leaf-1'));
  await page.mouse.click(leaf.x, leaf.y, { button: 'right' });
  await page.getByRole('menu').waitFor();
  await look('the menu of a device');
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'hidden' });

  await page.mouse.dblclick(leaf.x, leaf.y);
  await page.getByRole('region', { name: say('face.bar') }).waitFor();
  await look('a faceplate');
  await drawing(page).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Tab');
  await panel(page, 'inspector').getByText(say('face.part.title')).waitFor();
  await look('a part of a faceplate in the inspector');
  await page.keyboard.press('Control+d');
  await page.keyboard.press('Shift+F10');
  await page.getByRole('menu').waitFor();
  await look('the menu of a part');
  await page.keyboard.press('Escape');
  await chooseMenu(page, 'faceplate', 'faceplate.export');
  await page.getByRole('dialog').waitFor();
  await look('the export of a faceplate');
});

it('has nothing to find in its dialogs', { timeout: 180_000 }, async () => {
  const plenum = await openTwoRacks();
  const { app, page } = plenum;
  const look = lookAround(plenum);
  for (const [menu, command] of DIALOGS) {
    await chooseMenu(page, menu, command);
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    if (command === 'file.exportPdf') await dialog.getByText(/^Page 1 of/).waitFor();
    await look(command);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }
  await answerDialogs(app, ['/nowhere/absent.plenum']);
  await chooseMenu(page, 'file', 'file.open');
  await page.getByRole('dialog', { name: say('app.error.open') }).waitFor();
  await look('a file that is not there');
});

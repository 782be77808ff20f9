/** Ports: kept free by a person, and held against what is to come; what would still go on a face. */
import { describe, expect, it } from 'vitest';
import { say } from '../../shared/text/index.ts';
import { deviceSpot } from './aim.ts';
import { chooseMenu, deviceNamed, drawing, panel, saved } from './hands.ts';
import { startPlenum } from './plenum-app.ts';
import { openTwoRacks } from './two-racks.ts';

describe('ports that are kept free', () => {
  it('are kept by a command, counted apart, and released by undo', async () => {
    const { page, onDisk } = await openTwoRacks();
    const leaf = deviceNamed(await onDisk(), 'leaf-1');
    const spot = await deviceSpot(page, await onDisk(), leaf);
    await page.mouse.click(spot.x, spot.y);
    await chooseMenu(page, 'device', 'device.keepPorts');
    await saved(page);
    expect(deviceNamed(await onDisk(), 'leaf-1').reserved).toHaveLength(64);
    const ports = panel(page, 'inspector').getByRole('table').first();
    const header = ports.getByRole('columnheader', { name: say('panels.ports.reserved') });
    await header.waitFor();
    await ports.getByRole('row', { name: 'OSFP 400G 0 64 0 64' }).waitFor();
    await page.keyboard.press('Control+z');
    await ports.getByRole('row', { name: 'OSFP 400G 0 64 64' }).waitFor();
    await saved(page);
    expect(deviceNamed(await onDisk(), 'leaf-1').reserved).toEqual([]);
  });
});

describe('the ports of a fabric', () => {
  it('stand in the inspector of the design: those its cables are in, and those the next may take', async () => {
    const { page } = await startPlenum({ args: ['--sample', 'superpod-su'] });
    await drawing(page).waitFor({ state: 'attached' });
    const fabric = panel(page, 'inspector')
      .getByRole('rowgroup')
      .filter({
        has: page.getByRole('rowheader', { name: 'compute', exact: true }),
      });
    // 508 links have two ends: 1,016 of the 1,020 ports.
    await fabric.getByRole('row', { name: 'OSFP 400G 1,016 4 1,020' }).waitFor();
  });
});

describe('what is to come', () => {
  it('is added in the inspector of the design, which says which switch runs out first', async () => {
    const { page } = await startPlenum({ args: ['--sample', 'superpod-su'] });
    await drawing(page).waitFor({ state: 'attached' });
    const inspector = panel(page, 'inspector');
    await inspector.getByRole('button', { name: say('panels.inspector.growth') }).click();
    const add = say('panels.growth.addOne', { model: 'DGX H100' });
    await inspector.getByRole('button', { name: add }).click();
    await inspector
      .getByText(/number 1 finds no port \(compute\): leaf-1 runs out first/)
      .waitFor();
    const count = inspector.getByRole('textbox', {
      name: say('panels.growth.more', { model: 'DGX H100' }),
    });
    await count.fill('4');
    await count.press('Enter');
    await inspector.getByText(/^Of 4 more NVIDIA DGX H100, number 1 finds no port/).waitFor();
    const remove = say('panels.growth.remove', { model: 'DGX H100' });
    await inspector.getByRole('button', { name: remove }).click();
    await inspector.getByRole('button', { name: add }).waitFor();
  });
});

describe('the face of a type', () => {
  it('says what would still fit, and whether the wanted bandwidth goes on it', async () => {
    const { page, onDisk } = await openTwoRacks();
    const leaf = deviceNamed(await onDisk(), 'leaf-1');
    const spot = await deviceSpot(page, await onDisk(), leaf);
    await page.mouse.click(spot.x, spot.y);
    const inspector = panel(page, 'inspector');
    const face = say('panels.inspector.faceplate', { face: say('panels.face.front') });
    await inspector.getByRole('button', { name: face }).click();
    await inspector.getByRole('row', { name: /^OSFP 32 0 25.6 51.2$/ }).waitFor();
    const wanted = inspector.getByRole('textbox', { name: say('panels.factField.wantedGbps') });
    await wanted.fill('60000');
    await wanted.press('Enter');
    await panel(page, 'findings')
      .getByText(/60000 Gb\/s go on no faceplate of 1 U\. The most is 57600 Gb\/s/)
      .first()
      .waitFor();
  });
});

/** A chassis: what goes into its bays, where that is seen, and what becomes of it when the chassis moves. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { say } from '../../shared/text/index.ts';
import { deviceSpot, deviceSpotAt, drag } from './aim.ts';
import { draftOnDisk } from './disk.ts';
import {
  deviceNamed,
  libraryType,
  newDesignWithRack,
  panel,
  saved,
  searchLibrary,
  seen,
} from './hands.ts';
import { startPlenum } from './plenum-app.ts';

/** Puts a type of the library where there is room for it. */
async function put(page: Page, words: string, model: string): Promise<void> {
  await searchLibrary(page, words);
  await libraryType(page, model).waitFor();
  await panel(page, 'library').getByRole('combobox').press('ArrowDown');
  await page.keyboard.press('Enter');
  await saved(page);
}

const CHASSIS = 'Chassis 2U for four nodes';
const NODE = 'Quarter-chassis node';
const SUPPLY = 'Supply module, 2200 W';

describe('a chassis with nodes and supplies', () => {
  it('takes them into its bays, along when it moves, and out with it when it goes', async () => {
    const { page, userData } = await startPlenum({ size: [1600, 1000] });
    await newDesignWithRack(page);
    await put(page, 'chassis four', CHASSIS);
    await put(page, 'quarter', NODE);
    await put(page, 'quarter', NODE);
    await put(page, 'supply module', SUPPLY);
    const design = draftOnDisk(userData);
    const host = [...design.devices.values()].find(({ bay }) => bay === null);
    expect(host).toBeDefined();
    if (!host) return;
    const bays = [...design.devices.values()].flatMap(({ bay }) => bay?.bayId ?? []);
    expect(bays).toEqual(['node-1', 'node-2', 'psu-1']);

    // Its inspector names what is in which bay, and leads there.
    await page.keyboard.press('Shift+Digit1');
    await page.mouse.click(0, 0);
    const spot = await deviceSpot(page, design, host);
    await page.mouse.click(spot.x, spot.y);
    await seen(page, say('panels.bays.taken', { taken: 3, all: 6 }));
    await seen(page, say('panels.bays.supplies', { count: 1, watts: 2200 }));

    // It is dragged by its edge, and what is in it comes along.
    await drag(page, spot, await deviceSpotAt(page, design, host, { u: 10 }));
    await saved(page);
    const moved = draftOnDisk(userData);
    expect(moved.devices.get(host.id)?.u).toBe(10);
    for (const device of moved.devices.values()) expect(device).toMatchObject({ u: 10 });

    // One step back, and gone with all that is in it; one step back again, and all there.
    await page.keyboard.press('Delete');
    await saved(page);
    expect(draftOnDisk(userData).devices.size).toBe(0);
    await page.keyboard.press('Control+z');
    await saved(page);
    expect(draftOnDisk(userData).devices.size).toBe(4);
    expect(deviceNamed(draftOnDisk(userData), host.name).u).toBe(10);
  });

  it('says where a node may go when there is no bay for it', async () => {
    const { page } = await startPlenum({ size: [1600, 1000] });
    await newDesignWithRack(page);
    await searchLibrary(page, 'quarter');
    await libraryType(page, NODE).waitFor();
    await panel(page, 'library').getByRole('combobox').press('ArrowDown');
    await page.keyboard.press('Enter');
    await seen(page, say('editor.refused.noFreeBay', { model: NODE }));
  });
});

/** Editing with the mouse: what moves, what may not, what Escape takes back. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Design } from '../../shared/model/design.ts';
import { orderedRacks } from '../../shared/model/design-index.ts';
import { say } from '../../shared/text/index.ts';
import { click, deviceSpot, deviceSpotAt, drag, dragOver, slotSpot, titleSpot } from './aim.ts';
import { contentOf } from './disk.ts';
import {
  chooseMenu,
  deviceNamed,
  libraryType,
  panel,
  rackNamed,
  searchLibrary,
  seen,
  showFaces,
  statusBar,
} from './hands.ts';
import { openTwoRacks } from './two-racks.ts';

describe('moving devices', () => {
  it('moves a device within its rack, to its rear, and to another rack', async () => {
    const { page, onDisk } = await openTwoRacks();
    await showFaces(page, 'both');
    await page.keyboard.press('Shift+Digit1');
    const leafTo = async (where: Parameters<typeof deviceSpotAt>[3]): Promise<Design> => {
      const design = await onDisk();
      const leaf = deviceNamed(design, 'leaf-1');
      await drag(
        page,
        await deviceSpot(page, design, leaf),
        await deviceSpotAt(page, design, leaf, where),
      );
      return onDisk();
    };
    expect(deviceNamed(await leafTo({ u: 30 }), 'leaf-1')).toMatchObject({ u: 30, face: 'front' });
    const moved = await leafTo({ u: 25, face: 'rear' });
    expect(deviceNamed(moved, 'leaf-1')).toMatchObject({ u: 25, face: 'rear' });
    const { id: rackId } = rackNamed(moved, 'A02');
    expect(deviceNamed(await leafTo({ u: 5, rackId }), 'leaf-1')).toMatchObject({ u: 5, rackId });
  });

  it('shows why a place is taken while the device is over it, and drops nothing there', async () => {
    const { page, onDisk } = await openTwoRacks();
    const design = await onDisk();
    const leaf = deviceNamed(design, 'leaf-1');
    const from = await deviceSpot(page, design, leaf);
    await dragOver(page, from, await deviceSpotAt(page, design, leaf, { u: 4 }));
    await canvasCursor(page, 'not-allowed');
    const why = say('rules.taken', { units: 'U1–U8', depth: 'both', name: 'gpu-1' });
    // Alone, or with what it would lead to.
    await page.getByText(new RegExp(`^${why}(\\. |$)`)).waitFor({ state: 'attached' });
    await page.mouse.up();
    expect(contentOf(await onDisk())).toEqual(contentOf(design));
    await nothingToUndo(page);
  });

  it('takes a drag back with Escape as if it had not been', async () => {
    const { page, onDisk } = await openTwoRacks();
    const design = await onDisk();
    const leaf = deviceNamed(design, 'leaf-1');
    const from = await deviceSpot(page, design, leaf);
    await dragOver(page, from, await deviceSpotAt(page, design, leaf, { u: 35 }));
    await canvasCursor(page, 'grabbing');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(contentOf(await onDisk())).toEqual(contentOf(design));
    await nothingToUndo(page);
  });

  it('leaves a copy with Alt, and nothing that is locked', async () => {
    const { page, onDisk } = await openTwoRacks();
    const design = await onDisk();
    const leaf = deviceNamed(design, 'leaf-1');
    const [from, to] = [
      await deviceSpot(page, design, leaf),
      await deviceSpotAt(page, design, leaf, { u: 30 }),
    ];
    await page.keyboard.down('Alt');
    await drag(page, from, to);
    await page.keyboard.up('Alt');
    const copied = await onDisk();
    expect(deviceNamed(copied, 'leaf-1')).toEqual(leaf);
    expect([...copied.devices.values()].filter(({ u }) => u === 30)).toHaveLength(1);

    await page.mouse.click(from.x, from.y, { button: 'right' });
    await page.getByRole('menuitemcheckbox', { name: say('editor.command.device.lock') }).click();
    const locked = await onDisk();
    expect(deviceNamed(locked, 'leaf-1').locked).toBe(true);
    await drag(page, from, await deviceSpotAt(page, design, leaf, { u: 35 }));
    await seen(page, say('editor.refused.locked', { name: 'leaf-1' }));
    expect(contentOf(await onDisk())).toEqual(contentOf(locked));
  });
});

describe('selecting and copying', () => {
  it('selects with the marquee, adds with Shift, and lets go on bare ground', async () => {
    const { page, onDisk } = await openTwoRacks();
    const design = await onDisk();
    await marquee(page, design, 'A01', [15, 12]);
    await selectedCount(page, 2);
    await page.keyboard.down('Shift');
    await marquee(page, design, 'A02', [22, 18]);
    await page.keyboard.up('Shift');
    await selectedCount(page, 3);
    const gpu = await deviceSpot(page, design, deviceNamed(design, 'gpu-1'));
    await page.keyboard.down('Shift');
    await click(page, gpu);
    await page.keyboard.up('Shift');
    await selectedCount(page, 4);
    await page.keyboard.press('Escape');
    await selectedCount(page, 0);
  });

  it('copies devices and pastes them under the pointer', async () => {
    const { page, onDisk } = await openTwoRacks();
    const design = await onDisk();
    await marquee(page, design, 'A01', [15, 12]);
    await page.keyboard.press('Control+c');
    const there = await slotSpot(page, design, rackNamed(design, 'A02'), { u: 30, heightU: 1 });
    await page.mouse.move(there.x, there.y);
    await page.keyboard.press('Control+v');
    await selectedCount(page, 2);
    const { id } = rackNamed(design, 'A02');
    const pasted = await onDisk();
    const inSecond = [...pasted.devices.values()].filter(({ rackId }) => rackId === id);
    expect(inSecond.map(({ u }) => u).toSorted((a, b) => a - b)).toEqual([20, 30, 32]);
    await page.getByRole('button', { name: /^Undo Paste 2/ }).click();
    expect(contentOf(await onDisk())).toEqual(contentOf(design));
  });

  it('opens the menu of what is under the pointer', async () => {
    const { page, onDisk } = await openTwoRacks();
    const design = await onDisk();
    const spine = await deviceSpot(page, design, deviceNamed(design, 'spine-1'));
    await page.mouse.click(spine.x, spine.y, { button: 'right' });
    await selectedCount(page, 1);
    const rows = await page.getByRole('menu').locator('[role^="menuitem"]').count();
    expect(rows).toBeGreaterThan(5);
    expect(rows).toBeLessThanOrEqual(12);
    await page.getByRole('menuitem', { name: say('editor.command.edit.delete') }).click();
    expect((await onDisk()).devices.size).toBe(3);
  });
});

describe('racks and names', () => {
  it('moves a rack by its title to another place in the row', async () => {
    const { page, onDisk } = await openTwoRacks();
    const design = await onDisk();
    const [first, second] = [rackNamed(design, 'A01'), rackNamed(design, 'A02')];
    const start = await titleSpot(page, design, first);
    const end = await titleSpot(page, design, second);
    await drag(page, start, { x: end.x + 260, y: end.y });
    expect(orderedRacks(await onDisk()).map(({ name }) => name)).toEqual(['A02', 'A01']);
  });

  it('renames a device and a rack where their names stand', async () => {
    const { page, onDisk } = await openTwoRacks();
    const design = await onDisk();
    const rename = async (begin: () => Promise<void>, name: string): Promise<void> => {
      await begin();
      const field = page.getByRole('textbox', { name: say('mirror.renameField') });
      await field.waitFor();
      await page.keyboard.type(name);
      await page.keyboard.press('Enter');
      await field.waitFor({ state: 'hidden' });
    };
    const leaf = await deviceSpot(page, design, deviceNamed(design, 'leaf-2'));
    await rename(async () => {
      await click(page, leaf);
      await page.keyboard.press('F2');
    }, 'leaf-x');
    const title = await titleSpot(page, design, rackNamed(design, 'A02'));
    await rename(() => page.mouse.dblclick(title.x, title.y), 'Core');
    const renamed = await onDisk();
    expect(deviceNamed(renamed, 'leaf-x').u).toBe(14);
    expect(rackNamed(renamed, 'Core').id).toBe(rackNamed(design, 'A02').id);
  });

  it('understands units in the inspector, and says what it does not understand', async () => {
    const { page, onDisk } = await openTwoRacks();
    const design = await onDisk();
    await click(page, await titleSpot(page, design, rackNamed(design, 'A02')));
    const field = (name: string) =>
      panel(page, 'inspector').getByRole('textbox', { name: say(`panels.field.${name}`) });
    const type = async (name: string, text: string): Promise<Design> => {
      await field(name).fill(text);
      await field(name).press('Enter');
      return onDisk();
    };
    const rack = async (after: Promise<Design>) => rackNamed(await after, 'A02');
    expect((await rack(type('depthMm', '42in'))).depthMm).toBeCloseTo(1066.8);
    expect((await rack(type('depthMm', '20U+10mm'))).depthMm).toBeCloseTo(899);
    expect((await rack(type('heightU', '2133.6 mm'))).heightU).toBe(48);
    expect((await rack(type('maxPowerW', '17 kW'))).maxPowerW).toBe(17_000);
    const before = await onDisk();
    expect(contentOf(await type('depthMm', 'much'))).toEqual(contentOf(before));
    await panel(page, 'inspector').getByText(say('panels.quantity.not-a-quantity')).waitFor();
    await field('depthMm').press('Escape');
    await expect.poll(() => field('depthMm').inputValue()).toBe('899 mm');
  });
});

/** Draws a marquee on the front of a rack from one unit down to another, starting beside the rails. */
async function marquee(
  page: Page,
  design: Design,
  rack: string,
  [fromU, toU]: readonly [number, number],
): Promise<void> {
  const from = await slotSpot(page, design, rackNamed(design, rack), { u: fromU, heightU: 1 });
  const to = await slotSpot(page, design, rackNamed(design, rack), { u: toU, heightU: 1 });
  await drag(page, { x: from.x, y: from.y }, to);
}

async function selectedCount(page: Page, count: number): Promise<void> {
  const told = statusBar(page).getByText(/^\d+ selected$/);
  if (count === 0) await told.waitFor({ state: 'hidden' });
  else {
    await statusBar(page).getByText(say('panels.status.selected', { count })).waitFor();
  }
}

async function canvasCursor(page: Page, cursor: string): Promise<void> {
  await page.locator(`[data-camera][data-cursor="${cursor}"]`).waitFor();
}

/** Nothing was done that could be undone. */
async function nothingToUndo(page: Page): Promise<void> {
  const undo = page.getByRole('button', { name: /^Undo/ });
  expect(await undo.getAttribute('aria-disabled')).toBe('true');
}

describe('the keyboard after the mouse', () => {
  it('takes a drag out of the library back with Escape, though the search field had it', async () => {
    const { page, onDisk } = await openTwoRacks();
    const design = await onDisk();
    await searchLibrary(page, 'sn5600');
    const line = await libraryType(page, 'SN5600').boundingBox();
    const free = await slotSpot(page, design, rackNamed(design, 'A01'), { u: 30, heightU: 2 });
    await dragOver(page, { x: line!.x + 40, y: line!.y + line!.height / 2 }, free);
    await canvasCursor(page, 'copy');
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(contentOf(await onDisk())).toEqual(contentOf(design));
    await nothingToUndo(page);
  });

  it('is on the drawing after a tool, a view or a menu row was clicked', async () => {
    const { page, onDisk } = await openTwoRacks();
    const onDrawing = () => page.locator('[role="tree"]:focus').waitFor({ state: 'attached' });
    await showFaces(page, 'front');
    await onDrawing();
    await page.getByRole('button', { name: say('editor.command.tool.cable') }).click();
    await onDrawing();
    await page.keyboard.press('Escape');
    await chooseMenu(page, 'edit', 'select.all');
    await onDrawing();
    await page.keyboard.press('ArrowUp');
    await seen(page, /^Saved \d/);
    expect(deviceNamed(await onDisk(), 'leaf-1').u).toBe(13);
    await page.keyboard.press('F10');
    await page.keyboard.press('Escape');
    await onDrawing();
  });
});

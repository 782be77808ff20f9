/** The drawing as assistive technology has it: the mirror, and what is said aloud. */
import { describe, expect, it } from 'vitest';
import { say } from '../../shared/text/index.ts';
import { click, deviceSpot } from './aim.ts';
import { deviceNamed, drawing, seen } from './hands.ts';
import { openTwoRacks } from './two-racks.ts';

describe('the drawing for a screen reader', () => {
  it('is a tree of rows, racks, devices and ports with their places in it', async () => {
    const { page } = await openTwoRacks();
    await drawing(page).focus();
    const items = drawing(page).getByRole('treeitem');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => items.allInnerTexts()).toContainEqual(expect.stringMatching(/^A02/));
    const told = await items.allInnerTexts();
    expect(told[0]).toBe('Row A, 2 racks');
    expect(told).toContainEqual(expect.stringMatching(/^A01, 10 of 42 U used, 3 devices/));
    expect(told).toContainEqual(
      expect.stringMatching(/^gpu-1, DGX H100, 8 U at U1 front, 0 of \d+ ports used/),
    );
    await drawing(page)
      .getByRole('treeitem', { name: /^leaf-2/ })
      .waitFor({ state: 'attached' });
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowRight');
    const ports = drawing(page).locator('[aria-level="4"]');
    await expect.poll(() => ports.count()).toBeGreaterThan(5);
    expect(await ports.first().getAttribute('aria-posinset')).toBe('1');
    expect(Number(await ports.first().getAttribute('aria-setsize'))).toBeGreaterThan(8);
  });

  it('says aloud what is selected and what was done', async () => {
    const { page, onDisk } = await openTwoRacks();
    const design = await onDisk();
    const aloud = page.locator('[aria-live="polite"][aria-atomic="true"]');
    await click(page, await deviceSpot(page, design, deviceNamed(design, 'leaf-1')));
    await expect.poll(() => aloud.innerText()).toBe(say('mirror.selectedOne', { name: 'leaf-1' }));
    // What is said stands for a second before the next is said.
    await page.waitForTimeout(1100);
    await page.keyboard.press('ArrowUp');
    const moved = say('editor.label.move', { count: 1, name: 'leaf-1' });
    const heard = new Set<string>();
    await expect
      .poll(async () => [...heard.add(await aloud.innerText())], { interval: 50, timeout: 5000 })
      .toContain(say('mirror.made.edit', { label: moved }));
  });

  it('hears a message over the drawing once', async () => {
    const { page } = await openTwoRacks();
    await drawing(page).focus();
    await page.keyboard.press('Control+z');
    const message = say('editor.nothingToUndo');
    await seen(page, message);
    expect(await page.getByText(message).count()).toBe(1);
  });
});

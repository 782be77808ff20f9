/** Bundles on screen: what a cable manager is good for, and what is found when it goes. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../shared/analysis/index.ts';
import { buildSample } from '../../shared/samples/index.ts';
import { say } from '../../shared/text/index.ts';
import { deviceNamed, drawing, panel } from './hands.ts';
import { startPlenum } from './plenum-app.ts';

/** The manager over the spine of the middle rack: without it all 32 cables lie before the spine. */
const MANAGER = 'hm-a05-u30';
const SPINE = 'spine-1';

describe('a bundle', () => {
  it('hangs before its device when the manager above is taken away, and is gone when that is back', async () => {
    const design = buildSample('superpod-su');
    const manager = deviceNamed(design, MANAGER);
    const devices = new Map(design.devices);
    devices.delete(manager.id);
    const id = `bundle:${deviceNamed(design, SPINE).id}`;
    const expected = analyse({ ...design, devices }).findings.find((one) => one.id === id);
    expect(expected?.message).toContain('It covers');

    const { page } = await startPlenum({ args: ['--sample', 'superpod-su'] });
    await drawing(page).waitFor({ state: 'attached' });
    await panel(page, 'findings').getByRole('listitem').nth(1).waitFor();
    await searchFindings(page, SPINE);
    expect(await sentence(page, expected?.message ?? '').count()).toBe(0);
    await drawing(page).focus();
    await findInPalette(page, MANAGER);
    await page.keyboard.press('Delete');
    await sentence(page, expected?.message ?? '').waitFor();
    await page.keyboard.press('Control+z');
    await sentence(page, expected?.message ?? '').waitFor({ state: 'detached' });
  });
});

/** Selects a device by its name, as the palette finds it. */
async function findInPalette(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await palette.getByRole('combobox').fill(name);
  await palette.getByRole('option').filter({ hasText: name }).first().waitFor();
  await page.keyboard.press('Enter');
  await palette.waitFor({ state: 'hidden' });
}

function sentence(page: Page, words: string) {
  return panel(page, 'findings').getByText(words);
}

async function searchFindings(page: Page, words: string): Promise<void> {
  await panel(page, 'findings')
    .getByRole('textbox', { name: say('panels.findings.search') })
    .fill(words);
}

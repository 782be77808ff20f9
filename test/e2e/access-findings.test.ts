/** Findings, filters and the comparison of media as assistive technology has them: axe on each, light and dark. */
import type { ElectronApplication, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { say } from '../../shared/text/index.ts';
import { violations } from './axe.ts';
import { chooseMenu, panel } from './hands.ts';
import { startPlenum } from './plenum-app.ts';

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  it('has nothing to find on the sample, its findings and its inspectors', async () => {
    const { app, page } = await startPlenum({ args: ['--sample', 'superpod-su'] });
    const findings = panel(page, 'findings').getByRole('listitem');
    await findings.nth(3).waitFor();
    await wear(app, page, theme);
    expect(await violations(page)).toEqual([]);
    await findings.nth(1).getByRole('button').click();
    await panel(page, 'findings')
      .getByText(/^Sources: /)
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('has nothing to find where a finding is waived', async () => {
    const { app, page } = await startPlenum({ args: ['--sample', 'superpod-su'] });
    const findings = panel(page, 'findings');
    await findings.getByRole('listitem').nth(3).waitFor();
    await wear(app, page, theme);
    await findings.getByRole('listitem').nth(1).getByRole('button').click();
    await findings.getByRole('button', { name: say('panels.findings.waive') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: say('app.waive.act') }).click();
    await dialog.getByText(say('app.waive.needsReason')).waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('textbox', { name: say('app.waive.reason') }).fill('Agreed.');
    await dialog.getByRole('textbox', { name: say('app.waive.by') }).fill('A. Ng');
    await dialog.getByRole('button', { name: say('app.waive.act') }).click();
    await findings.getByRole('button', { name: say('panels.findings.waived') }).click();
    await findings.getByText(say('panels.findings.waivedTitle'), { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    await findings
      .getByRole('button', { name: say('panels.findings.rules', { hidden: 0 }) })
      .click();
    await page.getByRole('menu').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('has nothing to find where cables are filtered, by colour and in their table', async () => {
    const { app, page } = await startPlenum({ args: ['--sample', 'superpod-su'] });
    await panel(page, 'findings').getByRole('listitem').nth(3).waitFor();
    await wear(app, page, theme);
    await chooseMenu(page, 'overlay', 'view.cableLegend');
    const legend = page.getByRole('region', { name: say('cables.legend.title') });
    await legend.getByRole('button', { name: say('catalog.medium.dac') }).click();
    await page.getByRole('region', { name: say('cables.filter.title') }).waitFor();
    await chooseMenu(page, 'view', 'view.cableTable');
    await page.getByRole('grid').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('has nothing to find in the comparison of media', async () => {
    const { app, page } = await startPlenum({ args: ['--sample', 'superpod-su'] });
    await panel(page, 'findings').getByRole('listitem').nth(3).waitFor();
    await wear(app, page, theme);
    await chooseMenu(page, 'view', 'view.compareMedia');
    const dialog = page.getByRole('dialog', { name: say('compare.title') });
    await dialog.getByRole('table').waitFor();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: /^Keep AEC/ }).click();
    await dialog.getByRole('textbox').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

/** Light or dark as the system says; the page follows. */
async function wear(app: ElectronApplication, page: Page, theme: 'light' | 'dark'): Promise<void> {
  await app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source;
  }, theme);
  await page.locator(`html[data-mantine-color-scheme="${theme}"]`).waitFor({ state: 'attached' });
}

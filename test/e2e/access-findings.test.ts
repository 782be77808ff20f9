/** Findings, filters and the comparison of media as assistive technology has them: axe on each, light and dark. */
import { describe, it } from 'vitest';
import { say } from '../../shared/text/index.ts';
import { lookAround } from './axe.ts';
import { chooseMenu, panel } from './hands.ts';
import { startPlenum } from './plenum-app.ts';

describe('assistive technology', () => {
  it('has nothing to find on the sample, its findings and its inspectors', async () => {
    const { page, look } = await openSample();
    const findings = panel(page, 'findings').getByRole('listitem');
    await look('the sample');
    await findings.nth(1).getByRole('button').click();
    await panel(page, 'findings')
      .getByText(/^Sources: /)
      .first()
      .waitFor();
    await look('a finding that is open');
  });

  it('has nothing to find where a finding is waived', async () => {
    const { page, look } = await openSample();
    const findings = panel(page, 'findings');
    await findings.getByRole('listitem').nth(1).getByRole('button').click();
    await findings.getByRole('button', { name: say('panels.findings.waive') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: say('app.waive.act') }).click();
    await dialog.getByText(say('app.waive.needsReason')).waitFor();
    await look('a waiver without a reason');
    await dialog.getByRole('textbox', { name: say('app.waive.reason') }).fill('Agreed.');
    await dialog.getByRole('textbox', { name: say('app.waive.by') }).fill('A. Ng');
    await dialog.getByRole('button', { name: say('app.waive.act') }).click();
    await findings.getByRole('button', { name: say('panels.findings.waived') }).click();
    await findings.getByText(say('panels.findings.waivedTitle'), { exact: true }).waitFor();
    await look('a finding that is waived');
    await findings
      .getByRole('button', { name: say('panels.findings.rules', { hidden: 0 }) })
      .click();
    await page.getByRole('menu').waitFor();
    await look('the rules that are shown');
  });

  it('has nothing to find where cables are filtered, by colour and in their table', async () => {
    const { page, look } = await openSample();
    await chooseMenu(page, 'overlay', 'view.cableLegend');
    const legend = page.getByRole('region', { name: say('cables.legend.title') });
    await legend.getByRole('button', { name: say('catalog.medium.dac') }).click();
    await page.getByRole('region', { name: say('cables.filter.title') }).waitFor();
    await chooseMenu(page, 'view', 'view.cableTable');
    await page.getByRole('grid').waitFor();
    await look('the cable table and a filter by colour');
  });

  it('has nothing to find in the comparison of media', async () => {
    const { page, look } = await openSample();
    await chooseMenu(page, 'view', 'view.compareMedia');
    const dialog = page.getByRole('dialog', { name: say('compare.title') });
    await dialog.getByRole('table').waitFor();
    await look('the comparison of media');
    await dialog.getByRole('button', { name: /^Keep AEC/ }).click();
    await dialog.getByRole('textbox').waitFor();
    await look('the name of a version that is kept');
  });
});

/** The sample with its findings, and what looks at each state of it. */
async function openSample() {
  const plenum = await startPlenum({ args: ['--sample', 'superpod-su'] });
  await panel(plenum.page, 'findings').getByRole('listitem').nth(3).waitFor();
  return { page: plenum.page, look: lookAround(plenum) };
}

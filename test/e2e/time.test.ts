/** Time: what a cable takes, which ways are the slowest, and a budget that they keep or not. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../../shared/analysis/index.ts';
import { buildSample } from '../../shared/samples/index.ts';
import { say } from '../../shared/text/index.ts';
import { drawing, panel, seen, statusBar } from './hands.ts';
import { startPlenum } from './plenum-app.ts';

const SAMPLE = analyse(buildSample('superpod-su'));

describe('the time over the ways of a fabric', () => {
  it('stands in a table by rail, the slowest first, and leads to its devices and cables', async () => {
    const { page } = await openSample();
    const slowest = SAMPLE.paths.toSorted((a, b) => b.knownNs - a.knownNs)[0]!;
    expect(slowest.hops).toBe(3);
    const time = panel(page, 'inspector').getByRole('table').first();
    const rows = time.getByRole('row');
    await expect.poll(() => rows.count()).toBe(2 + SAMPLE.paths.length);
    const whole = Math.round(slowest.knownNs).toLocaleString('en');
    await rows.nth(2).getByText(whole, { exact: true }).waitFor();
    await rows.nth(2).getByRole('button').click();
    const selected = slowest.devices.length + slowest.cables.length;
    await statusBar(page)
      .getByText(new RegExp(`^${selected} selected$`))
      .waitFor();
    await page.keyboard.press('Escape');
    const column = say('panels.time.column.way');
    await panel(page, 'inspector').getByRole('button', { name: column }).click();
    await rows.nth(2).getByText('508', { exact: true }).waitFor();
  });

  it('is held against a budget, which finds every rail that is over it', async () => {
    const { page } = await openSample();
    const field = panel(page, 'inspector').getByRole('textbox', {
      name: say('panels.time.budget'),
    });
    await field.fill('500');
    await field.press('Enter');
    await panel(page, 'findings')
      .getByRole('textbox', { name: say('panels.findings.search') })
      .fill('over the budget of 500 ns');
    await seen(page, /^compute, rail 3: the way from .* takes 508 ns over 1 switch, 8 ns over/);
    await field.fill('1100');
    await field.press('Enter');
    await panel(page, 'findings').getByText(say('panels.findings.noneFit')).waitFor();
  });

  it('is known of a switch: its transit may be entered, and every way over it follows', async () => {
    const { page } = await openSample();
    await drawing(page).focus();
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog');
    await palette.getByRole('combobox').waitFor();
    await page.keyboard.type('leaf-3');
    await palette
      .getByRole('option')
      .filter({ has: page.getByText('leaf-3', { exact: true }) })
      .first()
      .click();
    const hop = panel(page, 'inspector').getByRole('textbox', { name: say('panels.time.hop') });
    await hop.fill('130');
    await hop.press('Enter');
    // 98 of flight, 160 of the plugs, 130 of the switch
    await panel(page, 'inspector')
      .getByRole('button', { name: '388 ns, 1 switch', exact: true })
      .waitFor();
  });
});

async function openSample() {
  const plenum = await startPlenum({ args: ['--sample', 'superpod-su'] });
  await drawing(plenum.page).waitFor({ state: 'attached' });
  await panel(plenum.page, 'findings').getByRole('listitem').nth(1).waitFor();
  return plenum;
}

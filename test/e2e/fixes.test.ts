/** What would help a finding: offered where it is opened, made as one step, and taken back. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readDesignFile } from '../../electron/storage/design-file.ts';
import { analyse } from '../../shared/analysis/index.ts';
import type { Design } from '../../shared/model/design.ts';
import { cagePorts, startDraft } from '../../shared/samples/draft.ts';
import { say } from '../../shared/text/index.ts';
import { contentOf } from './disk.ts';
import { drawing, panel, saved } from './hands.ts';
import { startPlenum } from './plenum-app.ts';
import { designFile } from './two-racks.ts';

/** Two switches at the bottom and the top of a rack, and a straight copper cable that does not reach. */
function tooFar(): Design {
  const draft = startDraft('Too far');
  const rack = draft.rack('A01', { widthMm: 600, maxPowerW: 20_000 });
  const low = draft.device(rack, { name: 'low', type: 'nvidia-qm9700', u: 1, face: 'front' });
  const high = draft.device(rack, { name: 'high', type: 'nvidia-qm9700', u: 42, face: 'front' });
  draft.cable({
    medium: 'dac',
    awg: 26,
    fabric: 'compute',
    a: cagePorts(low, 'osfp-1'),
    b: cagePorts(high, 'osfp-1'),
  });
  return draft.build();
}

describe('the fixes of a finding', () => {
  it('are offered where it is opened, make it go in one step, and come back with undo', async () => {
    const { page, file } = await openTooFar();
    const before = readDesignFile(file);
    const finding = analyse(before).findings.find(({ rule }) => rule === 'reach')!;
    const line = panel(page, 'findings').getByRole('button', { name: finding.message });
    await line.click();
    await fixButton(page, /^Change C0001 to Active copper, redriver/).click();
    await line.waitFor({ state: 'hidden' });
    await saved(page);
    const after = readDesignFile(file);
    expect([...after.cables.values()].map(({ medium }) => medium)).toEqual(['acc']);
    expect(analyse(after).findings.map(({ id }) => id)).not.toContain(finding.id);
    await page.keyboard.press('Control+z');
    await line.waitFor();
    await saved(page);
    expect(contentOf(readDesignFile(file))).toEqual(contentOf(before));
  });

  it('can be made by keyboard, and say by how much: the switch goes where its copper is shortest', async () => {
    const { page, file } = await openTooFar();
    const finding = analyse(readDesignFile(file)).findings.find(({ rule }) => rule === 'reach')!;
    const line = panel(page, 'findings').getByRole('button', { name: finding.message });
    await line.focus();
    await page.keyboard.press('Enter');
    const move = fixButton(page, /^Move low to A01 U\d+, longest copper \d\.\d\d → 0\.\d\d m/);
    await move.focus();
    await page.keyboard.press('Enter');
    await line.waitFor({ state: 'hidden' });
    await saved(page);
    const { devices } = readDesignFile(file);
    expect([...devices.values()].find(({ name }) => name === 'low')!.u).toBeGreaterThan(30);
  });

  it('are none where only knowing more would help', async () => {
    const { page } = await startPlenum({ args: ['--sample', 'first-rack'] });
    await drawing(page).waitFor({ state: 'attached' });
    await panel(page, 'findings')
      .getByRole('button', { name: /Generic 1U server \(1 device\): .* unknown\./ })
      .click();
    await panel(page, 'findings').getByText(say('panels.findings.fixes.none')).waitFor();
  });
});

function fixButton(page: Page, name: RegExp) {
  return panel(page, 'findings')
    .getByRole('region', { name: say('panels.findings.fixes') })
    .getByRole('button', { name });
}

async function openTooFar() {
  const file = designFile(tooFar(), 'Too far');
  const plenum = await startPlenum({ args: [file] });
  await drawing(plenum.page).waitFor({ state: 'attached' });
  return { ...plenum, file };
}

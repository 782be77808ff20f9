/** Accepting a finding: on disk, out of the counts, back when the numbers change. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readDesignFile } from '../../electron/storage/design-file.ts';
import { analyse, countFindings, isOpen } from '../../shared/analysis/index.ts';
import type { Finding } from '../../shared/analysis/types.ts';
import type { Design } from '../../shared/model/design.ts';
import { startDraft } from '../../shared/samples/draft.ts';
import { say } from '../../shared/text/index.ts';
import { drawing, only, panel, saved, statusBar } from './hands.ts';
import { startPlenum } from './plenum-app.ts';
import { designFile } from './two-racks.ts';

const REASON = 'The feed is good for 12 kW, measured on site.';
const NAME = 'A. Ng';

/** A rack that may draw 10 kW, with a node of 10.2 kW and a switch in it; a second one beside. */
function overdrawn(): Design {
  const draft = startDraft('Overdrawn');
  const first = draft.rack('A01', { widthMm: 600, maxPowerW: 10_000 });
  draft.rack('A02', { widthMm: 600, maxPowerW: 10_000 });
  draft.device(first, { name: 'gpu-1', type: 'nvidia-dgx-h100', u: 1, face: 'front' });
  draft.device(first, { name: 'leaf-1', type: 'nvidia-qm9700', u: 12, face: 'front' });
  return draft.build();
}

describe('a waiver', () => {
  it('takes the finding out of the counts, and stands in the file with its reason and name', async () => {
    const { page, file, power, before } = await openOverdrawn();
    await waive(page, power, REASON, NAME);
    await counted(page, before.bySeverity.warning - 1);
    await panel(page, 'findings').getByText(power.message).waitFor({ state: 'hidden' });
    await saved(page);
    const design = readDesignFile(file);
    expect(only(design.waivers)).toMatchObject({
      findingId: power.id,
      reason: REASON,
      by: NAME,
      on: today(),
    });
    const finding = analyse(design).findings.find(({ id }) => id === power.id)!;
    expect(isOpen(finding)).toBe(false);
    expect(countFindings(analyse(design).findings).waived).toBe(1);
  });

  it('is shown with its reason and name when asked, can be changed, and taken back', async () => {
    const { page, file, power, before } = await openOverdrawn();
    await waive(page, power, REASON, NAME);
    await showWaived(page);
    const line = panel(page, 'findings').getByRole('button', { name: power.message });
    await line.click();
    await line.getByText(`${NAME}: ${REASON}`).waitFor();
    await line.click();
    await press(page, 'editWaiver');
    const dialog = page.getByRole('dialog');
    expect(await reasonField(dialog).inputValue()).toBe(REASON);
    expect(await nameField(dialog).inputValue()).toBe(NAME);
    await reasonField(dialog).fill('Agreed with the owner.');
    await dialog.getByRole('button', { name: say('app.waive.keep') }).click();
    await panel(page, 'findings').getByText('Agreed with the owner.').waitFor();
    await saved(page);
    expect(only(readDesignFile(file).waivers).reason).toBe('Agreed with the owner.');
    await press(page, 'takeBack');
    await counted(page, before.bySeverity.warning);
    await saved(page);
    expect(readDesignFile(file).waivers.size).toBe(0);
  });

  it('asks for a reason and a name, and gives the keyboard back', async () => {
    const { page, power } = await openOverdrawn();
    await openFinding(page, power);
    const button = panel(page, 'findings').getByRole('button', {
      name: say('panels.findings.waive'),
    });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await expect
      .poll(() => reasonField(dialog).evaluate((field) => field === document.activeElement))
      .toBe(true);
    await dialog.getByRole('button', { name: say('app.waive.act') }).click();
    await dialog.getByText(say('app.waive.needsReason')).waitFor();
    await dialog.getByText(say('app.waive.needsName')).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await expect
      .poll(() => button.evaluate((element) => element === document.activeElement))
      .toBe(true);
  });

  it('lapses when a device is moved out, says what has changed, and stands again after undo', async () => {
    const { page, file, power, before } = await openOverdrawn();
    await waive(page, power, REASON, NAME);
    await counted(page, before.bySeverity.warning - 1);
    await moveToRack(page, 'leaf-1', 'A02');
    const onDisk = () => countFindings(analyse(readDesignFile(file)).findings);
    await expect.poll(onDisk).toMatchObject({ waived: 0, lapsed: 1 });
    await counted(page, onDisk().bySeverity.warning);
    const lapsed = say('panels.findings.lapsed.count', { count: 1 });
    await statusBar(page).getByText(lapsed).waitFor();
    const findings = panel(page, 'findings');
    await findings.getByText(say('panels.findings.lapsedTitle')).waitFor();
    const changes = findings.getByRole('list', { name: say('panels.findings.changed') });
    await changes.getByText(/11920 W → 10200 W/).waitFor();
    await drawing(page).focus();
    await page.keyboard.press('Control+z');
    await counted(page, before.bySeverity.warning - 1);
  });

  it('is one step to undo and redo', async () => {
    const { page, file, power } = await openOverdrawn();
    await waive(page, power, REASON, NAME);
    await saved(page);
    expect(readDesignFile(file).waivers.size).toBe(1);
    await drawing(page).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => readDesignFile(file).waivers.size).toBe(0);
    await page.keyboard.press('Control+Shift+z');
    await expect.poll(() => readDesignFile(file).waivers.size).toBe(1);
  });

  it('that nothing needs any more is listed, and can be removed', async () => {
    const { page, file, power } = await openOverdrawn();
    await waive(page, power, REASON, NAME);
    await moveToRack(page, 'gpu-1', 'A02');
    await showWaived(page);
    const findings = panel(page, 'findings');
    await findings.getByText(say('panels.findings.unneeded', { count: 1 })).waitFor();
    await press(page, 'removeWaiver');
    await findings.getByText(say('panels.findings.unneeded', { count: 1 })).waitFor({
      state: 'hidden',
    });
    await saved(page);
    expect(readDesignFile(file).waivers.size).toBe(0);
  });
});

describe('the list of findings', () => {
  it('is grouped as the person likes, and stays so', async () => {
    const { page, quit, userData, file, power } = await openOverdrawn();
    await page.getByRole('button', { name: grouped('rule') }).click();
    await page.getByRole('menuitemradio', { name: say('panels.findings.by.rack') }).click();
    await panel(page, 'findings').getByRole('button', { name: /^A01/, expanded: true }).waitFor();
    await quit();
    const again = await startPlenum({ args: [file], userData });
    await panel(again.page, 'findings').getByText(power.message).waitFor();
    await again.page.getByRole('button', { name: grouped('rack') }).waitFor();
  });

  it('shows only what concerns the selection', async () => {
    const { page, power } = await openOverdrawn();
    const findings = panel(page, 'findings');
    await findings.getByRole('button', { name: say('panels.findings.onlySelected') }).click();
    await findings.getByText(say('panels.findings.nothingSelected')).waitFor();
    await selectOnDrawing(page, 'A02');
    await findings.getByText(say('panels.findings.noneFit')).waitFor();
    await selectOnDrawing(page, 'A01');
    await findings.getByText(power.message).waitFor();
  });

  it('leaves out rules that are switched off', async () => {
    const { page, power } = await openOverdrawn();
    const findings = panel(page, 'findings');
    await findings
      .getByRole('button', { name: say('panels.findings.rules', { hidden: 0 }) })
      .click();
    await page.getByRole('menuitemcheckbox', { name: say('panels.rule.heat') }).click();
    await findings.getByText(power.message).waitFor({ state: 'hidden' });
    await page.getByRole('menuitem', { name: say('panels.findings.allRules') }).click();
    await findings.getByText(power.message).waitFor();
  });
});

async function openOverdrawn() {
  const design = overdrawn();
  const file = designFile(design, 'Overdrawn');
  const { findings } = analyse(design);
  const power = findings.find(({ id }) => id.endsWith(':power'))!;
  const plenum = await startPlenum({ args: [file] });
  await drawing(plenum.page).waitFor({ state: 'attached' });
  await panel(plenum.page, 'findings').getByText(power.message).waitFor();
  return { ...plenum, file, power, before: countFindings(findings) };
}

function grouped(by: string): string {
  return say('panels.findings.grouping', { by: say(`panels.findings.by.${by}`) });
}

/** The day on the calendar here. */
function today(): string {
  return new Intl.DateTimeFormat('sv', { dateStyle: 'short' }).format(new Date());
}

async function openFinding(page: Page, { message }: Finding): Promise<void> {
  await panel(page, 'findings').getByRole('button', { name: message }).click();
}

async function waive(page: Page, finding: Finding, reason: string, name: string): Promise<void> {
  await openFinding(page, finding);
  await press(page, 'waive');
  const dialog = page.getByRole('dialog');
  await reasonField(dialog).fill(reason);
  await nameField(dialog).fill(name);
  await dialog.getByRole('button', { name: say('app.waive.act') }).click();
  await dialog.waitFor({ state: 'hidden' });
}

function reasonField(dialog: Locator): Locator {
  return dialog.getByRole('textbox', { name: say('app.waive.reason') });
}

function nameField(dialog: Locator): Locator {
  return dialog.getByRole('textbox', { name: say('app.waive.by') });
}

async function press(page: Page, button: string): Promise<void> {
  await panel(page, 'findings')
    .getByRole('button', { name: say(`panels.findings.${button}`), exact: true })
    .click();
}

async function showWaived(page: Page): Promise<void> {
  await panel(page, 'findings')
    .getByRole('button', { name: say('panels.findings.waived') })
    .click();
}

/** Waits until the status bar counts so many open warnings. */
async function counted(page: Page, count: number): Promise<void> {
  const told = say('panels.severity.warning.count', { count });
  await statusBar(page).getByRole('button', { name: told }).waitFor();
}

async function selectOnDrawing(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  await palette.getByRole('combobox').fill(name);
  await palette.getByRole('option').filter({ hasText: name }).first().click();
  await palette.waitFor({ state: 'hidden' });
}

async function moveToRack(page: Page, device: string, rack: string): Promise<void> {
  await selectOnDrawing(page, device);
  await panel(page, 'inspector')
    .getByRole('combobox', { name: say('panels.field.rack') })
    .click();
  await page.getByRole('option', { name: rack }).click();
}

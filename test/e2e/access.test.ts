/** The window as assistive technology has it: axe on every screen and dialog, light and dark, and the mirror. */
import type { ElectronApplication, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { say } from '../../shared/text/index.ts';
import { click, deviceSpot, titleSpot } from './aim.ts';
import { violations } from './axe.ts';
import { chooseMenu, deviceNamed, drawing, libraryType, panel, rackNamed } from './hands.ts';
import { cabled, inMyLibrary, SWITCH, shorter } from './my-library.ts';
import { answerDialogs, scratchFolder, startPlenum } from './plenum-app.ts';
import { renameFound, specButton, specField } from './spec-dialog.ts';
import { designFile, openTwoRacks } from './two-racks.ts';

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  it('has nothing to find on the start screen', async () => {
    const { app, page } = await startPlenum();
    await page.getByRole('button', { name: say('app.start.new') }).waitFor();
    await wear(app, page, theme);
    expect(await violations(page)).toEqual([]);
  });

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

  it('has nothing to find with a rack or a device in the inspector, or a menu open', async () => {
    const { app, page, onDisk } = await openTwoRacks();
    await wear(app, page, theme);
    const design = await onDisk();
    await click(page, await titleSpot(page, design, rackNamed(design, 'A01')));
    await panel(page, 'inspector').getByText(say('panels.inspector.limits')).waitFor();
    expect(await violations(page)).toEqual([]);
    const leaf = await deviceSpot(page, design, deviceNamed(design, 'leaf-1'));
    await page.mouse.click(leaf.x, leaf.y, { button: 'right' });
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

  it('has nothing to find where a faceplate is drawn', async () => {
    const { app, page, onDisk } = await openTwoRacks();
    await wear(app, page, theme);
    const design = await onDisk();
    const leaf = await deviceSpot(page, design, deviceNamed(design, 'leaf-1'));
    await page.mouse.dblclick(leaf.x, leaf.y);
    await page.getByRole('region', { name: say('face.bar') }).waitFor();
    expect(await violations(page)).toEqual([]);
    await drawing(page).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Tab');
    await panel(page, 'inspector').getByText(say('face.part.title')).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Control+d');
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menu').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await chooseMenu(page, 'faceplate', 'faceplate.export');
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('has nothing to find in the library, its menu, and where types differ', async () => {
    const userData = scratchFolder();
    inMyLibrary(userData, shorter(), { ...SWITCH, id: 'own:x', model: 'Acme X' });
    const { app, page } = await startPlenum({ userData, args: [designFile(cabled())] });
    await wear(app, page, theme);
    await libraryType(page, 'Acme X').waitFor();
    await panel(page, 'library')
      .getByRole('button', { name: say('library.help') })
      .click();
    expect(await violations(page)).toEqual([]);
    await libraryType(page, 'QM9700').click({ button: 'right' });
    const source = say('library.from.own');
    const difference = page
      .getByRole('menu')
      .getByText(say('library.act.difference', { source }), { exact: true });
    await difference.waitFor();
    expect(await violations(page)).toEqual([]);
    await difference.click();
    const update = say('library.choose.looking.update', { source });
    await page.getByRole('dialog').getByRole('radio', { name: update }).check();
    await page.getByRole('region', { name: say('library.vanishing.title') }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('has nothing to find where a cluster is specified, refused, and changed', async () => {
    const { app, page } = await startPlenum();
    await page.getByRole('button', { name: say('app.start.new') }).click();
    await wear(app, page, theme);
    await chooseMenu(page, 'file', 'cluster.new');
    await specField(page, 'node.perRack').fill('9');
    await specField(page, 'node.count').fill('4');
    await page.getByText(say('app.cluster.refused')).waitFor();
    expect(await violations(page)).toEqual([]);
    await specField(page, 'node.perRack').fill('');
    await page.keyboard.press('Tab');
    await expect.poll(() => specButton(page, 'app.cluster.build').isEnabled()).toBe(true);
    await page.getByText(say('app.cluster.checking')).waitFor({ state: 'hidden' });
    expect(await violations(page)).toEqual([]);
    await specButton(page, 'app.cluster.build').click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await renameFound(page, 'node-0002', 'burn-in');
    await chooseMenu(page, 'file', 'cluster.change');
    await specField(page, 'names.node').fill('gpu-{n}');
    await expect.poll(() => specButton(page, 'app.cluster.compare').isEnabled()).toBe(true);
    await specButton(page, 'app.cluster.compare').click();
    await page
      .getByText(say('app.cluster.review.why.edited', { fields: 'name', names: '' }))
      .waitFor();
    expect(await violations(page)).toEqual([]);
  });

  it('has nothing to find in its dialogs', async () => {
    const { app, page } = await openTwoRacks();
    await wear(app, page, theme);
    const dialogs = [
      ['rack', 'rack.addWithDialog'],
      ['faceplate', 'faceplate.new'],
      ['file', 'file.versions'],
      ['file', 'file.exportPdf'],
      ['file', 'file.exportPicture'],
      ['file', 'app.settings'],
      ['edit', 'app.palette'],
      ['help', 'app.shortcuts'],
      ['help', 'app.about'],
    ] as const;
    for (const [menu, command] of dialogs) {
      await chooseMenu(page, menu, command);
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      if (command === 'file.exportPdf') await dialog.getByText(/^Page 1 of/).waitFor();
      expect(await violations(page), command).toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
    }
    await answerDialogs(app, ['/nowhere/absent.plenum']);
    await chooseMenu(page, 'file', 'file.open');
    await page.getByRole('dialog', { name: say('app.error.open') }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

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
});

/** Light or dark as the system says; the page follows. */
async function wear(app: ElectronApplication, page: Page, theme: 'light' | 'dark'): Promise<void> {
  await app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source;
  }, theme);
  await page.locator(`html[data-mantine-color-scheme="${theme}"]`).waitFor({ state: 'attached' });
}

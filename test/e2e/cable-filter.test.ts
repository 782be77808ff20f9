/** Which cables are shown, through the window: by colour, by kind, by finding, and from one end to the other. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createDesignFile } from '../../electron/storage/design-file.ts';
import { cablesByRule } from '../../renderer/editor/cable-filter.ts';
import { analyse } from '../../shared/analysis/index.ts';
import { buildSample } from '../../shared/samples/index.ts';
import { say } from '../../shared/text/index.ts';
import { chooseMenu, saved } from './hands.ts';
import { type PlenumApp, scratchFolder, startPlenum } from './plenum-app.ts';

const unit = buildSample('superpod-su');
const all = unit.cables.size;
const ofRail = (rail: number) => [...unit.cables.values()].filter((each) => each.rail === rail);

async function openUnit(): Promise<PlenumApp> {
  const file = path.join(scratchFolder(), 'unit.plenum');
  createDesignFile(file, unit);
  const app = await startPlenum({ args: [file] });
  await saved(app.page);
  return app;
}

/** The line that says how many of the cables are shown. */
const showing = (page: Page, shown: number) =>
  page.getByText(say('cables.filter.showing', { shown, all }));

async function zoomOf(page: Page): Promise<number> {
  return Number((await page.locator('[data-camera]').getAttribute('data-camera'))?.split(' ')[2]);
}

describe('what is shown of the cables', () => {
  it('is chosen in the legend of their colours, for the racks and the table at once', async () => {
    const { page } = await openUnit();
    await chooseMenu(page, 'overlay', 'view.cableLegend');
    const legend = page.getByRole('region', { name: say('cables.legend.title') });
    await legend.getByText(say('cables.column.rail'), { exact: true }).click();
    const rail = legend.getByRole('button', { name: say('cables.legend.rail', { rail: 3 }) });
    await rail.click();
    const { length } = ofRail(3);
    await showing(page, length).waitFor();
    expect(await rail.getAttribute('aria-pressed')).toBe('true');
    await page.getByText(say('cables.others.hidden')).click();
    await chooseMenu(page, 'view', 'view.cableTable');
    const table = page.getByTestId('findings');
    await table.getByText(say('cables.shown', { shown: length, all }), { exact: true }).waitFor();
    await page.getByRole('button', { name: say('editor.command.cable.showAll') }).click();
    await showing(page, length).waitFor({ state: 'hidden' });
    await table.getByText(say('cables.shown', { shown: all, all }), { exact: true }).waitFor();
    await page.keyboard.press('Control+z');
    await legend.getByRole('button', { name: say('catalog.medium.mmf') }).waitFor();
  });

  it('is what is like the selected cable, whose ends a key reaches', async () => {
    const { page } = await openUnit();
    await chooseMenu(page, 'view', 'view.cableTable');
    const grid = page.getByRole('grid');
    await grid.getByRole('rowheader').first().click();
    const [cable] = unit.cables.values();
    await chooseMenu(page, 'overlay', 'cable.onlyRail');
    await showing(page, ofRail(cable!.rail ?? -1).length).waitFor();
    await chooseMenu(page, 'cable', 'cable.goToA');
    expect(await zoomOf(page)).toBeGreaterThanOrEqual(1);
    const atA = await page.locator('[data-camera]').getAttribute('data-camera');
    await chooseMenu(page, 'cable', 'cable.goToB');
    expect(await page.locator('[data-camera]').getAttribute('data-camera')).not.toBe(atA);
    await chooseMenu(page, 'overlay', 'cable.showAll');
    await chooseMenu(page, 'overlay', 'cable.onlyFindings');
    await showing(page, 64).waitFor();
    await chooseMenu(page, 'overlay', 'cable.showAll');
    await onlyReach(page);
  });
});

/** Chooses the rule of reach in the menu of the filter, which counts its cables, and takes it back in the palette. */
async function onlyReach(page: Page): Promise<void> {
  const named = cablesByRule(analyse(unit).findings);
  const [rule, ids] = [...named].find(([each]) => each !== 'any')!;
  const words = say(`panels.rule.${rule}`);
  const table = page.getByTestId('findings');
  await table.getByRole('button', { name: say('cables.filter.title') }).click();
  await page.getByRole('menuitemcheckbox', { name: `${words} ${ids.size}` }).click();
  await showing(page, ids.size).waitFor();
  await page.keyboard.press('Escape');
  await table.getByText(say('cables.shown', { shown: ids.size, all }), { exact: true }).waitFor();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog');
  const name = say('editor.onlyRule', { rule: words });
  await palette.getByRole('combobox').fill(name);
  await palette.getByRole('option').filter({ hasText: name }).first().click();
  await showing(page, ids.size).waitFor({ state: 'hidden' });
}

/** The plan of the floor through the window: a leaf's rack is moved, lengths follow; one zoom from the room to a port. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readDesignFile } from '../../electron/storage/design-file.ts';
import { analyse } from '../../shared/analysis/index.ts';
import type { CableRow } from '../../shared/analysis/types.ts';
import type { Design } from '../../shared/model/design.ts';
import { startDraft } from '../../shared/samples/draft.ts';
import { say } from '../../shared/text/index.ts';
import { drag, portSpot } from './aim.ts';
import { violations } from './axe.ts';
import { contentOf } from './disk.ts';
import { chooseMenu, drawing, only, panel, saved, statusBar } from './hands.ts';
import { middleOf, planSpot, wheelUntil } from './plan-hands.ts';
import { startPlenum } from './plenum-app.ts';
import { designFile } from './two-racks.ts';

/** A node and its leaf in two racks side by side, and copper that reaches from one to the other. */
function nodeAndLeaf(): Design {
  const draft = startDraft('Node and leaf');
  const first = draft.rack('A01', { widthMm: 600, maxPowerW: 20_000 });
  const second = draft.rack('A02', { widthMm: 600, maxPowerW: 20_000 });
  const low = draft.device(first, { name: 'leaf-1', type: 'nvidia-qm9700', u: 40, face: 'front' });
  const high = draft.device(second, {
    name: 'leaf-2',
    type: 'nvidia-qm9700',
    u: 40,
    face: 'front',
  });
  const end = (deviceId: string) => [{ deviceId, portId: 'osfp-1.1' }];
  draft.cable({ medium: 'acc', fabric: 'compute', a: end(low.id), b: end(high.id) });
  return draft.build();
}

async function openPlan() {
  const file = designFile(nodeAndLeaf(), 'Node and leaf');
  const { page } = await startPlenum({ args: [file] });
  await drawing(page).waitFor({ state: 'attached' });
  await saved(page);
  const onDisk = async (): Promise<Design> => {
    await saved(page);
    return readDesignFile(file);
  };
  await page.keyboard.press('p');
  await page.getByTestId('plan').waitFor();
  return { page, onDisk };
}

function rowOf(design: Design): CableRow {
  const [row] = analyse(design).cables;
  if (!row) throw new Error('there is no cable');
  return row;
}

describe('the plan', () => {
  it('moves a rack; length, verdict and findings follow; undo puts all of it back', async () => {
    const { page, onDisk } = await openPlan();
    const before = await onDisk();
    expect(rowOf(before).verdict).toBe('ok');
    await chooseMenu(page, 'view', 'view.cableTable');
    const grid = page.getByRole('grid');
    const cells = grid.getByRole('row').filter({ hasText: say('panels.verdict.ok') });
    await cells.first().waitFor();

    const from = middleOf(before, 'A02');
    await page.keyboard.press('Shift+1');
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('Control+-');
    await drag(
      page,
      await planSpot(page, from),
      await planSpot(page, { ...from, x: from.x + 6000 }),
    );
    const after = await onDisk();
    expect(middleOf(after, 'A02')).toEqual({ x: from.x + 6000, y: from.y });
    expect(middleOf(after, 'A01')).toEqual(middleOf(before, 'A01'));
    const longer = rowOf(after);
    expect(longer.requiredM ?? 0).toBeGreaterThan((rowOf(before).requiredM ?? 0) + 5.9);
    expect(longer.verdict).toBe('over');
    await grid
      .getByRole('row')
      .filter({ hasText: say('panels.verdict.over') })
      .filter({ hasText: String(longer.lengthM) })
      .waitFor();
    const gap = panel(page, 'inspector').getByRole('textbox', { name: say('plan.field.gap') });
    await expect.poll(() => gap.inputValue()).toBe('6000 mm');

    await page.keyboard.press('Control+z');
    await cells.first().waitFor();
    expect(contentOf(await onDisk())).toEqual(contentOf(before));
  });

  it('refuses a place where a column stands, in words, and draws and finds what is on the floor', async () => {
    const { page, onDisk } = await openPlan();
    await page.keyboard.press('Control+-');
    await page.keyboard.press('Control+-');
    await page.keyboard.press('Control+-');
    await chooseMenu(page, 'plan', 'plan.draw.column');
    const corner = { x: 3000, y: -1200 };
    await drag(page, await planSpot(page, corner), await planSpot(page, { x: 3600, y: -600 }));
    const column = only((await onDisk()).areas);
    expect(column).toMatchObject({ purpose: 'column', xMm: 3000, widthMm: 600 });
    const inspector = panel(page, 'inspector');
    const width = inspector.getByRole('textbox', { name: say('plan.field.width') });
    await width.fill('80 cm');
    await width.press('Enter');
    expect(only((await onDisk()).areas).widthMm).toBe(800);
    const rack = middleOf(await onDisk(), 'A02');
    await drag(page, await planSpot(page, rack), await planSpot(page, { x: 3300, y: -700 }));
    await page
      .getByText(/stands in the column/)
      .first()
      .waitFor();
    expect(middleOf(await onDisk(), 'A02')).toEqual(rack);

    await page.keyboard.press('Alt+Shift+B');
    const dialog = page.getByRole('dialog');
    const perRow = dialog.getByRole('textbox', { name: say('plan.block.racksPerRow') });
    await perRow.fill('6');
    await perRow.press('Tab');
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: say('plan.block.add', { count: 12 }) }).click();
    await dialog.waitFor({ state: 'hidden' });
    await expect.poll(async () => (await onDisk()).racks.size).toBe(14);

    await page.keyboard.press('e');
    await page.getByTestId('canvas').waitFor();
    await page.keyboard.press('Control+f');
    await page.getByRole('dialog').getByRole('combobox').fill(column.name);
    await page.keyboard.press('Enter');
    await page.getByTestId('plan').waitFor();
    await width.waitFor();
  });

  it('copies, pastes and duplicates columns, and changes several at once, each as one step', async () => {
    const { page, onDisk } = await openPlan();
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('Control+-');
    await chooseMenu(page, 'plan', 'plan.draw.column');
    await drag(
      page,
      await planSpot(page, { x: 3000, y: -1200 }),
      await planSpot(page, { x: 3600, y: -600 }),
    );
    const one = only((await onDisk()).areas);
    await page.keyboard.press('Control+d');
    await page.keyboard.press('Control+c');
    const there = await planSpot(page, { x: 6300, y: 2100 });
    await page.mouse.move(there.x, there.y);
    await page.keyboard.press('Control+v');
    await expect.poll(async () => (await onDisk()).areas.size).toBe(3);
    const names = [...(await onDisk()).areas.values()].map(({ name }) => name);
    expect(new Set(names).size).toBe(3);
    const corners = [...(await onDisk()).areas.values()].map(({ xMm, yMm }) => [xMm, yMm]);
    expect(corners).toEqual([
      [one.xMm, one.yMm],
      [one.xMm + 600, one.yMm + 600],
      [6000, 1800],
    ]);

    const spot = await planSpot(page, { x: 6300, y: 2100 });
    await page.mouse.click(spot.x, spot.y, { button: 'right' });
    await page.getByRole('menu').getByText(say('plan.selectAlike'), { exact: true }).click();
    const inspector = panel(page, 'inspector');
    await inspector.getByText(say('plan.inspector.areas', { count: 3 })).waitFor();
    const across = inspector.getByRole('textbox', { name: say('plan.field.x') });
    expect(await across.getAttribute('placeholder')).toBe(say('panels.mixed'));
    const width = inspector.getByRole('textbox', { name: say('plan.field.width') });
    expect(await width.inputValue()).toBe('600 mm');
    await width.fill('400');
    await width.press('Enter');
    const widths = async () => [...(await onDisk()).areas.values()].map(({ widthMm }) => widthMm);
    await expect.poll(widths).toEqual([400, 400, 400]);
    expect(await violations(page)).toEqual([]);
    await page.getByTestId('plan').click({ position: { x: 30, y: 300 } });
    await page.keyboard.press('Control+z');
    await expect.poll(widths).toEqual([600, 600, 600]);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(widths).toEqual([600]);
  });

  it('is one zoom from the room to a port and back', async () => {
    const { page, onDisk } = await openPlan();
    const design = await onDisk();
    const crumbs = page.getByRole('navigation', { name: say('plan.crumb.nav') });
    const at = await planSpot(page, middleOf(design, 'A01'));
    await page.mouse.move(at.x, at.y);
    await wheelUntil(page, -100, () => page.getByTestId('canvas').isVisible());
    await crumbs.getByRole('button', { name: 'A01', exact: true }).waitFor();

    const [device] = [...design.devices.values()];
    const ref = { deviceId: device?.id ?? '', portId: 'osfp-1.1' };
    await page.keyboard.press('Control+f');
    await page.getByRole('dialog').getByRole('combobox').fill('leaf-1');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await crumbs.getByRole('button', { name: 'leaf-1', exact: true }).waitFor();
    const port = await portSpot(page, design, ref);
    await page.mouse.click(port.x, port.y);
    await crumbs.getByRole('listitem').nth(4).waitFor();
    await wheelUntil(page, -100, async () => /[5-9]\d\d|\d{4}/.test(await zoomText(page)));

    await wheelUntil(page, 100, () => page.getByTestId('plan').isVisible());
    await page.getByTestId('plan').getByRole('tree').waitFor({ state: 'attached' });
    await crumbs.getByRole('button', { name: say('plan.crumb.row', { name: 'A' }) }).click();
    await panel(page, 'inspector')
      .getByRole('combobox', { name: say('plan.field.facing') })
      .or(panel(page, 'inspector').getByRole('textbox', { name: say('plan.field.facing') }))
      .first()
      .waitFor();
    await page.keyboard.press('Shift+P');
    await page.getByTestId('canvas').waitFor();
    expect(await page.getByTestId('plan').isVisible()).toBe(true);
    expect(await violations(page)).toEqual([]);
  });
});

async function zoomText(page: Page): Promise<string> {
  return (await statusBar(page).textContent()) ?? '';
}

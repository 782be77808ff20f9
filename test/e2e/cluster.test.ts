/** A cluster from its dialog: counted first, built as one edit or as a file, taken back, changed with hand work kept. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { analyse, summarise } from '../../shared/analysis/index.ts';
import type { Analysis } from '../../shared/analysis/types.ts';
import { CATALOG_TYPES } from '../../shared/catalog/index.ts';
import { type ClusterSpecInput, clusterSpec, planCluster } from '../../shared/cluster/index.ts';
import { planFabric } from '../../shared/fabric/index.ts';
import { floorPlan } from '../../shared/floor/floor-plan.ts';
import type { Design } from '../../shared/model/design.ts';
import { linkCount } from '../../shared/model/design-index.ts';
import type { Cable, Rack } from '../../shared/model/records.ts';
import { checkDesign } from '../../shared/rules/index.ts';
import { say } from '../../shared/text/index.ts';
import { drag, portSpot } from './aim.ts';
import { contentOf, draftOnDisk } from './disk.ts';
import { chooseMenu, deviceNamed, panel, saved } from './hands.ts';
import { middleOf, planSpot, wheelUntil } from './plan-hands.ts';
import { startPlenum } from './plenum-app.ts';
import { renameFound, specButton, specField } from './spec-dialog.ts';

const TYPES = new Map(CATALOG_TYPES.map((type) => [type.id, type]));
/** Four units of a SuperPOD, with what the dialog begins with. */
const FOUR_UNITS: ClusterSpecInput = {
  node: { type: 'catalog:nvidia-dgx-h100', count: 127 },
  racks: { perRow: 12 },
  compute: { extraPorts: 4 },
};
/** Counting and checking a thousand cables on a slow machine. */
const COUNTED_MS = 30_000;

function nodesOf(design: Design): number {
  return [...design.devices.values()].filter(({ typeId }) => typeId === FOUR_UNITS.node.type)
    .length;
}

function linksOf(design: Design): number {
  return [...design.cables.values()].reduce((sum, cable) => sum + linkCount(cable), 0);
}

async function newClusterDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: say('app.start.new') }).click();
  await saved(page);
  await chooseMenu(page, 'file', 'cluster.new');
}

/** Waits until the switches of the findings count what the analysis counts. */
async function findingsCounted(page: Page, analysis: Analysis): Promise<void> {
  const { bySeverity } = summarise(analysis).findings;
  const filter = panel(page, 'findings').getByRole('group', {
    name: say('panels.findings.filter'),
  });
  for (const severity of ['error', 'warning', 'note'] as const) {
    const title = say(`panels.severity.${severity}.count`, { count: bySeverity[severity] });
    await filter.getByTitle(title, { exact: true }).waitFor({ timeout: COUNTED_MS });
  }
}

function rackOf(design: Design, device: string): Rack {
  const rack = design.racks.get(deviceNamed(design, device).rackId);
  if (!rack) throw new Error(`${device} stands nowhere`);
  return rack;
}

function requiredM(analysis: Analysis, { id }: Cable): number {
  return analysis.cables.find((row) => row.id === id)?.requiredM ?? Number.NaN;
}

describe('a cluster', () => {
  it('is generated, its leaf rack is moved in the plan and back, and one zoom leads to a port and out again', async () => {
    const { page, userData } = await startPlenum();
    await newClusterDialog(page);
    const empty = draftOnDisk(userData);
    const dialog = page.getByRole('dialog');
    await specField(page, 'node.perRack').fill('9');
    await specField(page, 'node.count').fill('127');
    const refused = dialog.locator('[data-field="node.perRack"]').getByText(/^node\.perRack is 9/);
    await refused.waitFor();
    expect(await specButton(page, 'app.cluster.build').isDisabled()).toBe(true);
    await specField(page, 'node.perRack').fill('');
    await specField(page, 'fabric.extraPorts').fill('4');
    await page.keyboard.press('Tab');
    const plan = planCluster(clusterSpec(FOUR_UNITS), TYPES);
    const counted = { cables: plan.cableCount, links: plan.linkCount };
    await dialog
      .getByText(say('app.cluster.cablesAndLinks', counted))
      .waitFor({ timeout: COUNTED_MS });
    const nodes = say('app.cluster.number', { value: 127 });
    await dialog.getByRole('row', { name: `DGX H100 ${nodes}` }).waitFor();
    await specButton(page, 'app.cluster.build').click();
    await dialog.waitFor({ state: 'hidden', timeout: COUNTED_MS });
    await saved(page);

    const built = draftOnDisk(userData);
    const fabric = planFabric({
      nodes: 127,
      nodesPerUnit: 32,
      railsPerNode: 8,
      switchPorts: 64,
      extraNodePorts: 4,
    });
    const tier = (name: string): number =>
      [...built.devices.values()].filter((device) => device.name.startsWith(`compute-${name}-`))
        .length;
    expect([nodesOf(built), tier('leaf'), tier('spine')]).toEqual([127, fabric.leaf, fabric.spine]);
    expect(linksOf(built)).toBe(fabric.nodeLeafCables + fabric.leafSpineCables);
    expect([built.cables.size, built.clusters.size]).toEqual([plan.cableCount, 1]);
    expect(checkDesign(built)).toEqual([]);
    const before = analyse(built);
    await findingsCounted(page, before);

    // The rack goes to the end of its row, half a row away.
    const leaf = deviceNamed(built, 'compute-leaf-001');
    const rack = rackOf(built, leaf.name);
    const boxes = [...floorPlan(built).racks.values()];
    const beyond = Math.max(...boxes.map(({ box }) => box.x + box.width)) + 2400;
    await chooseMenu(page, 'view', 'view.plan');
    await page.getByTestId('plan').waitFor();
    await page.getByTestId('plan').getByRole('tree').focus();
    await page.keyboard.press('Shift+1');
    await page.keyboard.press('Control+-');
    const from = middleOf(built, rack.name);
    const to = await planSpot(page, { ...from, x: beyond });
    await drag(page, await planSpot(page, from), to);
    await saved(page);
    const moved = draftOnDisk(userData);
    expect(middleOf(moved, rack.name).x).toBeGreaterThan(from.x + 2000);
    const after = analyse(moved);
    const cable = [...moved.cables.values()].find(({ ends }) => ends.b[0]?.deviceId === leaf.id);
    if (!cable) throw new Error('no cable ends at the leaf');
    expect(requiredM(after, cable)).toBeGreaterThan(requiredM(before, cable) + 1);
    await findingsCounted(page, after);

    await page.keyboard.press('Control+z');
    await findingsCounted(page, before);
    await saved(page);
    expect(contentOf(draftOnDisk(userData))).toEqual(contentOf(built));

    const crumbs = page.getByRole('navigation', { name: say('plan.crumb.nav') });
    const middle = await planSpot(page, from);
    await page.mouse.move(middle.x, middle.y);
    await wheelUntil(page, -100, () => page.getByTestId('canvas').isVisible());
    await crumbs.getByRole('button', { name: rack.name, exact: true }).waitFor();
    await page.keyboard.press('Control+f');
    await page.getByRole('dialog').getByRole('combobox').fill(leaf.name);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    const ref = cable.ends.b[0];
    if (!ref) throw new Error('the cable has no end');
    const port = await portSpot(page, built, ref);
    await page.mouse.click(port.x, port.y);
    await crumbs.getByRole('listitem').nth(4).waitFor();
    await wheelUntil(page, 100, () => page.getByTestId('plan').isVisible());

    await page.keyboard.press('Control+z');
    await saved(page);
    expect(contentOf(draftOnDisk(userData))).toEqual(contentOf(empty));
    await page.keyboard.press('Control+Shift+z');
    await saved(page);
    expect(contentOf(draftOnDisk(userData))).toEqual(contentOf(built));
  }, 120_000);

  it('is changed around what was edited by hand', async () => {
    const { page, userData } = await startPlenum();
    await newClusterDialog(page);
    await specField(page, 'node.count').fill('6');
    await page.keyboard.press('Tab');
    await expect.poll(() => specButton(page, 'app.cluster.build').isEnabled()).toBe(true);
    await specButton(page, 'app.cluster.build').click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await renameFound(page, 'node-0005', 'burn-in');
    await chooseMenu(page, 'file', 'cluster.change');
    await specField(page, 'node.count').fill('9');
    await page.keyboard.press('Tab');
    await expect.poll(() => specButton(page, 'app.cluster.compare').isEnabled()).toBe(true);
    await specButton(page, 'app.cluster.compare').click();
    await specButton(page, 'app.cluster.review.apply').click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await saved(page);
    const changed = draftOnDisk(userData);
    const spec = clusterSpec({
      ...FOUR_UNITS,
      node: { ...FOUR_UNITS.node, count: 9 },
      compute: {},
    });
    expect([nodesOf(changed), linksOf(changed)]).toEqual([9, planCluster(spec, TYPES).linkCount]);
    expect(checkDesign(changed)).toEqual([]);
    const names = [...changed.devices.values()].map(({ name }) => name);
    expect([names.includes('burn-in'), names.includes('node-0005')]).toEqual([true, false]);
    await page.keyboard.press('Control+z');
    await saved(page);
    expect(nodesOf(draftOnDisk(userData))).toBe(6);
  }, 60_000);

  it('is made as a design of its own, and nothing is left of one that is stopped', async () => {
    const { app, page, userData } = await startPlenum();
    const sample = say('catalog.sample.cluster-10k');
    await page.getByRole('button', { name: sample }).click();
    await page
      .getByRole('dialog', { name: say('app.making', { name: sample }) })
      .getByRole('button', { name: say('app.dialog.cancel') })
      .click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await newClusterDialog(page);
    const dialog = page.getByRole('dialog');
    await specField(page, 'node.count').fill('1280');
    await page.keyboard.press('Tab');
    const hint = dialog.getByText(say('app.cluster.largeHint'));
    await hint.waitFor({ timeout: COUNTED_MS });
    const drafts = path.join(userData, 'drafts');
    const there = readdirSync(drafts).toSorted();
    await specButton(page, 'app.cluster.makeFile').click();
    const making = page.getByRole('dialog', { name: say('app.making', { name: 'Cluster' }) });
    await making.getByRole('button', { name: say('app.dialog.cancel') }).click();
    await specButton(page, 'app.cluster.makeFile').waitFor();
    expect(readdirSync(drafts).toSorted()).toEqual(there);
    expect(await specField(page, 'node.count').inputValue()).toBe('1280');

    await specField(page, 'node.count').fill('256');
    await page.keyboard.press('Tab');
    await hint.waitFor({ state: 'hidden' });
    const file = specButton(page, 'app.cluster.makeFile');
    await expect.poll(() => file.isEnabled(), { timeout: COUNTED_MS }).toBe(true);
    await file.click();
    const title = (): Promise<string> =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '');
    await expect.poll(title, { timeout: COUNTED_MS }).toMatch(/^Cluster/);
    await saved(page);
    const made = draftOnDisk(userData);
    expect([nodesOf(made), made.settings.name]).toEqual([256, 'Cluster']);
    await renameFound(page, 'node-0007', 'first edit');
    expect(deviceNamed(draftOnDisk(userData), 'first edit').locked).toBe(false);
  }, 90_000);
});

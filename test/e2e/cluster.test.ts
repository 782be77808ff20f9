/** A cluster from its dialog: counted first, built as one edit, taken back and done again, changed with hand work kept. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { CATALOG_TYPES } from '../../shared/catalog/index.ts';
import { type ClusterSpecInput, clusterSpec, planCluster } from '../../shared/cluster/index.ts';
import { planFabric } from '../../shared/fabric/index.ts';
import type { Design } from '../../shared/model/design.ts';
import { linkCount } from '../../shared/model/design-index.ts';
import { checkDesign } from '../../shared/rules/index.ts';
import { say } from '../../shared/text/index.ts';
import { contentOf, draftOnDisk } from './disk.ts';
import { chooseMenu, saved } from './hands.ts';
import { startPlenum } from './plenum-app.ts';

const TYPES = new Map(CATALOG_TYPES.map((type) => [type.id, type]));
/** Four units of a SuperPOD, with what the dialog begins with. */
const FOUR_UNITS: ClusterSpecInput = {
  node: { type: 'catalog:nvidia-dgx-h100', count: 127 },
  racks: { perRow: 12 },
  compute: { extraPorts: 4 },
};
/** Counting and checking a thousand cables on a slow machine. */
const COUNTED_MS = 30_000;

function field(dialog: Locator, path: string): Locator {
  return dialog.getByLabel(say(`app.cluster.field.${path}`), { exact: true });
}

function button(page: Page, key: string): Locator {
  return page.getByRole('dialog').getByRole('button', { name: say(key), exact: true });
}

function nodesOf(design: Design): number {
  return [...design.devices.values()].filter(({ typeId }) => typeId === FOUR_UNITS.node.type)
    .length;
}

function linksOf(design: Design): number {
  return [...design.cables.values()].reduce((sum, cable) => sum + linkCount(cable), 0);
}

describe('a cluster', () => {
  it('is counted, built, taken back, done again, and changed around what was edited by hand', async () => {
    const { page, userData } = await startPlenum();
    await page.getByRole('button', { name: say('app.start.new') }).click();
    await saved(page);
    const empty = draftOnDisk(userData);
    await chooseMenu(page, 'file', 'cluster.new');
    const dialog = page.getByRole('dialog');

    await field(dialog, 'node.perRack').fill('9');
    await field(dialog, 'node.count').fill('127');
    await dialog
      .locator('[data-field="node.perRack"]')
      .getByText(/^node\.perRack is 9/)
      .waitFor();
    expect(await button(page, 'app.cluster.build').isDisabled()).toBe(true);
    await field(dialog, 'node.perRack').fill('');
    await field(dialog, 'fabric.extraPorts').fill('4');
    await page.keyboard.press('Tab');

    const plan = planCluster(clusterSpec(FOUR_UNITS), TYPES);
    const cables = say('app.cluster.cablesAndLinks', {
      cables: plan.cableCount,
      links: plan.linkCount,
    });
    await dialog.getByText(cables).waitFor({ timeout: COUNTED_MS });
    await dialog
      .getByRole('row', { name: `DGX H100 ${say('app.cluster.number', { value: 127 })}` })
      .waitFor();
    await button(page, 'app.cluster.build').click();
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

    await page.keyboard.press('Control+z');
    await saved(page);
    expect(contentOf(draftOnDisk(userData))).toEqual(contentOf(empty));
    await page.keyboard.press('Control+Shift+z');
    await saved(page);
    expect(contentOf(draftOnDisk(userData))).toEqual(contentOf(built));

    await rename(page, 'node-0005', 'burn-in');
    await chooseMenu(page, 'file', 'cluster.change');
    await field(dialog, 'node.count').fill('159');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => button(page, 'app.cluster.compare').isEnabled(), { timeout: COUNTED_MS })
      .toBe(true);
    await button(page, 'app.cluster.compare').click();
    await button(page, 'app.cluster.review.apply').click({ timeout: COUNTED_MS });
    await saved(page);
    const changed = draftOnDisk(userData);
    expect(nodesOf(changed)).toBe(159);
    expect(checkDesign(changed)).toEqual([]);
    expect(linksOf(changed)).toBe(
      planCluster(clusterSpec({ ...FOUR_UNITS, node: { ...FOUR_UNITS.node, count: 159 } }), TYPES)
        .linkCount,
    );
    const names = [...changed.devices.values()].map(({ name }) => name);
    expect([names.includes('burn-in'), names.includes('node-0005')]).toEqual([true, false]);
    await page.keyboard.press('Control+z');
    await saved(page);
    expect(nodesOf(draftOnDisk(userData))).toBe(127);
  }, 90_000);
});

/** Finds a device by its name and calls it otherwise. */
async function rename(page: Page, name: string, next: string): Promise<void> {
  await page.keyboard.press('Control+f');
  await page.keyboard.type(name);
  await page.getByRole('option', { name }).first().click();
  await page.keyboard.press('F2');
  await page.keyboard.type(next);
  await page.keyboard.press('Enter');
  await saved(page);
}

/** A cluster from its dialog: counted first, built as one edit, taken back and done again, changed with hand work kept. */
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

describe('a cluster', () => {
  it('is counted, built, taken back, done again, and changed around what was edited by hand', async () => {
    const { page, userData } = await startPlenum();
    await page.getByRole('button', { name: say('app.start.new') }).click();
    await saved(page);
    const empty = draftOnDisk(userData);
    await chooseMenu(page, 'file', 'cluster.new');
    const dialog = page.getByRole('dialog');

    await specField(page, 'node.perRack').fill('9');
    await specField(page, 'node.count').fill('127');
    await dialog
      .locator('[data-field="node.perRack"]')
      .getByText(/^node\.perRack is 9/)
      .waitFor();
    expect(await specButton(page, 'app.cluster.build').isDisabled()).toBe(true);
    await specField(page, 'node.perRack').fill('');
    await specField(page, 'fabric.extraPorts').fill('4');
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

    await page.keyboard.press('Control+z');
    await saved(page);
    expect(contentOf(draftOnDisk(userData))).toEqual(contentOf(empty));
    await page.keyboard.press('Control+Shift+z');
    await saved(page);
    expect(contentOf(draftOnDisk(userData))).toEqual(contentOf(built));

    await renameFound(page, 'node-0005', 'burn-in');
    await chooseMenu(page, 'file', 'cluster.change');
    await specField(page, 'node.count').fill('159');
    await page.keyboard.press('Tab');
    await expect
      .poll(() => specButton(page, 'app.cluster.compare').isEnabled(), { timeout: COUNTED_MS })
      .toBe(true);
    await specButton(page, 'app.cluster.compare').click();
    await specButton(page, 'app.cluster.review.apply').click({ timeout: COUNTED_MS });
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

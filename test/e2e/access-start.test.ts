/** The start screen and the cluster dialog as assistive technology has them: axe on each, light and dark. */
import { expect, it } from 'vitest';
import { say } from '../../shared/text/index.ts';
import { lookAround } from './axe.ts';
import { chooseMenu } from './hands.ts';
import { startPlenum } from './plenum-app.ts';
import { renameFound, specButton, specField } from './spec-dialog.ts';

it('has nothing to find at the start, and where a cluster is specified, refused, and changed', {
  timeout: 150_000,
}, async () => {
  const plenum = await startPlenum();
  const { page } = plenum;
  const look = lookAround(plenum);
  const start = page.getByRole('button', { name: say('app.start.new') });
  await start.waitFor();
  await look('the start screen');
  await start.click();
  await chooseMenu(page, 'file', 'cluster.new');
  await specField(page, 'node.perRack').fill('9');
  await specField(page, 'node.count').fill('4');
  await page.getByText(say('app.cluster.refused')).waitFor();
  await look('a cluster that is refused');
  await specField(page, 'node.perRack').fill('');
  await page.keyboard.press('Tab');
  await expect.poll(() => specButton(page, 'app.cluster.build').isEnabled()).toBe(true);
  await page.getByText(say('app.cluster.checking')).waitFor({ state: 'hidden' });
  await look('a cluster that can be built');
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
  await look('what another cluster changes');
});

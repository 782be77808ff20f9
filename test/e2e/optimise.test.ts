/** Better places: looked for in the dialog, shown before and after, made as one edit and taken back. */
import { expect, it } from 'vitest';
import { applyDiff } from '../../shared/model/diff.ts';
import { type Optimised, optimise } from '../../shared/optimise/index.ts';
import { buildSample } from '../../shared/samples/index.ts';
import { say } from '../../shared/text/index.ts';
import { violations } from './axe.ts';
import { contentOf, draftOnDisk } from './disk.ts';
import { chooseMenu, drawing, saved } from './hands.ts';
import { startPlenum } from './plenum-app.ts';

/** What the dialog must come to: the same design, goal and seed give the same places. */
function looked(): Optimised {
  const looking = optimise(buildSample('superpod-su'), { goal: 'copper', seed: 7 });
  let step = looking.next();
  while (!step.done) step = looking.next();
  return step.value;
}

it('looks for less copper, shows both figures, moves the switches as one edit and takes it back', async () => {
  const { app, page, userData } = await startPlenum({ args: ['--sample', 'superpod-su'] });
  await drawing(page).waitFor({ state: 'attached' });
  await saved(page);
  const before = draftOnDisk(userData);
  await chooseMenu(page, 'file', 'design.optimise');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: say('optimise.goal.cost') }).check();
  await dialog.getByRole('group', { name: say('optimise.weights') }).waitFor();
  await dialog.getByRole('radio', { name: say('optimise.goal.copper') }).check();
  await dialog.getByLabel(say('optimise.seed'), { exact: true }).fill('7');
  const [racks, units] = ['optimise.move.racks', 'optimise.move.units'].map((key) =>
    dialog.getByRole('checkbox', { name: say(key) }),
  );
  const run = dialog.getByRole('button', { name: say('optimise.run') });
  await racks?.uncheck();
  await units?.uncheck();
  expect(await run.isDisabled()).toBe(true);
  await racks?.check();
  await units?.check();
  await run.click();

  const found = looked();
  const cells = [found.before, found.after]
    .map(({ copperM }) => say('optimise.metres', { value: copperM }))
    .join(' ');
  const line = dialog.getByRole('row', { name: `${say('optimise.goal.copper')} ${cells}` });
  await line.waitFor({ timeout: 30_000 });
  expect(await violations(page)).toEqual([]);
  await app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark';
  });
  await page.locator('[data-mantine-color-scheme="dark"]').waitFor();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: say('optimise.apply') }).click();
  await dialog.waitFor({ state: 'hidden' });
  await saved(page);
  const after = draftOnDisk(userData);
  expect(contentOf(after)).toEqual(contentOf(applyDiff(before, found.diff)));
  expect(contentOf(after)).not.toEqual(contentOf(before));
  await page.keyboard.press('Control+z');
  await saved(page);
  expect(contentOf(draftOnDisk(userData))).toEqual(contentOf(before));
}, 120_000);

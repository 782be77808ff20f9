/** Ids by template, and cables with several ends, through the window. */
import { expect, it } from 'vitest';
import { readDesignFile } from '../../electron/storage/design-file.ts';
import { breakType } from '../../shared/connect/fixture-breakout.ts';
import { hall } from '../../shared/connect/fixture-hall.ts';
import type { Design } from '../../shared/model/design.ts';
import { checkDesign } from '../../shared/rules/index.ts';
import { say } from '../../shared/text/index.ts';
import { contentOf } from './disk.ts';
import { chooseMenu, drawing, saved, seen } from './hands.ts';
import { startPlenum } from './plenum-app.ts';
import { designFile } from './two-racks.ts';

it('breakouts are made by a pattern, and every cable is called by a template, in one edit each', {
  timeout: 90_000,
}, async () => {
  const file = designFile(breakType(hall({ nodes: 1, leaves: 2 })), 'Hall');
  const { page } = await startPlenum({ args: [file] });
  await drawing(page).waitFor({ state: 'attached' });
  const onDisk = async (): Promise<Design> => {
    await saved(page);
    return readDesignFile(file);
  };

  await chooseMenu(page, 'cable', 'cable.connectRanges');
  const connect = page.getByRole('dialog', { name: say('app.connect.title') });
  await connect
    .getByLabel(say('app.connect.pattern'), { exact: true })
    .fill('core:c[1-2] -> edge:e[1-8]');
  await connect.getByRole('combobox', { name: say('app.connect.shape') }).click();
  await page.getByRole('option', { name: say('connect.shape.breakout', { ways: 4 }) }).click();
  await connect.getByText(say('app.connect.counts', { cables: 2, links: 8 })).waitFor();
  await connect.getByRole('button', { name: say('app.connect.run', { count: 2 }) }).click();
  const made = await onDisk();
  expect(checkDesign(made)).toEqual([]);
  const portsOf = (side: 'a' | 'b') =>
    [...made.cables.values()].map(({ ends }) => ends[side].map(({ portId }) => portId).join());
  expect(portsOf('a')).toEqual(['c1,c1,c1,c1', 'c2,c2,c2,c2']);
  expect(portsOf('b')).toEqual(['e1,e2,e3,e4', 'e5,e6,e7,e8']);

  await chooseMenu(page, 'cable', 'cable.naming');
  const naming = page.getByRole('dialog', { name: say('app.naming.title') });
  const ids = naming.getByRole('group', { name: say('app.naming.id') });
  const template = ids.getByRole('textbox', { name: say('app.naming.template') });
  const apply = naming.getByRole('button', { name: say('app.naming.apply') });
  await template.fill('X-{rack}-{what}');
  await naming.getByText(say('app.naming.unread')).waitFor();
  expect(await apply.isDisabled()).toBe(true);
  await template.fill('X-');
  await ids.getByRole('button', { name: 'n', exact: true }).click();
  expect(await template.inputValue()).toBe('X-{n}');
  await naming
    .getByRole('switch', { name: say('app.naming.renameSelected', { count: 2 }) })
    .click();
  await naming.getByText(say('app.naming.changed', { changed: 2, count: 2 })).waitFor();
  await apply.click();
  await seen(page, say('app.naming.done', { count: 2 }));
  const renamed = await onDisk();
  expect([...renamed.cables.values()].map(({ label }) => label)).toEqual(['X-1', 'X-2']);
  expect(renamed.settings.cabling.idTemplate).toBe('X-{n}');
  await page.keyboard.press('Control+z');
  await expect.poll(() => contentOf(readDesignFile(file))).toEqual(contentOf(made));
});

/** The dialogs about cables as assistive technology has them: axe on each, light and dark. */
import { it } from 'vitest';
import { say } from '../../shared/text/index.ts';
import { lookAround } from './axe.ts';
import { chooseMenu, panel } from './hands.ts';
import { startPlenum } from './plenum-app.ts';

it('has nothing to find in the dialogs about cables', { timeout: 150_000 }, async () => {
  const plenum = await startPlenum({ args: ['--sample', 'superpod-su'] });
  const { page } = plenum;
  const look = lookAround(plenum);
  await panel(page, 'findings').getByRole('listitem').nth(3).waitFor();

  await chooseMenu(page, 'cable', 'cable.connectRanges');
  const connect = page.getByRole('dialog', { name: say('app.connect.title') });
  const pattern = connect.getByLabel(say('app.connect.pattern'), { exact: true });
  await pattern.fill('dgx-[01-04]:rail1 -> leaf-1:free');
  await connect.getByRole('table').getByRole('row').nth(1).waitFor();
  await look('links by a pattern');
  await pattern.fill('dgx-[01');
  await look('a pattern that is none');
  await connect.getByText(say('app.connect.by.lists')).click();
  await connect.getByRole('group', { name: say('app.connect.side.a') }).waitFor();
  await look('links by lists');
  await page.keyboard.press('Escape');
  await connect.waitFor({ state: 'hidden' });

  await chooseMenu(page, 'cable', 'cable.naming');
  const naming = page.getByRole('dialog', { name: say('app.naming.title') });
  await naming.getByRole('switch').click();
  await naming.getByRole('table', { name: say('app.naming.renames') }).waitFor();
  await look('ids by template');
  await naming
    .getByRole('group', { name: say('app.naming.label') })
    .getByRole('textbox', { name: say('app.naming.template') })
    .fill('{nothing');
  await naming.getByText(say('app.naming.unread')).waitFor();
  await look('a template that is none');
  await page.keyboard.press('Escape');
  await naming.waitFor({ state: 'hidden' });

  for (const [command, title] of [
    ['file.found', 'app.found.title'],
    ['file.exportLists', 'app.exportLists.title'],
  ] as const) {
    await chooseMenu(page, 'file', command);
    const dialog = page.getByRole('dialog', { name: say(title) });
    await dialog.waitFor();
    await look(command);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
  }
});

/** The library as assistive technology has it: axe on it, its menu, and where types differ, light and dark. */
import { it } from 'vitest';
import { say } from '../../shared/text/index.ts';
import { lookAround } from './axe.ts';
import { libraryType, panel } from './hands.ts';
import { cabled, inMyLibrary, SWITCH, shorter } from './my-library.ts';
import { scratchFolder, startPlenum } from './plenum-app.ts';
import { designFile } from './two-racks.ts';

it('has nothing to find in the library, its menu, and where types differ', {
  timeout: 120_000,
}, async () => {
  const userData = scratchFolder();
  inMyLibrary(userData, shorter(), { ...SWITCH, id: 'own:x', model: 'Acme X' });
  const plenum = await startPlenum({ userData, args: [designFile(cabled())] });
  const { page } = plenum;
  const look = lookAround(plenum);
  await libraryType(page, 'Acme X').waitFor();
  await panel(page, 'library')
    .getByRole('button', { name: say('library.help') })
    .click();
  await look('the library with its help');
  await libraryType(page, 'QM9700').click({ button: 'right' });
  const source = say('library.from.own');
  const difference = page
    .getByRole('menu')
    .getByText(say('library.act.difference', { source }), { exact: true });
  await difference.waitFor();
  await look('the menu of a type');
  await difference.click();
  const update = say('library.choose.looking.update', { source });
  await page.getByRole('dialog').getByRole('radio', { name: update }).check();
  await page.getByRole('region', { name: say('library.vanishing.title') }).waitFor();
  await look('where types differ');
});

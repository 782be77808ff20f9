/** The comparison of media through the window: read, adopted, taken back, kept. */
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { createDesignFile, readDesignFile } from '../../electron/storage/design-file.ts';
import { type ColumnId, columnName, compareMedia, figureText } from '../../shared/compare/index.ts';
import type { MediumId } from '../../shared/model/medium.ts';
import { buildSample } from '../../shared/samples/index.ts';
import { say } from '../../shared/text/index.ts';
import { chooseMenu, saved, seen } from './hands.ts';
import { scratchFolder, startPlenum } from './plenum-app.ts';

const SAMPLE = buildSample('first-rack');

/** The first rack in a file of its own, with the comparison open. */
async function openComparison(): Promise<{ page: Page; file: string; dialog: Locator }> {
  const file = path.join(scratchFolder(), 'first.plenum');
  createDesignFile(file, SAMPLE);
  const { page } = await startPlenum({ args: [file] });
  await saved(page);
  await chooseMenu(page, 'view', 'view.compareMedia');
  const dialog = page.getByRole('dialog', { name: say('compare.title') });
  await dialog.getByRole('table').waitFor();
  return { page, file, dialog };
}

function mediaOnDisk(file: string): readonly MediumId[] {
  return [...readDesignFile(file).cables.values()].map(({ medium }) => medium).sort();
}

function act(dialog: Locator, what: 'adopt' | 'keep', column: ColumnId): Locator {
  return dialog.getByRole('button', {
    name: say(`compare.${what}.what`, { column: columnName(column) }),
    exact: true,
  });
}

describe('the comparison of media', () => {
  it('shows the figures that the command line gives, and says what is unknown', async () => {
    const { dialog } = await openComparison();
    const { columns } = compareMedia(SAMPLE);
    const line = dialog.getByRole('row').filter({ hasText: say('compare.row.picojoulesPerBit') });
    const cells = await line.getByRole('cell').allInnerTexts();
    const wanted = columns.map(({ figures }) => figureText(figures.picojoulesPerBit));
    expect(cells.map((cell) => cell.replace(say('compare.best'), '').trim())).toEqual(wanted);
    const missing = dialog.getByRole('button', { name: /Added by the medium: unknown/ });
    await missing.hover();
    await dialog
      .page()
      .getByRole('tooltip')
      .getByText(/CPO|cpo/)
      .waitFor();
  });

  it('is adopted as one edit that reaches the disk and can be taken back', async () => {
    const { page, file, dialog } = await openComparison();
    const before = mediaOnDisk(file);
    expect(before).toContain('dac');
    await act(dialog, 'adopt', 'aec').click();
    await dialog.waitFor({ state: 'hidden' });
    await seen(
      page,
      say('app.compare.adopted', { column: columnName('aec'), changed: 8, left: 0 }),
    );
    await expect
      .poll(() => mediaOnDisk(file))
      .toEqual(before.map((m) => (m === 'dac' ? 'aec' : m)).sort());
    await page.keyboard.press('Control+z');
    await expect.poll(() => mediaOnDisk(file)).toEqual(before);
    expect(readDesignFile(file).cables).toEqual(SAMPLE.cables);
  });

  it('is refused with the reason where no link takes the medium', async () => {
    const { page, file, dialog } = await openComparison();
    await act(dialog, 'adopt', 'cpo').click();
    await seen(page, /No link can take CPO/);
    expect(mediaOnDisk(file)).toContain('dac');
  });

  it('is kept as a named version beside the design, which stays as it is', async () => {
    const { page, file, dialog } = await openComparison();
    await act(dialog, 'keep', 'aoc').click();
    const field = page.getByRole('textbox', { name: say('compare.keep.name') });
    await field.waitFor();
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'hidden' });
    await act(dialog, 'keep', 'smf').click();
    await field.fill('All optics');
    await page.keyboard.press('Enter');
    await seen(page, say('app.versions.kept', { name: 'All optics' }));
    await page.keyboard.press('Escape');
    expect(mediaOnDisk(file)).toContain('dac');
    await chooseMenu(page, 'file', 'file.versions');
    const versions = page.getByRole('dialog', { name: say('app.versions.title') });
    await versions.getByText('All optics', { exact: true }).waitFor();
    // Two fibres for each of the four straight plugs, beside the cords and twisted pairs.
    await versions.getByText(/16 cables/).waitFor();
    await versions.getByRole('button', { name: say('app.versions.openCopy') }).click();
    await seen(page, /All optics/);
  });

  it('goes stale with an edit, and is made again on request', async () => {
    const { page, dialog } = await openComparison();
    await act(dialog, 'adopt', 'aoc').click();
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('Alt+m');
    await dialog.getByText(say('compare.stale')).waitFor();
    expect(await act(dialog, 'adopt', 'aec').getAttribute('aria-disabled')).toBe('true');
    await dialog.getByRole('button', { name: say('compare.again') }).click();
    await dialog.getByText(say('compare.stale')).waitFor({ state: 'hidden' });
    await expect
      .poll(() => act(dialog, 'adopt', 'aec').getAttribute('aria-disabled'))
      .toBe('false');
  });
});

/** Many cables at once: 32 nodes to 8 leaves by a pattern, looked at first, made as one edit and taken back as one. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readDesignFile } from '../../electron/storage/design-file.ts';
import { mediumName } from '../../shared/catalog/index.ts';
import { hall } from '../../shared/connect/fixture-hall.ts';
import type { Design } from '../../shared/model/design.ts';
import { checkDesign } from '../../shared/rules/index.ts';
import { say } from '../../shared/text/index.ts';
import { contentOf } from './disk.ts';
import { chooseMenu, drawing, saved } from './hands.ts';
import { startPlenum } from './plenum-app.ts';
import { designFile } from './two-racks.ts';

const PATTERN = 'dgx-[01-32]:rail{r} -> leaf-{r+1}:free';

describe('connecting ranges', () => {
  it('32 nodes go to 8 leaves by a pattern; one medium is changed; both are taken back', async () => {
    const { page, onDisk } = await openHall({ nodes: 32, leaves: 8 });
    const before = await onDisk();
    const dialog = await openDialog(page);
    await dialog.getByLabel(say('app.connect.pattern'), { exact: true }).fill(PATTERN);
    await dialog.getByLabel(say('panels.field.fabric')).fill('compute');
    await dialog.getByLabel(say('panels.field.rail')).fill('r');
    await dialog.getByText('256 cables, 256 links').waitFor();
    await dialog.getByText(say('app.connect.run', { count: 256 })).click();
    const after = await onDisk();
    expect(after.cables.size).toBe(256);
    expect(checkDesign(after)).toEqual([]);
    for (const cable of after.cables.values()) {
      const leaf = after.devices.get(cable.ends.b[0]!.deviceId)!.name;
      expect([cable.fabric, leaf]).toEqual(['compute', `leaf-${cable.rail! + 1}`]);
    }
    const bar = page.getByRole('menubar', { name: say('panels.top.menu') });
    await bar.getByText(say('editor.menu.cable'), { exact: true }).click();
    const smf = say('editor.makeMedium', { medium: mediumName('smf') });
    await page.getByRole('menu').getByText(smf, { exact: true }).click();
    expect(media(await onDisk())).toEqual({ smf: 256 });
    await page.keyboard.press('Control+z');
    expect(media(await onDisk())).toEqual({ mmf: 256 });
    await page.keyboard.press('Control+z');
    expect(contentOf(await onDisk())).toEqual(contentOf(before));
  });

  it('what stands in the way is shown first, and is left out only when somebody says so', async () => {
    const { page, onDisk } = await openHall({ nodes: 2, leaves: 2 });
    const dialog = await openDialog(page);
    const pattern = dialog.getByLabel(say('app.connect.pattern'), { exact: true });
    await pattern.fill('dgx-[01-03:rail0 -> leaf-1:free');
    await dialog.getByText('This “[” is not closed by a “]” (character 5)').waitFor();
    await pattern.fill('dgx-[01-03]:rail0 -> leaf-1:free');
    const first = dialog.getByRole('table').getByRole('row').nth(1);
    await first.getByText('No device is called dgx-03').waitFor();
    const run = dialog.getByRole('button', { name: say('app.connect.run', { count: 2 }) });
    expect(await run.isDisabled()).toBe(true);
    await dialog.getByRole('switch', { name: say('app.connect.leaveOut', { count: 1 }) }).click();
    await run.click();
    expect((await onDisk()).cables.size).toBe(2);
  });

  it('devices are ticked on both sides, with the keyboard alone', async () => {
    const { page, onDisk } = await openHall({ nodes: 4, leaves: 4 });
    const dialog = await openDialog(page);
    await dialog.getByText(say('app.connect.by.lists')).click();
    const from = dialog.getByRole('group', { name: say('app.connect.side.a') });
    const to = dialog.getByRole('group', { name: say('app.connect.side.b') });
    await from.getByRole('textbox').fill('dgx');
    await from.getByRole('button', { name: say('app.connect.all', { count: 4 }) }).press('Enter');
    await to.getByRole('textbox').fill('leaf');
    await to.getByRole('button', { name: say('app.connect.all', { count: 4 }) }).press('Enter');
    await dialog.getByLabel(say('app.connect.ports')).first().fill('rail[0-3]');
    await dialog.getByText('16 cables, 16 links').waitFor();
    await page.keyboard.press('Enter');
    const after = await onDisk();
    expect(after.cables.size).toBe(16);
    for (const { ends } of after.cables.values()) {
      const rail = Number(portName(after, ends.a[0]!).slice(4));
      expect(after.devices.get(ends.b[0]!.deviceId)?.name).toBe(`leaf-${rail + 1}`);
    }
  });
});

async function openHall(size: { readonly nodes: number; readonly leaves: number }) {
  const file = designFile(hall(size), 'Hall');
  const { page } = await startPlenum({ args: [file] });
  await drawing(page).waitFor({ state: 'attached' });
  const onDisk = async (): Promise<Design> => {
    await saved(page);
    return readDesignFile(file);
  };
  return { page, onDisk };
}

async function openDialog(page: Page) {
  await chooseMenu(page, 'cable', 'cable.connectRanges');
  const dialog = page.getByRole('dialog', { name: say('app.connect.title') });
  await dialog.waitFor();
  return dialog;
}

function media(design: Design): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { medium } of design.cables.values()) counts[medium] = (counts[medium] ?? 0) + 1;
  return counts;
}

function portName(design: Design, ref: { deviceId: string; portId: string }): string {
  const type = design.deviceTypes.get(design.devices.get(ref.deviceId)?.typeId ?? '');
  return type?.ports.find(({ id }) => id === ref.portId)?.name ?? '';
}

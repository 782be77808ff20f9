/** Many cables at once: what stands in the way is seen first, and sides are ticked by the keyboard alone. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readDesignFile } from '../../electron/storage/design-file.ts';
import { hall } from '../../shared/connect/fixture-hall.ts';
import type { Design } from '../../shared/model/design.ts';
import { say } from '../../shared/text/index.ts';
import { chooseMenu, drawing, saved } from './hands.ts';
import { startPlenum } from './plenum-app.ts';
import { designFile } from './two-racks.ts';

describe('connecting ranges', () => {
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

function portName(design: Design, ref: { deviceId: string; portId: string }): string {
  const type = design.deviceTypes.get(design.devices.get(ref.deviceId)?.typeId ?? '');
  return type?.ports.find(({ id }) => id === ref.portId)?.name ?? '';
}

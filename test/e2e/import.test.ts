/** A cable list comes in through the window: its errors are read before anything is done, then it is one step to undo. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { readDesignFile } from '../../electron/storage/design-file.ts';
import { say } from '../../shared/text/index.ts';
import { contentOf } from './disk.ts';
import { chooseMenu, saved } from './hands.ts';
import { answerDialogs, scratchFolder } from './plenum-app.ts';
import { openTwoRacks } from './two-racks.ts';

/** Two good rows, and five that each hold another error. */
const LIST = `cable_id,src_rack,src_u,src_device,src_port,dst_rack,dst_u,dst_device,dst_port,medium,length_m,color
G1,A01,12,leaf-1,20/1,A02,20,spine-1,1/1,mmf,10,aqua
G2,A01,14,leaf-2,20/1,A02,20,spine-1,2/1,mmf,10,aqua
E1,A01,12,leaf-1,99/1,A02,20,spine-1,3/1,mmf,10,aqua
E2,A01,12,leaf-1,21/1,A02,20,spine-1,1/1,mmf,10,aqua
G1,A01,12,leaf-1,22/1,A02,20,spine-1,4/1,mmf,10,aqua
E4,A01,12,leaf-1,23/1,A02,20,spine-1,,mmf,10,aqua
E5,A01,12,leaf-1,24/1,A02,20,spine-1,PSU1,mmf,10,aqua
`;

describe('a cable list with five errors', () => {
  it('is shown before it is applied, tells each error with its row, and is one step to undo', async () => {
    const { app, page, file, onDisk } = await openTwoRacks();
    const before = contentOf(readDesignFile(file));
    const list = path.join(scratchFolder(), 'list.csv');
    writeFileSync(list, LIST);
    await answerDialogs(app, [list]);
    await chooseMenu(page, 'file', 'file.importTypes');
    const preview = page.getByRole('dialog', { name: say('import.title') });
    await preview.getByText('New: 0 racks, 0 devices, 2 cables, 0 device types.').waitFor();
    await preview.getByRole('tab', { name: say('import.tab.faults', { count: 5 }) }).click();
    for (const [row, words] of [
      [4, 'leaf-1 (QM9700) has no port 99/1.'],
      [5, '1/1 of spine-1 is taken by G1.'],
      [6, 'The name G1 stands in row 2 already'],
      [7, 'The end names no port.'],
      [8, 'cannot be joined to'],
    ] as const) {
      const line = preview.getByRole('listitem').filter({ hasText: `row ${row}` });
      expect(await line.textContent()).toContain(words);
    }
    await page.evaluate(axe.source);
    // The script that was evaluated put it there, which no type can tell.
    const found = await page.evaluate(() =>
      (globalThis as unknown as { axe: typeof axe }).axe.run(),
    );
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);

    await preview.getByLabel(say('import.filter')).fill('99/1');
    expect(await preview.getByRole('listitem').count()).toBe(1);
    await preview.getByRole('button', { name: say('import.do'), exact: true }).click();
    const done = page.getByRole('dialog', { name: say('import.doneTitle') });
    await done.getByText('2 made').waitFor();
    await page.keyboard.press('Escape');
    const design = await onDisk();
    expect(
      [...design.cables.values()].map(({ label, medium, lengthM }) => [label, medium, lengthM]),
    ).toEqual([
      ['G1', 'mmf', 10],
      ['G2', 'mmf', 10],
    ]);

    writeFileSync(list, LIST.replace('spine-1,1/1,mmf,10', 'spine-1,1/1,mmf,25'));
    await answerDialogs(app, [list]);
    await chooseMenu(page, 'file', 'file.importTypes');
    await preview.getByRole('tab', { name: say('import.tab.differs', { count: 1 }) }).click();
    await preview.getByLabel(say('import.takeTheirs', { value: '25' })).check();
    await preview.getByRole('button', { name: say('import.do'), exact: true }).click();
    await done.waitFor();
    await page.keyboard.press('Escape');
    expect([...(await onDisk()).cables.values()].map(({ lengthM }) => lengthM)).toEqual([25, 10]);

    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await saved(page);
    await expect.poll(() => contentOf(readDesignFile(file))).toEqual(before);
  });
});

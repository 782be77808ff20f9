/** Cables by hand: drawn, chosen, refused, found again, marked and taken away. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { mediumFacts } from '../../shared/catalog/index.ts';
import { type CableStroke, cableStrokes } from '../../shared/drawing/index.ts';
import type { Design } from '../../shared/model/design.ts';
import type { MediumId } from '../../shared/model/medium.ts';
import type { PortRef } from '../../shared/model/records.ts';
import { say } from '../../shared/text/index.ts';
import { click, deviceSpot, drag, dragOver, faceSpot, portSpot } from './aim.ts';
import { contentOf } from './disk.ts';
import { deviceNamed, drawing, only, panel, runFromPalette, showFaces } from './hands.ts';
import { openTwoRacks } from './two-racks.ts';

describe('a cable', () => {
  it('is drawn from port to port, and made of what its card says', async () => {
    const { page, onDisk } = await openLeaves();
    await plug(page, await onDisk(), ['leaf-1', 0], ['leaf-2', 0]);
    const card = page.getByRole('region', { name: say('panels.cableCard.title') });
    await card.waitFor();
    const drawn = only((await onDisk()).cables);
    expect(drawn.ends.a[0]).toEqual(dataPort(await onDisk(), 'leaf-1', 0));
    expect(drawn.ends.b[0]).toEqual(dataPort(await onDisk(), 'leaf-2', 0));
    await card.getByRole('combobox', { name: say('panels.field.medium') }).click();
    await page.getByRole('option', { name: mediumName('aoc'), exact: true }).click();
    expect(only((await onDisk()).cables).medium).toBe('aoc');
    await card.getByRole('textbox').fill('3 m');
    await card.getByRole('textbox').press('Enter');
    expect(only((await onDisk()).cables).lengthM).toBe(3);
  });

  it('does not go where another one is, and says so', async () => {
    const { page, onDisk } = await openLeaves();
    await plug(page, await onDisk(), ['leaf-1', 0], ['leaf-2', 0]);
    const before = await onDisk();
    const free = await portSpot(page, before, dataPort(before, 'leaf-1', 8));
    const taken = await portSpot(page, before, dataPort(before, 'leaf-2', 0));
    await dragOver(page, free, taken);
    await page.locator('[data-camera][data-cursor="not-allowed"]').waitFor();
    const cable = only(before.cables).label;
    await page
      .getByText(new RegExp(`(is taken|is filled) by ${cable}$`))
      .first()
      .waitFor({ state: 'attached' });
    await page.mouse.up();
    expect(contentOf(await onDisk())).toEqual(contentOf(before));
  });

  it('is selected by a click, marked in the inspector, and deleted', async () => {
    const { page, onDisk } = await openLeaves();
    await plug(page, await onDisk(), ['leaf-1', 0], ['leaf-2', 0]);
    await page.keyboard.press('Escape');
    const design = await onDisk();
    const { rackId, face } = deviceNamed(design, 'leaf-1');
    const [stroke] = cableStrokes(design, rackId).filter((each) => each.face === face);
    await click(page, await faceSpot(page, design, rackId, face, middleOf(stroke!)));
    const inspector = panel(page, 'inspector');
    await inspector.getByRole('textbox', { name: say('panels.field.label') }).fill('uplink 1');
    await inspector.getByRole('textbox', { name: say('panels.field.label') }).press('Enter');
    await inspector.getByRole('radio', { name: say('panels.colour.violet') }).click();
    const marked = only((await onDisk()).cables);
    expect([marked.label, marked.colour]).toEqual(['uplink 1', '#7f56c9']);
    await drawing(page).focus();
    await page.keyboard.press('Delete');
    expect((await onDisk()).cables.size).toBe(0);
  });

  it('is led to another rack by naming the far port', async () => {
    const { page, onDisk } = await openLeaves();
    const design = await onDisk();
    await click(page, await deviceSpot(page, design, deviceNamed(design, 'leaf-1')));
    await runFromPalette(page, 'view.fitAll');
    await drawing(page).focus();
    for (const key of ['c', 'Tab', 'Enter', 'Tab']) await page.keyboard.press(key);
    await page.keyboard.type('spine-1');
    await page.keyboard.press('Enter');
    const cabled = await onDisk();
    const ends = only(cabled.cables).ends;
    const far = deviceNamed(cabled, 'spine-1').id;
    expect([...ends.a, ...ends.b].some(({ deviceId }) => deviceId === far)).toBe(true);
  });
});

/** The two racks, with both leaves as large as they fit. */
async function openLeaves() {
  const plenum = await openTwoRacks();
  const { page } = plenum;
  const design = await plenum.onDisk();
  await showFaces(page, 'front');
  await drawing(page).focus();
  await page.keyboard.press('Shift+Digit1');
  await click(page, await deviceSpot(page, design, deviceNamed(design, 'leaf-1')));
  await page.keyboard.down('Shift');
  await click(page, await deviceSpot(page, design, deviceNamed(design, 'leaf-2')));
  await page.keyboard.up('Shift');
  await page.keyboard.press('Shift+Digit2');
  return plenum;
}

type PortOf = readonly [device: string, n: number];

/** Drags a cable from a port to another. */
async function plug(page: Page, design: Design, from: PortOf, to: PortOf): Promise<void> {
  const start = await portSpot(page, design, dataPort(design, ...from));
  await drag(page, start, await portSpot(page, design, dataPort(design, ...to)));
}

/** The n-th network port of a device. */
function dataPort(design: Design, device: string, n: number): PortRef {
  const { id: deviceId, typeId } = deviceNamed(design, device);
  const ports = design.deviceTypes.get(typeId)?.ports ?? [];
  return { deviceId, portId: ports.filter(({ kind }) => kind === 'interface')[n]!.id };
}

function mediumName(medium: MediumId): string {
  return say(mediumFacts(medium).nameKey);
}

/** The middle of a stroke's longest straight part. */
function middleOf({ points }: CableStroke): { readonly x: number; readonly y: number } {
  let [longest, middle] = [-1, { x: 0, y: 0 }];
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [x0, y0, x1, y1] = points.slice(i, i + 4) as [number, number, number, number];
    const length = Math.hypot(x1 - x0, y1 - y0);
    if (length > longest) [longest, middle] = [length, { x: (x0 + x1) / 2, y: (y0 + y1) / 2 }];
  }
  return middle;
}

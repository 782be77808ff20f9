/** Leading a cable by hand, and what becomes of a length that was entered for another way. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { readDesignFile } from '../../electron/storage/design-file.ts';
import { cableStrokes } from '../../shared/drawing/index.ts';
import type { Design } from '../../shared/model/design.ts';
import type { Cable } from '../../shared/model/records.ts';
import { routeCable } from '../../shared/routing/index.ts';
import { startDraft } from '../../shared/samples/draft.ts';
import { say } from '../../shared/text/index.ts';
import { click, drag, dragOver, faceSpot, type Spot } from './aim.ts';
import { contentOf } from './disk.ts';
import { drawing, only, panel, runFromPalette, saved, showFaces } from './hands.ts';
import { startPlenum } from './plenum-app.ts';
import { designFile } from './two-racks.ts';

/** Two switches twenty units apart in a rack beside an empty one, and a cable from one to the other. */
function oneCable(): Design {
  const draft = startDraft('One cable');
  const first = draft.rack('A01', { widthMm: 600, maxPowerW: 20_000 });
  draft.rack('A02', { widthMm: 600, maxPowerW: 20_000 });
  const low = draft.device(first, { name: 'leaf-1', type: 'nvidia-qm9700', u: 10, face: 'front' });
  const high = draft.device(first, { name: 'leaf-2', type: 'nvidia-qm9700', u: 30, face: 'front' });
  const end = (deviceId: string) => [{ deviceId, portId: 'osfp-1.1' }];
  draft.cable({ medium: 'mmf', fabric: 'compute', a: end(low.id), b: end(high.id) });
  return draft.build();
}

async function openCable() {
  const file = designFile(oneCable(), 'One cable');
  const { page } = await startPlenum({ args: [file] });
  await drawing(page).waitFor({ state: 'attached' });
  await showFaces(page, 'front');
  const onDisk = async (): Promise<Design> => {
    await saved(page);
    return readDesignFile(file);
  };
  const cable = async (): Promise<Cable> => only((await onDisk()).cables);
  await page.waitForTimeout(300);
  await click(page, await stretchSpot(page, await onDisk()));
  await panel(page, 'inspector')
    .getByRole('textbox', { name: say('panels.field.lengthM') })
    .waitFor();
  return { page, onDisk, cable };
}

/** The middle of the upright stretch of the cable on the front of the first rack. */
async function stretchSpot(page: Page, design: Design): Promise<Spot> {
  const [stroke] = cableStrokes(design, 'rack-a01');
  const points = stroke?.points ?? [];
  let best = { x: 0, y: 0, length: 0 };
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [x = 0, y = 0, nextX = 0, nextY = 0] = points.slice(i, i + 4);
    const length = Math.abs(nextY - y);
    if (x === nextX && length > best.length) best = { x, y: (y + nextY) / 2, length };
  }
  return faceSpot(page, design, 'rack-a01', 'front', best);
}

/** The strip on the right of the first rack's front: its middle is 29.35 mm from the edge. */
const rightStrip = (page: Page, design: Design, y = 900): Promise<Spot> =>
  faceSpot(page, design, 'rack-a01', 'front', { x: 580, y });

describe('the way of a cable', () => {
  it('is dragged to the other strip, dragged on, put back by Escape, undone', async () => {
    const { page, onDisk, cable } = await openCable();
    const before = await onDisk();
    await dragOver(page, await stretchSpot(page, before), await rightStrip(page, before));
    await page
      .getByText(/A01 front, right strip, U\d+ · \d\.\d\d m, buy/)
      .first()
      .waitFor({ state: 'attached' });
    await page.mouse.up();
    const [point] = (await cable()).waypoints;
    expect(point).toMatchObject({ rackId: 'rack-a01', face: 'front' });
    expect(point!.xMm).toBeCloseTo(600 - 29.35, 2);
    expect(point!.yMm).toBeGreaterThan(850);
    const led = await onDisk();
    const handle = await faceSpot(page, led, 'rack-a01', 'front', { x: point!.xMm, y: point!.yMm });
    await dragOver(page, handle, await rightStrip(page, led, 300));
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(contentOf(await onDisk())).toEqual(contentOf(led));
    await drag(page, handle, await rightStrip(page, led, 300));
    expect((await cable()).waypoints[0]!.yMm).toBeLessThan(400);
    await page.keyboard.press('Control+Z');
    expect((await cable()).waypoints).toEqual([point]);
    await page.keyboard.press('Control+Z');
    expect(contentOf(await onDisk())).toEqual(contentOf(before));
  });

  it('loses a point by double click, and by key', async () => {
    const { page, onDisk, cable } = await openCable();
    const before = await onDisk();
    await drag(page, await stretchSpot(page, before), await rightStrip(page, before));
    const { xMm: x, yMm: y } = (await cable()).waypoints[0]!;
    const handle = await faceSpot(page, await onDisk(), 'rack-a01', 'front', { x, y });
    await page.mouse.dblclick(handle.x, handle.y);
    expect((await cable()).waypoints).toEqual([]);
    await page.keyboard.press('w');
    expect((await cable()).waypoints).toHaveLength(1);
    await page.keyboard.press('ArrowRight');
    expect((await cable()).waypoints[0]!.xMm).toBeCloseTo(600 - 29.35, 2);
    await page.keyboard.press('Delete');
    expect((await cable()).waypoints).toEqual([]);
  });

  it('makes an entered length stale, which is kept or estimated anew', async () => {
    const { page, onDisk, cable } = await openCable();
    const inspector = panel(page, 'inspector');
    const field = inspector.getByRole('textbox', { name: say('panels.field.lengthM') });
    await field.fill('3');
    await field.press('Enter');
    const entered = await onDisk();
    const pathOf = (of: Design): number => routeCable(of, only(of.cables))!.pathMm;
    expect(only(entered.cables)).toMatchObject({ lengthM: 3, lengthForMm: pathOf(entered) });
    await drag(page, await stretchSpot(page, entered), await rightStrip(page, entered));
    await inspector.getByText(/^Entered for a way of/).waitFor();
    const findings = panel(page, 'findings');
    await findings
      .getByText(/another now than when the length was entered/)
      .first()
      .waitFor();
    await inspector.getByRole('button', { name: say('panels.length.keep') }).click();
    await inspector.getByText(/^Entered for a way of/).waitFor({ state: 'detached' });
    expect(await cable()).toMatchObject({ lengthM: 3, lengthForMm: pathOf(await onDisk()) });
    await runFromPalette(page, 'cable.leadAutomatically');
    await inspector.getByRole('button', { name: say('panels.length.takeEstimate') }).click();
    expect(await cable()).toMatchObject({ lengthM: null, lengthForMm: null, waypoints: [] });
  });
});

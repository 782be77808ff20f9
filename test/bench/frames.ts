/** Frames that the window makes under the hand: moving the view, selecting, carrying a device. */
import type { Page } from 'playwright-core';
import type { Design } from '../../shared/model/design.ts';
import { say } from '../../shared/text/index.ts';
import { type FrameTimes, watchFrames } from './frame-times.ts';
import { deviceSpotsInSight, type Spot } from './in-sight.ts';

/**
 * The whole hall, some racks, single ports, all the way between them, and the plan, with a real wheel and pointer.
 * @throws Error when the window does not show what it is about
 */
export async function measureFrames(
  page: Page,
  design: Design,
): Promise<Readonly<Record<string, FrameTimes>>> {
  const canvas = await page.locator('[data-camera]').boundingBox();
  if (!canvas) throw new Error('the canvas is not shown');
  const corner = { x: canvas.x + 5, y: canvas.y + 5 };
  const middle = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 };
  const views = page.getByRole('radiogroup', { name: say('panels.top.view') });
  await views.getByText(say('panels.top.view.both'), { exact: true }).click();
  await page.mouse.click(corner.x, corner.y);
  await page.keyboard.press('Shift+Digit1');
  await page.waitForTimeout(500);
  await page.mouse.move(middle.x, middle.y);
  const frames: Record<string, FrameTimes> = {};
  const measure = async (name: string, gesture: () => Promise<void>): Promise<void> => {
    frames[name] = await framesDuring(page, gesture);
  };
  const inRacks = async (): Promise<void> => {
    if (!(await page.getByTestId('canvas').isVisible())) throw new Error('the racks are left');
  };
  await measure('idle', () => page.waitForTimeout(700));
  await measure('pan all racks', () => pan(page));
  await measure('zoom in', () => zoom(page, -45, 45));
  await measure('pan some racks', () => pan(page));
  await measure('zoom in further', () => zoom(page, -45, 30));
  await measure('pan ports', () => pan(page));
  await measure('zoom out', () => zoom(page, 45, 75));
  await inRacks();
  await page.keyboard.press('Shift+Digit1');
  await page.waitForTimeout(500);
  await measure('marquee over all racks', () => marquee(page, corner, middle));
  await letGo(page);
  await lookAtWholeRacks(page, design, middle);
  await measure('hover', () => hover(page, corner, middle));
  await measure('marquee', () => marquee(page, corner, middle));
  await letGo(page);
  // At the edge of the window a marquee scrolls.
  await lookAtWholeRacks(page, design, middle);
  const spots = await deviceSpotsInSight(page, design);
  await measure('select one after another', () => select(page, spots));
  await measure('drag a device', () => drag(page, spots));
  await measure('rest with it in the hand', () => page.waitForTimeout(1200));
  await measure('take it back', () => letGo(page));
  await inRacks();
  await page.keyboard.press('p');
  await page.getByTestId('plan').waitFor();
  await page.keyboard.press('Shift+Digit1');
  await page.waitForTimeout(500);
  await page.mouse.move(middle.x, middle.y);
  await measure('pan the plan', () => pan(page));
  await measure('zoom into the plan', () => zoom(page, -45, 20));
  await measure('zoom out of the plan', () => zoom(page, 45, 20));
  return frames;
}

/** So large that a few whole racks fill the window, px per mm. */
const WHOLE_RACKS = 0.2;
/** Steps of the wheel that lead there from any hall. */
const MOST_STEPS = 200;
/** Time between two events of a hand that moves, ms. */
const STEP_MS = 8;

async function pan(page: Page): Promise<void> {
  for (let i = 0; i < 80; i += 1) {
    await page.mouse.wheel(i < 40 ? 24 : -24, i % 2 === 0 ? 10 : -10);
    await page.waitForTimeout(STEP_MS);
  }
}

async function zoom(page: Page, delta: number, times: number): Promise<void> {
  await page.keyboard.down('Control');
  for (let i = 0; i < times; i += 1) {
    await page.mouse.wheel(0, delta);
    await page.waitForTimeout(STEP_MS);
  }
  await page.keyboard.up('Control');
}

/** Goes near the device that is nearest to the middle: right there an aisle may be. */
async function lookAtWholeRacks(page: Page, design: Design, middle: Spot): Promise<void> {
  await page.keyboard.press('Shift+Digit1');
  await page.waitForTimeout(500);
  const away = ({ x, y }: Spot): number => Math.hypot(x - middle.x, y - middle.y);
  const [nearest = middle] = (await deviceSpotsInSight(page, design)).toSorted(
    (one, other) => away(one) - away(other),
  );
  await page.mouse.move(nearest.x, nearest.y);
  const scaleNow = async (): Promise<number> => {
    const camera = await page.locator('[data-camera]').getAttribute('data-camera');
    return Number(camera?.split(' ')[2]);
  };
  for (let step = 0; step < MOST_STEPS && (await scaleNow()) < WHOLE_RACKS; step += 1) {
    await zoom(page, -45, 1);
  }
  await page.waitForTimeout(500);
}

async function glide(page: Page, from: Spot, to: Spot, steps: number): Promise<void> {
  for (let i = 1; i <= steps; i += 1) {
    const part = i / steps;
    await page.mouse.move(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
    await page.waitForTimeout(STEP_MS);
  }
}

async function hover(page: Page, from: Spot, to: Spot): Promise<void> {
  await glide(page, from, to, 60);
  await glide(page, to, from, 60);
}

/** Draws the marquee and leaves the button down. */
async function marquee(page: Page, from: Spot, to: Spot): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await glide(page, from, to, 100);
}

/** Gives back what is in the hand: nothing is changed. */
async function letGo(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await page.waitForTimeout(500);
}

async function select(page: Page, spots: readonly Spot[]): Promise<void> {
  for (const spot of spots.slice(0, 10)) {
    await page.mouse.click(spot.x, spot.y);
    await page.waitForTimeout(120);
  }
}

/** Carries the first device past the others, and leaves the button down over the last. */
async function drag(page: Page, [first, ...others]: readonly Spot[]): Promise<void> {
  if (!first) throw new Error('no device is in sight');
  await page.mouse.move(first.x, first.y);
  await page.mouse.down();
  let at = first;
  for (const spot of others.slice(0, 10)) {
    await glide(page, at, spot, 12);
    at = spot;
  }
}

/** @returns frames that the page makes while something goes on */
async function framesDuring(page: Page, gesture: () => Promise<void>): Promise<FrameTimes> {
  const watch = await watchFrames(page);
  await gesture();
  return watch.stop();
}

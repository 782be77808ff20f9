/** The plan of the floor, as a person works in it. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { floorPlan } from '../../shared/floor/floor-plan.ts';
import type { Design } from '../../shared/model/design.ts';
import type { Spot } from './aim.ts';
import { rackNamed } from './hands.ts';

/** A point of the plan in the window, by the camera that the plan tells. */
export async function planSpot(page: Page, world: Spot): Promise<Spot> {
  const plan = page.getByTestId('plan');
  const [x = 0, y = 0, zoom = 1] =
    (await plan.getAttribute('data-plan-camera'))?.split(' ').map(Number) ?? [];
  const box = await plan.boundingBox();
  if (!box) throw new Error('the plan is not shown');
  return { x: box.x + (world.x - x) * zoom, y: box.y + (world.y - y) * zoom };
}

/** The middle of a rack by its name, in plan coordinates. */
export function middleOf(design: Design, name: string): Spot {
  const place = floorPlan(design).racks.get(rackNamed(design, name).id);
  if (!place) throw new Error(`${name} stands nowhere`);
  const { x, y, width, height } = place.box;
  return { x: x + width / 2, y: y + height / 2 };
}

/** Turns the wheel with Ctrl held until something is so. */
export async function wheelUntil(
  page: Page,
  delta: number,
  until: () => Promise<boolean>,
): Promise<void> {
  await page.keyboard.down('Control');
  for (let turns = 0; turns < 120 && !(await until()); turns += 1) {
    await page.mouse.wheel(0, delta);
  }
  await page.keyboard.up('Control');
  expect(await until()).toBe(true);
}

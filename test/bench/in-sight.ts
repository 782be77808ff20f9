/** Where in the window devices can be held, as far as they are in sight. */
import type { Page } from 'playwright-core';
import { layoutDesign } from '../../shared/drawing/layout.ts';
import type { Design } from '../../shared/model/design.ts';
import { devicesInRack, typeOf } from '../../shared/model/design-index.ts';
import { deviceBox } from '../../shared/model/rack-geometry.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** So far from the edges the drawing does not scroll under the hand, px. */
const MARGIN_PX = 80;

/** The lowest device of each face in sight, and the free unit below it: a place that takes it. */
export async function deviceSpotsInSight(page: Page, design: Design): Promise<readonly Spot[]> {
  const canvas = page.locator('[data-camera]');
  const box = await canvas.boundingBox();
  const [left = 0, top = 0, scale = 1] =
    (await canvas.getAttribute('data-camera'))?.split(' ').map(Number) ?? [];
  if (!box) throw new Error('the canvas is not shown');
  return layoutDesign(design, 'both').faces.flatMap(({ rackId, face, x, y }) => {
    const rack = design.racks.get(rackId);
    const device = devicesInRack(design, rackId).at(-1);
    if (!rack || device?.face !== face) return [];
    const at = deviceBox(rack, device, typeOf(design, device), face);
    const held = { x: (x + at.x + 8 - left) * scale, y: (y + at.y + at.height / 2 - top) * scale };
    const below = { x: held.x, y: held.y + at.height * scale };
    const inSight = [held, below].every(
      (spot) =>
        spot.x > MARGIN_PX &&
        spot.y > MARGIN_PX &&
        spot.x < box.width - MARGIN_PX &&
        spot.y < box.height - MARGIN_PX,
    );
    if (!inSight) return [];
    return [held, below].map((spot) => ({ x: box.x + spot.x, y: box.y + spot.y }));
  });
}

/** Where to put the mouse: from things of the design to points of the window. */
import type { Page } from 'playwright-core';
import { type ElevationView, layoutDesign } from '../../shared/drawing/layout.ts';
import type { Design } from '../../shared/model/design.ts';
import { typeOf } from '../../shared/model/design-index.ts';
import { deviceBox, panelLeftMm, slotTopMm } from '../../shared/model/rack-geometry.ts';
import type { Device, Face, PortRef, Rack } from '../../shared/model/records.ts';
import { portPosition } from '../../shared/routing/index.ts';
import { say } from '../../shared/text/index.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A point of the drawing in the window, by the camera that the canvas tells. */
export async function windowSpot(page: Page, world: Spot): Promise<Spot> {
  const canvas = page.locator('[data-camera]');
  const [x = 0, y = 0, scale = 1] =
    (await canvas.getAttribute('data-camera'))?.split(' ').map(Number) ?? [];
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the canvas is not shown');
  const spot = { x: box.x + (world.x - x) * scale, y: box.y + (world.y - y) * scale };
  const inside =
    spot.x >= box.x &&
    spot.y >= box.y &&
    spot.x <= box.x + box.width &&
    spot.y <= box.y + box.height;
  if (!inside) throw new Error(`${JSON.stringify(world)} is not in sight`);
  return spot;
}

/** Which faces of the racks the drawing shows now. */
async function viewOf(page: Page): Promise<ElevationView> {
  const views = page.getByRole('radiogroup', { name: say('panels.top.view') });
  const view = await views.getByRole('radio', { checked: true }).inputValue();
  if (view === 'front' || view === 'rear' || view === 'both') return view;
  throw new Error(`the drawing shows "${view}"`);
}

async function faceOrigin(page: Page, design: Design, rackId: string, face: Face): Promise<Spot> {
  const { faces } = layoutDesign(design, await viewOf(page));
  const placement = faces.find((each) => each.rackId === rackId && each.face === face);
  if (!placement) throw new Error(`rack ${rackId} is not drawn`);
  return placement;
}

/** A point of a rack's face, in rack-face millimetres. */
export async function faceSpot(
  page: Page,
  design: Design,
  rackId: string,
  face: Face,
  local: Spot,
): Promise<Spot> {
  const origin = await faceOrigin(page, design, rackId, face);
  return windowSpot(page, { x: origin.x + local.x, y: origin.y + local.y });
}

/** Where a rack's name stands, above its front. */
export async function titleSpot(page: Page, design: Design, rack: Rack): Promise<Spot> {
  const origin = await faceOrigin(page, design, rack.id, 'front');
  return windowSpot(page, { x: origin.x + rack.widthMm / 2, y: origin.y - 60 });
}

/** Where a full-width device of some height is held in its middle when it stands at unit `u`. */
export async function slotSpot(
  page: Page,
  design: Design,
  rack: Rack,
  slot: { readonly u: number; readonly heightU: number; readonly face?: Face },
): Promise<Spot> {
  const { u, heightU, face = 'front' } = slot;
  const origin = await faceOrigin(page, design, rack.id, face);
  const middle = (slotTopMm(rack, u, heightU) + slotTopMm(rack, u, 0)) / 2;
  return windowSpot(page, { x: origin.x + panelLeftMm(rack) + 241, y: origin.y + middle });
}

/** Where to hold a device: at its left ear, where it has no port, at half its height. */
export async function deviceSpot(page: Page, design: Design, device: Device): Promise<Spot> {
  const rack = design.racks.get(device.rackId);
  if (!rack) throw new Error(`device ${device.name} stands nowhere`);
  const origin = await faceOrigin(page, design, rack.id, device.face);
  const box = deviceBox(rack, device, typeOf(design, device), device.face);
  return windowSpot(page, { x: origin.x + box.x + 8, y: origin.y + box.y + box.height / 2 });
}

/** Where the device would be held, as `deviceSpot` does, if it stood in another rack, unit or face. */
export function deviceSpotAt(
  page: Page,
  design: Design,
  device: Device,
  there: Partial<Pick<Device, 'rackId' | 'u' | 'face'>>,
): Promise<Spot> {
  return deviceSpot(page, design, { ...device, ...there });
}

/** The middle of a port. */
export async function portSpot(page: Page, design: Design, ref: PortRef): Promise<Spot> {
  const position = portPosition(design, ref);
  if (!position) throw new Error(`port ${ref.portId} has no place`);
  const origin = await faceOrigin(page, design, position.rackId, position.face);
  return windowSpot(page, { x: origin.x + position.xMm, y: origin.y + position.yMm });
}

/** Moves the mouse with its button down, in steps as a hand does, and leaves it down. */
export async function dragOver(page: Page, from: Spot, to: Spot): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step += 1) {
    const part = step / 8;
    await page.mouse.move(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
  }
}

/** Drags with the left button. */
export async function drag(page: Page, from: Spot, to: Spot): Promise<void> {
  await dragOver(page, from, to);
  await page.mouse.up();
}

export async function click(page: Page, spot: Spot): Promise<void> {
  await page.mouse.click(spot.x, spot.y);
}

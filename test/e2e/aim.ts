/** Where to put the mouse: from things of the design to points of the window. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { readDesignFile } from '../../electron/storage/design-file.ts';
import { layoutDesign } from '../../shared/drawing/layout.ts';
import type { Design } from '../../shared/model/design.ts';
import { typeOf } from '../../shared/model/design-index.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import {
  deviceBox,
  panelLeftMm,
  sideDeviceLengthMm,
  slotTopMm,
} from '../../shared/model/rack-geometry.ts';
import type { Device, Face, PortRef, Rack } from '../../shared/model/records.ts';
import { portPosition } from '../../shared/routing/index.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** The design of the newest draft in a data folder, as it is on disk. */
export function draftOnDisk(userData: string): Design {
  const folder = path.join(userData, 'drafts');
  const [file] = readdirSync(folder).filter((name) => name.endsWith('.plenum'));
  if (file === undefined) throw new Error(`no draft in ${folder}`);
  return readDesignFile(path.join(folder, file));
}

/** A point of the drawing in the window, by the camera that the canvas tells. */
async function windowSpot(page: Page, world: Spot): Promise<Spot> {
  const canvas = page.locator('[data-camera]');
  const [x = 0, y = 0, scale = 1] =
    (await canvas.getAttribute('data-camera'))?.split(' ').map(Number) ?? [];
  const box = await canvas.boundingBox();
  if (!box) throw new Error('the canvas is not shown');
  return { x: box.x + (world.x - x) * scale, y: box.y + (world.y - y) * scale };
}

function faceOrigin(design: Design, rackId: string, face: Face): Spot {
  const placement = layoutDesign(design, 'both').faces.find(
    (each) => each.rackId === rackId && each.face === face,
  );
  if (!placement) throw new Error(`rack ${rackId} is not drawn`);
  return placement;
}

/** The middle of a unit of a rack. */
export function slotSpot(
  page: Page,
  design: Design,
  rack: Rack,
  u: number,
  face: Face = 'front',
): Promise<Spot> {
  const origin = faceOrigin(design, rack.id, face);
  const x = origin.x + panelLeftMm(rack) + 240;
  return windowSpot(page, { x, y: origin.y + slotTopMm(rack, u, 1) + 22 });
}

/** A place on a device that holds no port: near its left ear. */
export function deviceSpot(page: Page, design: Design, device: Device): Promise<Spot> {
  const rack = design.racks.get(device.rackId);
  if (!rack) throw new Error(`device ${device.name} stands nowhere`);
  const origin = faceOrigin(design, rack.id, device.face);
  const box = deviceBox(rack, device, typeOf(design, device), device.face);
  return windowSpot(page, { x: origin.x + box.x + 8, y: origin.y + box.y + box.height / 2 });
}

/** The middle of a port. */
export function portSpot(page: Page, design: Design, ref: PortRef): Promise<Spot> {
  const position = portPosition(design, ref);
  if (!position) throw new Error(`port ${ref.portId} has no place`);
  const origin = faceOrigin(design, position.rackId, position.face);
  return windowSpot(page, { x: origin.x + position.xMm, y: origin.y + position.yMm });
}

/** Drags with the left button, in steps as a hand does. */
export async function drag(page: Page, from: Spot, to: Spot): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step += 1) {
    const part = step / 8;
    await page.mouse.move(from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part);
  }
  await page.mouse.up();
}

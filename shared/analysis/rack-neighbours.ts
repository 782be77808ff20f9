/** How the devices of a rack stand to each other, as far as air is concerned. */
import type { Design } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { DeviceId } from '../model/ids.ts';
import type { Device, Face } from '../model/records.ts';
import { RACK_UNIT_MM } from '../units/length.ts';

/** Categories of devices without fans and without heat of their own to speak of. */
const STILL: ReadonlySet<DeviceType['category']> = new Set([
  'blank',
  'cable-manager',
  'patch-panel',
  'shelf',
  'pdu',
]);

/** Whether a type moves air: everything but panels, managers, shelves, PDUs and what says it is passive. */
export function breathes(type: DeviceType): boolean {
  return !STILL.has(type.category) && type.airflow?.value !== 'passive';
}

/** A placed device and its type. */
export interface Placed {
  readonly device: Device;
  readonly type: DeviceType;
}

/** The devices of a rack whose type the design holds. */
export function placedIn(
  design: Pick<Design, 'devices' | 'deviceTypes'>,
  ids: Iterable<DeviceId>,
): readonly Placed[] {
  const placed: Placed[] = [];
  for (const id of ids) {
    const device = design.devices.get(id);
    const type = device && design.deviceTypes.get(device.typeId);
    if (type) placed.push({ device, type });
  }
  return placed;
}

/**
 * From a device to its nearest breathing neighbour on a face, centre to centre, mm: its height and the blank
 * between. The nearer of both sides rules, since the bundle lies across both. Infinite when it is the only
 * one. A neighbour that breathes counts as loaded: it has no spare air to give.
 */
export function loadedPitchMm(all: readonly Placed[], of: Placed, face: Face): number {
  const bottom = of.device.u;
  const top = bottom + of.type.heightU;
  let blankU = Number.POSITIVE_INFINITY;
  for (let at = 0; at < all.length; at += 1) {
    const { device, type } = all[at] as Placed;
    if (device === of.device || device.mount !== 'rails' || !breathes(type)) continue;
    if (device.face !== face && type.depthUse === 'half') continue;
    if (device.u >= top) blankU = Math.min(blankU, device.u - top);
    else if (device.u + type.heightU <= bottom) {
      blankU = Math.min(blankU, bottom - device.u - type.heightU);
    }
  }
  return (of.type.heightU + blankU) * RACK_UNIT_MM;
}

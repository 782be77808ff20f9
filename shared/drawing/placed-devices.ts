/** The devices of a rack's face with their boxes: what is drawn, and what is hit. */

import { hostsFirst, isOpenBehind, seat } from '../model/bays.ts';
import type { Design } from '../model/design.ts';
import { devicesInRack } from '../model/design-index.ts';
import type { DeviceType } from '../model/device-type.ts';
import { type Box, typeFaceSeen } from '../model/rack-geometry.ts';
import type { Device, Face, Rack } from '../model/records.ts';

export interface PlacedDevice {
  readonly device: Device;
  /** Its type; in a bay, as large as the bay lets it be. */
  readonly type: DeviceType;
  /** On the rack's face, mm. */
  readonly box: Box;
  /** The face of the type that is seen. */
  readonly typeFace: Face;
  /** `face`: its face is seen. `behind`: it hangs on the other rails and only takes this depth. */
  readonly shown: 'face' | 'behind';
}

interface Kept {
  readonly devices: readonly Device[];
  readonly types: Design['deviceTypes'];
  readonly placed: readonly PlacedDevice[];
}

const kept = { front: new WeakMap<Rack, Kept>(), rear: new WeakMap<Rack, Kept>() };

function sameDevices(a: readonly Device[], b: readonly Device[]): boolean {
  return a === b || (a.length === b.length && a.every((device, i) => device === b[i]));
}

/**
 * What is to be seen of the rack's devices on one of its faces, top to bottom, and what is in a bay after that. A half-depth device is seen
 * from its own side only, unless it is deeper than half of the rack. A device of an unknown type is left out.
 */
export function placedDevices(design: Design, rack: Rack, seen: Face): readonly PlacedDevice[] {
  const devices = devicesInRack(design, rack.id);
  const known = kept[seen].get(rack);
  if (known && known.types === design.deviceTypes && sameDevices(known.devices, devices)) {
    return known.placed;
  }
  const placed = hostsFirst(design, devices).flatMap((device) => place(design, rack, device, seen));
  kept[seen].set(rack, { devices, types: design.deviceTypes, placed });
  return placed;
}

function place(design: Design, rack: Rack, device: Device, seen: Face): PlacedDevice[] {
  const type = design.deviceTypes.get(device.typeId);
  if (type === undefined) return [];
  const shown = shownAs(design, rack, device, type, seen);
  if (shown === null) return [];
  const { box, type: seated } = seat(design, rack, device, type, seen);
  return [{ device, type: seated, box, typeFace: typeFaceSeen(device, seen), shown }];
}

function shownAs(
  design: Design,
  rack: Rack,
  device: Device,
  type: DeviceType,
  seen: Face,
): PlacedDevice['shown'] | null {
  if (device.face === seen) return 'face';
  if (device.mount === 'bay') return isOpenBehind(design, device) ? 'face' : null;
  if (device.mount === 'side') return 'behind';
  if (type.depthUse === 'full') return 'face';
  const deep = type.depthMm !== null && type.depthMm.value > rack.depthMm / 2;
  return deep ? 'behind' : null;
}

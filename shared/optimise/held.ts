/**
 * What stays where it is: a device that is locked, that a person drew beside a generated cluster or moved in it, in whose
 * bays something is, or that a cable ends in which a person led or gave a length; every rack with such a device, or with
 * a cable that is led through it by hand; and every rack that a person moved.
 */
import type { WorkingDesign } from '../analysis/working-design.ts';
import type { MovedByHand } from '../cluster/index.ts';
import type { DeviceId, RackId } from '../model/ids.ts';

export interface Held {
  readonly devices: ReadonlySet<DeviceId>;
  readonly racks: ReadonlySet<RackId>;
}

/** @param moved what was moved by hand and stays for that */
export function heldIn(design: WorkingDesign, moved: MovedByHand): Held {
  const devices = new Set<DeviceId>(moved.devices);
  const racks = new Set<RackId>(moved.racks);
  const generated = [...design.clusters.keys()].map((id) => `${id}/`);
  const isDrawn = (id: string): boolean =>
    generated.length > 0 && !generated.some((start) => id.startsWith(start));
  for (const { id, locked, bay } of design.devices.values()) {
    if (locked || bay || isDrawn(id)) devices.add(id);
    if (bay) devices.add(bay.deviceId);
  }
  for (const { lengthM, waypoints, ends } of design.cables.values()) {
    if (lengthM === null && waypoints.length === 0) continue;
    for (const { deviceId } of [...ends.a, ...ends.b]) devices.add(deviceId);
    for (const { rackId } of waypoints) racks.add(rackId);
  }
  for (const id of devices) {
    const rackId = design.devices.get(id)?.rackId;
    if (rackId !== undefined) racks.add(rackId);
  }
  return { devices, racks };
}

/**
 * What stays where it is: a device that is locked, that a person drew beside a generated cluster, in whose bays
 * something is, or that a cable ends in which a person led or gave a length; and every rack with such a device, or with
 * a cable that is led through it by hand.
 */
import type { WorkingDesign } from '../analysis/working-design.ts';
import type { DeviceId, RackId } from '../model/ids.ts';

export interface Held {
  readonly devices: ReadonlySet<DeviceId>;
  readonly racks: ReadonlySet<RackId>;
}

export function heldIn(design: WorkingDesign): Held {
  const devices = new Set<DeviceId>();
  const racks = new Set<RackId>();
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

/** What is in the bays of devices whose type becomes another. */
import { bayOf } from '../model/bays.ts';
import type { Design } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { BayId, DeviceId } from '../model/ids.ts';
import type { Device } from '../model/records.ts';
import { type Reason, reason } from '../rules/verdict.ts';

/** What changes, or why it may not. */
export interface Changed<R> {
  readonly changed: readonly (readonly [R, R])[];
  readonly objection: Reason | null;
}

/** A type as it was, and what it becomes. */
interface Becoming {
  readonly before: DeviceType;
  readonly after: DeviceType;
}

/**
 * The devices in the bays of those whose type changes: bays are found again by id, then by name.
 * @param moved ids of the devices whose type changes
 */
export function lodgersAfter(
  design: Design,
  plan: Becoming,
  moved: ReadonlySet<DeviceId>,
): Changed<Device> {
  const changed: (readonly [Device, Device])[] = [];
  if (plan.before.bays.length === 0) return { changed, objection: null };
  const bays = baysAfter(plan);
  for (const device of design.devices.values()) {
    if (device.bay === null || !moved.has(device.bay.deviceId)) continue;
    const bayId = bays.get(device.bay.bayId);
    if (bayId === undefined) {
      const bay = bayOf(plan.before, device.bay.bayId)?.name ?? '';
      const args = { device: device.name, bay };
      return { changed, objection: reason('library.refused.bayGone', args) };
    }
    if (bayId !== device.bay.bayId)
      changed.push([device, { ...device, bay: { ...device.bay, bayId } }]);
  }
  return { changed, objection: null };
}

function baysAfter({ before, after }: Becoming): ReadonlyMap<BayId, BayId> {
  const left = new Map(after.bays.map((bay) => [bay.id, bay]));
  const found = new Map<BayId, BayId>();
  for (const { id } of before.bays) if (left.delete(id)) found.set(id, id);
  for (const bay of before.bays) {
    if (found.has(bay.id)) continue;
    const same = [...left.values()].find(
      ({ name, kind }) => name === bay.name && kind === bay.kind,
    );
    if (!same) continue;
    left.delete(same.id);
    found.set(bay.id, same.id);
  }
  return found;
}

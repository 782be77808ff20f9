/** Places in bays: where a device in one stands, which bays are free for a type, and what goes with its host. */

import { bayAreas, bayTakes, childrenOf } from '../model/bays.ts';
import type { Design } from '../model/design.ts';
import { devicesInRack } from '../model/design-index.ts';
import type { Bay, DeviceType } from '../model/device-type.ts';
import type { Diff } from '../model/diff.ts';
import { otherFace } from '../model/face.ts';
import type { DeviceId, RackId } from '../model/ids.ts';
import type { Device } from '../model/records.ts';
import { canPlace, type Placement, type PlacementOptions } from './placement.ts';

/** Where a device in this bay stands: in the rack and at the unit of its host, looking out where the bay opens. */
function bayPlacement(host: Device, hostType: DeviceType, { id }: Bay): Placement {
  const { rackId, u, column } = host;
  const opens = bayAreas(hostType).get(id)?.face ?? 'front';
  const face = host.mount === 'bay' || opens === 'front' ? host.face : otherFace(host.face);
  return { rackId, mount: 'bay', bay: { deviceId: host.id, bayId: id }, u, face, column };
}

/** The bays of a rack that take the type, free or not: hosts from the top down, bays in the order of their type. */
export function bayPlacesIn(
  design: Design,
  type: DeviceType,
  rackId: RackId,
): readonly Placement[] {
  return devicesInRack(design, rackId).flatMap((host) => {
    const hostType = design.deviceTypes.get(host.typeId);
    if (!hostType) return [];
    return hostType.bays
      .filter((bay) => bayTakes(bay, type))
      .map((bay) => bayPlacement(host, hostType, bay));
  });
}

/**
 * The first free bay for the type in a rack; null when there is none.
 * @param own the host whose bays come before those of all others
 */
export function freeBay(
  design: Design,
  type: DeviceType,
  wish: Pick<Placement, 'rackId'>,
  options: PlacementOptions = {},
  own?: DeviceId,
): Placement | null {
  const places = bayPlacesIn(design, type, wish.rackId);
  const near = places.filter(({ bay }) => bay?.deviceId === own);
  const others = places.filter(({ bay }) => bay?.deviceId !== own);
  return (
    [...near, ...others].find((place) => canPlace(design, type, place, options).allowed) ?? null
  );
}

/**
 * The next free bay after (1) or before (-1) the one that a device is in; null when there is none.
 * @param rackIds the racks that are searched, in their order; that of the device alone when left out
 */
export function nextFreeBay(
  design: Design,
  type: DeviceType,
  from: Placement,
  direction: 1 | -1,
  {
    rackIds = [from.rackId],
    ...options
  }: PlacementOptions & { readonly rackIds?: readonly RackId[] } = {},
): Placement | null {
  const places = rackIds.flatMap((id) => bayPlacesIn(design, type, id));
  const at = places.findIndex(({ bay }) => sameBay(bay, from.bay));
  const rest = direction > 0 ? places.slice(at + 1) : places.slice(0, Math.max(0, at)).reverse();
  return rest.find((place) => canPlace(design, type, place, options).allowed) ?? null;
}

/** Whether both name one bay of one device, or neither names any. */
export function sameBay(one: Placement['bay'], other: Placement['bay']): boolean {
  return one?.deviceId === other?.deviceId && one?.bayId === other?.bayId;
}

/**
 * Devices that change their place, and with each what is in its bays: that goes to the same rack and unit, and
 * turns when its host turns. A device that is moved by itself as well stays as it is said there.
 */
export function withChildren(
  design: Design,
  pairs: readonly (readonly [Device, Device])[],
): readonly (readonly [Device, Device])[] {
  const all = new Map(pairs.map((pair) => [pair[0].id, pair]));
  const carry = ([before, after]: readonly [Device, Device]): void => {
    for (const child of childrenOf(design, before.id)) {
      if (all.has(child.id)) continue;
      const face = before.face === after.face ? child.face : otherFace(child.face);
      const { rackId, u, column } = after;
      const carried = [child, { ...child, rackId, u, column, face }] as const;
      all.set(child.id, carried);
      carry(carried);
    }
  };
  for (const pair of pairs) carry(pair);
  return [...all.values()];
}

/** The edit, with what is in the bays of devices that it moves. */
export function carryAlong(design: Design, diff: Diff): Diff {
  const moved: (readonly [Device, Device])[] = [];
  const others: Diff['updated'][number][] = [];
  for (const pair of diff.updated) {
    const [before, after] = pair;
    if (before.kind === 'device' && after.kind === 'device') moved.push([before, after]);
    else others.push(pair);
  }
  return moved.length === 0
    ? diff
    : { ...diff, updated: [...withChildren(design, moved), ...others] };
}

/** The devices among these that no other of them carries along in a bay. */
export function uncarried(design: Design, devices: readonly Device[]): readonly Device[] {
  const ids = new Set(devices.map(({ id }) => id));
  return devices.filter((device) => {
    const passed = new Set<string>();
    let host = device.bay && design.devices.get(device.bay.deviceId);
    while (host && !passed.has(host.id)) {
      if (ids.has(host.id)) return false;
      passed.add(host.id);
      host = host.bay && design.devices.get(host.bay.deviceId);
    }
    return true;
  });
}

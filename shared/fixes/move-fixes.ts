/** Devices elsewhere: where their longest copper is shortest, two in each other's place, or the other way round. */

import { mediumFacts } from '../catalog/index.ts';
import type { Design } from '../model/design.ts';
import { cablesOfDevice, devicesInRack, racksInRow, typeOf } from '../model/design-index.ts';
import { applyDiff, type Diff, EMPTY_DIFF } from '../model/diff.ts';
import { otherFace } from '../model/face.ts';
import type { DeviceId, RackId } from '../model/ids.ts';
import type { Cable, Device } from '../model/records.ts';
import { routeCable } from '../routing/index.ts';
import {
  canPlace,
  canPlaceAll,
  carryAlong,
  firstFreeSlot,
  type Placement,
} from '../rules/index.ts';
import { say } from '../text/index.ts';
import { type Candidate, changing } from './fix.ts';

/** Where a device may go at the most: places tried for one finding. */
const PLACES_MAX = 128;

/** What is remembered of a design: the same device is at the end of many cables. */
function remembered(find: (design: Design, device: Device) => readonly Candidate[]): typeof find {
  const perDesign = new WeakMap<Design, Map<Device, readonly Candidate[]>>();
  return (design, device) => {
    const known = perDesign.get(design) ?? new Map<Device, readonly Candidate[]>();
    perDesign.set(design, known);
    let found = known.get(device);
    if (!found) {
      found = find(design, device);
      known.set(device, found);
    }
    return found;
  };
}

/** The device in the unit, of its own rack or those of its peers, in which its longest copper is shortest. */
export const nearerUnit = remembered((design, device) => {
  if (device.locked || device.mount !== 'rails') return [];
  const cables = copperOf(design, [device]);
  if (cables.length === 0) return [];
  const type = typeOf(design, device);
  const places = placesFor(design, device, cables);
  const local = nearBy(design, device, places, cables);
  const now = longestM(design, cables);
  let best: { readonly placement: Placement; readonly longest: number } | null = null;
  for (const placement of places) {
    const verdict = canPlace(design, type, placement, { ignore: new Set([device.id]) });
    if (!verdict.allowed || verdict.warnings.length > 0) continue;
    const longest = longestM(moved(local, device, placement), cables);
    if (longest < (best?.longest ?? now)) best = { placement, longest };
  }
  if (!best) return [];
  const { placement, longest } = best;
  const rack = design.racks.get(placement.rackId)?.name ?? '';
  const label = say('fixes.move', {
    name: device.name,
    rack,
    u: placement.u,
    before: now.toFixed(2),
    after: longest.toFixed(2),
  });
  const diff = carryAlong(
    design,
    changing([device], (each) => ({ ...each, ...placement })),
  );
  return [{ id: `move:${device.id}:${placement.rackId}:${placement.u}`, label, diff }];
});

/** The design with the devices of these racks and at the ends of these cables alone: copied again and again. */
function nearBy(
  design: Design,
  device: Device,
  places: readonly Placement[],
  cables: readonly Cable[],
): Design {
  const racks = new Set([device.rackId, ...places.map(({ rackId }) => rackId)]);
  const devices = new Map<DeviceId, Device>();
  for (const rackId of racks) {
    for (const near of devicesInRack(design, rackId)) devices.set(near.id, near);
  }
  for (const { ends } of cables) {
    for (const { deviceId } of [...ends.a, ...ends.b]) {
      const end = design.devices.get(deviceId);
      if (end) devices.set(deviceId, end);
    }
  }
  return { ...design, devices };
}

function placesFor(design: Design, device: Device, cables: readonly Cable[]): readonly Placement[] {
  const racks = new Set<RackId>([device.rackId]);
  for (const { ends } of cables) {
    for (const { deviceId } of [...ends.a, ...ends.b]) {
      const rackId = design.devices.get(deviceId)?.rackId;
      if (rackId !== undefined) racks.add(rackId);
    }
  }
  const places: Placement[] = [];
  for (const rackId of racks) {
    const heightU = design.racks.get(rackId)?.heightU ?? 0;
    for (let u = 1; u <= heightU && places.length < PLACES_MAX; u += 1) {
      if (rackId === device.rackId && u === device.u) continue;
      const { mount, bay, face, column } = device;
      places.push({ rackId, mount, bay, face, column, u });
    }
  }
  return places;
}

/** The device and another of its height in each other's place, where the longest copper of both gets shorter. */
export const swapped = remembered((design, device) => {
  if (device.locked || device.mount !== 'rails') return [];
  const type = typeOf(design, device);
  let best: { readonly other: Device; readonly diff: Diff; readonly after: number } | null = null;
  let bestGain = 0;
  let before = 0;
  for (const other of partnersOf(design, device)) {
    const otherType = typeOf(design, other);
    if (otherType.heightU !== type.heightU || otherType.width !== type.width) continue;
    const cables = copperOf(design, [device, other]);
    const now = longestM(design, cables);
    const diff = carryAlong(design, exchange(device, other));
    const occupants = [
      { ...device, ...placeOf(other), type },
      { ...other, ...placeOf(device), type: otherType },
    ];
    const verdict = canPlaceAll(design, occupants, new Set([device.id, other.id]));
    if (!verdict.allowed) continue;
    const local = nearBy(design, device, [placeOf(other)], cables);
    const after = longestM(applyDiff(local, diff), cables);
    if (now - after <= bestGain) continue;
    bestGain = now - after;
    before = now;
    best = { other, diff, after };
  }
  if (!best) return [];
  const label = say('fixes.swap', {
    name: device.name,
    other: best.other.name,
    before: before.toFixed(2),
    after: best.after.toFixed(2),
  });
  return [{ id: `swap:${device.id}:${best.other.id}`, label, diff: best.diff }];
});

/** Devices of the racks that the copper of a device goes to, its own among them. */
function partnersOf(design: Design, device: Device): readonly Device[] {
  const racks = new Set(
    placesFor(design, device, copperOf(design, [device])).map(({ rackId }) => rackId),
  );
  return [...racks]
    .flatMap((rackId) => devicesInRack(design, rackId))
    .filter((other) => other.id !== device.id && !other.locked && other.mount === 'rails')
    .slice(0, PLACES_MAX);
}

function exchange(one: Device, other: Device): Diff {
  return {
    ...EMPTY_DIFF,
    updated: [
      [one, { ...one, ...placeOf(other) }],
      [other, { ...other, ...placeOf(one) }],
    ],
  };
}

function placeOf({ rackId, mount, bay, u, face, column }: Device): Placement {
  return { rackId, mount, bay, u, face, column };
}

/** Devices turned round, so that they breathe by the other face of the rack. */
export function turnedRound(design: Design, devices: readonly Device[]): readonly Candidate[] {
  const turned = devices.map((device) => ({
    ...device,
    face: otherFace(device.face),
  }));
  const occupants = turned.map((device) => ({ ...device, type: typeOf(design, device) }));
  const [first] = devices;
  if (!first || devices.some(({ locked }) => locked)) return [];
  if (!canPlaceAll(design, occupants, new Set(devices.map(({ id }) => id))).allowed) return [];
  const after = new Map(turned.map((device) => [device.id, device]));
  return [
    {
      id: `turn:${first.id}`,
      label: say('fixes.turn', { name: first.name, count: devices.length }),
      diff: carryAlong(
        design,
        changing(devices, (device) => after.get(device.id) ?? device),
      ),
    },
  ];
}

/** Racks looked at for one that takes a device in. */
const RACKS_MAX = 12;

/** One device of a rack that is over its limit into the nearest rack of its row with room for it. */
export function relieved(design: Design, rackId: RackId): readonly Candidate[] {
  const rack = design.racks.get(rackId);
  if (!rack) return [];
  const row = racksInRow(design, rack.rowId);
  const place = row.indexOf(rack);
  const others = row
    .filter((other) => other.id !== rackId)
    .sort((a, b) => Math.abs(row.indexOf(a) - place) - Math.abs(row.indexOf(b) - place))
    .slice(0, RACKS_MAX);
  const movable = devicesInRack(design, rackId).filter(
    (device) => !device.locked && device.mount === 'rails' && isWeighty(design, device),
  );
  return movable.slice(0, RACKS_MAX).flatMap((device): Candidate[] => {
    const type = typeOf(design, device);
    for (const other of others) {
      const slot = firstFreeSlot(design, type, { rackId: other.id, face: device.face });
      if (!slot || canPlace(design, type, slot).warnings.length > 0) continue;
      const label = say('fixes.relieve', { name: device.name, rack: other.name, u: slot.u });
      const diff = carryAlong(
        design,
        changing([device], (each) => ({ ...each, ...slot })),
      );
      return [{ id: `relieve:${device.id}:${other.id}`, label, diff }];
    }
    return [];
  });
}

function isWeighty(design: Design, device: Device): boolean {
  const { category } = typeOf(design, device);
  return category !== 'blank' && category !== 'cable-manager';
}

function moved(design: Design, device: Device, placement: Placement): Design {
  const devices = new Map(design.devices).set(device.id, { ...device, ...placement });
  return { ...design, devices };
}

/** The copper of these devices, each cable once, in the order of ids. */
function copperOf(design: Design, devices: readonly Device[]): readonly Cable[] {
  const ids = new Set(devices.flatMap(({ id }) => [...cablesOfDevice(design, id)]));
  return [...ids].sort().flatMap((id) => {
    const cable = design.cables.get(id);
    return cable && mediumFacts(cable.medium).carrier === 'copper' ? [cable] : [];
  });
}

/** The longest way of these cables, m. */
function longestM(design: Design, cables: readonly Cable[]): number {
  let longest = 0;
  for (const cable of cables) {
    longest = Math.max(longest, (routeCable(design, cable)?.pathMm ?? 0) / 1000);
  }
  return longest;
}

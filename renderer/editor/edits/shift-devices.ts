/** Where a group of devices goes when one of them is taken elsewhere, and where a key sends them. */
import type { Design } from '../../../shared/model/design.ts';
import { orderedRacks, typeOf } from '../../../shared/model/design-index.ts';
import { otherFace } from '../../../shared/model/face.ts';
import type { DeviceId, RackId } from '../../../shared/model/ids.ts';
import { columnsOf } from '../../../shared/model/rack-geometry.ts';
import type { Device } from '../../../shared/model/records.ts';
import { nextFreeSlot, type Placement, uncarried } from '../../../shared/rules/index.ts';
import { devicesOf, moveDevices } from './device-edits.ts';
import { type EditAnswer, refused } from './edit.ts';

/**
 * Placements of a whole group when its anchor goes to `to`: the others keep their distance in units, in
 * racks and in sides. What is in a bay goes with its host, or by itself. Null when a rack would be needed beyond
 * the last one.
 */
export function groupPlacements(
  design: Design,
  group: readonly Device[],
  anchor: Device,
  to: Placement,
): ReadonlyMap<DeviceId, Placement> | null {
  if (anchor.mount === 'bay') return new Map([[anchor.id, to]]);
  const racks = orderedRacks(design).map((rack) => rack.id);
  const rackShift = racks.indexOf(to.rackId) - racks.indexOf(anchor.rackId);
  const turned = to.face !== anchor.face;
  const placements = new Map<DeviceId, Placement>();
  for (const device of uncarried(design, group)) {
    // In a bay that does not move: it stays there.
    if (device.mount === 'bay') continue;
    const rackId = racks[racks.indexOf(device.rackId) + rackShift];
    if (rackId === undefined) return null;
    const columns = device.mount === 'side' ? 2 : columnsOf(typeOf(design, device).width);
    const column = group.length === 1 ? to.column : device.column + to.column - anchor.column;
    placements.set(device.id, {
      rackId,
      mount: device.mount,
      bay: device.bay,
      u: device.u + to.u - anchor.u,
      face: turned ? otherFace(device.face) : device.face,
      column: Math.min(columns - 1, Math.max(0, column)),
    });
  }
  return placements;
}

/** Moves devices up (positive) or down by units. */
export function nudgeDevices(design: Design, ids: Iterable<DeviceId>, byU: number): EditAnswer {
  const moves = new Map<DeviceId, Placement>();
  for (const device of uncarried(design, devicesOf(design, ids))) {
    if (device.mount === 'bay') {
      const next = nextFreeSlot(design, typeOf(design, device), device, byU > 0 ? -1 : 1);
      if (!next) return refused('editor.refused.noFreeSlot', { name: device.name });
      moves.set(device.id, next);
      continue;
    }
    const half = !Number.isInteger(typeOf(design, device).heightU);
    const step = half && Math.abs(byU) === 1 ? byU / 2 : byU;
    moves.set(device.id, { ...device, u: device.u + step });
  }
  return moveDevices(design, moves);
}

/** Moves devices to the place beside: the next column for narrow gear, the next rack for all other. */
export function shiftSideways(
  design: Design,
  ids: Iterable<DeviceId>,
  direction: 1 | -1,
): EditAnswer {
  const racks = orderedRacks(design).map((rack) => rack.id);
  const moves = new Map<DeviceId, Placement>();
  for (const device of uncarried(design, devicesOf(design, ids))) {
    const to = besides(design, racks, device, direction);
    if (!to) return refused('editor.refused.noRackBeside', { name: device.name });
    moves.set(device.id, to);
  }
  return moveDevices(design, moves);
}

function besides(
  design: Design,
  racks: readonly RackId[],
  device: Device,
  direction: 1 | -1,
): Placement | null {
  if (device.mount === 'bay') {
    return nextFreeSlot(design, typeOf(design, device), device, direction);
  }
  const columns = device.mount === 'side' ? 2 : columnsOf(typeOf(design, device).width);
  const column = device.column + direction;
  if (column >= 0 && column < columns) return { ...device, column };
  const rackId = racks[racks.indexOf(device.rackId) + direction];
  return rackId === undefined
    ? null
    : { ...device, rackId, column: direction > 0 ? 0 : columns - 1 };
}

/** Moves each device to the next free slot above (1) or below (-1), jumping over what is taken. */
export function moveToNextFree(
  design: Design,
  ids: Iterable<DeviceId>,
  direction: 1 | -1,
): EditAnswer {
  const devices = [...uncarried(design, devicesOf(design, ids))].sort(
    (a, b) => (b.u - a.u) * direction,
  );
  const moves = new Map<DeviceId, Placement>();
  const ignore = new Set(devices.map((device) => device.id));
  for (const device of devices) {
    const type = typeOf(design, device);
    const also = devices.flatMap((other) => {
      const to = moves.get(other.id);
      return to ? [{ id: other.id, name: other.name, type: typeOf(design, other), ...to }] : [];
    });
    const slot = nextFreeSlot(design, type, device, direction, { ignore, also });
    if (!slot) return refused('editor.refused.noFreeSlot', { name: device.name });
    moves.set(device.id, slot);
  }
  return moveDevices(design, moves);
}

/** Edits of devices: place, move, flip, lock, fill what is empty. */

import type { Design } from '../../../shared/model/design.ts';
import { devicesInRack, typeOf } from '../../../shared/model/design-index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { otherFace } from '../../../shared/model/face.ts';
import type { DeviceId, IdSource, RackId } from '../../../shared/model/ids.ts';
import type { DesignRecord, Device } from '../../../shared/model/records.ts';
import {
  canPlace,
  canPlaceAll,
  firstFreeSlot,
  type Occupant,
  openPlacements,
  type Placement,
  sameBay,
  uncarried,
  withChildren,
} from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import { selectionOf } from '../selection.ts';
import { picturesBrought } from './brought-pictures.ts';
import { changes, type EditAnswer, edited, editLabel, refused, refusedBy } from './edit.ts';
import { nameSource } from './names.ts';

/** The type as the design holds it, or the catalogue's own when it is new to the design. */
export function typeInDesign(design: Design, type: DeviceType): DeviceType {
  return design.deviceTypes.get(type.id) ?? type;
}

/** The type's record when the design does not hold it yet, with the pictures that it is traced from. */
function missingType(design: Design, type: DeviceType): readonly DesignRecord[] {
  return design.deviceTypes.has(type.id) ? [] : [...picturesBrought(design, type), type];
}

/** Name of the first device of a type: what it is, in one word, and a number. */
function firstName(type: DeviceType): string {
  return say(`editor.newDevice.${type.category}`);
}

/** Puts a new device of a type into a rack; the type comes into the design with its first device. */
export function placeDevice(
  design: Design,
  ids: IdSource,
  type: DeviceType,
  placement: Placement,
): EditAnswer {
  const known = typeInDesign(design, type);
  const verdict = canPlace(design, known, placement);
  if (!verdict.allowed) return refusedBy(verdict);
  const names = nameSource([...design.devices.values()].map((device) => device.name));
  const device: Device = {
    kind: 'device',
    id: ids('device'),
    name: names(firstName(known)),
    typeId: known.id,
    ...placementOf(placement),
    locked: false,
    reserved: [],
    notes: '',
    extra: '',
  };
  return edited(
    say('editor.label.place', { name: device.name }),
    { added: [...missingType(design, known), device] },
    selectionOf([device]),
  );
}

/** Puts a new device into the first free slot of a rack. */
export function placeInFirstSlot(
  design: Design,
  ids: IdSource,
  type: DeviceType,
  rackId: RackId,
): EditAnswer {
  const known = typeInDesign(design, type);
  const face = known.heightU === 0 ? 'rear' : 'front';
  const slot = firstFreeSlot(design, known, { rackId, face });
  if (slot) return placeDevice(design, ids, known, slot);
  if (known.lodging !== 'rack') return refused('editor.refused.noFreeBay', { model: known.model });
  const rack = design.racks.get(rackId);
  return refused('editor.refused.rackFull', { rack: rack?.name ?? '', model: known.model });
}

/** The placing fields alone, so that nothing else slips into a record. */
export function placementOf(placement: Placement): Placement {
  const { rackId, mount, bay, u, face, column } = placement;
  return { rackId, mount, bay, u, face, column };
}

/** A device as it would stand after a move. */
export function occupantAt(design: Design, device: Device, placement: Placement): Occupant {
  return {
    id: device.id,
    name: device.name,
    type: typeOf(design, device),
    ...placementOf(placement),
  };
}

/** Moves devices to where the map says, all at once or none. */
export function moveDevices(
  design: Design,
  moves: ReadonlyMap<DeviceId, Placement>,
  labelKey = 'editor.label.move',
): EditAnswer {
  const movable = uncarried(design, devicesOf(design, moves.keys()));
  const pairs = changes(movable, (device) => {
    const to = moves.get(device.id);
    return to ? { ...device, ...placementOf(to) } : device;
  });
  return replaceDevices(design, pairs, labelKey);
}

/** Changes devices, and where they stand, if the rules allow it and none that moves is locked. */
export function replaceDevices(
  design: Design,
  pairs: readonly (readonly [Device, Device])[],
  labelKey: string,
): EditAnswer {
  const moved = pairs.filter(([device, after]) => !samePlacement(device, after));
  const locked = moved.find(([device]) => device.locked);
  if (locked) return refused('editor.refused.locked', { name: locked[0].name });
  const occupants = moved.map(([device, after]) => occupantAt(design, device, after));
  const verdict = canPlaceAll(design, occupants, new Set(occupants.map(({ id }) => id)));
  if (!verdict.allowed) return refusedBy(verdict);
  return edited(
    editLabel(
      labelKey,
      pairs.map(([device]) => device.name),
    ),
    { updated: withChildren(design, pairs) },
  );
}

function samePlacement(a: Placement, b: Placement): boolean {
  return (
    a.rackId === b.rackId &&
    a.mount === b.mount &&
    a.u === b.u &&
    a.face === b.face &&
    a.column === b.column &&
    sameBay(a.bay, b.bay)
  );
}

/** Turns devices round, so that their front looks out of the other face. */
export function flipDevices(design: Design, ids: Iterable<DeviceId>): EditAnswer {
  const moves = new Map<DeviceId, Placement>();
  for (const device of uncarried(design, devicesOf(design, ids))) {
    if (device.mount === 'bay') return refused('editor.refused.turnInBay', { name: device.name });
    moves.set(device.id, { ...device, face: otherFace(device.face) });
  }
  return moveDevices(design, moves, 'editor.label.flip');
}

/** Locks devices, or unlocks them when all are locked. A locked device is neither moved nor deleted. */
export function toggleLock(design: Design, ids: Iterable<DeviceId>): EditAnswer {
  const devices = devicesOf(design, ids);
  const locked = !devices.every((device) => device.locked);
  const pairs = changes(devices, (device) => ({ ...device, locked }));
  const key = locked ? 'editor.label.lock' : 'editor.label.unlock';
  return edited(
    editLabel(
      key,
      pairs.map(([device]) => device.name),
    ),
    { updated: pairs },
  );
}

/**
 * Closes every empty unit of a rack's front with a blanking panel.
 * @param blank a type one unit high
 */
export function blankEmptyUnits(
  design: Design,
  ids: IdSource,
  rackId: RackId,
  blank: DeviceType,
): EditAnswer {
  const rack = design.racks.get(rackId);
  if (!rack) return refused('rules.noRack');
  const type = typeInDesign(design, blank);
  const names = nameSource(devicesInRack(design, rackId).map((device) => device.name));
  const added: Device[] = [];
  for (const placement of openPlacements(design, type, { rackId, face: 'front' })) {
    const name = names(firstName(type));
    const device = {
      id: ids('device'),
      name,
      typeId: type.id,
      locked: false,
      reserved: [],
      notes: '',
      extra: '',
    };
    added.push({ kind: 'device', ...device, ...placement });
  }
  if (added.length === 0) return refused('editor.refused.nothingEmpty', { rack: rack.name });
  return edited(say('editor.label.blank', { rack: rack.name }), {
    added: [...missingType(design, type), ...added],
  });
}

/** The devices of these ids that the design holds. */
export function devicesOf(design: Design, ids: Iterable<DeviceId>): Device[] {
  const devices: Device[] = [];
  for (const id of ids) {
    const device = design.devices.get(id);
    if (device) devices.push(device);
  }
  return devices;
}

/** Copies of things into a design: what paste, duplicate and Alt-drag have in common. */
import { freeTypeId, plainId, saySame } from '../../../shared/library/same-type.ts';
import { hostsFirst } from '../../../shared/model/bays.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { applyDiff, EMPTY_DIFF } from '../../../shared/model/diff.ts';
import { otherFace } from '../../../shared/model/face.ts';
import type { DeviceId, DeviceTypeId, IdSource, RackId } from '../../../shared/model/ids.ts';
import type {
  Area,
  Cable,
  Device,
  Pathway,
  Picture,
  PortRef,
  Rack,
  Waypoint,
} from '../../../shared/model/records.ts';
import { canCable, canPlaceAll, type Placement } from '../../../shared/rules/index.ts';
import { selectionOf } from '../selection.ts';
import { labelsOf } from './cable-edits.ts';
import { placementOf } from './device-edits.ts';
import { type EditAnswer, edited, refusedBy } from './edit.ts';
import { nameSource } from './names.ts';

/** Things taken out of a design, with all they need to stand in another. */
export interface Content {
  readonly racks: readonly Rack[];
  /** What the types are traced from. */
  readonly pictures: readonly Picture[];
  readonly deviceTypes: readonly DeviceType[];
  readonly devices: readonly Device[];
  /** Cables with both ends in `devices`. */
  readonly cables: readonly Cable[];
  readonly areas: readonly Area[];
  readonly pathways: readonly Pathway[];
}

/**
 * The content as it can stand in the design: a type of whose id the design has another comes in beside it, under
 * an id of its own, for devices must not turn into something else on the way.
 */
export function besideOthers(design: Design, content: Content): Content {
  const types = new Map(design.deviceTypes);
  const became = new Map<DeviceTypeId, DeviceType>();
  for (const type of content.deviceTypes) {
    const alike = [...types.values()].find(
      (other) => plainId(other.id) === plainId(type.id) && saySame(other, type),
    );
    const free = types.has(type.id) ? { ...type, id: freeTypeId(types, type.id) } : type;
    const own = alike ?? free;
    types.set(own.id, own);
    became.set(type.id, own);
  }
  const devices = content.devices.map((device) => {
    const typeId = became.get(device.typeId)?.id ?? device.typeId;
    return typeId === device.typeId ? device : { ...device, typeId };
  });
  return { ...content, deviceTypes: [...became.values()], devices };
}

/**
 * Adds copies of the devices at these places, with the cables between them, as one edit.
 * @param placements where each device of the content goes, by its id there
 * @param racks racks that come along; empty when the devices go into racks that are there
 */
export function insertCopies(
  design: Design,
  ids: IdSource,
  content: Content,
  placements: ReadonlyMap<DeviceId, Placement>,
  racks: readonly Rack[],
  label: string,
): EditAnswer {
  const types = content.deviceTypes.filter((type) => !design.deviceTypes.has(type.id));
  const pictures = picturesNeeded(design, content.pictures, types);
  const room = applyDiff(design, { ...EMPTY_DIFF, added: [...types, ...racks] });
  const names = nameSource([...design.devices.values()].map((device) => device.name));
  const copies = new Map<DeviceId, Device>();
  for (const device of hostsFirst({ devices: byId(content.devices) }, content.devices)) {
    const host = device.bay && copies.get(device.bay.deviceId);
    const to = host ? inCopy(device, host, content) : placements.get(device.id);
    if (!to) continue;
    const id = ids('device');
    const placed = { ...placementOf(to), id, name: names(device.name), locked: false };
    copies.set(device.id, { ...device, ...placed });
  }
  const occupants = [...copies.values()].flatMap((device) => {
    const type = room.deviceTypes.get(device.typeId);
    return type ? [{ ...device, type }] : [];
  });
  const verdict = canPlaceAll(room, occupants);
  if (!verdict.allowed) return refusedBy(verdict);
  const filled = applyDiff(room, { ...EMPTY_DIFF, added: [...copies.values()] });
  const came = racks.length > 0 ? racksOf(content, copies) : new Map<RackId, RackId>();
  const cables = copiedCables(filled, ids, content.cables, copies, came);
  const selection = selectionOf(racks.length > 0 ? racks : copies.values());
  const added = [...pictures, ...types, ...racks, ...copies.values(), ...cables];
  return edited(label, { added }, selection);
}

/** The pictures that the new types are traced from and that the design does not have. */
function picturesNeeded(
  design: Design,
  pictures: readonly Picture[],
  types: readonly DeviceType[],
): readonly Picture[] {
  const looked = new Set(
    types.flatMap(({ backdrops }) => backdrops.map(({ pictureId }) => pictureId)),
  );
  return pictures.filter(({ id }) => looked.has(id) && !design.pictures.has(id));
}

/** Devices by their ids. */
export function byId(devices: readonly Device[]): ReadonlyMap<DeviceId, Device> {
  return new Map(devices.map((device) => [device.id, device]));
}

/** What was in a bay is in the same bay of the copy of its host. */
function inCopy(device: Device, host: Device, { devices }: Content): Placement | null {
  const original = devices.find(({ id }) => id === device.bay?.deviceId);
  if (!device.bay || !original) return null;
  const face = original.face === host.face ? device.face : otherFace(device.face);
  const { rackId, u, column } = host;
  const bay = { deviceId: host.id, bayId: device.bay.bayId };
  return { rackId, mount: 'bay', bay, u, column, face };
}

/** The cables between copies. One that the design it comes to does not allow is left out. */
function copiedCables(
  design: Design,
  ids: IdSource,
  cables: readonly Cable[],
  copies: ReadonlyMap<DeviceId, Device>,
  racks: ReadonlyMap<RackId, RackId>,
): Cable[] {
  const labels = nameSource(labelsOf(design));
  return cables.flatMap((cable) => {
    const a = movedEnds(cable.ends.a, copies);
    const b = movedEnds(cable.ends.b, copies);
    if (!a || !b || !canCable(design, { a, b }, cable.medium).allowed) return [];
    const label = labels(cable.label);
    const waypoints = movedPoints(cable, racks);
    return [{ ...cable, id: ids('cable'), label, waypoints, ends: { a, b } }];
  });
}

/** The racks that came along, by those that they are copies of. */
function racksOf(
  { devices }: Content,
  copies: ReadonlyMap<DeviceId, Device>,
): ReadonlyMap<RackId, RackId> {
  return new Map(
    devices.flatMap(({ id, rackId }) => {
      const copy = copies.get(id);
      return copy ? [[rackId, copy.rackId] as const] : [];
    }),
  );
}

/**
 * A copy is led through the copies of the racks that the original is led through, when they come along; else it
 * leads itself.
 */
function movedPoints(
  { waypoints }: Cable,
  became: ReadonlyMap<RackId, RackId>,
): readonly Waypoint[] {
  const moved = waypoints.flatMap((point) => {
    const rackId = became.get(point.rackId);
    return rackId === undefined ? [] : [{ ...point, rackId }];
  });
  return moved.length === waypoints.length ? moved : [];
}

function movedEnds(
  ends: readonly PortRef[],
  copies: ReadonlyMap<DeviceId, Device>,
): PortRef[] | null {
  const moved = ends.flatMap((ref) => {
    const copy = copies.get(ref.deviceId);
    return copy ? [{ deviceId: copy.id, portId: ref.portId }] : [];
  });
  return moved.length === ends.length ? moved : null;
}

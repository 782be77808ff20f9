/** Paste and duplicate: where copies go when nobody dragged them there. */
import type { Design } from '../../../shared/model/design.ts';
import { orderedRacks, orderedRows, racksInRow } from '../../../shared/model/design-index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { DeviceId, IdSource, RackId } from '../../../shared/model/ids.ts';
import type { Device, Rack } from '../../../shared/model/records.ts';
import {
  canPlaceAll,
  firstFreeSlot,
  nearestPlacement,
  type Occupant,
  type Placement,
  uncarried,
} from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import { selectionOf, united } from '../selection.ts';
import { type EditAnswer, refused } from './edit.ts';
import { copiesOnFloor, type FloorAim } from './floor-copies.ts';
import { judged, proposal } from './floor-edit.ts';
import { racksUnder } from './floor-move.ts';
import { besideOthers, byId, type Content, insertCopies } from './insert.ts';
import { nameSource } from './names.ts';

/** Where a person points while pasting: at a rack, or at nothing that devices go into, and on the floor. */
export interface PasteAim {
  readonly rack: RackAim | null;
  readonly floor: FloorAim;
}

export interface RackAim {
  readonly rackId: RackId;
  /** Unit under the pointer; null for anywhere in the rack. */
  readonly u: number | null;
}

/**
 * Puts copies into the design. Racks go to the end of their row; devices keep their distances if the group
 * fits as it is at the aim, or each takes the next free slot; areas and pathways keep theirs wherever they go.
 */
export function pasteContent(
  design: Design,
  ids: IdSource,
  copied: Content,
  aim: PasteAim,
  labelKey: 'editor.label.paste' | 'editor.label.duplicate' = 'editor.label.paste',
): EditAnswer {
  const content = besideOthers(design, copied);
  const inside = content.racks.length > 0 ? content.racks : content.devices;
  const things = [...inside, ...content.areas, ...content.pathways];
  if (things.length === 0) return refused('editor.refused.nothingToPaste');
  const label = say(labelKey, { count: things.length, name: things[0]?.name ?? '' });
  const stood = inside.length === 0 ? null : pasteInside(design, ids, content, aim.rack, label);
  if (things.length === inside.length && stood) return stood;
  if (stood && !stood.ok) return stood;
  const copies = copiesOnFloor(design, ids, content, aim.floor);
  if (!copies) return refused('editor.refused.offPlan');
  const onFloor = [...copies.areas, ...copies.pathways];
  const added = [...(stood?.edit.diff.added ?? []), ...onFloor];
  const selected = selectionOf(onFloor);
  const selection = stood?.edit.selection ? united(stood.edit.selection, selected) : selected;
  const under = copies.areas.flatMap((area) => racksUnder(design, area));
  return judged(design, proposal(label, { added }, under, selection));
}

/** Racks with what stands in them, or devices into racks that are there. */
function pasteInside(
  design: Design,
  ids: IdSource,
  content: Content,
  aim: RackAim | null,
  label: string,
): EditAnswer {
  if (content.racks.length > 0) return pasteRacks(design, ids, content, label);
  const target = aim ?? aimOf(design, content);
  if (!target) return refused('editor.refused.noRackToPaste');
  const loose = uncarried({ ...design, devices: byId(content.devices) }, content.devices);
  const group = { ...content, devices: loose };
  const placements = placeAsGroup(design, group, target) ?? placeOneByOne(design, group, target);
  if (placements.size < loose.length) {
    const rack = design.racks.get(target.rackId);
    return refused('editor.refused.noRoomToPaste', { rack: rack?.name ?? '' });
  }
  return insertCopies(design, ids, content, placements, [], label);
}

/** Without an aim, copies go to the rack they come from, or to the first one. */
function aimOf(design: Design, content: Content): RackAim | null {
  const home = content.devices.find((device) => design.racks.has(device.rackId));
  const rackId = home?.rackId ?? orderedRacks(design)[0]?.id;
  return rackId === undefined ? null : { rackId, u: null };
}

function pasteRacks(design: Design, ids: IdSource, content: Content, label: string): EditAnswer {
  const names = nameSource([...design.racks.values()].map((rack) => rack.name));
  const copies = new Map<RackId, Rack>();
  const orders = new Map<string, number>();
  for (const rack of content.racks) {
    const row = design.rows.get(rack.rowId) ?? orderedRows(design).at(-1);
    if (!row) return refused('editor.refused.noRow');
    const last = orders.get(row.id) ?? racksInRow(design, row.id).at(-1)?.order ?? -1;
    orders.set(row.id, last + 1);
    const place = { id: ids('rack'), rowId: row.id, order: last + 1, name: names(rack.name) };
    copies.set(rack.id, { ...rack, ...place });
  }
  const placements = new Map<DeviceId, Placement>();
  for (const device of content.devices) {
    const rack = copies.get(device.rackId);
    // What is in a bay follows its host, which is among the devices of the rack.
    if (rack && device.mount !== 'bay') placements.set(device.id, { ...device, rackId: rack.id });
  }
  return insertCopies(design, ids, content, placements, [...copies.values()], label);
}

/** The whole group with its lowest device at the aim, over as many racks as it came from; null if it clashes. */
function placeAsGroup(
  design: Design,
  content: Content,
  aim: RackAim,
): ReadonlyMap<DeviceId, Placement> | null {
  const rackMap = targetRacks(design, content, aim.rackId);
  const lowest = Math.min(...content.devices.map((device) => device.u));
  const shift = aim.u === null ? 0 : Math.round(aim.u) - lowest;
  const placements = new Map<DeviceId, Placement>();
  const occupants: Occupant[] = [];
  for (const device of content.devices) {
    const rackId = rackMap.get(device.rackId);
    const type = typeIn(design, content, device);
    if (rackId === undefined || !type || device.mount === 'bay') return null;
    const placement: Placement = { ...device, rackId, u: device.u + shift };
    placements.set(device.id, placement);
    occupants.push({ ...placement, id: device.id, name: device.name, type });
  }
  return canPlaceAll(design, occupants).allowed ? placements : null;
}

/** The rack of the aim for the first rack of the content, and the racks beside it for the others. */
function targetRacks(design: Design, content: Content, first: RackId): ReadonlyMap<RackId, RackId> {
  const racks = orderedRacks(design).map((rack) => rack.id);
  const sources = [...new Set(content.devices.map((device) => device.rackId))];
  sources.sort((a, b) => racks.indexOf(a) - racks.indexOf(b));
  const start = racks.indexOf(first);
  return new Map(
    sources.flatMap((source, index) => {
      const target = racks[start + index];
      return target === undefined ? [] : [[source, target] as const];
    }),
  );
}

function placeOneByOne(
  design: Design,
  content: Content,
  aim: RackAim,
): ReadonlyMap<DeviceId, Placement> {
  const placements = new Map<DeviceId, Placement>();
  const also: Occupant[] = [];
  for (const device of content.devices) {
    const type = typeIn(design, content, device);
    if (!type) continue;
    const wish: Placement = { ...device, rackId: aim.rackId, u: aim.u ?? device.u };
    const slot =
      nearestPlacement(design, type, wish, { also }) ??
      firstFreeSlot(design, type, { rackId: aim.rackId, face: device.face }, { also });
    if (!slot) continue;
    placements.set(device.id, slot);
    also.push({ ...slot, id: device.id, name: device.name, type });
  }
  return placements;
}

function typeIn(design: Design, content: Content, device: Device): DeviceType | undefined {
  return (
    design.deviceTypes.get(device.typeId) ??
    content.deviceTypes.find((type) => type.id === device.typeId)
  );
}

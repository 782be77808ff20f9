/** Devices: those that are new find their place, those that are there are compared. */

import { usualRole } from '../formats/netbox/out/device-rows.ts';
import { withKept } from '../formats/site/kept.ts';
import type { Kept } from '../formats/site/rows.ts';
import type { Design } from '../model/design.ts';
import { typeOf } from '../model/design-index.ts';
import type { DeviceType } from '../model/device-type.ts';
import { applyDiff } from '../model/diff.ts';
import type { DeviceId, RackId } from '../model/ids.ts';
import { columnsOf } from '../model/rack-geometry.ts';
import type { Device } from '../model/records.ts';
import {
  canPlace,
  firstFreeSlot,
  type Occupant,
  type Placement,
  type Reason,
  unitRange,
} from '../rules/index.ts';
import { say } from '../text/index.ts';
import type { DeviceBook, DeviceEntry } from './device-book.ts';
import { differenceOf, differing, keptDifference } from './differences.ts';
import type { Draft } from './draft.ts';
import { folded } from './folded.ts';
import { typesNamed } from './named-type.ts';
import type { FieldDifference } from './plan.ts';
import { rackNamed } from './plan-racks.ts';
import type { BookedRack, RackBook } from './rack-book.ts';
import { identityOf } from './source-rows.ts';

/** Units of a rack that holds what has no place, and how many of them are counted on. */
const HOLDING = { heightU: 60, used: 50 } as const;

/** Plans the devices of the book; their types are known. */
export function planDevices(draft: Draft, book: DeviceBook, racks: RackBook): void {
  const entries = book.entries();
  const fresh = entries.filter(({ there }) => there === null);
  const homes = findHomes(draft, fresh, racks);
  const design = applyDiff(draft.design, {
    added: [...draft.rows, ...draft.racks],
    updated: [],
    removed: [],
  });
  const standing = new Standing(design);
  for (const entry of hostsFirst(fresh, book)) placeNew(draft, entry, book, homes, standing);
  for (const entry of entries)
    if (entry.there) compareDevice(draft, entry, entry.there, racks, standing);
}

/** What stands in the racks beside what the design holds. */
class Standing {
  readonly design: Design;
  readonly #coming = new Map<RackId, Occupant[]>();

  constructor(design: Design) {
    this.design = design;
  }

  add(device: Device, type: DeviceType): void {
    const list = this.#coming.get(device.rackId);
    const occupant = { ...device, type };
    if (list) list.push(occupant);
    else this.#coming.set(device.rackId, [occupant]);
  }

  objection(
    type: DeviceType,
    placement: Placement,
    ignore: ReadonlySet<DeviceId> = new Set(),
  ): Reason | null {
    const also = this.#coming.get(placement.rackId) ?? [];
    return canPlace(this.design, type, placement, { also, ignore }).reasons[0] ?? null;
  }

  free(type: DeviceType, rackId: RackId): Placement | null {
    const also = this.#coming.get(rackId) ?? [];
    return firstFreeSlot(this.design, type, { rackId, face: 'front' }, { also });
  }
}

/** The racks that new devices go into, which are made where they are not there; entries without one are left out. */
function findHomes(
  draft: Draft,
  entries: readonly DeviceEntry[],
  racks: RackBook,
): ReadonlyMap<DeviceEntry, readonly BookedRack[]> {
  const homes = new Map<DeviceEntry, readonly BookedRack[]>();
  const tops = new Map<string, number>();
  for (const { place, type } of entries) {
    const key = place.rack.toLowerCase();
    const top = (place.u ?? 1) + Math.max(1, type?.heightU ?? 1) - 1;
    tops.set(key, Math.max(tops.get(key) ?? 0, top));
  }
  const homeless: DeviceEntry[] = [];
  for (const entry of entries) {
    const { place, row, where, name } = entry;
    if (row && row.row.parent !== '') continue;
    if (place.rack === '') {
      homeless.push(entry);
      continue;
    }
    const wanted = { name: place.rack, site: place.site, location: place.row };
    const topU = Math.ceil(tops.get(place.rack.toLowerCase()) ?? 1);
    const rack = rackNamed(draft, racks, { ...wanted, topU }, where);
    if (rack) homes.set(entry, [rack]);
    else
      draft.fault(where, { column: 'rack', value: place.rack }, 'rack-ambiguous', {
        name: place.rack,
        device: name,
      });
  }
  const holding = holdingRacks(draft, homeless, racks);
  for (const entry of homeless) homes.set(entry, holding);
  return homes;
}

/** Racks for devices that no file gives a place: a person moves them from there. */
function holdingRacks(
  draft: Draft,
  homeless: readonly DeviceEntry[],
  racks: RackBook,
): readonly BookedRack[] {
  const [first] = homeless;
  if (!first) return [];
  const units = homeless.reduce((sum, { type }) => sum + Math.max(1, type?.heightU ?? 1), 0);
  return Array.from({ length: Math.ceil(units / HOLDING.used) }, (_, k) => {
    const name = say('import.holdingRack', { n: k + 1 });
    return rackNamed(
      draft,
      racks,
      { name, site: '', location: '', topU: HOLDING.heightU },
      first.where,
    );
  }).filter((rack) => rack !== null);
}

/** Devices in bays come after what they are in. */
function hostsFirst(entries: readonly DeviceEntry[], book: DeviceBook): readonly DeviceEntry[] {
  const depth = (entry: DeviceEntry, seen: number): number => {
    const host = hostOf(entry, book);
    return host && host.there === null && seen < 8 ? depth(host, seen + 1) + 1 : 0;
  };
  return entries
    .map((entry) => ({ entry, depth: depth(entry, 0) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ entry }) => entry);
}

function hostOf({ row }: DeviceEntry, book: DeviceBook): DeviceEntry | undefined {
  if (!row || row.row.parent === '') return undefined;
  return book.find(row.by, row.file, row.row.parent);
}

function placeNew(
  draft: Draft,
  entry: DeviceEntry,
  book: DeviceBook,
  homes: ReadonlyMap<DeviceEntry, readonly BookedRack[]>,
  standing: Standing,
): void {
  const { type, where, name } = entry;
  if (!type) return;
  const isInBay = (entry.row?.row.parent ?? '') !== '';
  const placement = isInBay
    ? bayPlacement(draft, entry, type, book)
    : rackPlacement(draft, entry, type, homes.get(entry) ?? [], standing);
  if (!placement) return;
  const why = standing.objection(type, placement.at);
  if (why) {
    const place =
      entry.place.u === null ? entry.place.rack : `${entry.place.rack} U${entry.place.u}`;
    draft.forbidden(where, why, 'cannot-stand', { column: '', value: `${name} ${place}`.trim() });
    return;
  }
  const device: Device = {
    kind: 'device',
    id: draft.ids('device'),
    name,
    typeId: type.id,
    ...placement.at,
    locked: false,
    reserved: [],
    notes: entry.row?.row.notes ?? '',
    extra: entry.row
      ? withKept(
          '',
          entry.by,
          newsOf(draft, entry, standing.design.racks.get(placement.at.rackId)?.extra ?? ''),
        )
      : '',
  };
  entry.device = device;
  standing.add(device, type);
  draft.devices.push(device);
  draft.make({
    kind: 'device',
    id: device.id,
    name,
    detail: say('import.detail.device', {
      model: type.model,
      place: placeText(standing.design, device, type),
    }),
    where,
    notes: [...placement.notes, ...entry.notes],
  });
}

interface Planned {
  readonly at: Placement;
  readonly notes: readonly string[];
}

function rackPlacement(
  draft: Draft,
  entry: DeviceEntry,
  type: DeviceType,
  homes: readonly BookedRack[],
  standing: Standing,
): Planned | null {
  const { place, where, name } = entry;
  const [home] = homes;
  if (!home) return null;
  const face = place.face ?? 'front';
  const strip = entry.row?.row.strip ?? null;
  if (place.rack !== '' && place.u !== null && strip !== null && type.heightU === 0) {
    const column = strip === 'left' ? 0 : 1;
    const rackId = home.rack.id;
    return { at: { rackId, mount: 'side', bay: null, u: place.u, face, column }, notes: [] };
  }
  if (place.rack !== '' && place.u !== null && type.heightU > 0) {
    const u = unitIn(home, place.u, type, entry.by);
    const wish: Placement = {
      rackId: home.rack.id,
      mount: 'rails',
      bay: null,
      u,
      face,
      column: entry.row?.row.column ?? 0,
    };
    return { at: freeColumn(wish, type, entry, standing), notes: [] };
  }
  for (const { rack } of homes) {
    const free = standing.free(type, rack.id);
    if (!free) continue;
    const notes = place.rack === '' ? [say('import.note.noRack', { rack: rack.name })] : [];
    if (place.rack !== '' && type.heightU > 0) notes.push(say('import.note.noPosition'));
    return { at: free, notes };
  }
  draft.fault(where, { column: '', value: name }, 'no-room', { rack: home.rack.name });
  return null;
}

/** Gear narrower than the rack takes the first place beside another that is free, where the file names none. */
function freeColumn(
  wish: Placement,
  type: DeviceType,
  entry: DeviceEntry,
  standing: Standing,
): Placement {
  if (entry.row?.row.column !== null && entry.row?.row.column !== undefined) return wish;
  const columns = Array.from({ length: columnsOf(type.width) }, (_, column) => ({
    ...wish,
    column,
  }));
  return columns.find((at) => standing.objection(type, at) === null) ?? wish;
}

/** The lowest unit, counted from the bottom: NetBox counts as the rack's numbers go. */
function unitIn(
  { rack, startingUnit, unitsFromTop }: BookedRack,
  u: number,
  { heightU }: DeviceType,
  by: DeviceEntry['by'],
): number {
  if (by !== 'netbox') return u;
  const place = u - startingUnit + 1;
  return unitsFromTop ? rack.heightU - place - heightU + 2 : place;
}

function bayPlacement(
  draft: Draft,
  entry: DeviceEntry,
  type: DeviceType,
  book: DeviceBook,
): Planned | null {
  const { row, where } = entry;
  const parent = row?.row.parent ?? '';
  const host = hostOf(entry, book) ?? hostInDesign(book, parent);
  if (!host?.device || !host.type) {
    draft.fault(where, { column: 'parent', value: parent }, 'no-host', { parent });
    return null;
  }
  const wanted = (row?.row.bay ?? '').toLowerCase();
  const bay = host.type.bays.find(
    ({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted,
  );
  if (!bay) {
    draft.fault(where, { column: 'device_bay', value: row?.row.bay ?? '' }, 'no-such-bay', {
      host: host.name,
      model: host.type.model,
    });
    return null;
  }
  const { rackId, u, column, face } = host.device;
  const at: Placement = {
    rackId,
    mount: 'bay',
    bay: { deviceId: host.device.id, bayId: bay.id },
    u,
    face,
    column,
  };
  return { at, notes: type.lodging === 'rack' ? [] : [] };
}

function hostInDesign(
  book: DeviceBook,
  name: string,
): Pick<DeviceEntry, 'device' | 'type' | 'name'> | undefined {
  const key = identityOf('netbox', '', name);
  const device = [...book.design.devices.values()].find((one) => folded(one.name) === key);
  return device && { device, type: typeOf(book.design, device), name: device.name };
}

function compareDevice(
  draft: Draft,
  entry: DeviceEntry,
  there: Device,
  racks: RackBook,
  standing: Standing,
): void {
  const { row, where, name, by } = entry;
  const rackExtra = draft.design.racks.get(there.rackId)?.extra ?? '';
  const fields: FieldDifference[] = [
    ...placeDifference(draft, entry, there, racks, standing),
    ...typeDifference(entry, there, draft.design),
    ...(row ? differenceOf('notes', there.notes, row.row.notes, { notes: row.row.notes }) : []),
    ...(row ? keptDifference(there.extra, by, newsOf(draft, entry, rackExtra, there)) : []),
  ];
  if (fields.length === 0) draft.same.devices += 1;
  else draft.differs.push({ kind: 'device', id: there.id, name, where, fields });
}

function placeDifference(
  { design }: Draft,
  entry: DeviceEntry,
  there: Device,
  racks: RackBook,
  standing: Standing,
): FieldDifference[] {
  const { place, by, row } = entry;
  const type = typeOf(design, there);
  if (there.mount === 'bay' || place.rack === '' || (row?.row.parent ?? '') !== '') return [];
  const [home, another] = racks.find({ name: place.rack, site: place.site, location: place.row });
  const ours = placeText(design, there, type);
  const said = [place.rack, place.u === null ? '' : `U${place.u}`, place.face ?? '']
    .join(' ')
    .trim();
  if (!home || another) {
    return [differing('place', ours, said, {}, say('import.blocked.rack', { rack: place.rack }))];
  }
  const u = place.u === null || there.mount === 'side' ? there.u : unitIn(home, place.u, type, by);
  const face = place.face ?? there.face;
  const isWithin = by === 'p2p' && u >= there.u && u <= there.u + Math.max(1, type.heightU) - 1;
  const sameUnit = u === there.u || isWithin;
  if (home.rack.id === there.rackId && sameUnit && (face === there.face || there.mount === 'side'))
    return [];
  const at = { ...there, rackId: home.rack.id, u: sameUnit ? there.u : u, face };
  const why = standing.objection(type, at, new Set([there.id]));
  const { rackId, mount, column, bay } = at;
  const patch = { rackId, mount, u: at.u, face, column, bay };
  return [
    differing('place', ours, placeText(standing.design, at, type), patch, why && blockedBy(why)),
  ];
}

function blockedBy(why: Reason): string {
  return say(why.key, why.args);
}

/** A device that is there keeps its type: other ports would lose their cables. */
function typeDifference({ row }: DeviceEntry, there: Device, design: Design): FieldDifference[] {
  if (!row || row.row.model === '') return [];
  const type = typeOf(design, there);
  if (typesNamed([type], row.row).length > 0) return [];
  const ours = `${type.manufacturer} ${type.model}`.trim();
  const theirs = `${row.row.manufacturer} ${row.row.model}`.trim();
  return [differing('type', ours, theirs, {}, say('import.blocked.type'))];
}

/** What the file says beyond what Plenum would write by itself. */
function newsOf({ design }: Draft, entry: DeviceEntry, rackExtra: string, there?: Device): Kept {
  const kept = entry.row?.row.kept ?? {};
  const known = `${rackExtra}${there?.extra ?? ''}`;
  const type = there ? typeOf(design, there) : entry.type;
  const isUsual = (column: string, text: string): boolean => {
    if (there?.extra.includes(`"${column}":`)) return false;
    if (column === 'status') return text === 'planned';
    if (column === 'role') return type !== null && text === usualRole(type.category);
    if (column === 'site')
      return text === design.settings.name || known.includes(`"site":${JSON.stringify(text)}`);
    if (column !== 'location') return false;
    const rowName = there && design.rows.get(design.racks.get(there.rackId)?.rowId ?? '')?.name;
    return known.includes(`"location":${JSON.stringify(text)}`) || rowName === text || !there;
  };
  return Object.fromEntries(
    Object.entries(kept).filter(([column, text]) => !isUsual(column, text)),
  );
}

/** `R01 U12–U19, rear`. */
function placeText(design: Design, device: Placement, type: DeviceType): string {
  const rack = design.racks.get(device.rackId)?.name ?? '';
  if (device.mount === 'side') return say('import.place.side', { rack });
  if (device.mount === 'bay') return say('import.place.bay', { rack });
  return say('import.place.rails', {
    rack,
    units: unitRange(device.u, type.heightU),
    face: device.face,
  });
}

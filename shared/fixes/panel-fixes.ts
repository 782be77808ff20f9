/** Panels: cable managers beside a device, blanks in open units. */
import { CATALOG_TYPES } from '../catalog/index.ts';
import type { Design } from '../model/design.ts';
import { devicesInRack, typeOf } from '../model/design-index.ts';
import type { DeviceType } from '../model/device-type.ts';
import { type Diff, EMPTY_DIFF } from '../model/diff.ts';
import type { Device, Face, Rack } from '../model/records.ts';
import { leadsAlong } from '../routing/horizontal-manager.ts';
import { canPlace, openPlacements } from '../rules/index.ts';
import { say } from '../text/index.ts';
import type { Candidate } from './fix.ts';

/** A horizontal manager over a device, under it, or both, on the face on which its cables are. */
export function managerCandidates(design: Design, device: Device): readonly Candidate[] {
  const type = typeOf(design, device);
  const manager = typeLike(design, (each) => leadsAlong(each) && each.heightU === 1);
  if (!manager || device.mount !== 'rails') return [];
  const above = device.u + type.heightU;
  const below = device.u - manager.heightU;
  const places = { above: [above], below: [below], both: [above, below] };
  return (['front', 'rear'] as const).flatMap((face) =>
    (['above', 'below', 'both'] as const).flatMap((where) => {
      const diff = placeAll(design, manager, device.rackId, face, places[where]);
      if (!diff) return [];
      const id = `manager:${where}:${face}:${device.id}`;
      return [{ id, label: say('fixes.manager', { name: device.name, where }), diff }];
    }),
  );
}

/** Blanking panels in every open unit of a rack. */
export function blankCandidate(design: Design, rack: Rack): readonly Candidate[] {
  const blank = typeLike(
    design,
    ({ category, heightU, width }) => category === 'blank' && heightU === 1 && width === 'full',
  );
  if (!blank) return [];
  const open = openPlacements(design, blank, { rackId: rack.id, face: 'front' }).map(({ u }) => u);
  const diff = placeAll(design, blank, rack.id, 'front', open);
  if (!diff) return [];
  const label = say('fixes.blank', { name: rack.name, count: open.length });
  return [{ id: `blank:${rack.id}`, label, diff }];
}

/** A type that the design has, else one of the catalogue. */
function typeLike(design: Design, fits: (type: DeviceType) => boolean): DeviceType | undefined {
  return [...design.deviceTypes.values(), ...CATALOG_TYPES].find(fits);
}

/** Puts panels in these units, in the place of blanks that are there; null where one cannot stand. */
function placeAll(
  design: Design,
  type: DeviceType,
  rackId: Rack['id'],
  face: Face,
  units: readonly number[],
): Diff | null {
  if (units.length === 0) return null;
  const own = design.deviceTypes.get(type.id) ?? type;
  const added: Device[] = [];
  const removed = new Map<string, Device>();
  const ids = freshIds(design, type.category === 'blank' ? 'blank' : 'manager');
  for (const u of units) {
    const placement = { rackId, mount: 'rails', bay: null, u, face, column: 0 } as const;
    const blanks = devicesInRack(design, rackId).filter(
      (device) =>
        device.u === u && device.mount === 'rails' && typeOf(design, device).category === 'blank',
    );
    const ignore = new Set(blanks.map(({ id }) => id));
    const also = added.map((device) => ({ ...device, type: own }));
    if (!canPlace(design, own, placement, { ignore, also }).allowed) return null;
    for (const blank of blanks) removed.set(blank.id, blank);
    const id = ids();
    const plain = { typeId: own.id, locked: false, reserved: [], notes: '', extra: '' };
    added.push({ kind: 'device', id, name: `${nameStem(own)}-u${u}`, ...plain, ...placement });
  }
  const types = design.deviceTypes.has(own.id) ? [] : [own];
  const diff: Diff = { ...EMPTY_DIFF, added: [...types, ...added], removed: [...removed.values()] };
  return diff;
}

function nameStem({ category }: DeviceType): string {
  return category === 'blank' ? 'blank' : 'hm';
}

/** Ids that no device has: the same ones for the same design. */
function freshIds(design: Design, stem: string): () => string {
  let last = 0;
  return () => {
    do last += 1;
    while (design.devices.has(`${stem}-${last}`));
    return `${stem}-${last}`;
  };
}

/** Copies of parts on their own face or another one: new ids, new ports, names that are not taken. */
import type { Cage, DeviceType, FaceArea, Port } from '../model/device-type.ts';
import type { Face } from '../model/face.ts';
import type { IdSource } from '../model/ids.ts';
import { bodyWidthMm } from '../model/rack-geometry.ts';
import { type Mm, roundMm } from '../units/length.ts';
import type { Added } from './add-parts.ts';
import { keysOf, type PartBox, type PartRef } from './face-part.ts';
import { freshIds } from './fresh-ids.ts';

/** Copies beside the originals, by an offset. Copies of locked parts are not locked. */
export function duplicateParts(
  type: DeviceType,
  refs: readonly PartRef[],
  dxMm: Mm,
  dyMm: Mm,
  ids: IdSource,
): Added {
  return copyParts(type, refs, ids, (box, face) => ({
    face,
    xMm: box.xMm + dxMm,
    yMm: box.yMm + dyMm,
  }));
}

/**
 * Copies on another face, at the same coordinates, or mirrored so that each lies straight behind its original.
 */
export function copyToFace(
  type: DeviceType,
  refs: readonly PartRef[],
  face: Face,
  mirrored: boolean,
  ids: IdSource,
): Added {
  const width = bodyWidthMm(type);
  return copyParts(type, refs, ids, (box) => ({
    face,
    xMm: mirrored ? width - box.xMm - box.widthMm : box.xMm,
    yMm: box.yMm,
  }));
}

interface Spot {
  readonly face: Face;
  readonly xMm: Mm;
  readonly yMm: Mm;
}

function copyParts(
  type: DeviceType,
  refs: readonly PartRef[],
  ids: IdSource,
  spotOf: (box: PartBox, face: Face) => Spot,
): Added {
  const keys = keysOf(refs);
  const fresh = freshIds(type, ids);
  const placed = (box: FaceArea): Spot => {
    const { face, xMm, yMm } = spotOf(box, box.face);
    return { face, xMm: roundMm(xMm), yMm: roundMm(yMm) };
  };
  const groups = newGroups(type);
  const cageCopies = new Map<string, Cage>();
  const cageNames = new Set(type.cages.map((cage) => cageNameKey(cage)));
  for (const cage of type.cages) {
    if (!keys.has(`cage:${cage.id}`)) continue;
    const spot = placed(cage);
    const name = freeName(
      cage.name,
      (text) => !cageNames.has(cageNameKey({ ...spot, name: text })),
    );
    cageNames.add(cageNameKey({ ...spot, name }));
    cageCopies.set(cage.id, {
      ...cage,
      ...spot,
      id: fresh('cage'),
      name,
      group: groups(cage.group),
      locked: false,
    });
  }
  const ports = copyPorts(type, cageCopies, fresh);
  const shapes = type.shapes
    .filter(({ id }) => keys.has(`shape:${id}`))
    .map((shape) => ({
      ...shape,
      ...placed(shape),
      id: fresh('shape'),
      group: groups(shape.group),
      locked: false,
    }));
  const bayNames = new Set(type.bays.map(({ name }) => name));
  const bays = type.bays.flatMap((bay) => {
    if (!keys.has(`bay:${bay.id}`) || bay.area === null) return [];
    const name = freeName(bay.name, (text) => !bayNames.has(text));
    bayNames.add(name);
    return [{ ...bay, id: fresh('bay'), name, area: { ...bay.area, ...placed(bay.area) } }];
  });
  const added: PartRef[] = [
    ...[...cageCopies.values()].map(({ id }): PartRef => ({ part: 'cage', id })),
    ...shapes.map(({ id }): PartRef => ({ part: 'shape', id })),
    ...bays.map(({ id }): PartRef => ({ part: 'bay', id })),
  ];
  if (added.length === 0) return { type, added };
  return {
    type: {
      ...type,
      cages: [...type.cages, ...cageCopies.values()],
      ports: [...type.ports, ...ports],
      shapes: [...type.shapes, ...shapes],
      bays: [...type.bays, ...bays],
    },
    added,
  };
}

function cageNameKey({ face, name }: { readonly face: Face; readonly name: string }): string {
  return `${face} ${name}`;
}

function copyPorts(type: DeviceType, copies: ReadonlyMap<string, Cage>, fresh: IdSource): Port[] {
  const names = new Set(type.ports.map(({ kind, name }) => `${kind} ${name}`));
  return type.ports.flatMap((port) => {
    const cage = port.cageId === null ? undefined : copies.get(port.cageId);
    if (!cage) return [];
    const name = freeName(port.name, (text) => !names.has(`${port.kind} ${text}`));
    names.add(`${port.kind} ${name}`);
    return [{ ...port, id: fresh('port'), cageId: cage.id, name }];
  });
}

/** Groups of the copies: copies of one group are one group again, apart from the originals. */
function newGroups(type: DeviceType): (group: string) => string {
  const taken = new Set([...type.cages, ...type.shapes].map(({ group }) => group));
  const given = new Map<string, string>();
  return (group) => {
    if (group === '') return '';
    let next = given.get(group);
    if (next === undefined) {
      next = freeName(group, (text) => !taken.has(text));
      taken.add(next);
      given.set(group, next);
    }
    return next;
  };
}

/**
 * The first free name in the row of this one: its last number counted up (`swp31s1` → `swp32s1` is not tried:
 * the last number is that of `s1`), or `name 2` where it has none. An empty name stays empty.
 */
export function freeName(name: string, isFree: (text: string) => boolean): string {
  if (name === '' || isFree(name)) return name;
  const parts = /^(.*?)(\d{1,9})(\D*)$/s.exec(name);
  const [before, start, after] = parts
    ? [parts[1] ?? '', Number(parts[2]), parts[3] ?? '']
    : [`${name} `, 1, ''];
  let number = start + 1;
  while (!isFree(`${before}${number}${after}`)) number += 1;
  return `${before}${number}${after}`;
}

/** Changes parts of a type by reference; what does not change stays the same object, so that nothing is redrawn. */
import type { Bay, Cage, DeviceType, FaceArea, FaceShape } from '../model/device-type.ts';
import type { Face } from '../model/face.ts';
import { roundMm } from '../units/length.ts';
import { keysOf, type PartBox, type PartRef, partKey } from './face-part.ts';

/** What all parts have alike. */
export interface PartPlace extends PartBox {
  readonly face: Face;
}

/** One function for each kind of part; a kind that is left out stays as it is. */
export interface PartChanges {
  readonly cage?: (cage: Cage) => Cage;
  readonly shape?: (shape: FaceShape) => FaceShape;
  readonly bay?: (bay: Bay) => Bay;
}

/** The type with the parts that `refs` name changed; the same type when none is. */
export function mapParts(
  type: DeviceType,
  refs: readonly PartRef[],
  changes: PartChanges,
): DeviceType {
  const keys = keysOf(refs);
  const cages = mapList(type.cages, ({ id }) => keys.has(`cage:${id}`), changes.cage);
  const shapes = mapList(type.shapes, ({ id }) => keys.has(`shape:${id}`), changes.shape);
  const bays = mapList(type.bays, ({ id }) => keys.has(`bay:${id}`), changes.bay);
  if (cages === type.cages && shapes === type.shapes && bays === type.bays) return type;
  return { ...type, cages, shapes, bays };
}

function mapList<T>(
  list: readonly T[],
  isMeant: (item: T) => boolean,
  change: ((item: T) => T) | undefined,
): readonly T[] {
  if (!change) return list;
  let changed = false;
  const next = list.map((item) => {
    if (!isMeant(item)) return item;
    const after = change(item);
    if (after !== item) changed = true;
    return after;
  });
  return changed ? next : list;
}

/**
 * The type with parts at other places. Locked parts stay where they are.
 * @param place the new place of a part, by what it has; the same object for no change
 */
export function placeParts(
  type: DeviceType,
  refs: readonly PartRef[],
  place: (was: PartPlace, ref: PartRef) => PartPlace,
): DeviceType {
  const moved = (was: PartPlace, ref: PartRef): PartPlace => {
    const next = place(was, ref);
    const rounded = {
      face: next.face,
      xMm: roundMm(next.xMm),
      yMm: roundMm(next.yMm),
      widthMm: roundMm(next.widthMm),
      heightMm: roundMm(next.heightMm),
    };
    return isSamePlace(rounded, was) ? was : rounded;
  };
  const open = <Part extends PartPlace & { id: string; locked: boolean }>(
    part: 'cage' | 'shape',
  ): ((was: Part) => Part) => {
    return (was) => {
      if (was.locked) return was;
      const next = moved(was, { part, id: was.id });
      return next === was ? was : { ...was, ...next };
    };
  };
  return mapParts(type, refs, {
    cage: open<Cage>('cage'),
    shape: open<FaceShape>('shape'),
    bay: (bay) => {
      if (bay.area === null) return bay;
      const area: FaceArea = moved(bay.area, { part: 'bay', id: bay.id });
      return area === bay.area ? bay : { ...bay, area };
    },
  });
}

function isSamePlace(a: PartPlace, b: PartPlace): boolean {
  return (
    a.face === b.face &&
    a.xMm === b.xMm &&
    a.yMm === b.yMm &&
    a.widthMm === b.widthMm &&
    a.heightMm === b.heightMm
  );
}

/** The references without those of locked parts. */
export function unlockedOf(type: DeviceType, refs: readonly PartRef[]): PartRef[] {
  const locked = new Set<string>();
  for (const { id, locked: is } of type.cages) if (is) locked.add(`cage:${id}`);
  for (const { id, locked: is } of type.shapes) if (is) locked.add(`shape:${id}`);
  return refs.filter((ref) => !locked.has(partKey(ref)));
}

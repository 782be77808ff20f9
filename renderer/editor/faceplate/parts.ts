/** The parts of a type's faces by their keys, as they are picked, walked and lit. */
import {
  type FacePart,
  type PartRef,
  partKey,
  partsOf,
  withGroups,
} from '../../../shared/faceplate/index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { Face } from '../../../shared/model/records.ts';

/** What `partKey` gives. */
export type PartKey = string;

const known = new WeakMap<DeviceType, ReadonlyMap<PartKey, FacePart>>();

/** All parts by key, in the order in which they are painted. */
export function partsByKey(type: DeviceType): ReadonlyMap<PartKey, FacePart> {
  let parts = known.get(type);
  if (!parts) {
    parts = new Map(partsOf(type).map((part) => [partKey(part.ref), part]));
    known.set(type, parts);
  }
  return parts;
}

/** Where the part lies on its face, mm. */
export function boxOfPart({ xMm, yMm, widthMm, heightMm }: FacePart): Box {
  return { x: xMm, y: yMm, width: widthMm, height: heightMm };
}

/** The parts of these keys that the type has. */
export function pickedParts(type: DeviceType, keys: Iterable<PartKey>): readonly FacePart[] {
  const parts = partsByKey(type);
  return [...keys].flatMap((key) => parts.get(key) ?? []);
}

/** The references of these keys, for the functions that change a type. */
export function refsOf(type: DeviceType, keys: Iterable<PartKey>): readonly PartRef[] {
  return pickedParts(type, keys).map(({ ref }) => ref);
}

/** The part and those that are grouped with it. */
export function withGroup(type: DeviceType, key: PartKey): readonly PartKey[] {
  return withGroups(type, refsOf(type, [key])).map(partKey);
}

/** The keys of parts that stand on a face, in reading order: rows from the top, each from the left. */
export function readingOrder(type: DeviceType, face: Face): readonly PartKey[] {
  return [...partsByKey(type)]
    .filter(([, part]) => part.face === face)
    .toSorted(([, a], [, b]) => rowOf(a) - rowOf(b) || a.xMm - b.xMm)
    .map(([key]) => key);
}

/** Parts whose middles are this near in height are read as one row, mm. */
const ROW_MM = 6;

function rowOf({ yMm, heightMm }: FacePart): number {
  return Math.round((yMm + heightMm / 2) / ROW_MM);
}

/** The parts added, or taken out when all of them were in. */
export function toggledParts(
  selected: ReadonlySet<PartKey>,
  keys: readonly PartKey[],
): ReadonlySet<PartKey> {
  const next = new Set(selected);
  const allIn = keys.every((key) => next.has(key));
  for (const key of keys) {
    if (allIn) next.delete(key);
    else next.add(key);
  }
  return next;
}

/**
 * What is drawn on a face, seen alike: cages, shapes and bays are boxes with a place. A part is told by its
 * kind and its id, since ids are unique within a kind only.
 */
import type { Bay, Cage, DeviceType, FaceShape, FormFactor } from '../model/device-type.ts';
import type { Face } from '../model/face.ts';
import type { BayId, CageId, ShapeId } from '../model/ids.ts';
import type { Mm } from '../units/length.ts';

export type PartRef =
  | { readonly part: 'cage'; readonly id: CageId }
  | { readonly part: 'shape'; readonly id: ShapeId }
  | { readonly part: 'bay'; readonly id: BayId };

/** A part's place and size on its face, mm. */
export interface PartBox {
  readonly xMm: Mm;
  readonly yMm: Mm;
  readonly widthMm: Mm;
  readonly heightMm: Mm;
}

/** A part as it lies on a face. A bay without an area lies nowhere and is none. */
export interface FacePart extends PartBox {
  readonly ref: PartRef;
  /** Name of a cage or a bay, text of a label; empty for other shapes. */
  readonly name: string;
  readonly is: FormFactor | FaceShape['shape'] | 'bay-area';
  readonly face: Face;
  readonly group: string;
  readonly locked: boolean;
  /** True for an opening that is upside down. */
  readonly flipped: boolean;
}

/** Text that is the same for two references to one part, e.g. `cage:osfp-1`: a key of sets and maps. */
export function partKey(ref: PartRef): string {
  return `${ref.part}:${ref.id}`;
}

/** The keys of these parts. */
export function keysOf(refs: readonly PartRef[]): ReadonlySet<string> {
  return new Set(refs.map(partKey));
}

/** The parts of a type, or of one of its faces: shapes, bays, cages, in the order in which they are painted. */
export function partsOf(type: DeviceType, face?: Face): FacePart[] {
  const parts: FacePart[] = [];
  for (const shape of type.shapes) {
    if (face === undefined || shape.face === face) parts.push(partOfShape(shape));
  }
  for (const bay of type.bays) {
    const part = partOfBay(bay);
    if (part && (face === undefined || part.face === face)) parts.push(part);
  }
  for (const cage of type.cages) {
    if (face === undefined || cage.face === face) parts.push(partOfCage(cage));
  }
  return parts;
}

function partOfCage(cage: Cage): FacePart {
  const { id, name, formFactor, ...rest } = cage;
  return { ref: { part: 'cage', id }, name, is: formFactor, ...rest };
}

function partOfShape(shape: FaceShape): FacePart {
  const { id, text, shape: is, openRatio: _, ...rest } = shape;
  return { ref: { part: 'shape', id }, name: text, is, ...rest, flipped: false };
}

function partOfBay({ id, name, area }: Bay): FacePart | null {
  if (area === null) return null;
  const ref = { part: 'bay', id } as const;
  return { ref, name, is: 'bay-area', ...area, group: '', locked: false, flipped: false };
}

/** The box around all of these; null of none. */
export function boundsOf(boxes: readonly PartBox[]): PartBox | null {
  if (boxes.length === 0) return null;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.xMm);
    top = Math.min(top, box.yMm);
    right = Math.max(right, box.xMm + box.widthMm);
    bottom = Math.max(bottom, box.yMm + box.heightMm);
  }
  return { xMm: left, yMm: top, widthMm: right - left, heightMm: bottom - top };
}

/** Parts that are not on a face yet: what the palette hands out, and what they become where they are put. */
import {
  addBay,
  addCageGroup,
  addShape,
  type CageGroup,
  groupParts,
  groupSizeMm,
  type PartBox,
  partKey,
  type ShapeKind,
  setPortFields,
  usualGroup,
  usualShapeSize,
} from '../../../shared/faceplate/index.ts';
import type { Bay, DeviceType, FormFactor } from '../../../shared/model/device-type.ts';
import type { IdSource, PortId } from '../../../shared/model/ids.ts';
import type { Face } from '../../../shared/model/records.ts';
import { roundMm } from '../../../shared/units/length.ts';
import type { PartKey } from './parts.ts';

export type NewPart =
  | {
      readonly kind: 'cages';
      /** Its place is where it is put. */
      readonly group: CageGroup;
      /** Ports that the type has without an opening: they go into this one instead of new ones. */
      readonly ports: readonly PortId[];
    }
  | {
      readonly kind: 'shape';
      readonly shape: ShapeKind;
      readonly widthMm: number;
      readonly heightMm: number;
      readonly text: string;
    }
  | {
      readonly kind: 'bay';
      readonly bay: Bay['kind'];
      readonly widthMm: number;
      readonly heightMm: number;
    };

/** Room that a new shape leaves to the edges of a low face, mm. */
const EDGE_MM = 4;

/** A shape from the palette, no taller than the face. */
export function newShape(shape: ShapeKind, faceMm: number, text: string): NewPart {
  const { width, height } = usualShapeSize(shape);
  const heightMm = Math.min(height, roundMm(Math.max(EDGE_MM, faceMm - EDGE_MM)));
  return { kind: 'shape', shape, widthMm: width, heightMm, text };
}

/** A bay from the palette: as tall as the face leaves it. */
export function newBay(bay: Bay['kind'], faceMm: number): NewPart {
  const { width } = usualShapeSize('bay');
  return {
    kind: 'bay',
    bay,
    widthMm: width,
    heightMm: roundMm(Math.max(EDGE_MM, faceMm - EDGE_MM)),
  };
}

/** Openings from the palette in rows and columns, counted on from those of the type. */
export function newCages(
  type: DeviceType,
  formFactor: FormFactor,
  grid: { readonly rows: number; readonly columns: number },
): NewPart {
  const start = { formFactor, face: 'front', xMm: 0, yMm: 0, ...grid } as const;
  const group = usualGroup(start, type.category);
  return {
    kind: 'cages',
    group: { ...group, first: nextNumber(type, group.cageName) },
    ports: [],
  };
}

/** An opening for ports that the type has without one. */
export function openingForPorts(
  formFactor: FormFactor,
  name: string,
  ports: readonly PortId[],
): NewPart {
  const start = { formFactor, face: 'front', xMm: 0, yMm: 0, rows: 1, columns: 1 } as const;
  return {
    kind: 'cages',
    group: { ...usualGroup(start, 'other'), cageName: name, ports: null },
    ports,
  };
}

/** The number after the highest that names of this pattern bear; 1 where none does. */
function nextNumber(type: DeviceType, pattern: string): number {
  const [before = '', after = ''] = pattern.split('{n}');
  let highest = 0;
  for (const { name } of type.cages) {
    if (!name.startsWith(before) || !name.endsWith(after)) continue;
    const middle = name.slice(before.length, name.length - after.length);
    if (/^\d{1,6}$/.test(middle)) highest = Math.max(highest, Number(middle));
  }
  return highest + 1;
}

/** How much of a face it takes, mm. */
export function sizeOfNew(part: NewPart): Pick<PartBox, 'widthMm' | 'heightMm'> {
  if (part.kind !== 'cages') return { widthMm: part.widthMm, heightMm: part.heightMm };
  const { width, height } = groupSizeMm(part.group);
  return { widthMm: width, heightMm: height };
}

/** The type with the part at a place of a face, and the keys of what came. */
export function withNewPart(
  type: DeviceType,
  part: NewPart,
  at: { readonly face: Face; readonly xMm: number; readonly yMm: number },
  ids: IdSource,
): { readonly type: DeviceType; readonly keys: readonly PartKey[] } {
  const { type: after, added } = addNew(type, part, at, ids);
  return { type: after, keys: added.map(partKey) };
}

function addNew(
  type: DeviceType,
  part: NewPart,
  at: { readonly face: Face; readonly xMm: number; readonly yMm: number },
  ids: IdSource,
): ReturnType<typeof addShape> {
  if (part.kind === 'shape') {
    return addShape(type, part.shape, { ...at, ...sizeOfNew(part) }, ids, part.text);
  }
  if (part.kind === 'bay') return addBay(type, part.bay, { ...at, ...sizeOfNew(part) }, ids);
  const made = addCageGroup(type, { ...part.group, ...at }, ids);
  const [first] = made.added;
  if (part.ports.length > 0 && first?.part === 'cage') {
    return { ...made, type: setPortFields(made.type, part.ports, { cageId: first.id }) };
  }
  return made.added.length > 1 ? { ...made, type: groupParts(made.type, made.added) } : made;
}

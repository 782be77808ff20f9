/** Grouping, locking, naming: what a part is called and what it belongs to. */
import type { DeviceType, FaceShape, Port } from '../model/device-type.ts';
import type { PortId } from '../model/ids.ts';
import { keysOf, type PartRef, partKey, partsOf } from './face-part.ts';
import { mapParts } from './map-parts.ts';

/** The parts as one group, under the first free `group-1`, `group-2`, ...; bays belong to no group. */
export function groupParts(type: DeviceType, refs: readonly PartRef[]): DeviceType {
  const taken = new Set([...type.cages, ...type.shapes].map(({ group }) => group));
  let number = 1;
  while (taken.has(`group-${number}`)) number += 1;
  return setGroup(type, refs, `group-${number}`);
}

/** The parts, each for itself. */
export function ungroupParts(type: DeviceType, refs: readonly PartRef[]): DeviceType {
  return setGroup(type, refs, '');
}

function setGroup(type: DeviceType, refs: readonly PartRef[], group: string): DeviceType {
  return mapParts(type, refs, {
    cage: (cage) => (cage.group === group ? cage : { ...cage, group }),
    shape: (shape) => (shape.group === group ? shape : { ...shape, group }),
  });
}

/** The parts locked, or free again. Bays have no lock. */
export function lockParts(type: DeviceType, refs: readonly PartRef[], locked: boolean): DeviceType {
  return mapParts(type, refs, {
    cage: (cage) => (cage.locked === locked ? cage : { ...cage, locked }),
    shape: (shape) => (shape.locked === locked ? shape : { ...shape, locked }),
  });
}

/** These parts and all that belong to a group with one of them, on the same face: what a click picks. */
export function withGroups(type: DeviceType, refs: readonly PartRef[]): PartRef[] {
  const keys = keysOf(refs);
  const parts = partsOf(type);
  const groups = new Set(
    parts
      .filter(({ ref, group }) => group !== '' && keys.has(partKey(ref)))
      .map(({ face, group }) => `${face} ${group}`),
  );
  return parts
    .filter(({ ref, face, group }) => keys.has(partKey(ref)) || groups.has(`${face} ${group}`))
    .map(({ ref }) => ref);
}

/** A part under another name: a cage's or a bay's name, a label's text. Other shapes have none. */
export function renamePart(type: DeviceType, ref: PartRef, name: string): DeviceType {
  return mapParts(type, [ref], {
    cage: (cage) => (cage.name === name ? cage : { ...cage, name }),
    shape: (shape) =>
      shape.shape !== 'label' || shape.text === name ? shape : { ...shape, text: name },
    bay: (bay) => (bay.name === name ? bay : { ...bay, name }),
  });
}

/** What can be said of a shape apart from its place. */
export type ShapeFields = Partial<Pick<FaceShape, 'openRatio' | 'text'>>;

/** The shapes among the parts with other fields; an open share only on vents, a text only on labels. */
export function setShapeFields(
  type: DeviceType,
  refs: readonly PartRef[],
  { openRatio, text }: ShapeFields,
): DeviceType {
  return mapParts(type, refs, {
    shape: (shape) => {
      if (shape.shape === 'vent' && openRatio !== undefined) return { ...shape, openRatio };
      if (shape.shape === 'label' && text !== undefined) return { ...shape, text };
      return shape;
    },
  });
}

/** The openings among the parts upside down, or upright again. */
export function flipCages(
  type: DeviceType,
  refs: readonly PartRef[],
  flipped: boolean,
): DeviceType {
  return mapParts(type, refs, {
    cage: (cage) => (cage.flipped === flipped || cage.locked ? cage : { ...cage, flipped }),
  });
}

/** What can be said of a port apart from its id. */
export type PortFields = Partial<Omit<Port, 'id'>>;

/** These ports with other fields: name, kind, speed, the opening they sit in. */
export function setPortFields(
  type: DeviceType,
  ids: readonly PortId[],
  fields: PortFields,
): DeviceType {
  const meant = new Set(ids);
  if (!type.ports.some(({ id }) => meant.has(id))) return type;
  return {
    ...type,
    ports: type.ports.map((port) => (meant.has(port.id) ? { ...port, ...fields } : port)),
  };
}

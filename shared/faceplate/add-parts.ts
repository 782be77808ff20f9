/** Putting parts on a face. Every answer names what is new, so that it can be selected. */
import type { Bay, Cage, DeviceType, FaceArea, FaceShape, Port } from '../model/device-type.ts';
import type { CageId, IdSource } from '../model/ids.ts';
import { type Mm, roundMm } from '../units/length.ts';
import { type CageGroup, makeGroup, type PortPlan } from './cage-group.ts';
import type { PartRef } from './face-part.ts';
import { freshIds } from './fresh-ids.ts';
import { nameFrom } from './numbering.ts';

/** A type with something more on it. */
export interface Added {
  readonly type: DeviceType;
  readonly added: readonly PartRef[];
}

/** A group of openings with their ports. @throws RangeError as `planGroup` */
export function addCageGroup(type: DeviceType, group: CageGroup, ids: IdSource): Added {
  const made = makeGroup(group, freshIds(type, ids));
  return withCages(type, made.cages, made.ports);
}

function withCages(type: DeviceType, cages: readonly Cage[], ports: readonly Port[]): Added {
  return {
    type: { ...type, cages: [...type.cages, ...cages], ports: [...type.ports, ...ports] },
    added: cages.map(({ id }) => ({ part: 'cage', id })),
  };
}

export type ShapeKind = FaceShape['shape'];

/** A shape's size when it is put down without being drawn, mm; a person drags it to what it is [assumed]. */
const USUAL_SIZE_MM: Readonly<Record<ShapeKind, readonly [width: Mm, height: Mm]>> = {
  vent: [80, 30],
  handle: [10, 30],
  display: [40, 20],
  label: [40, 6],
  led: [2, 2],
  blank: [60, 30],
  fan: [40, 40],
  bay: [70, 16],
};

/** Open share of a perforated sheet until it is entered, a usual hexagon pattern [assumed]. */
const USUAL_OPEN_RATIO = 0.6;

/** The size that a new shape has where nothing else is said, mm. */
export function usualShapeSize(shape: ShapeKind): { readonly width: Mm; readonly height: Mm } {
  const [width, height] = USUAL_SIZE_MM[shape];
  return { width, height };
}

/** A shape on its area. Vents begin with a usual open share, labels with the text given. */
export function addShape(
  type: DeviceType,
  shape: ShapeKind,
  area: FaceArea,
  ids: IdSource,
  text = '',
): Added {
  const id = freshIds(type, ids)('shape');
  const part: FaceShape = {
    id,
    shape,
    ...roundedArea(area),
    openRatio: shape === 'vent' ? USUAL_OPEN_RATIO : null,
    text: shape === 'label' ? text : '',
    group: '',
    locked: false,
  };
  return { type: { ...type, shapes: [...type.shapes, part] }, added: [{ part: 'shape', id }] };
}

/** A place for a blade, a node, a card or a supply; its position is the lowest number that is free. */
export function addBay(type: DeviceType, kind: Bay['kind'], area: FaceArea, ids: IdSource): Added {
  const taken = new Set(
    type.bays.filter((bay) => bay.kind === kind).map(({ position }) => position),
  );
  let position = 1;
  while (taken.has(String(position))) position += 1;
  const id = freshIds(type, ids)('bay');
  const bay: Bay = {
    id,
    name: `Bay ${position}`,
    kind,
    position: String(position),
    label: '',
    area: roundedArea(area),
  };
  return { type: { ...type, bays: [...type.bays, bay] }, added: [{ part: 'bay', id }] };
}

function roundedArea({ face, xMm, yMm, widthMm, heightMm }: FaceArea): FaceArea {
  return {
    face,
    xMm: roundMm(xMm),
    yMm: roundMm(yMm),
    widthMm: Math.max(0.1, roundMm(widthMm)),
    heightMm: Math.max(0.1, roundMm(heightMm)),
  };
}

/**
 * Ports for an opening that has others or none, named by the plan as if the opening bore the number `n`.
 * @returns the same type where it has no such opening
 */
export function addPorts(
  type: DeviceType,
  cageId: CageId,
  plan: PortPlan,
  n: number,
  ids: IdSource,
): DeviceType {
  if (!type.cages.some(({ id }) => id === cageId)) return type;
  const fresh = freshIds(type, ids);
  const ports = Array.from({ length: plan.count }, (_, k): Port => {
    const numbers = { n, p: plan.firstPlace + k, i: plan.firstRunning + k };
    return {
      id: fresh('port'),
      name: nameFrom(plan.name, numbers),
      kind: plan.kind,
      cageId,
      slug: plan.slug,
      speedGbps: plan.speedGbps,
      lanes: plan.lanes,
      managementOnly: plan.managementOnly,
      label: nameFrom(plan.label, numbers),
      maximumDrawW: plan.maximumDrawW,
    };
  });
  return { ...type, ports: [...type.ports, ...ports] };
}

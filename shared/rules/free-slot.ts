/** Where in a rack there is room: the nearest place to a wish, the next one up or down, the first of all. */
import type { Design } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import { columnsOf } from '../model/rack-geometry.ts';
import type { Rack } from '../model/records.ts';
import { freeBay, nextFreeBay } from './bay-places.ts';
import { canPlace, type Placement, type PlacementOptions } from './placement.ts';

/** Step in which a type is moved: gear of half a unit sits on half units, all other on whole ones. */
export function stepU(type: Pick<DeviceType, 'heightU'>): 0.5 | 1 {
  return Number.isInteger(type.heightU) ? 1 : 0.5;
}

/**
 * The allowed placement nearest to the wished one, in the same rack and on the same face; the wished column
 * wins over another in the same unit. Null when the rack has no room for the type there.
 */
export function nearestPlacement(
  design: Design,
  type: DeviceType,
  wish: Placement,
  options: PlacementOptions = {},
): Placement | null {
  if (type.lodging !== 'rack') return freeBay(design, type, wish, options, wish.bay?.deviceId);
  const near = placementsIn(design, type, wish).sort(
    (a, b) =>
      Math.abs(a.u - wish.u) - Math.abs(b.u - wish.u) ||
      Math.abs(a.column - wish.column) - Math.abs(b.column - wish.column) ||
      a.u - b.u,
  );
  return firstAllowed(design, type, near, options);
}

/**
 * The first free slot of a rack's face from the top down; 0U gear takes a side strip, what goes into a bay the
 * first free one of the rack. Null when it is full.
 */
export function firstFreeSlot(
  design: Design,
  type: DeviceType,
  where: Pick<Placement, 'rackId' | 'face'>,
  options: PlacementOptions = {},
): Placement | null {
  if (type.lodging !== 'rack') return freeBay(design, type, where, options);
  const wish: Placement = {
    ...where,
    mount: type.heightU === 0 ? 'side' : 'rails',
    bay: null,
    u: 1,
    column: 0,
  };
  const upright = type.heightU === 0 ? 1 : -1;
  const slots = placementsIn(design, type, wish).sort(
    (a, b) => upright * (a.u - b.u) || a.column - b.column,
  );
  return firstAllowed(design, type, slots, options);
}

/**
 * The next free slot above (`direction` 1) or below (-1) a placement, jumping over what is taken. Null when
 * there is none.
 */
export function nextFreeSlot(
  design: Design,
  type: DeviceType,
  from: Placement,
  direction: 1 | -1,
  options: PlacementOptions = {},
): Placement | null {
  if (type.lodging !== 'rack') return nextFreeBay(design, type, from, direction, options);
  const slots = placementsIn(design, type, from)
    .filter((slot) => (slot.u - from.u) * direction > 0 && slot.column === from.column)
    .sort((a, b) => (a.u - b.u) * direction);
  return firstAllowed(design, type, slots, options);
}

function firstAllowed(
  design: Design,
  type: DeviceType,
  slots: readonly Placement[],
  options: PlacementOptions,
): Placement | null {
  return slots.find((slot) => canPlace(design, type, slot, options).allowed) ?? null;
}

/** The placements on a face of a rack, from the bottom, that close its open units with a type, one beside another. */
export function openPlacements(
  design: Design,
  type: DeviceType,
  { rackId, face }: Pick<Placement, 'rackId' | 'face'>,
): readonly Placement[] {
  const heightU = design.racks.get(rackId)?.heightU ?? 0;
  const open: Placement[] = [];
  for (let u = 1; u <= heightU; u += type.heightU) {
    const placement: Placement = { rackId, mount: 'rails', bay: null, u, face, column: 0 };
    if (canPlace(design, type, placement).allowed) open.push(placement);
  }
  return open;
}

/** Every slot of the wish's rack, face and mount that the type could have in an empty rack. */
function placementsIn(design: Design, type: DeviceType, wish: Placement): Placement[] {
  const rack = design.racks.get(wish.rackId);
  if (!rack) return [];
  const columns = wish.mount === 'side' ? 2 : columnsOf(type.width);
  const slots: Placement[] = [];
  for (let u = 1; u <= highestU(rack, type); u += stepU(type)) {
    for (let column = 0; column < columns; column += 1) slots.push({ ...wish, u, column });
  }
  return slots;
}

function highestU(rack: Rack, type: DeviceType): number {
  return rack.heightU - Math.max(1, type.heightU) + 1;
}

/** What may be done to a design, and why not. */

export {
  bayPlacesIn,
  carryAlong,
  freeBay,
  nextFreeBay,
  sameBay,
  uncarried,
  withChildren,
} from './bay-places.ts';
export { checkDesign } from './check-design.ts';
export { canCable, canConnect, endsBetween, mediaFor, whyNoCable } from './connection.ts';
export { freeDataPorts, isKept } from './free-ports.ts';
export {
  firstFreeSlot,
  nearestPlacement,
  nextFreeSlot,
  openPlacements,
  stepU,
} from './free-slot.ts';
export { canPlace, canPlaceAll, type Occupant, type Placement, unitRange } from './placement.ts';
export { portAt, samePort } from './port-lookup.ts';
export { type Reason, reason, sayReason, type Verdict } from './verdict.ts';

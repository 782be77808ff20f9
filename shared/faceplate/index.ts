/**
 * Drawing the faces of a device type: pure functions from type to type, what they make, and what is wrong with it.
 * Parts are named by `PartRef`; ids come from an `IdSource` that the caller gives; lengths are mm on the face.
 *
 * - panel: `faceFrame(type, face)` is size, ears, opening, unit lines, rail holes
 * - parts: `partsOf(type, face?)`, `partKey`, `boundsOf`, `withGroups` (what a click picks)
 * - groups of openings: `usualGroup(start, category)` → `countedOn(type, group)` →
 *   `addCageGroup(type, group, ids)`; `groupOf(type, cageIds)` reads
 *   one back, `regroup(type, cageIds, group, ids)` changes it and keeps ids; `splitPlan` breaks ports out; `renumber`
 * - edits: `addShape`, `addBay`, `addPorts`, `removeParts` (ask `portsOfParts` for cables first), `removePorts`,
 *   `moveParts` (nudge by `NUDGE_MM`), `setPartBox`, `resizeParts`, `mirror…`, `moveToOtherFace`, `duplicateParts`,
 *   `copyToFace`, `alignParts`, `distributeParts`, `groupParts`, `ungroupParts`, `lockParts`, `renamePart`,
 *   `setShapeFields`, `flipCages`, `setPortFields`; an edit that changes nothing returns the same type
 * - checks: `faceChecks(type)`, `sayFaceCheck(check)`
 * - room: `faceRoom(type, face)`; `spotsOnFace(type, face, formFactor)` are the places that are left
 * - dragging: `snapMove(field, held, dx, dy, tolerance)`, `snapSides` for handles, with guides; exact fields: `parseQuantity` of shared/units
 * - imports: `layOut(type, openings, ids)` finds plausible places
 * - types: `newType(id, words)`, `copyOfType(type, id)`
 */
export {
  type Added,
  addBay,
  addCageGroup,
  addPorts,
  addShape,
  type ShapeKind,
  usualShapeSize,
} from './add-parts.ts';
export {
  ALIGNMENTS,
  type Alignment,
  alignParts,
  distributeParts,
  LEAST_TO_ALIGN,
  LEAST_TO_DISTRIBUTE,
  type Spacing,
} from './arrange-parts.ts';
export { type Spot, spotsOnFace } from './cage-fit.ts';
export {
  type CageGroup,
  countedOn,
  type GroupStart,
  groupSizeMm,
  makeGroup,
  type PortPlan,
  planGroup,
  splitPlan,
  usualGroup,
  usualPorts,
} from './cage-group.ts';
export { copyToFace, duplicateParts } from './copy-parts.ts';
export { FACE_CHECK_CODES, type FaceCheck, type FaceCheckCode } from './face-check.ts';
export { faceChecks, sayFaceCheck } from './face-checks.ts';
export { type FaceFrame, faceFrame, isStrip } from './face-frame.ts';
export {
  boundsOf,
  type FacePart,
  keysOf,
  type PartBox,
  type PartRef,
  partKey,
  partsOf,
} from './face-part.ts';
export { type FaceRoom, faceRoom, moreThatFit, type RoomFor } from './face-room.ts';
export { groupOf } from './group-of.ts';
export {
  flipCages,
  groupParts,
  lockParts,
  type PortFields,
  renamePart,
  type ShapeFields,
  setPortFields,
  setShapeFields,
  ungroupParts,
  withGroups,
} from './group-parts.ts';
export { type LaidOut, type LooseOpening, layOut, usualFace } from './lay-out.ts';
export { unlockedOf } from './map-parts.ts';
export {
  mirrorLeftRight,
  mirrorTopBottom,
  moveParts,
  moveToOtherFace,
  NUDGE_MM,
  resizeParts,
  setPartBox,
} from './move-parts.ts';
export { copyOfType, type NewType, newType } from './new-type.ts';
export {
  countedPlaces,
  type GridPlace,
  NUMBERING_ORDERS,
  type NumberingOrder,
  nameFrom,
} from './numbering.ts';
export { type OpeningSize, openingSize, plugReach } from './openings.ts';
export {
  type MovedSides,
  type SnapField,
  type Snapped,
  type SnappedSides,
  snapMove,
  snapSides,
} from './part-snapping.ts';
export { partWords } from './part-words.ts';
export { type Regrouped, type Renumbering, regroup, renumber } from './regroup.ts';
export { portsOfParts, removeParts, removePorts } from './remove-parts.ts';
export { SNAP_REASONS, type SnapGuide, type SnapReason } from './snap-guide.ts';

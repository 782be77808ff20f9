/**
 * Where cables are drawn, as the hit test needs it. The canvas registers what it paints, so that what is
 * seen is what is hit.
 */

import type { Layout } from '../../shared/drawing/layout.ts';
import type { Design } from '../../shared/model/design.ts';
import type { CableId, RackId } from '../../shared/model/ids.ts';
import type { Face } from '../../shared/model/records.ts';

/** One drawn line of a cable: `x0, y0, x1, y1, ...`. */
export interface CableLine {
  readonly cableId: CableId;
  readonly points: readonly number[];
}

/** The same array must be given as long as the lines are the same: the index is kept by its identity. */
export interface CableGeometry {
  /** Lines on one face of a rack, in rack-face millimetres. */
  linesOnFace(design: Design, rackId: RackId, face: Face): readonly CableLine[];
  /** Lines between the racks, in world millimetres: those that are drawn, in a list for each row that they end in. */
  linesBetweenRacks(design: Design, layout: Layout): readonly (readonly CableLine[])[];
  /** Whether a cable can be taken: what a filter leaves out cannot. */
  isShown(id: CableId): boolean;
}

const NONE: readonly CableLine[] = [];

/** Before a canvas is there, no cable is drawn. */
export const NO_CABLE_GEOMETRY: CableGeometry = {
  linesOnFace: () => NONE,
  linesBetweenRacks: () => [],
  isShown: () => true,
};

/** What a route says. It is computed, never stored: it follows when a device moves. */
import type { CableId, DeviceId, RackId } from '../model/ids.ts';
import type { Face, PortRef } from '../model/records.ts';
import type { Mm } from '../units/length.ts';

/** One piece of the way, in the order from the A end to the B end. */
export interface RoutePart {
  readonly part:
    | 'plug'
    | 'manager'
    | 'lateral'
    | 'vertical'
    | 'depth'
    /** Over the racks as it is assumed: up and down, along the row, across the aisles. */
    | 'rise'
    | 'row'
    | 'aisle'
    /** Up to a drawn pathway or down to it, outside of the rack; and along it. */
    | 'drop'
    | 'pathway';
  readonly lengthMm: Mm;
}

/** Where a cable leaves a rack's face. Coordinates are rack-face coordinates (`rack-geometry.ts`). */
export interface RouteEnd {
  readonly ref: PortRef;
  readonly rackId: RackId;
  /** Outer height of that rack. */
  readonly rackHeightMm: Mm;
  /** The face of the rack that the port looks out of. */
  readonly face: Face;
  readonly xMm: Mm;
  readonly yMm: Mm;
  /** The horizontal manager it runs in to the side; null when it runs across the device's own face. */
  readonly managerId: DeviceId | null;
  /** y at which it runs to the side: the middle of the free band next to its port, or of the manager. */
  readonly leadYMm: Mm;
  /** How much of its way into the manager lies over the device's own face, mm; 0 where it takes none. */
  readonly dropMm: Mm;
  /** The side it is led to, as one looks at that face. */
  readonly side: 'left' | 'right';
  /** x of the vertical run in the side strip. */
  readonly stripXMm: Mm;
}

export interface Route {
  readonly cableId: CableId;
  /** Ends A first; one per distinct cage the cable ends in, at its centre. */
  readonly ends: readonly RouteEnd[];
  /** Parts of the longest leg. */
  readonly parts: readonly RoutePart[];
  /** Length of the longest leg along its parts, mm. */
  readonly pathMm: Mm;
  /** Between which lengths that leg really is, because something on the way is assumed; mm. */
  readonly shortestMm: Mm;
  readonly longestMm: Mm;
  /** True when the legs stay in one rack. */
  readonly inRack: boolean;
  /** True when its longest leg leaves its racks under the floor. */
  readonly underFloor: boolean;
  /** True where pathways are drawn, and none leads from the one rack of its longest leg to the other. */
  readonly offPathways: boolean;
  /** The racks in which its nearer side is full, so that it goes to the other one. */
  readonly turnedIn: readonly RackId[];
  /** What was assumed on the way, as message keys of `analysis.assumed.*`. */
  readonly assumed: readonly string[];
}

/** Where a port is on its rack, in rack-face coordinates. */
export interface PortPosition {
  readonly rackId: RackId;
  /** The face of the rack that the port looks out of. */
  readonly face: Face;
  readonly xMm: Mm;
  readonly yMm: Mm;
  /** True when the type does not say where the port is, so that it was spread over the face. */
  readonly assumed: boolean;
}

/**
 * What of a cable runs over one face of one rack: along the face at `end.leadYMm` from the port to
 * `end.stripXMm`, then up or down in the side strip to `toYMm`. The runs of one cable join: the other ends
 * in the rack run to the level of the first, and a run that leaves the rack goes to its top, y = 0, or to its feet.
 */
export interface RackRun {
  readonly cableId: CableId;
  readonly end: RouteEnd;
  readonly toYMm: Mm;
  /** How it goes on from there: to the other face, over the rack's top, under its feet, or not at all. */
  readonly onward: 'none' | 'depth' | 'top' | 'bottom';
}

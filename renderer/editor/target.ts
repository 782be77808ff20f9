/** What lies under the pointer, or under the keyboard's focus. */
import type { CableId, DeviceId, RackId } from '../../shared/model/ids.ts';
import type { Face, PortRef } from '../../shared/model/records.ts';
import type { PartKey } from './faceplate/parts.ts';

/** The name of a rack above its face: the handle by which the rack is taken. */
interface RackTitleTarget {
  readonly kind: 'rack-title';
  readonly rackId: RackId;
  readonly face: Face;
}

/** Free room of a rack's face: at the rails (`u` is the unit under the pointer) or on the frame (`u` null). */
interface RackTarget {
  readonly kind: 'rack';
  readonly rackId: RackId;
  readonly face: Face;
  readonly u: number | null;
}

interface DeviceTarget {
  readonly kind: 'device';
  readonly deviceId: DeviceId;
  readonly rackId: RackId;
  /** The face of the rack on which it is seen. */
  readonly face: Face;
}

interface PortTarget {
  readonly kind: 'port';
  readonly ref: PortRef;
  readonly rackId: RackId;
  readonly face: Face;
}

interface CableTarget {
  readonly kind: 'cable';
  readonly cableId: CableId;
}

/** A point that a cable is led by, by its place among them. */
interface WaypointTarget {
  readonly kind: 'waypoint';
  readonly cableId: CableId;
  readonly index: number;
}

/** A part of the faceplate that is drawn. */
interface PartTarget {
  readonly kind: 'part';
  readonly part: PartKey;
}

/** Bare metal of a face of the type that is drawn. */
interface FaceTarget {
  readonly kind: 'face';
  readonly face: Face;
}

interface CanvasTarget {
  readonly kind: 'canvas';
}

export type Target =
  | RackTitleTarget
  | RackTarget
  | DeviceTarget
  | PortTarget
  | CableTarget
  | WaypointTarget
  | PartTarget
  | FaceTarget
  | CanvasTarget;

/** Whether two targets are the same thing, so that hovering over one thing is one change of state. */
export function sameTarget(a: Target | null, b: Target | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || a.kind !== b.kind) return false;
  return JSON.stringify(a) === JSON.stringify(b);
}

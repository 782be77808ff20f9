/**
 * A faceplate that is being drawn: which type, which of its faces are shown, and what of it is selected. It is
 * not in the design; what is drawn is, as one edit of the type for each gesture.
 */
import type { Design } from '../../../shared/model/design.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { DeviceTypeId } from '../../../shared/model/ids.ts';
import type { Cable, Face } from '../../../shared/model/records.ts';
import type { Camera } from '../camera.ts';
import type { Point } from '../geometry.ts';
import { type PartKey, partsByKey } from './parts.ts';

/** Two points of a picture behind a face, mm on that face; null for one that is still to be picked. */
interface Measuring {
  /** Place of the backdrop in its type. */
  readonly backdrop: number;
  readonly from: Point | null;
  readonly to: Point | null;
}

/** A drawing that would take cables with it: it waits for the person's word. */
interface Waiting {
  readonly after: DeviceType;
  readonly label: string;
  readonly selected: ReadonlySet<PartKey>;
  readonly cables: readonly Cable[];
}

/** Which faces are shown. */
export type FacesShown = 'both' | Face;

export interface FaceplateState {
  readonly typeId: DeviceTypeId;
  readonly faces: FacesShown;
  readonly selected: ReadonlySet<PartKey>;
  /** The type as a running gesture would leave it; null while none does. */
  readonly draft: DeviceType | null;
  /** What is asked of the person before it is drawn; null for nothing. */
  readonly waiting: Waiting | null;
  /** The points that are picked to tell a picture's scale; null while none are. */
  readonly measuring: Measuring | null;
  /** How strongly pictures behind the faces show, 0..1. */
  readonly backdropOpacity: number;
  /** The check that was clicked last: its parts are lit. */
  readonly lit: ReadonlySet<PartKey>;
  /** Whether things snap to each other while they are dragged. */
  readonly snapping: boolean;
  /** Where the racks were looked at from. */
  readonly racksCamera: Camera;
}

export const NO_PARTS: ReadonlySet<PartKey> = new Set();

/** The type that is being drawn, as the gesture would leave it. @throws RangeError when the design lost it */
export function shownType(design: Design, faceplate: FaceplateState): DeviceType {
  const type = faceplate.draft ?? design.deviceTypes.get(faceplate.typeId);
  if (!type) throw new RangeError(`the design has no type ${faceplate.typeId}`);
  return type;
}

/** The faceplate after a change of the design: what is gone is let go of. Null when its type is gone. */
export function faceplateAfter(
  faceplate: FaceplateState | null,
  design: Design,
): FaceplateState | null {
  if (!faceplate) return null;
  const type = design.deviceTypes.get(faceplate.typeId);
  if (!type) return null;
  const there = partsByKey(type);
  const kept = (keys: ReadonlySet<PartKey>): ReadonlySet<PartKey> =>
    [...keys].every((key) => there.has(key))
      ? keys
      : new Set([...keys].filter((key) => there.has(key)));
  return {
    ...faceplate,
    draft: null,
    waiting: null,
    measuring: null,
    selected: kept(faceplate.selected),
    lit: kept(faceplate.lit),
  };
}

/**
 * What a tool shows over the drawing while a gesture runs: plain data in world millimetres, which the canvas
 * paints. Nothing of it is in the design; when the gesture ends the overlay is empty again.
 */
import type { DeviceType } from '../../shared/model/device-type.ts';
import type { Diff } from '../../shared/model/diff.ts';
import type { DeviceId, RackId } from '../../shared/model/ids.ts';
import type { MediumId } from '../../shared/model/medium.ts';
import type { Box } from '../../shared/model/rack-geometry.ts';
import type { Face, PortRef } from '../../shared/model/records.ts';
import type { Point } from './geometry.ts';

/** A device where it would land, at true size. */
export interface Ghost {
  /** The device it is, or would become; null where it cannot land. */
  readonly deviceId: DeviceId | null;
  /** World box. */
  readonly box: Box;
  readonly type: DeviceType;
  /** The face of the type that is seen there. */
  readonly typeFace: Face;
  readonly name: string;
  readonly allowed: boolean;
}

/** A line that says why something snapped: its label is shown beside it. */
export interface Guide {
  readonly kind: 'snap' | 'insertion';
  readonly from: Point;
  readonly to: Point;
  readonly label: string;
}

/** The sentence beside the pointer: why not, what to mind, or what would happen. */
export interface OverlayMessage {
  readonly tone: 'refused' | 'warning' | 'info';
  readonly text: string;
  /** World point it is shown beside. */
  readonly at: Point;
}

/** A port that can take the cable in hand, or the one it is about to take. */
export interface CandidatePort {
  readonly ref: PortRef;
  /** World box of the port's opening. */
  readonly box: Box;
  readonly state: 'start' | 'can-take' | 'aimed' | 'refused';
}

export interface CablePreview {
  readonly from: Point;
  readonly to: Point;
  readonly medium: MediumId;
  readonly allowed: boolean;
}

export type Cursor =
  | 'default'
  | 'pointer'
  | 'grab'
  | 'grabbing'
  | 'move'
  | 'copy'
  | 'crosshair'
  | 'resize-x'
  | 'resize-y'
  | 'resize-falling'
  | 'resize-rising'
  | 'not-allowed';

export interface Overlay {
  readonly ghosts: readonly Ghost[];
  /** Devices that are in the hand: the base drawing leaves them out while the ghosts stand for them. */
  readonly liftedDevices: ReadonlySet<DeviceId>;
  /** What letting go now would do to the design; null for nothing. The analysis tries it. */
  readonly tentative: Diff | null;
  /** The rack that is being reordered, drawn faded. */
  readonly liftedRack: RackId | null;
  readonly guides: readonly Guide[];
  readonly message: OverlayMessage | null;
  /** World box of the marquee. */
  readonly marquee: Box | null;
  readonly cable: CablePreview | null;
  /** Lines of the way that the selected cable would be led, world points. */
  readonly ways: readonly (readonly Point[])[];
  /** Legs of the cable in hand that are plugged in already. */
  readonly legs: readonly CablePreview[];
  readonly candidates: readonly CandidatePort[];
  readonly cursor: Cursor;
  /** What the keys do now, for the status bar; empty when there is nothing to say. */
  readonly hint: string;
}

export const EMPTY_OVERLAY: Overlay = {
  ghosts: [],
  liftedDevices: new Set(),
  tentative: null,
  liftedRack: null,
  guides: [],
  message: null,
  marquee: null,
  cable: null,
  ways: [],
  legs: [],
  candidates: [],
  cursor: 'default',
  hint: '',
};

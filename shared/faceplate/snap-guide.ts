/** The line that tells why something in the hand comes to lie where it does. */
import type { Mm } from '../units/length.ts';

export const SNAP_REASONS = ['unit', 'body', 'centre', 'edge', 'middle', 'pitch', 'gap'] as const;
/** Best first: of two pulls that are equally near, the one that means more to a faceplate wins. */
export type SnapReason = (typeof SNAP_REASONS)[number];

/** A line to show while a pull holds. */
export interface SnapGuide {
  /** `x`: a vertical line at an x; `y`: a level line at a y. */
  readonly axis: 'x' | 'y';
  readonly atMm: Mm;
  /** From where to where it goes along the other axis. */
  readonly fromMm: Mm;
  readonly toMm: Mm;
  readonly reason: SnapReason;
  /** Message key of the reason, `faceplate.snap.…`, with the arguments it needs. */
  readonly key: string;
  readonly args: { readonly mm: number };
}

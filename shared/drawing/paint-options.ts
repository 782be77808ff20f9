/** What a caller decides about a drawing: colours, level of detail, and what is told about devices and ports. */
import type { Severity } from '../analysis/types.ts';
import type { CableId, DeviceId } from '../model/ids.ts';
import type { Box } from '../model/rack-geometry.ts';
import type { PortRef } from '../model/records.ts';
import type { Palette } from './palette.ts';

/** How a port stands out while one works with it; `null` leaves what the design says (free, kept or used). */
export type PortState = 'free' | 'used' | 'hover' | 'candidate' | 'refused';

/**
 * `anywhere`: over ports at the left where a face has no free area. `clear`: never over ports. `strips`:
 * only on 0U gear, because the other names stand beside the rack.
 */
export type LabelPlaces = 'anywhere' | 'clear' | 'strips';

/** What stands above a rack. Texts are ready to print. */
export interface RackTitle {
  readonly name: string;
  readonly detail: string;
}

/** Which pictures behind faces are shown: those that are wanted in racks, or in print. */
export type PictureUse = 'racks' | 'print';

export interface PaintOptions {
  readonly palette: Palette;
  /** Pixels per millimetre on the surface: the level of detail. `Infinity` on paper. */
  readonly pxPerMm: number;
  readonly showLabels: boolean;
  /** Ports show the colour of the cable in them. */
  readonly showCables: boolean;
  /** Ports of the other cables step back; all are meant when it is left out. */
  readonly cablesMeant?: ReadonlySet<CableId>;
  /** Where names may stand; anywhere when it is left out. */
  readonly labelPlaces?: LabelPlaces;
  /** Which of the pictures that faces were traced from show; none when it is left out. */
  readonly pictures?: PictureUse;
  /** Smaller lettering is left out, em in mm; on a screen the pixels decide. */
  readonly smallestTextMm?: number;
  readonly title?: RackTitle;
  /** Used share of the rack, 0..1, for the box it is far out; otherwise taken from its devices. */
  readonly utilisation?: number;
  /** Only what touches this box is drawn; rack-face coordinates, mm. */
  readonly visible?: Box;
  /** Devices that are drawn elsewhere meanwhile: lifted by a drag. */
  readonly lifted?: ReadonlySet<DeviceId>;
  /** The worst open finding of a device: drawn as a badge. */
  readonly severityOf?: (deviceId: DeviceId) => Severity | null;
  /** Asked for every visible port when given: give it only while ports light up. */
  readonly portState?: (ref: PortRef) => PortState | null;
}

/** How much of a face is drawn. */
export type Detail = 'far' | 'body' | 'ports' | 'full';

/** Below this width on screen a rack is one box with its load, px. */
export const RACK_CHIP_PX = 12;
/** Smallest lettering that is drawn, px. */
const SMALLEST_TEXT_PX = 6;

/** Whether lettering of that size, em in mm, can be read at this scale. */
export function legible(
  sizeMm: number,
  { pxPerMm, smallestTextMm = 0 }: Pick<PaintOptions, 'pxPerMm' | 'smallestTextMm'>,
): boolean {
  return sizeMm * pxPerMm >= SMALLEST_TEXT_PX && sizeMm >= smallestTextMm;
}

/**
 * The level of detail at a scale. A port is about 12 mm across, so it is 4 px from 0.32 px/mm on; a unit is
 * 4 px high from 0.09 px/mm on; below, a device is one box.
 */
export function detailAt(pxPerMm: number): Detail {
  if (pxPerMm >= 0.9) return 'full';
  if (pxPerMm >= 0.32) return 'ports';
  return pxPerMm >= 0.09 ? 'body' : 'far';
}

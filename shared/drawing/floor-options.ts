/** What a caller decides about a drawing of the plan: colours, level of detail, and what is told about its parts. */
import type { Severity } from '../analysis/types.ts';
import type { PathwayId, RackId } from '../model/ids.ts';
import type { Box } from '../model/rack-geometry.ts';
import type { Mm } from '../units/length.ts';
import type { Step } from './overlays/overlay-kind.ts';
import { type CableLook, lookPaint, type Palette } from './palette.ts';
import type { Paint } from './surface.ts';

export interface FloorOptions {
  readonly palette: Palette;
  /** Pixels per millimetre of floor on the surface: the level of detail. `Infinity` on paper. */
  readonly pxPerMm: number;
  /** Millimetres of floor in one of paper; lines and letters are as wide as on any sheet. Left out on a screen. */
  readonly scale?: number;
  /** Only what touches this box is drawn; plan coordinates, mm. */
  readonly visible?: Box;
  /** Racks that are drawn elsewhere meanwhile: lifted by a drag. */
  readonly lifted?: ReadonlySet<RackId>;
  /**
   * Width of the trays that are assumed over the rows, mm: they are drawn, broken, as long as the design has no pathway.
   * Left out, they are not.
   */
  readonly assumedTrayMm?: Mm;
  /**
   * Asked for every visible rack when an overlay lies over the plan: its step on the scale, null = unknown, which is
   * hatched; undefined for a rack that has nothing of the kind.
   */
  readonly rackStep?: (rackId: RackId) => Step | null | undefined;
  /** The number that an overlay writes into a rack where there is room; '' = none. */
  readonly rackFigure?: (rackId: RackId) => string;
  /**
   * How full a pathway is where it is fullest, 1 = to its limit; null = nothing lies in it. `pathwayFills` of
   * `shared/analysis` says it.
   */
  readonly pathwayFill?: (pathwayId: PathwayId) => number | null;
  /** The worst that was found about a rack where it stands: drawn as its outline. */
  readonly severityOf?: (rackId: RackId) => Severity | null;
}

/** Width of a rack on screen from which it is drawn with its front, and from which it has a name, px. */
const FRONT_PX = 5;
const RACK_MM = 600;

/**
 * How much of a plan is drawn. `far`: racks as plain boxes, rows and rooms named; `near`: fronts, names of racks,
 * figures; a name that could not be read is left out at any level.
 */
export type PlanDetail = 'far' | 'near';

export function planDetailAt(pxPerMm: number): PlanDetail {
  return pxPerMm * RACK_MM >= FRONT_PX ? 'near' : 'far';
}

/** Least and greatest height of lettering on paper, mm. */
const LEAST_LETTER_MM = 1.8;
const GREATEST_LETTER_MM = 3.5;
const SMALLEST_TEXT_PX = 6;

/**
 * Size of lettering in the plan, mm of floor; null where it could not be read.
 * @param wantedMm as large as its thing asks for
 */
export function planLetterMm(wantedMm: Mm, { pxPerMm, scale }: FloorOptions): Mm | null {
  if (scale !== undefined) {
    return Math.min(GREATEST_LETTER_MM * scale, Math.max(wantedMm, LEAST_LETTER_MM * scale));
  }
  return wantedMm * pxPerMm >= SMALLEST_TEXT_PX ? wantedMm : null;
}

/** What a line in the plan says: widths on paper, mm, and on screen, px. */
const WIDTHS = {
  fine: [0.13, 0],
  outline: [0.25, 0],
  strong: [0.5, 2],
  front: [0.7, 2.5],
} as const;
export type PlanLine = keyof typeof WIDTHS;

/**
 * A line of the plan; the same object at about the same scale.
 * @param dashes lengths of dash and gap, mm of paper; on a screen four pixels each
 */
export function planLine(
  { palette, pxPerMm, scale }: FloorOptions,
  line: PlanLine,
  { colour, dashMm }: CableLook,
): Paint {
  const [paperMm, px] = WIDTHS[line];
  // On a screen sizes go by powers of two, so that zooming makes a handful of paints and not one a frame.
  const unit = scale ?? 2 ** Math.round(-Math.log2(pxPerMm));
  const width = scale === undefined ? px * unit : paperMm * unit;
  const dashUnit = scale === undefined ? 4 * unit : unit;
  const dashes = dashMm.map((each) => each * dashUnit);
  return lookPaint(palette, { colour, dashMm: dashes }, width);
}

/** Whether a box of the plan is in the part that is drawn. */
export function isSeen(box: Box, { visible }: FloorOptions): boolean {
  if (visible === undefined) return true;
  return (
    box.x <= visible.x + visible.width &&
    visible.x <= box.x + box.width &&
    box.y <= visible.y + visible.height &&
    visible.y <= box.y + box.height
  );
}

/** What of the drawing set is wanted: the same words in the dialog, at the door and on the command line. */
import type { RackId } from '../model/ids.ts';

/** Kinds of sheets, in the order in which they are printed. */
export const SHEET_KINDS = [
  'cover',
  'rows',
  'racks',
  'air',
  'ports',
  'cables',
  'places',
  'bom',
  'media',
  'findings',
  'formulas',
  'changes',
  'labels',
] as const;
export type SheetKind = (typeof SHEET_KINDS)[number];

export const PAPER_SIZES = ['A4', 'A3', 'A1', 'ANSI B', 'ANSI D'] as const;
export type PaperSize = (typeof PAPER_SIZES)[number];

/** How sheets lie. `automatic`: each kind as it is seen largest; tables lie, since their lines are long. */
export const ORIENTATIONS = ['automatic', 'landscape', 'portrait'] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

export interface DrawingSetChoice {
  readonly paper: PaperSize;
  readonly orientation: Orientation;
  readonly sheets: readonly SheetKind[];
  /** Racks that have sheets of their own; null = all of them. */
  readonly racks: readonly RackId[] | null;
  /** Id of the named version that differences are told against; none when it is left out. */
  readonly against?: string | undefined;
}

/** How many sheets of each kind there are, chosen or not. */
export type SheetCounts = Readonly<Record<SheetKind, number>>;

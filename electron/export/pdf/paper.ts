/** Sheets: sizes, frames and what is drawn with on them. ISO 5457 frames, ISO 3098 lettering. */

import type { DrawingSetChoice, PaperSize } from '../../../shared/contract/drawing-set.ts';
import type { Paint, TextStyle } from '../../../shared/drawing/surface.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';

/** Points in a millimetre. */
export const PT_PER_MM = 72 / 25.4;

/** What a set is printed on, and how its sheets lie. */
export type Stock = Pick<DrawingSetChoice, 'paper' | 'orientation'>;

export interface SheetFormat {
  /** As the title block names it. */
  readonly name: string;
  readonly widthMm: number;
  readonly heightMm: number;
}

const lying = (name: string, widthMm: number, heightMm: number): SheetFormat => ({
  name,
  widthMm,
  heightMm,
});
const standing = ({ name, widthMm, heightMm }: SheetFormat): SheetFormat => ({
  name,
  widthMm: heightMm,
  heightMm: widthMm,
});

const A4 = lying('A4', 297, 210);
const A3 = lying('A3', 420, 297);
const A1 = lying('A1', 841, 594);
const ANSI_B = lying('ANSI B', 431.8, 279.4);
const ANSI_D = lying('ANSI D', 863.6, 558.8);

/** ISO 216 sheets from the smallest, lying and standing. */
export const ISO_SHEETS: readonly SheetFormat[] = [
  ...both(A4),
  ...both(A3),
  ...both(lying('A2', 594, 420)),
  ...both(A1),
];

function both(format: SheetFormat): SheetFormat[] {
  return [format, standing(format)];
}

const LYING: Readonly<Record<PaperSize, SheetFormat>> = {
  A4,
  A3,
  A1,
  'ANSI B': ANSI_B,
  'ANSI D': ANSI_D,
};

/** The sheet that tables and plans are set on: it lies unless all are to stand. */
export function tableFormat({ paper, orientation }: Stock): SheetFormat {
  return orientation === 'portrait' ? standing(LYING[paper]) : LYING[paper];
}

/** The sheet of the cover: left to itself the smallest stands, the others lie. */
export function coverFormat(stock: Stock): SheetFormat {
  const format = tableFormat(stock);
  return stock.orientation === 'automatic' && stock.paper === 'A4' ? standing(format) : format;
}

/** A sheet, and at what scale something is drawn on it: 10 for 1:10. */
export interface Fit {
  readonly format: SheetFormat;
  readonly scale: number;
}

/**
 * The sheet on which something fits at the first of these scales. Drawings of racks are tall: left to itself the
 * smallest paper stands. What fits in no way as it is wanted lies or stands as it can.
 * @throws RangeError without scales
 */
export function fitOn(
  { paper, orientation }: Stock,
  scales: readonly number[],
  fits: (fit: Fit) => boolean,
): Fit {
  const flat = LYING[paper];
  const first = orientation === 'portrait' || (orientation === 'automatic' && paper === 'A4');
  const [one, other] = first ? [standing(flat), flat] : [flat, standing(flat)];
  const wanted = orientation === 'automatic' ? [one, other] : [one];
  const ways = [wanted, [one, other]].flatMap((formats) =>
    scales.flatMap((scale) => formats.map((format) => ({ format, scale }))),
  );
  const found = ways.find(fits) ?? ways.at(-1);
  if (!found) throw new RangeError('no scale to draw at');
  return found;
}

/** ISO 5457: 20 mm to file the sheet at the left, 10 mm at the other edges. */
const FILING_MM = 20;
const EDGE_MM = 10;

/** The frame within which a sheet is drawn. */
export function frameOf({ widthMm, heightMm }: SheetFormat): Box {
  return {
    x: FILING_MM,
    y: EDGE_MM,
    width: widthMm - FILING_MM - EDGE_MM,
    height: heightMm - 2 * EDGE_MM,
  };
}

const SOLID: readonly number[] = [];

function line(strokeMm: number, stroke = '#000000'): Paint {
  return { fill: null, stroke, strokeMm, dashMm: SOLID };
}

/** Lines of the sheet: frame 0.7 mm, outlines 0.35 mm, rules 0.13 mm. */
export const RULES = {
  frame: line(0.7),
  outline: line(0.35),
  /** Where the sheet's middles are: from its edges into the frame. */
  centring: line(0.35),
  fine: line(0.13),
  faint: line(0.1, '#8a929c'),
  black: { fill: '#000000', stroke: null, strokeMm: 0, dashMm: SOLID },
  white: { fill: '#ffffff', stroke: '#000000', strokeMm: 0.25, dashMm: SOLID },
  band: { fill: '#e9ecef', stroke: null, strokeMm: 0, dashMm: SOLID },
  stripe: { fill: '#f6f7f9', stroke: null, strokeMm: 0, dashMm: SOLID },
} satisfies Record<string, Paint>;

const BLACK = '#000000';
const GREY = '#454d57';

function style(
  sizeMm: number,
  weight: TextStyle['weight'] = 'regular',
  colour = BLACK,
  align: TextStyle['align'] = 'left',
): TextStyle {
  return { colour, sizeMm, weight, align };
}

/**
 * Heights of lettering, ISO 3098: capitals of 1.8, 2.5, 3.5 and 5 mm; the em that gives them in Inter, mm.
 */
const H18 = 2.48;
const H25 = 3.44;
const H35 = 4.81;
const H50 = 6.88;

/** Least height of what is printed to be read, em in mm: what has no room for it is left out, and told elsewhere. */
export const LEAST_LETTERING_MM = 1.8;

/** Lettering of the sheets. */
export const TYPE = {
  display: style(H50, 'semibold'),
  heading: style(H35, 'semibold'),
  subheading: style(H25, 'semibold'),
  body: style(H18),
  formula: style(H25),
  bodyMuted: style(H18, 'regular', GREY),
  strong: style(H18, 'semibold'),
  figure: style(H35, 'semibold'),
  cell: style(H18),
  cellRight: style(H18, 'regular', BLACK, 'right'),
  cellStrong: style(H18, 'semibold'),
  cellStrongRight: style(H18, 'semibold', BLACK, 'right'),
  columnTitle: style(H18, 'semibold', GREY),
  columnTitleRight: style(H18, 'semibold', GREY, 'right'),
  bandTitle: style(H18, 'semibold'),
  field: style(H18, 'regular', GREY),
  value: style(H18, 'semibold'),
  title: style(H25, 'semibold'),
  callout: style(H18, 'semibold'),
  calloutRight: style(H18, 'semibold', BLACK, 'right'),
  note: style(H18, 'regular', GREY),
  noteRight: style(H18, 'regular', GREY, 'right'),
} satisfies Record<string, TextStyle>;

/** Sheets: sizes, frames and what is drawn with on them. ISO 5457 frames, ISO 3098 lettering. */

import type { Paint, TextStyle } from '../../../shared/drawing/surface.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';

export type Paper = 'A4' | 'A3';

export interface SheetFormat {
  /** As the title block names it. */
  readonly name: string;
  readonly widthMm: number;
  readonly heightMm: number;
}

export const A4_PORTRAIT: SheetFormat = { name: 'A4', widthMm: 210, heightMm: 297 };
const A4_LANDSCAPE: SheetFormat = { name: 'A4', widthMm: 297, heightMm: 210 };
export const A3_LANDSCAPE: SheetFormat = { name: 'A3', widthMm: 420, heightMm: 297 };
export const A3_PORTRAIT: SheetFormat = { name: 'A3', widthMm: 297, heightMm: 420 };

/** ISO 216 sheets from the smallest, lying and standing. */
export const ISO_SHEETS: readonly SheetFormat[] = [
  A4_LANDSCAPE,
  A4_PORTRAIT,
  A3_LANDSCAPE,
  A3_PORTRAIT,
  { name: 'A2', widthMm: 594, heightMm: 420 },
  { name: 'A2', widthMm: 420, heightMm: 594 },
  { name: 'A1', widthMm: 841, heightMm: 594 },
  { name: 'A1', widthMm: 594, heightMm: 841 },
];

/** The sheet that tables are set on. */
export function tableFormat(paper: Paper): SheetFormat {
  return paper === 'A4' ? A4_LANDSCAPE : A3_LANDSCAPE;
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

/** Lettering of the sheets; em in mm. */
export const TYPE = {
  display: style(9, 'semibold'),
  heading: style(4.2, 'semibold'),
  subheading: style(3, 'semibold'),
  body: style(2.6),
  formula: style(3.1),
  bodyMuted: style(2.6, 'regular', GREY),
  strong: style(2.6, 'semibold'),
  figure: style(5.2, 'semibold'),
  cell: style(2.3),
  cellRight: style(2.3, 'regular', BLACK, 'right'),
  cellStrong: style(2.3, 'semibold'),
  cellStrongRight: style(2.3, 'semibold', BLACK, 'right'),
  columnTitle: style(2.1, 'semibold', GREY),
  columnTitleRight: style(2.1, 'semibold', GREY, 'right'),
  field: style(1.8, 'regular', GREY),
  value: style(2.8, 'semibold'),
  title: style(3.6, 'semibold'),
  callout: style(2.5, 'semibold'),
  calloutRight: style(2.5, 'semibold', BLACK, 'right'),
  note: style(2, 'regular', GREY),
  noteRight: style(2, 'regular', GREY, 'right'),
} satisfies Record<string, TextStyle>;

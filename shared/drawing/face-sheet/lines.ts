/** Lines and lettering of a face at full size: what is cut stands out, what is measured stays behind. mm on paper. */
import type { Paint, TextStyle } from '../surface.ts';

const SOLID: readonly number[] = [];
const BLACK = '#000000';
const GREY = '#454d57';

function lined(strokeMm: number, stroke = BLACK, dashMm = SOLID): Paint {
  return { fill: null, stroke, strokeMm, dashMm };
}

export const LINES = {
  outline: lined(0.5),
  opening: { fill: '#e4e8ec', stroke: BLACK, strokeMm: 0.25, dashMm: SOLID },
  vent: { fill: '#f6f7f9', stroke: GREY, strokeMm: 0.18, dashMm: SOLID },
  perforation: lined(0.13, '#9aa3ad'),
  mark: lined(0.18, GREY, [2, 1]),
  ear: lined(0.13, GREY, [4, 1, 1, 1]),
  hole: { fill: '#ffffff', stroke: BLACK, strokeMm: 0.25, dashMm: SOLID },
  centre: lined(0.13, BLACK),
  dimension: lined(0.13, GREY),
  arrow: { fill: GREY, stroke: null, strokeMm: 0, dashMm: SOLID },
  ghost: lined(0.13, '#9aa3ad'),
  cut: lined(0.13, BLACK, [3, 1.5]),
} satisfies Record<string, Paint>;

function style(
  sizeMm: number,
  align: TextStyle['align'],
  colour = BLACK,
  weight: TextStyle['weight'] = 'regular',
): TextStyle {
  return { sizeMm, align, colour, weight };
}

export const LETTERS = {
  dimension: style(2.8, 'centre'),
  ordinate: style(2.5, 'left'),
  ordinateRight: style(2.5, 'right'),
  row: style(2.5, 'left', GREY),
  datum: style(2.5, 'right', BLACK, 'semibold'),
} satisfies Record<string, TextStyle>;

const printed = new Map<string, TextStyle>();

/** Words on the face itself, centred: names in openings, printed labels. Each size is made once. */
export function faceLetters(sizeMm: number, weight: TextStyle['weight'] = 'regular'): TextStyle {
  const key = `${sizeMm} ${weight}`;
  let known = printed.get(key);
  if (known === undefined) printed.set(key, (known = style(sizeMm, 'centre', BLACK, weight)));
  return known;
}

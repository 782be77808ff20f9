/** How wide text is where nobody can measure it: class widths of Inter, good to a few per cent. */
import type { TextStyle } from './surface.ts';

const NARROW = /[ijlItfr.,:;'|!()[\]\- ]/;
const WIDE = /[mwMW@%]/;
const UPPER = /[A-Z&#+=<>~]/;
/** Scripts whose letters fill the em. */
const FULL = /[\u1100-\uffdc]/;

const widths = new Map<string, number>();

function emsOf(letter: string): number {
  let ems = widths.get(letter);
  if (ems === undefined) widths.set(letter, (ems = classWidth(letter)));
  return ems;
}

function classWidth(letter: string): number {
  if (NARROW.test(letter)) return 0.33;
  if (WIDE.test(letter)) return 0.88;
  if (FULL.test(letter)) return 1;
  return UPPER.test(letter) ? 0.69 : 0.6;
}

/** About how wide the text is, mm. */
export function textWidthMm(text: string, style: Pick<TextStyle, 'sizeMm' | 'weight'>): number {
  let ems = 0;
  for (const letter of text) ems += emsOf(letter);
  return ems * style.sizeMm * (style.weight === 'semibold' ? 1.1 : 1.02);
}

/** The text, cut with an ellipsis when `widthOf` finds it wider than `maxWidth`; empty when nothing fits. */
export function fitText(
  text: string,
  maxWidth: number | undefined,
  widthOf: (text: string) => number,
): string {
  if (maxWidth === undefined || widthOf(text) <= maxWidth) return text;
  const letters = Array.from(text);
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(`${letters.slice(0, middle).join('').trimEnd()}…`) <= maxWidth) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : `${letters.slice(0, low).join('').trimEnd()}…`;
}

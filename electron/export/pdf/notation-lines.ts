/** Formulas on a sheet: indices and powers small, lines broken at spaces. */
import type { NotationPart } from '../../../shared/analysis/notation.ts';
import type { TextStyle } from '../../../shared/drawing/surface.ts';
import type { PdfSurface } from './pdf-surface.ts';
import { lineMm } from './text-block.ts';

/** Size of indices and powers, and how far they stand below and above, in ems of the line. */
const SMALL = 0.74;
const LOWERED = 0.22;
const RAISED = -0.32;

interface Piece {
  readonly text: string;
  readonly style: TextStyle;
  readonly shiftMm: number;
}

type Word = readonly Piece[];

function pieceOf({ kind, text }: NotationPart, style: TextStyle): Piece {
  const small = { ...style, sizeMm: style.sizeMm * SMALL };
  if (kind === 'sub') return { text, style: small, shiftMm: LOWERED * style.sizeMm };
  if (kind === 'sup') return { text, style: small, shiftMm: RAISED * style.sizeMm };
  if (kind === 'value') return { text, style: { ...style, weight: 'semibold' }, shiftMm: 0 };
  return { text, style, shiftMm: 0 };
}

/** What stands between two spaces: it is never torn apart. */
function wordsOf(parts: readonly NotationPart[], style: TextStyle): readonly Word[] {
  const words: Piece[][] = [[]];
  for (const part of parts) {
    for (const [i, text] of part.text.split(' ').entries()) {
      if (i > 0) words.push([]);
      if (text !== '') words.at(-1)?.push(pieceOf({ ...part, text }, style));
    }
  }
  return words.filter((word) => word.length > 0);
}

/** Breaks a formula into lines of at most `widthMm`. */
export function breakNotation(
  surface: PdfSurface,
  parts: readonly NotationPart[],
  style: TextStyle,
  widthMm: number,
): readonly (readonly Word[])[] {
  const space = surface.lettering.widthMm(' ', style);
  const lines: Word[][] = [[]];
  let used = 0;
  for (const word of wordsOf(parts, style)) {
    const width = word.reduce((sum, { text, style: own }) => {
      return sum + surface.lettering.widthMm(text, own);
    }, 0);
    const line = lines.at(-1) ?? [];
    if (line.length > 0 && used + space + width > widthMm) {
      lines.push([word]);
      used = width;
    } else {
      used += (line.length > 0 ? space : 0) + width;
      line.push(word);
    }
  }
  return lines;
}

/** Writes lines of a formula below each other from the top edge `y` on; returns the height taken, mm. */
export function writeNotation(
  surface: PdfSurface,
  x: number,
  y: number,
  lines: readonly (readonly Word[])[],
  style: TextStyle,
): number {
  const step = lineMm(style);
  const space = surface.lettering.widthMm(' ', style);
  for (const [i, line] of lines.entries()) {
    let left = x;
    for (const word of line) {
      for (const { text, style: own, shiftMm } of word) {
        surface.text(left, y + (i + 0.5) * step + shiftMm, text, own);
        left += surface.lettering.widthMm(text, own);
      }
      left += space;
    }
  }
  return lines.length * step;
}

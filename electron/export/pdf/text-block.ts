/** Text over several lines. */
import type { TextStyle } from '../../../shared/drawing/surface.ts';
import type { PdfSurface } from './pdf-surface.ts';

/** Distance of lines in ems. */
const LEADING = 1.35;

/** Height of a line of this style, mm. */
export function lineMm(style: TextStyle): number {
  return style.sizeMm * LEADING;
}

/**
 * Breaks a text into lines of at most `widthMm`, and where it breaks itself; a word that is wider alone is cut by
 * letters.
 */
export function breakLines(
  surface: PdfSurface,
  text: string,
  style: TextStyle,
  widthMm: number,
): string[] {
  if (text.includes('\n')) {
    return text.split('\n').flatMap((line) => breakLines(surface, line, style, widthMm));
  }
  const fits = (part: string): boolean => surface.lettering.widthMm(part, style) <= widthMm;
  if (fits(text)) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word;
    while (!fits(line)) {
      const head = longestHead(line, fits);
      lines.push(head);
      line = line.slice(head.length);
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

function longestHead(word: string, fits: (part: string) => boolean): string {
  let length = word.length - 1;
  while (length > 1 && !fits(word.slice(0, length))) length -= 1;
  return word.slice(0, Math.max(1, length));
}

/** Writes lines below each other from the top edge `y` on; returns the height taken, mm. */
export function writeLines(
  surface: PdfSurface,
  x: number,
  y: number,
  lines: readonly string[],
  style: TextStyle,
): number {
  const step = lineMm(style);
  for (const [i, line] of lines.entries()) surface.text(x, y + (i + 0.5) * step, line, style);
  return lines.length * step;
}

/** Notes where on the sheets something is drawn, mm on paper, by page. */
import { vi } from 'vitest';
import type { Paint, TextStyle } from '../../../shared/drawing/surface.ts';
import { RULES } from './paper.ts';
import { PdfSurface } from './pdf-surface.ts';

/** The box of one thing that is drawn. */
export interface DrawnBox {
  readonly what: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Lettering as it is on paper. */
export interface DrawnText {
  readonly text: string;
  /** Height of its em, mm. */
  readonly emMm: number;
}

interface DrawnPage {
  readonly boxes: DrawnBox[];
  readonly texts: DrawnText[];
  /** How many of the boxes are the sheet's own, before its frame and title block are drawn. */
  own: number;
}

/** x' = a·x + c·y + e, y' = b·x + d·y + f. */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

function times(m: Matrix, o: Matrix): Matrix {
  return [
    m[0] * o[0] + m[2] * o[1],
    m[1] * o[0] + m[3] * o[1],
    m[0] * o[2] + m[2] * o[3],
    m[1] * o[2] + m[3] * o[3],
    m[0] * o[4] + m[2] * o[5] + m[4],
    m[1] * o[4] + m[3] * o[5] + m[5],
  ];
}

/**
 * Watches every surface until `stop`, which gives the boxes and the lettering of each page. Marks of the frame itself
 * are left out.
 */
export function recordSheets(): { readonly stop: () => readonly DrawnPage[] } {
  const pages: DrawnPage[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  /** What is cut off, or drawn once for many places, counts as its box. */
  let hidden = 0;
  const note = (what: string, points: readonly number[]): void => {
    if (hidden > 0) return;
    const xs: number[] = [];
    const ys: number[] = [];
    for (let i = 0; i + 1 < points.length; i += 2) {
      const [x = 0, y = 0] = [points[i], points[i + 1]];
      xs.push(matrix[0] * x + matrix[2] * y + matrix[4]);
      ys.push(matrix[1] * x + matrix[3] * y + matrix[5]);
    }
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    pages.at(-1)?.boxes.push({ what, left, top, right, bottom });
  };
  const box = (x: number, y: number, w: number, h: number): number[] => [x, y, x + w, y + h];
  const inside = (next: Matrix, run: () => void): void => {
    const before = matrix;
    matrix = times(matrix, next);
    run();
    matrix = before;
  };
  const concealed = (run: () => void): void => {
    hidden += 1;
    run();
    hidden -= 1;
  };
  const real = { ...ownMethods() };
  const spies = [
    vi.spyOn(PdfSurface.prototype, 'beginPage').mockImplementation(function (
      this: PdfSurface,
      space,
    ) {
      pages.push({ boxes: [], texts: [], own: Number.POSITIVE_INFINITY });
      real.beginPage.call(this, space);
    }),
    vi.spyOn(PdfSurface.prototype, 'rect').mockImplementation(function (this: PdfSurface, ...args) {
      const [x, y, width, height, paint] = args;
      const page = pages.at(-1);
      if (paint !== RULES.frame) note('rect', box(x, y, width, height));
      else if (page) page.own = page.boxes.length;
      real.rect.apply(this, args);
    }),
    vi.spyOn(PdfSurface.prototype, 'circle').mockImplementation(function (
      this: PdfSurface,
      ...args
    ) {
      const [x, y, radius] = args;
      note('circle', box(x - radius, y - radius, 2 * radius, 2 * radius));
      real.circle.apply(this, args);
    }),
    vi.spyOn(PdfSurface.prototype, 'line').mockImplementation(function (this: PdfSurface, ...args) {
      if (args[1] !== RULES.centring) note('line', args[0]);
      real.line.apply(this, args);
    }),
    vi.spyOn(PdfSurface.prototype, 'polygon').mockImplementation(function (
      this: PdfSurface,
      points: readonly number[],
      paint: Paint,
    ) {
      note('polygon', points);
      real.polygon.call(this, points, paint);
    }),
    vi.spyOn(PdfSurface.prototype, 'text').mockImplementation(function (this: PdfSurface, ...args) {
      const [x, y, text, style, most] = args;
      note(text, textBox(this, x, y, text, style, most));
      const scale = Math.hypot(matrix[0], matrix[1]);
      if (text !== '') pages.at(-1)?.texts.push({ text, emMm: style.sizeMm * scale });
      real.text.apply(this, args);
    }),
    vi.spyOn(PdfSurface.prototype, 'image').mockImplementation(function (
      this: PdfSurface,
      ...args
    ) {
      note('image', box(args[0], args[1], args[2], args[3]));
      real.image.apply(this, args);
    }),
    vi.spyOn(PdfSurface.prototype, 'at').mockImplementation(function (this: PdfSurface, ...args) {
      const [x, y, content, turned] = args;
      const next: Matrix = turned ? [0, -1, 1, 0, x, y] : [1, 0, 0, 1, x, y];
      real.at.call(this, x, y, () => inside(next, content), turned);
    }),
    vi.spyOn(PdfSurface.prototype, 'clip').mockImplementation(function (this: PdfSurface, ...args) {
      const [x, y, width, height, content] = args;
      note('clip', box(x, y, width, height));
      real.clip.call(this, x, y, width, height, () => concealed(content));
    }),
    vi.spyOn(PdfSurface.prototype, 'scaled').mockImplementation(function (
      this: PdfSurface,
      ...args
    ) {
      const [x, y, scale, content, lines] = args;
      real.scaled.call(this, x, y, scale, () => inside([scale, 0, 0, scale, x, y], content), lines);
    }),
    vi.spyOn(PdfSurface.prototype, 'symbol').mockImplementation(function (
      this: PdfSurface,
      ...args
    ) {
      const [x, y, width, height, key, content] = args;
      note('symbol', box(x, y, width, height));
      real.symbol.call(this, x, y, width, height, key, (on) => concealed(() => content(on)));
    }),
  ];
  return {
    stop: () => {
      for (const spy of spies) spy.mockRestore();
      return pages;
    },
  };
}

function ownMethods() {
  const { beginPage, rect, circle, line, polygon, text, image, at, clip, scaled, symbol } =
    PdfSurface.prototype;
  return { beginPage, rect, circle, line, polygon, text, image, at, clip, scaled, symbol };
}

function textBox(
  surface: PdfSurface,
  x: number,
  y: number,
  text: string,
  style: TextStyle,
  most = Number.POSITIVE_INFINITY,
): number[] {
  const width = Math.min(most, surface.lettering.widthMm(text, style));
  const shares = { left: 0, centre: 0.5, right: 1 };
  const left = x - width * shares[style.align];
  const half = style.sizeMm * 0.37;
  return [left, y - half, left + width, y + half];
}

/**
 * Widths of texts, measured once. Measuring is the dearest thing a canvas does, and names repeat: a width
 * is measured at one reference size and scaled, and what an ellipsis leaves is remembered too.
 */
import type { TextStyle } from '../../../shared/drawing/surface.ts';

export const FONT_FAMILY = 'Inter, "Segoe UI", system-ui, sans-serif';
const REFERENCE_PX = 100;
/** Beyond this many texts the memory is emptied: a design of 100,000 names must not hold them all. */
const CAPACITY = 20_000;
const ELLIPSIS = '…';

export type Measure = (text: string, weight: TextStyle['weight']) => number;

export interface TextWidths {
  /** Width of the text in ems. */
  widthEm(text: string, weight: TextStyle['weight']): number;
  /** The text, cut with an ellipsis to be at most `maxEm` ems wide; empty when not one letter fits. */
  fitted(text: string, weight: TextStyle['weight'], maxEm: number): string;
  /** Forgets everything: the fonts have changed. */
  clear(): void;
}

export function fontOf(sizePx: number, weight: TextStyle['weight']): string {
  return `${weight === 'semibold' ? 600 : 400} ${sizePx}px ${FONT_FAMILY}`;
}

/** Measures with a canvas of its own, so that no drawing's state is touched. */
export function canvasMeasure(
  context: Pick<CanvasText & CanvasTextDrawingStyles, 'measureText' | 'font'>,
): Measure {
  return (text, weight) => {
    context.font = fontOf(REFERENCE_PX, weight);
    return context.measureText(text).width / REFERENCE_PX;
  };
}

export function createTextWidths(measure: Measure): TextWidths {
  const widths = {
    regular: new Map<string, number>(),
    semibold: new Map<string, number>(),
  } satisfies Record<TextStyle['weight'], unknown>;
  const cuts = new Map<string, string>();

  function widthEm(text: string, weight: TextStyle['weight']): number {
    const known = widths[weight];
    let width = known.get(text);
    if (width === undefined) {
      if (known.size >= CAPACITY) known.clear();
      width = measure(text, weight);
      known.set(text, width);
    }
    return width;
  }

  function cut(text: string, weight: TextStyle['weight'], maxEm: number): string {
    const letters = Array.from(text);
    let low = 0;
    let high = letters.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const tried = letters.slice(0, middle).join('') + ELLIPSIS;
      if (measure(tried, weight) <= maxEm) low = middle;
      else high = middle - 1;
    }
    return low === 0 ? '' : letters.slice(0, low).join('').trimEnd() + ELLIPSIS;
  }

  return {
    widthEm,
    fitted(text, weight, maxEm) {
      if (widthEm(text, weight) <= maxEm) return text;
      const rounded = Math.floor(maxEm * 10) / 10;
      const key = `${weight} ${rounded} ${text}`;
      let left = cuts.get(key);
      if (left === undefined) {
        if (cuts.size >= CAPACITY) cuts.clear();
        left = cut(text, weight, rounded);
        cuts.set(key, left);
      }
      return left;
    },
    clear() {
      widths.regular.clear();
      widths.semibold.clear();
      cuts.clear();
    },
  };
}

/**
 * Pictures of what is drawn many times alike. A switch of 64 ports is some hundred primitives and stands in a
 * hall a thousand times; from its second appearance on at one scale it is one copy of a small bitmap.
 *
 * Sprites live as long as their scale: a zoom makes new ones, a pan uses the same.
 */
import type { CanvasContext } from './canvas-context.ts';

/** Space around a symbol on its bitmap: lines on its edge are half outside, px. */
export const SPRITE_MARGIN_PX = 1;
/** Larger symbols are drawn in full: few of them fit on a screen, and their bitmaps would be heavy. */
const MAX_SPRITE_PX = 400_000;
/** A primitive costs about as much as so many pixels of a bitmap: emptier symbols are drawn in full. */
const PIXELS_PER_PRIMITIVE = 500;
/** All sprites of one scale together; beyond it the rest is drawn in full. */
const MAX_TOTAL_PX = 16_000_000;

export interface Sprites {
  /**
   * The bitmap of a symbol at a scale, or null when it has to be drawn in full: seen for the first time, too
   * large for what it holds, or too many.
   */
  of(
    key: object,
    widthPx: number,
    heightPx: number,
    scale: number,
    draw: (context: CanvasContext) => void,
  ): ImageBitmap | null;
  /** Tells what a symbol that was drawn in full holds. */
  noteContent(key: object, primitives: number): void;
}

export function createSprites(): Sprites {
  const bitmaps = new Map<object, ImageBitmap>();
  let contents = new WeakMap<object, number>();
  let scaleNow = 0;
  let totalPx = 0;

  function clear(): void {
    for (const bitmap of bitmaps.values()) bitmap.close();
    bitmaps.clear();
    contents = new WeakMap();
    totalPx = 0;
  }

  return {
    noteContent(key, primitives) {
      contents.set(key, primitives);
    },
    of(key, widthPx, heightPx, scale, draw) {
      if (scale !== scaleNow) {
        clear();
        scaleNow = scale;
      }
      const known = bitmaps.get(key);
      if (known) return known;
      const width = Math.ceil(widthPx) + 2 * SPRITE_MARGIN_PX;
      const height = Math.ceil(heightPx) + 2 * SPRITE_MARGIN_PX;
      const area = width * height;
      if (area > MAX_SPRITE_PX || totalPx + area > MAX_TOTAL_PX) return null;
      if (area > (contents.get(key) ?? 0) * PIXELS_PER_PRIMITIVE) return null;
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      if (!context) return null;
      draw(context);
      const bitmap = canvas.transferToImageBitmap();
      bitmaps.set(key, bitmap);
      totalPx += area;
      return bitmap;
    },
  };
}

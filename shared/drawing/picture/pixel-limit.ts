/** How large a raster picture may be: more than programs that open it take, and than a canvas holds. */

/** Pixels of one picture at most. */
export const PIXEL_LIMIT = 100_000_000;
/** Longest side, px. */
export const SIDE_LIMIT = 16_000;

/** Pixels of a picture of that size; infinitely many when a side is longer than a canvas can have. */
export function pixelsOf(width: number, height: number, pxPerUnit: number): number {
  const [across, down] = [Math.ceil(width * pxPerUnit), Math.ceil(height * pxPerUnit)];
  return Math.max(across, down) > SIDE_LIMIT ? Number.POSITIVE_INFINITY : across * down;
}

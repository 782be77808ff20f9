/** How large a picture may be: a small file can hold gigapixels, so more than its bytes is looked at. */
export const PICTURE_LIMITS = Object.freeze({
  /** Longest side of a file that is read, px. */
  sidePx: 8192,
  /** Most pixels of it. */
  pixels: 32_000_000,
  /** Most bytes of a file, and of a picture in a design. */
  bytes: 8_000_000,
  /** Longest side that is kept in a design, px: more than a screw on a face needs. */
  keptSidePx: 4096,
});

/** What picture is wanted: the same words in the dialog and at the door. */
import type { PictureWish } from '../drawing/picture/index.ts';

export const PICTURE_FORMATS = ['svg', 'png'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

/** Dots per inch of paper that a raster picture may have. */
export const PICTURE_DPIS = [96, 150, 300, 600] as const;
export type PictureDpi = (typeof PICTURE_DPIS)[number];

export interface PictureChoice {
  readonly format: PictureFormat;
  readonly dpi: PictureDpi;
  readonly wish: PictureWish;
}

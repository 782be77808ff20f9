/** Pictures of a design, to be written as files or put on the clipboard. */
export { type DesignPicture, designPicture, type PictureWish } from './design-picture.ts';
export { pictureScale } from './picture-scale.ts';
export { PIXEL_LIMIT, pixelsOf, SIDE_LIMIT } from './pixel-limit.ts';
export { svgPicture } from './svg-picture.ts';

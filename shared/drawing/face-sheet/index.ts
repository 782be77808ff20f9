/** Faces at full size, for drills, saws and scissors. */
export { mmText } from './dimensions.ts';
export { cutParts, type FullSize, faceDrawing } from './face-drawing.ts';
export { labelSheet } from './label-strips.ts';
export { LINES } from './lines.ts';

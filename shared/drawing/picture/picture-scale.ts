/** How large a picture is: at 1:10 what fits a sheet of paper, else at 1:50, as the floor is drawn. */
import type { Box } from '../../model/rack-geometry.ts';

/** Longest side of the largest sheet of ISO 216, mm. */
const LONGEST_PAPER_MM = 1189;

export interface PictureScale {
  /** The drawing's mm to one mm of paper. */
  readonly denominator: 10 | 50;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Level of detail, px per mm of the drawing. */
  readonly pxPerMm: number;
}

/** The scale of a picture, its size on paper in mm, and how much of it is drawn. */
export function pictureScale({ width, height }: Box): PictureScale {
  const denominator = Math.max(width, height) / 10 <= LONGEST_PAPER_MM ? 10 : 50;
  return {
    denominator,
    widthMm: width / denominator,
    heightMm: height / denominator,
    pxPerMm: denominator === 10 ? Number.POSITIVE_INFINITY : 0.4,
  };
}

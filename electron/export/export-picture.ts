/** One picture of racks, of their faces or of what is selected, as a file. */
import type { PictureChoice, PictureDpi } from '../../shared/contract/picture-choice.ts';
import {
  designPicture,
  PIXEL_LIMIT,
  type PictureWish,
  pictureScale,
  pixelsOf,
  svgPicture,
} from '../../shared/drawing/picture/index.ts';
import type { Design } from '../../shared/model/design.ts';
import { MM_PER_INCH } from '../../shared/units/length.ts';
import { PictureTooLarge } from './export-png.ts';
import { rasterise } from './rasterise.ts';
import { writeTextWhole, writeWhole } from './write-whole.ts';

/** Nothing of what is wanted is to be seen on those faces. */
export class NothingToDraw extends RangeError {
  override readonly name = 'NothingToDraw';
}

/** The parts of writing it: drawn, rasterised, on disk. */
export const PICTURE_STEPS = 3;

export interface WritingPicture {
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Writes a picture; the file appears when it is whole.
 * @throws NothingToDraw, PictureTooLarge before anything is written; the signal's reason when it is aborted
 */
export async function exportPicture(
  design: Design,
  { format, dpi, wish }: PictureChoice,
  file: string,
  { signal, onProgress = () => {} }: WritingPicture = {},
): Promise<void> {
  onProgress(0, PICTURE_STEPS);
  const drawn = drawPicture(design, wish, format === 'png' ? dpi : null);
  onProgress(1, PICTURE_STEPS);
  await turn();
  signal?.throwIfAborted();
  if (format === 'svg') await writeTextWhole(file, drawn);
  else {
    const { png } = await rasterise(drawn, dpi);
    onProgress(2, PICTURE_STEPS);
    await turn();
    signal?.throwIfAborted();
    await writeWhole(file, (out) => {
      out.write(png);
      return Promise.resolve();
    });
  }
  onProgress(PICTURE_STEPS, PICTURE_STEPS);
}

/** The picture as SVG. @param dpi of the raster picture that is made of it; null when none is */
function drawPicture(design: Design, wish: PictureWish, dpi: PictureDpi | null): string {
  const picture = designPicture(design, wish);
  if (!picture) throw new NothingToDraw('nothing to draw');
  const { denominator, widthMm, heightMm, pxPerMm } = pictureScale(picture.box);
  const { name } = design.settings;
  if (dpi !== null) {
    const pixels = pixelsOf(widthMm, heightMm, dpi / MM_PER_INCH);
    if (pixels > PIXEL_LIMIT) throw new PictureTooLarge(name, pixels);
  }
  return svgPicture(design, picture, name, { scale: 1 / denominator, pxPerMm });
}

/** Lets a message come in: that it is cancelled. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

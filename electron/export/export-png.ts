/** Elevations as PNG without a window: the same SVG, rasterised with the drawing set's own letters. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Analysis } from '../../shared/analysis/types.ts';
import { PIXEL_LIMIT, pixelsOf } from '../../shared/drawing/picture/index.ts';
import type { Design } from '../../shared/model/design.ts';
import type { RackId } from '../../shared/model/ids.ts';
import { MM_PER_INCH } from '../../shared/units/length.ts';
import { elevations } from './export-svg.ts';
import { rasterise } from './rasterise.ts';
import { writeWhole } from './write-whole.ts';

/** A picture would have more pixels than one may have. */
export class PictureTooLarge extends Error {
  override readonly name = 'PictureTooLarge';
  readonly picture: string;
  constructor(picture: string, pixels: number) {
    super(`${picture}: ${pixels} pixels`);
    this.picture = picture;
  }
}

/**
 * Writes the pictures of `exportSvg` as PNG into a folder, which is made when it does not exist.
 * @param dpi dots per inch of paper: racks are at 1:10, the floor at 1:50
 * @returns the names of the files
 * @throws PictureTooLarge before anything is written
 */
export async function exportPng(
  design: Design,
  analysis: Analysis,
  folder: string,
  { racks = null, dpi }: { readonly racks?: readonly RackId[] | null; readonly dpi: number },
): Promise<string[]> {
  const drawn = [...elevations(design, analysis, racks)];
  for (const { stem, widthMm, heightMm } of drawn) {
    const pixels = pixelsOf(widthMm, heightMm, dpi / MM_PER_INCH);
    if (pixels > PIXEL_LIMIT) throw new PictureTooLarge(`${stem}.png`, pixels);
  }
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (const { stem, svg } of drawn) {
    const { png } = await rasterise(svg, dpi);
    await writeWhole(join(folder, `${stem}.png`), (out) => {
      out.write(png);
      return Promise.resolve();
    });
    files.push(`${stem}.png`);
  }
  return files;
}

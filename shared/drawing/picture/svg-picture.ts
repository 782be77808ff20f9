/** A picture as an SVG file. */
import type { Design } from '../../model/design.ts';
import type { PictureId } from '../../model/ids.ts';
import { SvgSurface } from '../svg-surface.ts';
import type { DesignPicture } from './design-picture.ts';

/** A picture behind a face, as an address that holds it. */
function pictureAddress({ pictures }: Design, id: PictureId): string | null {
  const picture = pictures.get(id);
  return picture ? `data:${picture.mime};base64,${picture.data}` : null;
}

/**
 * The whole file; nothing of it stands beyond the picture's box.
 * @param scale mm of paper per mm of the drawing
 * @param pxPerMm level of detail; `Infinity` for all there is
 */
export function svgPicture(
  design: Design,
  picture: DesignPicture,
  title: string,
  { scale, pxPerMm }: { readonly scale: number; readonly pxPerMm: number },
): string {
  const { box } = picture;
  const surface = new SvgSurface((id) => pictureAddress(design, id));
  surface.clip(box.x, box.y, box.width, box.height, () => {
    for (const _ of picture.paint(surface, pxPerMm));
  });
  return surface.picture(box, title, scale);
}

/**
 * Pictures of a layout as a design keeps them: decoded once, no larger than it needs to be, and written anew, so that
 * nothing but their pixels comes in. The decoder is WebAssembly: what a stranger's file makes of it stays in there.
 */
import { createHash } from 'node:crypto';
import type { ImportWarning } from '../../shared/formats/netbox/import-report.ts';
import { pictureHeader } from '../../shared/formats/picture-header.ts';
import type { LoosePicture, SiteRows } from '../../shared/formats/site/rows.ts';
import { withPictures } from '../../shared/formats/site/with-pictures.ts';
import { PICTURE_LIMITS } from '../../shared/model/picture-limits.ts';
import type { Picture } from '../../shared/model/records.ts';
import { say } from '../../shared/text/index.ts';
import { rasterise } from '../export/rasterise.ts';

/** The rows with their pictures behind the faces; those that cannot be read are told. */
export async function withDecodedPictures(rows: SiteRows): Promise<SiteRows> {
  if (rows.loosePictures.length === 0) return rows;
  const decoded: { loose: LoosePicture; picture: Picture }[] = [];
  const warnings: ImportWarning[] = [];
  for (const loose of rows.loosePictures) {
    const answer = await decode(loose);
    if ('kind' in answer) decoded.push({ loose, picture: answer });
    else warnings.push(answer);
  }
  const shown = withPictures(rows, decoded);
  return { ...shown, warnings: [...shown.warnings, ...warnings] };
}

async function decode(loose: LoosePicture): Promise<Picture | ImportWarning> {
  const bytes = Buffer.from(loose.data, 'base64');
  const header = pictureHeader(bytes);
  const { sidePx, pixels, keptSidePx, bytes: mostBytes } = PICTURE_LIMITS;
  if (!header || header.mime === 'image/webp') return refusal(loose, 'picture-unreadable');
  const { widthPx, heightPx, mime } = header;
  if (
    bytes.byteLength > mostBytes ||
    Math.max(widthPx, heightPx) > sidePx ||
    widthPx * heightPx > pixels
  ) {
    return refusal(loose, 'picture-too-large');
  }
  const href = `data:${mime};base64,${bytes.toString('base64')}`;
  // A photograph written as PNG may be larger than it was: then with half as many pixels on a side, until it fits.
  for (let side: number = keptSidePx; side >= 1; side = Math.floor(side / 2)) {
    const scale = Math.min(1, side / Math.max(widthPx, heightPx));
    const [width, height] = [widthPx, heightPx].map((px) => Math.max(1, Math.round(px * scale)));
    const { png, data } = await rasterise(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" preserveAspectRatio="none" href="${href}"/></svg>`,
      96,
    );
    // What the decoder gives up on it leaves out: nothing is drawn.
    if (data.every((value) => value === 0)) break;
    if (png.byteLength > mostBytes) continue;
    const id = `picture:${createHash('sha256').update(png).digest('hex').slice(0, 32)}`;
    return {
      kind: 'picture',
      id,
      name: loose.name.slice(0, 200),
      mime: 'image/png',
      widthPx: width ?? 1,
      heightPx: height ?? 1,
      data: Buffer.from(png).toString('base64'),
    };
  }
  return refusal(loose, 'picture-unreadable');
}

function refusal({ name }: LoosePicture, code: string): ImportWarning {
  const { sidePx: side, pixels, bytes } = PICTURE_LIMITS;
  const args = { name, side, megapixels: pixels / 1e6, megabytes: bytes / 1e6 };
  return { code, path: '', message: say(`import.warning.${code}`, args) };
}

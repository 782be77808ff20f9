/** A picture as a design keeps it: decoded in this sandboxed page, no larger than it needs to be, written anew. */
import type { PickedPicture } from '../../../shared/contract/ipc.ts';
import type { PictureId } from '../../../shared/model/ids.ts';
import { PICTURE_LIMITS } from '../../../shared/model/picture-limits.ts';
import type { Picture } from '../../../shared/model/records.ts';
import { blobOf } from '../../canvas/surface/picture-bitmaps.ts';

const JPEG_QUALITY = 0.9;

/**
 * The picture without anything that came with it (place, camera, profiles): only its pixels are written. PNG where
 * it was lossless and is small enough so, else JPEG: both can be printed.
 * @throws Error when the page cannot decode it
 */
export async function keptPicture(picked: PickedPicture, id: PictureId): Promise<Picture> {
  const bitmap = await createImageBitmap(blobOf(picked));
  try {
    const scale = Math.min(1, PICTURE_LIMITS.keptSidePx / Math.max(bitmap.width, bitmap.height));
    const widthPx = Math.max(1, Math.round(bitmap.width * scale));
    const heightPx = Math.max(1, Math.round(bitmap.height * scale));
    const canvas = new OffscreenCanvas(widthPx, heightPx);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('this window cannot draw on a canvas');
    context.imageSmoothingQuality = 'high';
    context.drawImage(bitmap, 0, 0, widthPx, heightPx);
    const blob = await written(canvas, picked.mime !== 'image/jpeg');
    const mime = blob.type === 'image/png' ? 'image/png' : 'image/jpeg';
    const data = base64Of(new Uint8Array(await blob.arrayBuffer()));
    return { kind: 'picture', id, name: picked.name, mime, widthPx, heightPx, data };
  } finally {
    bitmap.close();
  }
}

async function written(canvas: OffscreenCanvas, lossless: boolean): Promise<Blob> {
  if (lossless) {
    const png = await canvas.convertToBlob({ type: 'image/png' });
    if (png.size <= PICTURE_LIMITS.bytes) return png;
  }
  return canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
}

/** Bytes go through text in pieces: a call takes only so many arguments. */
const PIECE = 0x8000;

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE) {
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  }
  return btoa(text);
}

/**
 * What a picture file says of itself in its first bytes. A small file can hold gigapixels, so its size is read here
 * before anybody decodes it.
 */
import type { Picture } from '../model/records.ts';

export interface PictureHeader {
  readonly mime: Picture['mime'];
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The header of a PNG, JPEG or WebP file; null for anything else, or where it is cut off. */
export function pictureHeader(bytes: Uint8Array): PictureHeader | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const header = pngHeader(view) ?? jpegHeader(view) ?? webpHeader(view);
  return header && header.widthPx > 0 && header.heightPx > 0 ? header : null;
}

const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const;

function pngHeader(view: DataView): PictureHeader | null {
  if (view.byteLength < 24 || !PNG_SIGNATURE.every((byte, k) => view.getUint8(k) === byte))
    return null;
  if (textAt(view, 12) !== 'IHDR') return null;
  return { mime: 'image/png', widthPx: view.getUint32(16), heightPx: view.getUint32(20) };
}

/** Segments up to the first that describes a frame: `FF` and its kind, its length, precision, height, width. */
function jpegHeader(view: DataView): PictureHeader | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null;
    const kind = view.getUint8(at + 1);
    if (kind === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(kind)) {
      const [heightPx, widthPx] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return { mime: 'image/jpeg', widthPx, heightPx };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** SOF0 to SOF15 without the tables and extensions that stand among them. */
function isFrame(kind: number): boolean {
  return kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc;
}

function webpHeader(view: DataView): PictureHeader | null {
  if (view.byteLength < 30 || textAt(view, 0) !== 'RIFF' || textAt(view, 8) !== 'WEBP') return null;
  switch (textAt(view, 12)) {
    case 'VP8 ':
      return webp(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff);
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return webp((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
    }
    case 'VP8X':
      return webp(wholeOf3(view, 24) + 1, wholeOf3(view, 27) + 1);
    default:
      return null;
  }
}

function webp(widthPx: number, heightPx: number): PictureHeader {
  return { mime: 'image/webp', widthPx, heightPx };
}

function wholeOf3(view: DataView, at: number): number {
  return view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000;
}

function textAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(at + k)));
}

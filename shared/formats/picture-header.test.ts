import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureHeader } from './picture-header.ts';

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  new Uint8Array(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (letter) => letter.charCodeAt(0)) : part,
    ),
  );

const PNG = bytes(
  [0x89],
  'PNG\r\n',
  [0x1a, 0x0a, 0, 0, 0, 13],
  'IHDR',
  [0, 0, 0x12, 0x34, 0, 0, 0x05, 0x06],
);
/** An application segment of 16 bytes, then a progressive frame. */
const JPEG = bytes(
  [0xff, 0xd8, 0xff, 0xe0, 0, 16],
  Array.from({ length: 14 }, () => 0),
  [0xff, 0xc2, 0, 17, 8, 0x04, 0x38, 0x07, 0x80, 3],
);
const riff = (kind: string, ...rest: number[]): Uint8Array =>
  bytes('RIFF', [0, 0, 0, 0], 'WEBP', kind, [0, 0, 0, 0], rest);
const LOSSY = riff('VP8 ', 0, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 0x07, 0x38, 0x04);
const LOSSLESS = riff('VP8L', 0x2f, 0x7f, 0xc7, 0x0d, 0x01, 0, 0, 0, 0, 0);
const EXTENDED = riff('VP8X', 0, 0, 0, 0, 0x7f, 0x07, 0, 0x37, 0x04, 0);

describe('the header of a picture', () => {
  it.each([
    ['PNG', PNG, 'image/png', 0x1234, 0x0506],
    ['JPEG', JPEG, 'image/jpeg', 1920, 1080],
    ['lossy WebP', LOSSY, 'image/webp', 1920, 1080],
    ['lossless WebP', LOSSLESS, 'image/webp', 1920, 1080],
    ['extended WebP', EXTENDED, 'image/webp', 1920, 1080],
  ])('%s tells its size', (_, file, mime, widthPx, heightPx) => {
    expect(pictureHeader(file)).toEqual({ mime, widthPx, heightPx });
  });

  it('anything else, and what is cut off, has none', () => {
    expect(pictureHeader(bytes('GIF89a', [1, 0, 1, 0]))).toBeNull();
    expect(pictureHeader(bytes('<svg xmlns='))).toBeNull();
    for (const file of [PNG, JPEG, LOSSY]) expect(pictureHeader(file.slice(0, 20))).toBeNull();
    expect(pictureHeader(new Uint8Array())).toBeNull();
  });

  it('whatever the bytes are, it answers', () => {
    const starts = [bytes(), PNG.slice(0, 8), JPEG.slice(0, 3), LOSSY.slice(0, 12)];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 64 }), (start, rest) => {
        const header = pictureHeader(new Uint8Array([...start, ...rest]));
        if (header) expect(Math.min(header.widthPx, header.heightPx)).toBeGreaterThan(0);
      }),
    );
  });
});

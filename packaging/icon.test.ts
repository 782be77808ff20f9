import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { iconPng, iconSvg } from './icon.ts';

/** Red, green, blue and alpha of one pixel of a PNG as `iconPng` writes it: unfiltered rows in one IDAT. */
function pixelOf(png: Buffer, size: number, x: number, y: number): number[] {
  const at = png.indexOf('IDAT');
  const rows = inflateSync(png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)));
  const start = y * (size * 4 + 1) + 1 + x * 4;
  return [...rows.subarray(start, start + 4)];
}

describe('the mark', () => {
  it('is a square PNG of the size asked for', () => {
    const png = iconPng(32);
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([32, 32]);
  });

  it('has transparent corners and solid ink inside its edge', () => {
    const png = iconPng(64);
    expect(pixelOf(png, 64, 0, 0)).toEqual([0, 0, 0, 0]);
    expect(pixelOf(png, 64, 32, 5)).toEqual([16, 27, 45, 255]);
  });

  it('is the same drawing as SVG', () => {
    expect(iconSvg().match(/<rect /g)).toHaveLength(9);
  });
});

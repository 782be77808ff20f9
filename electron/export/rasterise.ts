/** SVG as pixels without a window, with the drawing set's own letters. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { fontFile } from './pdf/lettering.ts';

/** A picture of pixels, before it is packed. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of each. */
  readonly data: Uint8Array;
  readonly png: Uint8Array;
}

const modules = createRequire(import.meta.url);

let rasteriser: Promise<readonly Uint8Array[]> | null = null;

/** Starts the rasteriser once, and gives the letters it draws with. */
function startRasteriser(): Promise<readonly Uint8Array[]> {
  rasteriser ??= (async () => {
    await initWasm(await readFile(modules.resolve('@resvg/resvg-wasm/index_bg.wasm')));
    return Promise.all([readFile(fontFile('regular')), readFile(fontFile('semibold'))]);
  })();
  return rasteriser;
}

/** @param dpi dots per inch of the paper that the SVG measures itself in */
export async function rasterise(svg: string, dpi: number): Promise<Pixels> {
  const fontBuffers = [...(await startRasteriser())];
  const font = { fontBuffers, defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' };
  const image = new Resvg(svg, { dpi, font }).render();
  try {
    return { width: image.width, height: image.height, data: image.pixels, png: image.asPng() };
  } finally {
    image.free();
  }
}

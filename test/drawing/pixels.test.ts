/**
 * A rack face drawn by the window's surface, rasterised from SVG and from PDF: the three look alike, cell by cell. The
 * canvas is Skia without a window, as in Electron.
 */
import { Writable } from 'node:stream';
import { createCanvas, GlobalFonts, Path2D } from '@napi-rs/canvas';
import { getDocumentProxy } from 'unpdf';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { fontFile } from '../../electron/export/pdf/lettering.ts';
import type { PdfSurface } from '../../electron/export/pdf/pdf-surface.ts';
import { writeSheets } from '../../electron/export/pdf/write-sheets.ts';
import { rasterise } from '../../electron/export/rasterise.ts';
import type { CanvasContext } from '../../renderer/canvas/surface/canvas-context.ts';
import { CanvasSurface } from '../../renderer/canvas/surface/canvas-surface.ts';
import { canvasMeasure, createTextWidths } from '../../renderer/canvas/surface/text-widths.ts';
import {
  type DesignPicture,
  designPicture,
  svgPicture,
} from '../../shared/drawing/picture/index.ts';
import { specimen } from '../../shared/drawing/specimen.ts';
import type { Design } from '../../shared/model/design.ts';
import { applyDiff, EMPTY_DIFF } from '../../shared/model/diff.ts';

/** Device pixels of a mm of the drawing, and mm of paper. */
const PX_PER_MM = 2;
const SCALE = 1 / 10;
const MM_PER_INCH = 25.4;
const PT_PER_PAPER_MM = 72 / MM_PER_INCH;
/** Grey values are compared over cells of so many pixels: lines may fall half a pixel aside. */
const CELL = 8;

interface Raster {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

afterEach(() => void vi.unstubAllGlobals());

beforeAll(() => {
  GlobalFonts.registerFromPath(fontFile('regular'), 'Inter');
  GlobalFonts.registerFromPath(fontFile('semibold'), 'Inter');
});

function rearOf(design: Design): DesignPicture {
  const picture = designPicture(design, {
    racks: ['rack-1'],
    devices: ['leaf-1', 'leaf-2', 'mgmt-1', 'panel-1'],
    faces: 'rear',
    scheme: 'paper',
    cables: true,
    labels: true,
    background: true,
  });
  if (!picture) throw new Error('there is nothing to draw');
  return picture;
}

const sizeOf = ({ box }: DesignPicture) => ({
  width: Math.round(box.width * PX_PER_MM),
  height: Math.round(box.height * PX_PER_MM),
});

function onCanvas(picture: DesignPicture): Raster {
  const { width, height } = sizeOf(picture);
  const context = createCanvas(width, height).getContext('2d');
  const placement = {
    originX: -picture.box.x * PX_PER_MM,
    originY: -picture.box.y * PX_PER_MM,
    pxPerMm: PX_PER_MM,
  };
  // The canvas without a window has the same calls; only its images are of a type of their own.
  const drawn = context as unknown as CanvasContext;
  const widths = createTextWidths(canvasMeasure(createCanvas(1, 1).getContext('2d')));
  const surface = new CanvasSurface(drawn, placement, { widths });
  for (const _ of picture.paint(surface, Number.POSITIVE_INFINITY));
  return context.getImageData(0, 0, width, height);
}

async function fromSvg(design: Design, picture: DesignPicture): Promise<Raster> {
  const svg = svgPicture(design, picture, 'rack', {
    scale: SCALE,
    pxPerMm: Number.POSITIVE_INFINITY,
  });
  const { width, height, data } = await rasterise(svg, (PX_PER_MM / SCALE) * MM_PER_INCH);
  return { width, height, data: new Uint8ClampedArray(data) };
}

async function fromPdf(picture: DesignPicture): Promise<Raster> {
  const { width, height } = sizeOf(picture);
  const format = {
    name: '',
    widthMm: picture.box.width * SCALE,
    heightMm: picture.box.height * SCALE,
  };
  const draw = ({ surface }: { readonly surface: PdfSurface }): void =>
    surface.scaled(-picture.box.x * SCALE, -picture.box.y * SCALE, SCALE, () => {
      for (const _ of picture.paint(surface, Number.POSITIVE_INFINITY));
    });
  const sheet = {
    format,
    target: 'rack',
    title: 'rack',
    section: null,
    documentType: '',
    continues: false,
    scale: '',
    bare: true,
    draw,
  };
  const fields = {
    title: '',
    owner: '',
    createdBy: '',
    approvedBy: '',
    drawingNumber: '',
    status: '',
    date: new Date(0),
  };
  const chunks: Buffer[] = [];
  const out = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  await writeSheets(out, fields, () => [sheet], {});
  const pdf = await getDocumentProxy(new Uint8Array(Buffer.concat(chunks)));
  const page = await pdf.getPage(1);
  const scale = PX_PER_MM / SCALE / PT_PER_PAPER_MM;
  const canvas = createCanvas(width, height);
  // What the reader of PDF takes from a page of the web.
  vi.stubGlobal('Path2D', Path2D);
  // The reader asks a canvas for its context and nothing of the page.
  const target = canvas as unknown as HTMLCanvasElement;
  await page.render({ canvas: target, viewport: page.getViewport({ scale }) }).promise;
  return canvas.getContext('2d').getImageData(0, 0, width, height);
}

/** The mean grey of each cell, 0 to 255, row by row. */
function cellsOf({ width, height, data }: Raster, across: number, down: number): number[] {
  const cells: number[] = [];
  for (let row = 0; row < down; row += 1) {
    for (let column = 0; column < across; column += 1) {
      let sum = 0;
      for (let y = row * CELL; y < (row + 1) * CELL; y += 1) {
        for (let x = column * CELL; x < (column + 1) * CELL; x += 1) {
          const i = 4 * (Math.min(y, height - 1) * width + Math.min(x, width - 1));
          sum += 0.3 * (data[i] ?? 0) + 0.59 * (data[i + 1] ?? 0) + 0.11 * (data[i + 2] ?? 0);
        }
      }
      cells.push(sum / CELL ** 2);
    }
  }
  return cells;
}

/** Share of the cells that are drawn on and yet differ by more than a sixth of black, in percent. */
function difference(a: Raster, b: Raster): number {
  const [across, down] = [Math.floor(a.width / CELL), Math.floor(a.height / CELL)];
  const [left, right] = [cellsOf(a, across, down), cellsOf(b, across, down)];
  let drawn = 0;
  let apart = 0;
  for (const [i, grey] of left.entries()) {
    const other = right[i] ?? 255;
    if (Math.min(grey, other) < 250) drawn += 1;
    if (Math.abs(grey - other) > 255 / 6) apart += 1;
  }
  return (100 * apart) / drawn;
}

/** Percent of cells; edges alone stay below it, a cable or a mm does not. */
const LIMIT = 0.5;

describe('a rack face in pixels', () => {
  const design = specimen();
  const picture = rearOf(design);
  const moved = (x: number, y: number): DesignPicture => {
    const { box } = picture;
    return { ...picture, box: { ...box, x: box.x + x, y: box.y + y } };
  };

  it('is the same on the screen, from SVG and from PDF, and not when a part is missing or aside', async () => {
    const canvas = onCanvas(picture);
    const [svg, pdf] = [await fromSvg(design, picture), await fromPdf(picture)];
    for (const print of [svg, pdf]) {
      expect([print.width, print.height]).toEqual([canvas.width, canvas.height]);
      expect(difference(canvas, print)).toBeLessThan(LIMIT);
      for (const aside of [moved(1, 0), moved(0, 1)]) {
        expect(difference(onCanvas(aside), print)).toBeGreaterThan(2 * LIMIT);
      }
      for (const other of [withLeafHigher(design), withoutCable(design)]) {
        expect(difference(onCanvas(rearOf(other)), print)).toBeGreaterThan(2 * LIMIT);
      }
    }
  });
});

function withLeafHigher(design: Design): Design {
  const leaf = design.devices.get('leaf-2');
  if (!leaf) throw new Error('the specimen has no leaf');
  return applyDiff(design, { ...EMPTY_DIFF, updated: [[leaf, { ...leaf, u: leaf.u + 1 }]] });
}

function withoutCable(design: Design): Design {
  const cable = design.cables.get('c3');
  if (!cable) throw new Error('the specimen has no such cable');
  return applyDiff(design, { ...EMPTY_DIFF, removed: [cable] });
}

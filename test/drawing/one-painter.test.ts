/** Screen, SVG and PDF come from one painter: what their surfaces are asked to draw is the same. */
import { Writable } from 'node:stream';
import PDFDocument from 'pdfkit';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { elevations } from '../../electron/export/export-svg.ts';
import { exportPdf } from '../../electron/export/index.ts';
import { PdfLettering } from '../../electron/export/pdf/lettering.ts';
import { PdfSurface } from '../../electron/export/pdf/pdf-surface.ts';
import { Scene } from '../../renderer/canvas/scene/scene.ts';
import type { CanvasContext } from '../../renderer/canvas/surface/canvas-context.ts';
import { CanvasSurface } from '../../renderer/canvas/surface/canvas-surface.ts';
import { createTextWidths } from '../../renderer/canvas/surface/text-widths.ts';
import { DEFAULT_VIEW } from '../../renderer/editor/view-state.ts';
import { analyse } from '../../shared/analysis/index.ts';
import { paintCables, paintDeviceType, paletteFor } from '../../shared/drawing/index.ts';
import { layoutDesign } from '../../shared/drawing/layout.ts';
import { SPECIMEN_TYPES, specimen } from '../../shared/drawing/specimen.ts';
import type { Surface } from '../../shared/drawing/surface.ts';
import { SvgSurface } from '../../shared/drawing/svg-surface.ts';
import type { Scheme } from '../../shared/theme/tokens.ts';
import { type Primitive, type Received, received } from './received.ts';

const design = specimen();
const layout = layoutDesign(design, 'both');
const widths = createTextWidths((text) => text.length * 0.5);

/** A context that draws nothing. */
const idle = new Proxy({}, { get: () => () => {}, set: () => true }) as CanvasContext;

beforeEach(() => {
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => idle }) });
});
afterEach(() => void vi.unstubAllGlobals());

/** The window with the whole design on screen at 4 px/mm, where nothing is too small to be drawn. */
function window(scheme: Scheme): Promise<Received> {
  const { bounds } = layout;
  const state = {
    design,
    layout,
    analysis: null,
    lens: null,
    camera: { x: bounds.x - 500, y: bounds.y - 500, zoom: 4 },
    viewport: { width: 4 * (bounds.width + 1000), height: 4 * (bounds.height + 1000) },
    pixelRatio: 1,
    palette: paletteFor(scheme),
    view: DEFAULT_VIEW,
    lifted: new Set<string>(),
    shownCables: null,
    selectedCables: null,
  };
  const bitmaps = { of: () => null, close: () => {} };
  return received(CanvasSurface, () => {
    const scene = new Scene(state, widths, bitmaps);
    while (scene.frame().more);
  });
}

const svgFiles = (): Promise<Received> =>
  received(SvgSurface, () => [...elevations(design, analyse(design))].length);

/** The sheets of racks. */
function pdfSheets(): Promise<Received> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const options = { paper: 'A3', date: new Date(0), sheets: ['racks'] } as const;
  return received(PdfSurface, () => exportPdf(design, analyse(design), nowhere, options));
}

/** The faces of racks in a drawing, by the rack's name over them, front before rear. */
function facesOf({ groups }: Received, name: string): (readonly Primitive[])[] {
  return groups.filter((group) =>
    group.some(({ text, points }) => text === name && points[1]! < 0),
  );
}

/** What stands above a face tells its load in the window, its units in a file and its side on a sheet. */
const onFace = (face: readonly Primitive[]): Primitive[] =>
  face.filter(({ shape, points }) => shape !== 'text' || points[1]! >= 0);

/**
 * The rules by which a sheet's lettering differs: names of devices on rails stand beside the rack, and so neither they
 * nor what makes room for them is on it; and what would be smaller than 1.8 mm on paper is left out.
 */
function onSheets(face: readonly Primitive[]): Primitive[] {
  const names = new Set<string>();
  for (const { mount, name } of design.devices.values()) if (mount === 'rails') names.add(name);
  const isName = (each: Primitive | undefined): boolean =>
    each?.shape === 'text' && names.has(each.text);
  return face.filter((each, i) => {
    if (isName(each) || isRoomFor(each, face[i + 1], isName)) return false;
    return each.shape !== 'text' || (each.style?.sizeMm ?? 0) >= 18;
  });
}

/** A filled box right under a name. */
function isRoomFor(
  { shape, paint, points }: Primitive,
  next: Primitive | undefined,
  isName: (each: Primitive | undefined) => boolean,
): boolean {
  if (shape !== 'rect' || paint?.stroke !== null || !next || !isName(next)) return false;
  const [x = 0, y = 0] = next.points;
  const [left = 0, top = 0, right = 0, bottom = 0] = points;
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** The screen's schemes differ from paper in colours and dashes: paper tells kinds apart without colour. */
const shapesOf = (face: readonly Primitive[]) =>
  face.map(({ shape, points, radius, text, maxWidth, style }) => ({
    shape,
    points,
    radius,
    text,
    maxWidth,
    sizeMm: style?.sizeMm,
    weight: style?.weight,
    align: style?.align,
  }));

describe('a rack face', () => {
  it('is the same primitives in the window, in an SVG file and on a sheet', async () => {
    const [onScreen, inFile, onSheet] = [
      await window('paper'),
      await svgFiles(),
      await pdfSheets(),
    ];
    for (const { name } of design.racks.values()) {
      const screen = facesOf(onScreen, name).map(onFace);
      // The first file is the floor, drawn coarser; then come the racks.
      const file = facesOf(inFile, name).slice(-2).map(onFace);
      const sheet = facesOf(onSheet, name).map(onFace);
      expect([screen.length, file.length, sheet.length]).toEqual([2, 2, 2]);
      expect(screen.flat().length).toBeGreaterThan(name === 'A02' ? 100 : 400);
      expect(file).toEqual(screen);
      expect(sheet).toEqual(screen.map(onSheets));
    }
  });

  it('is the same but for colours and dashes in light and dark', async () => {
    const [paper, light, dark] = [
      await window('paper'),
      await window('light'),
      await window('dark'),
    ];
    for (const { name } of design.racks.values()) {
      const shapes = facesOf(paper, name).map(shapesOf);
      expect(facesOf(light, name).map(shapesOf)).toEqual(shapes);
      expect(facesOf(dark, name).map(shapesOf)).toEqual(shapes);
    }
  });

  it('is not the same where a part is missing or elsewhere', async () => {
    const [front] = facesOf(await window('paper'), 'A02');
    expect(front).toBeDefined();
    const moved = front!.map((each, i) => (i === 40 ? { ...each, points: [0, 0, 1, 1] } : each));
    expect(shapesOf(moved)).not.toEqual(shapesOf(front!));
    expect(shapesOf(front!.slice(1))).not.toEqual(shapesOf(front!));
  });
});

/** The same drawing on a canvas, in an SVG file and on a page. */
function onEach(draw: (surface: Surface) => void): Promise<readonly Received[]> {
  const doc = new PDFDocument({ autoFirstPage: false });
  const canvas = new CanvasSurface(idle, { originX: 7, originY: 3, pxPerMm: 4 }, { widths });
  const group = (surface: Surface) => () => surface.at(0, 0, () => draw(surface));
  return Promise.all([
    received(CanvasSurface, group(canvas)),
    received(SvgSurface, group(new SvgSurface())),
    received(PdfSurface, group(new PdfSurface(doc, new PdfLettering(doc)))),
  ]);
}

const OPTIONS = {
  palette: paletteFor('paper'),
  pxPerMm: Number.POSITIVE_INFINITY,
  showLabels: true,
  showCables: true,
};

it.each(Object.entries(SPECIMEN_TYPES))('a faceplate is: %s', async (_, type) => {
  for (const face of ['front', 'rear'] as const) {
    const [canvas, svg, pdf] = await onEach((on) => paintDeviceType(on, type, face, OPTIONS));
    expect(canvas!.groups.flat().length).toBeGreaterThan(0);
    expect(svg).toEqual(canvas);
    expect(pdf).toEqual(canvas);
  }
});

it('cables are: their lines, corners and ends', async () => {
  const [canvas, svg, pdf] = await onEach((on) => paintCables(on, design, layout, OPTIONS));
  const lines = canvas!.groups.flat().filter(({ shape }) => shape === 'line');
  expect(lines.length).toBeGreaterThanOrEqual(design.cables.size);
  expect(lines.some(({ radius }) => radius > 0)).toBe(true);
  expect(svg).toEqual(canvas);
  expect(pdf).toEqual(canvas);
});

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { twinSwitch } from '../../../shared/faceplate/fixture-face.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { exportFaceplateDxf, exportFaceplateSvg } from './export-faceplate-files.ts';
import { exportFaceplatePdf } from './export-faceplate-pdf.ts';
import { faceplateStem } from './file-names.ts';
import { type Measured, ofSize, pdfRectangles, readDxf } from './fixture-measure.ts';
import type { FaceplatePaper } from './full-size-sheets.ts';

const place = { face: 'front', group: '', locked: false } as const;

/** 32 OSFP in two rows with a vent and a printed label. */
const type: DeviceType = {
  ...twinSwitch(),
  shapes: [
    {
      ...place,
      id: 'vent',
      shape: 'vent',
      xMm: 20,
      yMm: 8,
      widthMm: 30,
      heightMm: 24,
      openRatio: 0.6,
      text: '',
    },
    {
      ...place,
      id: 'label',
      shape: 'label',
      xMm: 430,
      yMm: 8,
      widthMm: 30,
      heightMm: 9,
      openRatio: null,
      text: 'Größe\n0\nEOF',
    },
  ],
};
const PANEL = { width: 482.6, height: 43.66 };
const CAGE = { width: 22.58, height: 13 };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plenum-faceplate-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function pdf(change: { paper?: FaceplatePaper; dimensions?: boolean } = {}): Promise<string> {
  const path = join(folder, 'face.pdf');
  await exportFaceplatePdf(type, path, {
    faces: ['front', 'rear'],
    dimensions: true,
    paper: 'fit',
    date: new Date('2026-03-01T12:00:00Z'),
    ...change,
  });
  return path;
}

/** The cages as they are measured from the panel's upper left corner, as the type has them. */
function expectCages(rectangles: readonly Measured[]): void {
  const [panel, ...others] = ofSize(rectangles, PANEL);
  if (!panel) throw new Error('no panel');
  expect(others).toEqual([]);
  const found = ofSize(rectangles, CAGE)
    .map(({ x, y }) => ({ x: x - panel.x, y: y - panel.y }))
    .sort((a, b) => a.y - b.y || a.x - b.x);
  const wanted = [...type.cages].sort((a, b) => a.yMm - b.yMm || a.xMm - b.xMm);
  expect(found).toHaveLength(32);
  for (const [i, { x, y }] of found.entries()) {
    expect(Math.abs(x - (wanted[i]?.xMm ?? NaN))).toBeLessThan(0.1);
    expect(Math.abs(y - (wanted[i]?.yMm ?? NaN))).toBeLessThan(0.1);
  }
}

describe('a faceplate on paper', () => {
  it('has every cage where the type has it, at 1:1, within 0.1 mm', async () => {
    const [front = []] = pdfRectangles(await pdf());
    expectCages(front);
    expect(ofSize(front, { width: 30, height: 24 })).toHaveLength(1);
  });

  it('is as true without dimensions', async () => {
    const [front = []] = pdfRectangles(await pdf({ dimensions: false }));
    expectCages(front);
  });

  it('has a bar of 100 mm on every sheet, says the scale, and asks readers to keep it', async () => {
    const path = await pdf();
    for (const page of pdfRectangles(path)) {
      const bars = ofSize(page, { width: 10, height: 1.6 }).sort((a, b) => a.x - b.x);
      expect(bars).toHaveLength(10);
      expect((bars[9]?.x ?? 0) + 10 - (bars[0]?.x ?? 0)).toBeCloseTo(100, 1);
    }
    expect(readFileSync(path, 'latin1')).toContain('/PrintScaling /None');
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(readFileSync(path))), {
      mergePages: false,
    });
    expect(text).toHaveLength(3);
    expect(text[0]).toContain('Drawn 1:1');
    expect(text[0]).toContain('A2');
  });

  it('tells sizes, holes, pitches and a table of all cut-outs', async () => {
    const { text } = await extractText(
      await getDocumentProxy(new Uint8Array(readFileSync(await pdf()))),
      { mergePages: false },
    );
    const [front = '', rear = '', labels = ''] = text.map((page) => page.replace(/\s+/g, ' '));
    for (const words of ['482.6', '43.66', '465.1', '15 × 23.5 = 352.5', 'Ø 6.6']) {
      expect(front).toContain(words);
    }
    expect(front).toMatch(/swp1 to swp31 OSFP 60 5 22\.58 13 16 23\.5/);
    expect(front).toMatch(/swp2 to swp32 OSFP 60 25\.66 22\.58 13 16 23\.5/);
    expect(front).toMatch(/Vent 20 8 30 24 1/);
    expect(rear).toContain('450.85');
    expect(rear).not.toContain('465.1');
    for (const { name } of type.ports) expect(labels).toContain(name);
  });

  it('comes in parts where the paper is smaller, that join at the same scale', async () => {
    const pages = pdfRectangles(await pdf({ paper: 'A3' }));
    const fronts = pages.slice(0, 2);
    for (const page of fronts) {
      // Each part holds the whole face and shows its window of it.
      const [panel, ...others] = ofSize(page, PANEL);
      expect(others).toEqual([]);
      expect(ofSize(page, CAGE)).toHaveLength(32);
      expect(panel?.width).toBeCloseTo(PANEL.width, 1);
    }
    const left = fronts.map((page) => ofSize(page, PANEL)[0]?.x ?? 0);
    const window = widestWindow(fronts[0] ?? []);
    expect((left[0] ?? 0) - (left[1] ?? 0)).toBeCloseTo(window, 1);
  });

  it('is the same bytes for the same input, and leaves nothing behind when it is stopped', async () => {
    const first = readFileSync(await pdf());
    expect(readFileSync(await pdf()).equals(first)).toBe(true);
    const stopped = exportFaceplatePdf(type, join(folder, 'no.pdf'), {
      faces: ['front'],
      dimensions: true,
      paper: 'fit',
      date: new Date(0),
      signal: AbortSignal.abort(new Error('enough')),
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(readdirSync(folder)).toEqual(['face.pdf']);
  });
});

/** Width of the part that a sheet shows: its clip and its cut line are the same rectangle, drawn twice. */
function widestWindow(page: readonly Measured[]): number {
  const twice = page.filter((one, i) => page.findIndex((other) => same(one, other)) < i);
  return Math.max(...twice.map(({ width }) => width));
}

function same(a: Measured, b: Measured): boolean {
  return (['x', 'y', 'width', 'height'] as const).every((key) => Math.abs(a[key] - b[key]) < 0.01);
}

describe('a faceplate as SVG', () => {
  it('is one file a face in millimetres, cages within 0.1 mm', async () => {
    const files = await exportFaceplateSvg(type, join(folder, 'svg'), {
      faces: ['front', 'rear'],
      dimensions: true,
    });
    expect(files).toEqual(['Acme-One-front.svg', 'Acme-One-rear.svg']);
    const svg = readFileSync(join(folder, 'svg', 'Acme-One-front.svg'), 'utf8');
    const [, width, height, view = ''] =
      /width="([\d.]+)mm" height="([\d.]+)mm" viewBox="([^"]+)"/.exec(svg) ?? [];
    // A user unit is a millimetre.
    expect(view.split(' ').slice(2)).toEqual([width, height]);
    const rectangles = [
      ...svg.matchAll(/<rect x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"/g),
    ].map(([, ...values]) => {
      const [x = 0, y = 0, w = 0, h = 0] = values.map(Number);
      return { x, y, width: w, height: h };
    });
    expectCages(rectangles);
  });
});

describe('a faceplate as DXF', () => {
  it('has outline, holes, cut-outs, vents and labels on their layers, in millimetres', async () => {
    const [file = ''] = await exportFaceplateDxf(type, folder, { faces: ['front'] });
    const { variables, layers, entities } = readDxf(readFileSync(join(folder, file), 'latin1'));
    expect(variables.get('$ACADVER')).toBe('AC1009');
    expect(variables.get('$INSUNITS')).toBe('4');
    expect(layers).toEqual(['PANEL', 'HOLES', 'CUTOUTS', 'VENTS', 'MARKS', 'LABELS']);
    const on = (layer: string) => entities.filter((each) => each.layer === layer);
    expect(on('PANEL').map(({ corners }) => corners)).toEqual([
      [
        [0, 0],
        [482.6, 0],
        [482.6, -43.66],
        [0, -43.66],
      ],
    ]);
    const holes = on('HOLES').map(({ type: kind, groups }) => [
      kind,
      ...[10, 20, 40].map((code) => Number(groups.find(([at]) => at === code)?.[1])),
    ]);
    expect(holes).toEqual([
      ['CIRCLE', 8.75, -5.955, 3.3],
      ['CIRCLE', 473.85, -5.955, 3.3],
      ['CIRCLE', 8.75, -37.705, 3.3],
      ['CIRCLE', 473.85, -37.705, 3.3],
    ]);
    const cut = on('CUTOUTS').map(({ corners: [a, , c] }) => [a?.[0], a?.[1], c?.[0], c?.[1]]);
    const wanted = type.cages.map(({ xMm, yMm, widthMm, heightMm }) => [
      xMm,
      0 - yMm,
      xMm + widthMm,
      -(yMm + heightMm),
    ]);
    expect(cut).toHaveLength(32);
    for (const [i, box] of cut.entries()) {
      for (const [k, value] of box.entries()) expect(value).toBeCloseTo(wanted[i]?.[k] ?? NaN, 3);
    }
    expect(on('VENTS')).toHaveLength(1);
    const texts = on('LABELS').map(({ groups }) => groups.find(([code]) => code === 1)?.[1]);
    expect(texts).toHaveLength(33);
    // A label's line breaks begin no group of the file; letters beyond ASCII go as their numbers.
    expect(texts).toContain('Gr\\U+00F6\\U+00DFe 0 EOF');
  });
});

describe('the name of a file', () => {
  const named = (manufacturer: string, model: string): string =>
    faceplateStem({ ...type, manufacturer, model, slug: 'a-slug' });

  it('is of what every file system takes', () => {
    expect(named('Acme', 'X/9: "A"')).toBe('Acme-X-9-A');
    expect(named('', '')).toBe('a-slug');
    expect(named('', '..')).toBe('faceplate');
    expect(named('', 'CON')).toBe('faceplate-CON');
    expect(named('日本', '型')).toBe('日本-型');
  });
});

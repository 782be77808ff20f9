/** Measures what an exported file holds, independently of what wrote it: for tests. */
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

/** A rectangle, mm, y down. */
export interface Measured {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
const MM_PER_PT = 25.4 / 72;

function times(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[1] * n[2],
    m[0] * n[1] + m[1] * n[3],
    m[2] * n[0] + m[3] * n[2],
    m[2] * n[1] + m[3] * n[3],
    m[4] * n[0] + m[5] * n[2] + n[4],
    m[4] * n[1] + m[5] * n[3] + n[5],
  ];
}

/** The rectangles on each page of a PDF, in the order drawn, mm on paper from the page's lower left corner. */
export function pdfRectangles(file: string): Measured[][] {
  return pageContents(file).map(rectanglesOf);
}

/** The content of each page, inflated: what holds drawing operators and no font. */
function pageContents(file: string): string[] {
  const bytes = readFileSync(file);
  const text = bytes.toString('latin1');
  const contents: string[] = [];
  for (const found of text.matchAll(/stream\r?\n/g)) {
    if (text.slice(found.index - 3, found.index) === 'end') continue;
    const start = found.index + found[0].length;
    const end = text.indexOf('endstream', start);
    try {
      const content = inflateSync(bytes.subarray(start, end)).toString('latin1');
      if (/^[\d.]+ 0 0 -[\d.]+ 0 [\d.]+ cm\n/.test(content)) contents.push(content);
    } catch {
      // Not deflated: no page.
    }
  }
  return contents;
}

function rectanglesOf(content: string): Measured[] {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const kept: Matrix[] = [];
  let numbers: number[] = [];
  const rectangles: Measured[] = [];
  for (const token of content.split(/\s+/)) {
    const number = Number(token);
    if (token !== '' && Number.isFinite(number)) {
      numbers.push(number);
      continue;
    }
    if (token === 'q') kept.push(matrix);
    else if (token === 'Q') matrix = kept.pop() ?? matrix;
    else if (token === 'cm') matrix = times(matrixOf(numbers), matrix);
    else if (token === 're') rectangles.push(rectangle(numbers.slice(-4), matrix));
    numbers = [];
  }
  return rectangles;
}

/** The operands before `cm`: the last six numbers. */
function matrixOf(numbers: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbers.slice(-6);
  return [a, b, c, d, e, f];
}

function rectangle([x = 0, y = 0, width = 0, height = 0]: number[], m: Matrix): Measured {
  const corner = (px: number, py: number): readonly [number, number] => [
    (px * m[0] + py * m[2] + m[4]) * MM_PER_PT,
    -(px * m[1] + py * m[3] + m[5]) * MM_PER_PT,
  ];
  const [ax, ay] = corner(x, y);
  const [bx, by] = corner(x + width, y + height);
  return {
    x: Math.min(ax, bx),
    y: Math.min(ay, by),
    width: Math.abs(bx - ax),
    height: Math.abs(by - ay),
  };
}

/** Those of the rectangles that have this size within 0.1 mm. */
export function ofSize(
  rectangles: readonly Measured[],
  size: { readonly width: number; readonly height: number },
): Measured[] {
  return rectangles.filter(
    ({ width, height }) =>
      Math.abs(width - size.width) < 0.1 && Math.abs(height - size.height) < 0.1,
  );
}

/** Groups of a DXF file, read line by line. */
export interface DxfEntity {
  readonly type: string;
  readonly layer: string;
  /** Values by group code, in their order. */
  readonly groups: readonly (readonly [code: number, value: string])[];
  /** Corners of a polyline, mm. */
  readonly corners: readonly (readonly [x: number, y: number])[];
}

/** The header's variables and the entities of a DXF file. @throws Error when it is not whole */
export function readDxf(text: string): {
  readonly variables: ReadonlyMap<string, string>;
  readonly layers: readonly string[];
  readonly entities: readonly DxfEntity[];
} {
  const lines = text.split('\r\n');
  const pairs: [number, string][] = [];
  for (let i = 0; i + 1 < lines.length; i += 2) pairs.push([Number(lines[i]), lines[i + 1] ?? '']);
  if (pairs.at(-1)?.[1] !== 'EOF') throw new Error('the file does not end');
  const variables = new Map<string, string>();
  const layers: string[] = [];
  const entities: { type: string; groups: [number, string][]; corners: [number, number][] }[] = [];
  let section = '';
  let record = '';
  for (const [i, [code, value]] of pairs.entries()) {
    if (code === 0) record = value;
    if (code === 2 && record === 'SECTION') section = value;
    if (code === 9) variables.set(value, pairs[i + 1]?.[1] ?? '');
    if (code === 2 && record === 'LAYER') layers.push(value);
    if (section !== 'ENTITIES' || record === 'SECTION') continue;
    if (code === 0 && !['VERTEX', 'SEQEND', 'ENDSEC', 'EOF'].includes(value)) {
      entities.push({ type: value, groups: [], corners: [] });
    }
    const entity = entities.at(-1);
    if (record === 'VERTEX' && code === 10) {
      entity?.corners.push([Number(value), Number(pairs[i + 1]?.[1])]);
    } else if (record !== 'VERTEX' && record !== 'SEQEND') entity?.groups.push([code, value]);
  }
  return {
    variables,
    layers,
    entities: entities.map((entity) => ({
      ...entity,
      layer: entity.groups.find(([code]) => code === 8)?.[1] ?? '',
    })),
  };
}

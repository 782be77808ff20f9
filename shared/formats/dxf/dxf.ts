/**
 * Writes drawings as DXF, the exchange form of CAD and of machines: ASCII of release 12, which every reader since
 * 1992 takes. Millimetres, y up, on named layers.
 */

export interface DxfLayer {
  readonly name: string;
  /** AutoCAD colour index, 1 to 255. */
  readonly colour: number;
}

export type DxfShape<Layer extends string> =
  | {
      readonly kind: 'polyline';
      readonly layer: Layer;
      /** Corners `x0, y0, x1, y1, ...`, mm; the last is joined to the first. */
      readonly points: readonly number[];
    }
  | {
      readonly kind: 'circle';
      readonly layer: Layer;
      readonly x: number;
      readonly y: number;
      readonly radius: number;
    }
  | {
      readonly kind: 'text';
      readonly layer: Layer;
      /** Middle of the text, mm. */
      readonly x: number;
      readonly y: number;
      /** Height of its capitals, mm. */
      readonly height: number;
      readonly text: string;
    }
  | {
      /** A block put where its origin lies at (x, y), mm. */
      readonly kind: 'insert';
      readonly layer: Layer;
      readonly block: string;
      readonly x: number;
      readonly y: number;
    };

/** Shapes that are drawn once and put in many places; its name is of letters, digits, `_` and `-`. */
export interface DxfBlock<Layer extends string> {
  readonly name: string;
  readonly shapes: readonly DxfShape<Layer>[];
}

/** Groups of code and value, one after the other. */
type Groups = readonly (readonly [code: number, value: string | number])[];

/** To a micrometre, never with an exponent. */
function coordinate(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0.0' : rounded.toFixed(3).replace(/(\.\d+?)0+$/, '$1');
}

/** Text as one line of ASCII: what is beyond it as its number, what would begin a line of its own left out. */
function plain(text: string): string {
  return text
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .replace(/[^\x20-\x7e]/g, (letter) => {
      return `\\U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
    });
}

function header(box: { readonly min: Corner; readonly max: Corner }): Groups {
  return [
    [0, 'SECTION'],
    [2, 'HEADER'],
    [9, '$ACADVER'],
    [1, 'AC1009'],
    [9, '$INSUNITS'],
    [70, 4],
    [9, '$MEASUREMENT'],
    [70, 1],
    [9, '$EXTMIN'],
    [10, coordinate(box.min[0])],
    [20, coordinate(box.min[1])],
    [30, '0.0'],
    [9, '$EXTMAX'],
    [10, coordinate(box.max[0])],
    [20, coordinate(box.max[1])],
    [30, '0.0'],
    [0, 'ENDSEC'],
  ];
}

function tables(layers: readonly DxfLayer[]): Groups {
  return [
    [0, 'SECTION'],
    [2, 'TABLES'],
    [0, 'TABLE'],
    [2, 'LTYPE'],
    [70, 1],
    [0, 'LTYPE'],
    [2, 'CONTINUOUS'],
    [70, 0],
    [3, 'Solid line'],
    [72, 65],
    [73, 0],
    [40, '0.0'],
    [0, 'ENDTAB'],
    [0, 'TABLE'],
    [2, 'LAYER'],
    [70, layers.length],
    ...layers.flatMap(
      ({ name, colour }): Groups => [
        [0, 'LAYER'],
        [2, name],
        [70, 0],
        [62, colour],
        [6, 'CONTINUOUS'],
      ],
    ),
    [0, 'ENDTAB'],
    [0, 'ENDSEC'],
  ];
}

function entity<Layer extends string>(shape: DxfShape<Layer>): Groups {
  const on: Groups = [[8, shape.layer]];
  switch (shape.kind) {
    case 'polyline':
      return [
        [0, 'POLYLINE'],
        ...on,
        [66, 1],
        [70, 1],
        ...place(0, 0),
        ...corners(shape.points).flatMap(
          ([x, y]): Groups => [[0, 'VERTEX'], ...on, ...place(x, y)],
        ),
        [0, 'SEQEND'],
        ...on,
      ];
    case 'insert':
      return [[0, 'INSERT'], ...on, [2, shape.block], ...place(shape.x, shape.y)];
    case 'circle':
      return [[0, 'CIRCLE'], ...on, ...place(shape.x, shape.y), [40, coordinate(shape.radius)]];
    case 'text':
      return [
        [0, 'TEXT'],
        ...on,
        ...place(shape.x, shape.y),
        [40, coordinate(shape.height)],
        [1, plain(shape.text)],
        // Centred across and along: the second point is the one that counts.
        [72, 1],
        [73, 2],
        [11, coordinate(shape.x)],
        [21, coordinate(shape.y)],
        [31, '0.0'],
      ];
  }
}

function place(x: number, y: number): Groups {
  return [
    [10, coordinate(x)],
    [20, coordinate(y)],
    [30, '0.0'],
  ];
}

type Corner = readonly [x: number, y: number];

function corners(points: readonly number[]): Corner[] {
  const found: Corner[] = [];
  for (let i = 0; i + 1 < points.length; i += 2) found.push([points[i] ?? 0, points[i + 1] ?? 0]);
  return found;
}

function blockGroups<Layer extends string>({ name, shapes }: DxfBlock<Layer>): Groups {
  return [
    [0, 'BLOCK'],
    [8, '0'],
    [2, name],
    [70, 0],
    ...place(0, 0),
    [3, name],
    ...shapes.flatMap(entity),
    [0, 'ENDBLK'],
    [8, '0'],
  ];
}

function blockSection<Layer extends string>(blocks: readonly DxfBlock<Layer>[]): Groups {
  if (blocks.length === 0) return [];
  return [[0, 'SECTION'], [2, 'BLOCKS'], ...blocks.flatMap(blockGroups), [0, 'ENDSEC']];
}

type Extents = ReadonlyMap<string, readonly Corner[]>;

function extent<Layer extends string>(shape: DxfShape<Layer>, blocks: Extents): Corner[] {
  if (shape.kind === 'polyline') return corners(shape.points);
  if (shape.kind === 'insert') {
    const inside = blocks.get(shape.block) ?? [];
    return inside.map(([x, y]): Corner => [x + shape.x, y + shape.y]);
  }
  const { x, y } = shape;
  const r = shape.kind === 'circle' ? shape.radius : 0;
  return [
    [x - r, y - r],
    [x + r, y + r],
  ];
}

/** The whole file. Shapes come out in the order given; each names one of the layers, and one of the blocks. */
export function dxfFile<Layer extends string>(
  layers: readonly (DxfLayer & { readonly name: Layer })[],
  shapes: readonly DxfShape<Layer>[],
  blocks: readonly DxfBlock<Layer>[] = [],
): string {
  const none: Extents = new Map();
  const inside: Extents = new Map(
    blocks.map((block) => [block.name, block.shapes.flatMap((shape) => extent(shape, none))]),
  );
  const all = shapes.flatMap((shape) => extent(shape, inside));
  const bound = (pick: (...values: number[]) => number): Corner =>
    all.reduce<Corner>(
      ([x, y], corner) => [pick(x, corner[0]), pick(y, corner[1])],
      all[0] ?? [0, 0],
    );
  const groups: Groups = [
    ...header({ min: bound(Math.min), max: bound(Math.max) }),
    ...tables(layers),
    ...blockSection(blocks),
    [0, 'SECTION'],
    [2, 'ENTITIES'],
    ...shapes.flatMap(entity),
    [0, 'ENDSEC'],
    [0, 'EOF'],
  ];
  return `${groups.map(([code, value]) => `${String(code).padStart(3)}\r\n${value}`).join('\r\n')}\r\n`;
}

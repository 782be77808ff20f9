/**
 * Plenum's mark, drawn here rather than kept as a picture: a rack front with three devices, a bundle of cables
 * that hangs over the lowest, and the air that still comes through.
 */
import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];

/** A rounded rectangle in the mark's own 64 × 64 grid. */
interface Block {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly colour: Colour;
}

const GRID = 64;
const INK: Colour = [16, 27, 45];
const STEEL: Colour = [226, 233, 242];
const AIR: Colour = [56, 189, 248];
const COPPER: Colour = [245, 158, 66];

const BLOCKS: readonly Block[] = [
  { x: 2, y: 2, width: 60, height: 60, radius: 13, colour: INK },
  { x: 14, y: 13, width: 36, height: 10, radius: 2.5, colour: STEEL },
  { x: 14, y: 27, width: 36, height: 10, radius: 2.5, colour: STEEL },
  { x: 14, y: 41, width: 36, height: 10, radius: 2.5, colour: STEEL },
  { x: 18, y: 16.5, width: 14, height: 3, radius: 1.5, colour: AIR },
  { x: 18, y: 30.5, width: 14, height: 3, radius: 1.5, colour: AIR },
  { x: 18, y: 44.5, width: 8, height: 3, radius: 1.5, colour: AIR },
  { x: 36.5, y: 15.5, width: 4, height: 38.5, radius: 2, colour: COPPER },
  { x: 42.5, y: 29.5, width: 4, height: 24.5, radius: 2, colour: COPPER },
];

/** Samples along each side of a pixel: smooth edges without a drawing library. */
const OVERSAMPLING = 4;

/**
 * The mark as a PNG with transparent corners.
 * @param size pixels along a side
 */
export function iconPng(size: number): Buffer {
  const rows = Buffer.alloc((size * 4 + 1) * size);
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      rows.set(pixel(x, y, GRID / size), y * (size * 4 + 1) + 1 + x * 4);
    }
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header(size)),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** The mark as SVG, for desktops that scale it themselves. */
export function iconSvg(): string {
  const shapes = BLOCKS.map(
    ({ x, y, width, height, radius, colour }) =>
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="rgb(${colour.join(',')})"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${GRID} ${GRID}">${shapes.join('')}</svg>\n`;
}

function pixel(column: number, row: number, scale: number): readonly number[] {
  const sum = [0, 0, 0, 0];
  const step = scale / OVERSAMPLING;
  for (let i = 0; i < OVERSAMPLING * OVERSAMPLING; i += 1) {
    const x = column * scale + ((i % OVERSAMPLING) + 0.5) * step;
    const y = row * scale + (Math.floor(i / OVERSAMPLING) + 0.5) * step;
    const colour = colourAt(x, y);
    if (!colour) continue;
    colour.forEach((value, channel) => {
      sum[channel] = (sum[channel] ?? 0) + value;
    });
    sum[3] = (sum[3] ?? 0) + 1;
  }
  const [red = 0, green = 0, blue = 0, covered = 0] = sum;
  if (covered === 0) return [0, 0, 0, 0];
  const alpha = (255 * covered) / (OVERSAMPLING * OVERSAMPLING);
  return [red / covered, green / covered, blue / covered, alpha].map(Math.round);
}

function colourAt(x: number, y: number): Colour | null {
  return BLOCKS.findLast((block) => contains(block, x, y))?.colour ?? null;
}

function contains(block: Block, x: number, y: number): boolean {
  const dx = Math.abs(x - block.x - block.width / 2) - block.width / 2 + block.radius;
  const dy = Math.abs(y - block.y - block.height / 2) - block.height / 2 + block.radius;
  return (
    Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) <= block.radius && Math.max(dx, dy) <= block.radius
  );
}

function header(size: number): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(size, 0);
  data.writeUInt32BE(size, 4);
  data.set([8, 6], 8); // eight bits a channel, red green blue alpha
  return data;
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

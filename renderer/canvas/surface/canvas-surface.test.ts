import { describe, expect, it } from 'vitest';
import type { Paint, TextStyle } from '../../../shared/drawing/surface.ts';
import type { CanvasContext } from './canvas-context.ts';
import { CanvasSurface } from './canvas-surface.ts';
import type { Sprites } from './sprites.ts';
import { createTextWidths } from './text-widths.ts';

/** A context that writes down what is asked of it. */
function notebook() {
  const lines: string[] = [];
  const target: Record<string, unknown> = {};
  const context = new Proxy(target, {
    get: (_, name) =>
      typeof name === 'string' && name in target
        ? target[name]
        : (...args: unknown[]) => {
            lines.push(`${String(name)} ${args.map((arg) => JSON.stringify(arg)).join(' ')}`);
          },
    set: (_, name, value) => {
      lines.push(`${String(name)} = ${String(value)}`);
      return true;
    },
  });
  return { context: context as unknown as CanvasContext, lines };
}

const widths = createTextWidths((text) => text.length * 0.5);
const filled = (fill: string): Paint => ({ fill, stroke: null, strokeMm: 0, dashMm: [] });
const lined = (stroke: string, strokeMm = 0): Paint => ({
  fill: null,
  stroke,
  strokeMm,
  dashMm: [],
});
const lettered: TextStyle = { colour: '#000', sizeMm: 10, weight: 'regular', align: 'left' };

function surfaceAt(pxPerMm: number, sprites?: Sprites) {
  const { context, lines } = notebook();
  const placement = { originX: 0, originY: 0, pxPerMm };
  const parts = sprites ? { widths, sprites } : { widths };
  return { surface: new CanvasSurface(context, placement, parts), lines };
}

describe('a surface on a canvas', () => {
  it('sets a colour once for rectangles of the same paint', () => {
    const { surface, lines } = surfaceAt(1);
    const blue = filled('#00f');
    surface.rect(0, 0, 10, 10, blue);
    surface.rect(20, 0, 10, 10, blue);
    expect(lines).toEqual(['fillStyle = #00f', 'fillRect 0 0 10 10', 'fillRect 20 0 10 10']);
  });

  it('puts the edges of rectangles on whole pixels, so that neighbours meet', () => {
    const { surface, lines } = surfaceAt(0.37);
    surface.rect(0, 0, 100, 44.45, filled('#111'));
    surface.rect(0, 44.45, 100, 44.45, filled('#111'));
    expect(lines.slice(1)).toEqual(['fillRect 0 0 37 16', 'fillRect 0 16 37 17']);
  });

  it('keeps a rectangle thinner than three pixels as thin as it is', () => {
    const { surface, lines } = surfaceAt(0.1);
    surface.rect(0, 0, 100, 24, filled('#111'));
    expect(lines.at(-1)).toMatch(/^fillRect 0 0 10 2\.4/);
  });

  it('draws the thinnest line as one whole pixel', () => {
    const { surface, lines } = surfaceAt(0.5);
    surface.line([0, 10, 100, 10], lined('#f00'));
    expect(lines).toContain('lineWidth = 1');
    expect(lines).toContain('moveTo 0.5 5.5');
  });

  it('rounds the corners of a line by no more than half a segment', () => {
    const { surface, lines } = surfaceAt(1);
    surface.line([0, 0, 10, 0, 10, 100], lined('#f00', 2), 50);
    expect(lines).toContain('arcTo 10 0 10 100 5');
  });

  it('cuts a text that is too wide with an ellipsis', () => {
    const { surface, lines } = surfaceAt(2);
    surface.text(0, 10, 'compute-leaf-01', lettered, 40);
    expect(lines.find((line) => line.startsWith('fillText'))).toContain('"compute…"');
  });

  it('draws a turned content around its own origin and stands straight again afterwards', () => {
    const { surface, lines } = surfaceAt(1);
    surface.at(30, 40, () => surface.rect(0, 0, 5, 5, filled('#111')), true);
    surface.rect(1, 1, 5, 5, filled('#111'));
    expect(lines).toContain('translate 30 40');
    expect(lines.filter((line) => line.startsWith('fillRect'))).toEqual([
      'fillRect 0 0 5 5',
      'fillRect 1 1 5 5',
    ]);
  });

  it('moves what lies on a symbol to the same whole pixels as the symbol', () => {
    const sprites: Sprites = { of: () => ({}) as ImageBitmap, noteContent: () => {} };
    const { surface, lines } = surfaceAt(1, sprites);
    surface.symbol(10.4, 20.4, 50, 50, {}, () => {});
    surface.rect(12.2, 22.2, 10, 10, filled('#0f0'));
    expect(lines.at(-1)).toBe('fillRect 12 22 10 10');
  });

  it('counts a symbol drawn in full as what it holds', () => {
    const { surface } = surfaceAt(1);
    surface.symbol(0, 0, 50, 50, {}, (inside) => {
      inside.rect(0, 0, 1, 1, filled('#111'));
      inside.circle(5, 5, 2, filled('#111'));
    });
    expect(surface.drawn).toBe(2);
  });
});

import { describe, expect, it } from 'vitest';
import {
  fixtureArea,
  fixtureFloor,
  fixturePathway,
  fixtureRacks,
  fixtureRow,
} from '../floor/fixture-floor.ts';
import { drawFloor } from './floor.ts';
import type { FloorOptions } from './floor-options.ts';
import { paletteFor } from './palette.ts';
import { RecordingSurface } from './recording-surface.ts';

const palette = paletteFor('light');
const FLOOR = fixtureFloor(
  fixtureRow('a', 0, { xMm: 0, yMm: 0, facing: 'south' }),
  fixtureRow('b', 1, { xMm: 1200, yMm: 1200, facing: 'north' }),
  ...fixtureRacks('a', 2),
  ...fixtureRacks('b', 2),
  fixtureArea('room', [-1000, -3000, 6000, 8000], { name: 'Hall 1' }),
  fixtureArea('cold-aisle', [0, 0, 1200, 1200]),
  fixtureArea('column', [3000, 0, 400, 400]),
  fixtureArea('keep-out', [3000, 2000, 900, 900]),
  fixturePathway('tray-1', [
    [-300, -600],
    [1500, -600],
    [1500, 1800],
    [-300, 1800],
  ]),
);

function drawn(over: Partial<FloorOptions> = {}): RecordingSurface {
  const surface = new RecordingSurface();
  drawFloor(surface, FLOOR, { palette, pxPerMm: 0.1, ...over });
  return surface;
}

const boxes = (surface: RecordingSurface) =>
  surface.marks.filter(({ shape }) => shape === 'rect').map(({ points }) => points.join(' '));

describe('the plan', () => {
  it('shows racks where they stand, with names, rows, areas and trays', () => {
    const surface = drawn();
    expect(boxes(surface)).toContain('600 -1200 1200 0');
    expect(boxes(surface)).toContain('600 1200 1200 2400');
    for (const name of ['A1', 'B2', 'A', 'Hall 1', 'cold-aisle', 'tray-1']) {
      expect(surface.texts).toContain(name);
    }
  });

  it('marks the front of a rack where it looks', () => {
    const lines = drawn()
      .marks.filter(({ shape }) => shape === 'line')
      .map(({ points }) => points.join(' '));
    expect(lines).toContain('0 0 600 0');
    expect(lines).toContain('1200 1200 600 1200');
  });

  it('turns the corners of a tray square', () => {
    const [outline] = drawn().marks.filter(({ shape }) => shape === 'polygon');
    expect(outline?.points).toEqual([
      -300, -750, 1650, -750, 1650, 1950, -300, 1950, -300, 1650, 1350, 1650, 1350, -450, -300,
      -450,
    ]);
  });

  it('far out draws boxes without names, and lines for trays', () => {
    const surface = drawn({ pxPerMm: 0.005 });
    expect(surface.texts).toEqual([]);
    expect(surface.marks.some(({ shape }) => shape === 'polygon')).toBe(false);
    expect(
      surface.marks
        .filter(({ shape }) => shape === 'line')
        .some(({ points }) => points.length === 8),
    ).toBe(true);
  });

  it('draws what is seen, and not what a drag carries', () => {
    expect(drawn({ visible: { x: 0, y: -1200, width: 10, height: 10 } }).texts).not.toContain('B2');
    const without = drawn({ lifted: new Set(['a1']) }).texts;
    expect(without).not.toContain('A1');
    expect(without).toContain('A2');
  });

  it('colours racks by an overlay, hatches what is unknown, and full trays by what is wrong', () => {
    const surface = drawn({
      rackStep: (id) => (id === 'a1' ? 4 : id === 'a2' ? null : undefined),
      rackFigure: () => '12 kW',
      pathwayFill: () => 2.4,
      severityOf: (id) => (id === 'b1' ? 'error' : null),
    });
    const fills = surface.marks.map(({ paint }) => paint?.fill);
    expect(fills).toContain(palette.tokens.overlay[4]);
    expect(fills).toContain(palette.tokens.opening);
    const strokes = surface.marks.filter(({ paint }) => paint === palette.ink.unknown);
    expect(strokes.length).toBeGreaterThan(3);
    for (const { points } of strokes) {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = points;
      expect([x1, x2].every((x) => x >= 600 && x <= 1200)).toBe(true);
      expect(x1 + y1).toBeCloseTo(x2 + y2, 6);
    }
    expect(surface.texts).toContain('12 kW');
    expect(surface.texts).toContain('tray-1, 240 % of its limit');
    const [tray] = surface.marks.filter(({ shape }) => shape === 'polygon');
    expect(tray?.paint?.stroke).toBe(palette.tokens.finding.error);
  });

  it('on paper has lines and letters as wide as on any sheet', () => {
    const surface = drawn({
      palette: paletteFor('paper'),
      pxPerMm: Number.POSITIVE_INFINITY,
      scale: 200,
    });
    const sizes = surface.marks.flatMap(({ style }) => style?.sizeMm ?? []);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1.8 * 200);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(3.5 * 200);
    const front = surface.marks.find(
      ({ shape, points }) => shape === 'line' && points.join(' ') === '0 0 600 0',
    );
    expect(front?.paint?.strokeMm).toBe(0.7 * 200);
  });

  it('has trays over the rows, broken, only as long as none is drawn', () => {
    const assumed = { assumedTrayMm: 300 };
    expect(drawn(assumed).marks.filter(({ shape }) => shape === 'polygon')).toHaveLength(1);
    const surface = new RecordingSurface();
    drawFloor(surface, { ...FLOOR, pathways: new Map() }, { palette, pxPerMm: 0.1, ...assumed });
    const trays = surface.marks.filter(({ shape }) => shape === 'polygon');
    expect(trays).toHaveLength(2);
    expect(trays[0]?.paint?.dashMm).not.toEqual([]);
    expect(trays[0]?.points).toEqual([-150, -450, 1350, -450, 1350, -750, -150, -750]);
  });
});

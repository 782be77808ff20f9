import { describe, expect, it } from 'vitest';
import { rackHeightMm, slotTopMm } from '../model/rack-geometry.ts';
import type { PaintOptions } from './paint-options.ts';
import { fillPaint, paletteFor } from './palette.ts';
import { placedDevices } from './placed-devices.ts';
import { paintDeviceType, paintRackFace } from './rack-face.ts';
import { UNIT_NUMBERS_MM } from './rack-frame.ts';
import { RecordingSurface } from './recording-surface.ts';
import { SPECIMEN_RACK, SPECIMEN_TYPES, specimen } from './specimen.ts';
import type { Surface } from './surface.ts';
import { textWidthMm } from './text-fit.ts';

const palette = paletteFor('light');

function painted(face: 'front' | 'rear', more: Partial<PaintOptions> = {}): RecordingSurface {
  const surface = new RecordingSurface();
  const options = { palette, pxPerMm: 2, showLabels: true, showCables: true, ...more };
  paintRackFace(surface, specimen(), 'rack-1', face, options);
  return surface;
}

const count = (surface: RecordingSurface, paint: unknown): number =>
  surface.marks.filter((mark) => mark.paint === paint).length;

describe('the face of a rack', () => {
  it('stays within the frame, its unit numbers and its title', () => {
    const title = { name: 'A01', detail: '22 of 42 U' };
    for (const face of ['front', 'rear'] as const) {
      for (const { points, shape } of painted(face, { title }).marks) {
        for (let i = 0; i < points.length; i += 2) {
          expect(points[i]).toBeGreaterThanOrEqual(-UNIT_NUMBERS_MM);
          expect(points[i]).toBeLessThanOrEqual(SPECIMEN_RACK.widthMm + UNIT_NUMBERS_MM);
          expect(points[i + 1]).toBeGreaterThanOrEqual(shape === 'text' ? -140 : 0);
          expect(points[i + 1]).toBeLessThanOrEqual(rackHeightMm(SPECIMEN_RACK));
        }
      }
    }
  });

  it.each([
    ['at its usual scale', { pxPerMm: Number.POSITIVE_INFINITY, smallestTextMm: 18 }],
    ['small, with large letters', { pxPerMm: 0.2, smallestTextMm: 90 }],
  ])('keeps what is alike in all racks within its box %s', (_, options) => {
    let seen = 0;
    // Letters are measured about: files leave symbols so much round their boxes, mm.
    const margin = 5;
    const within = (width: number, height: number, content: (surface: Surface) => void): void => {
      const inside = new RecordingSurface();
      content(inside);
      for (const { shape, points, text, style } of inside.marks) {
        seen += 1;
        const [x = 0, y = 0] = points;
        if (shape === 'text' && style) {
          const wide = textWidthMm(text, style);
          const left = { left: x, centre: x - wide / 2, right: x - wide }[style.align];
          expect(Math.min(left, y - style.sizeMm / 2)).toBeGreaterThanOrEqual(-margin);
          expect(left + wide).toBeLessThanOrEqual(width + margin);
          expect(y + style.sizeMm / 2).toBeLessThanOrEqual(height + margin);
        }
      }
    };
    const surface: Surface = Object.assign(new RecordingSurface(), {
      symbol(...[, , width, height, , content]: Parameters<NonNullable<Surface['symbol']>>) {
        within(width, height, content);
      },
    });
    paintRackFace(surface, specimen(), 'rack-1', 'front', {
      palette: paletteFor('paper'),
      showLabels: false,
      showCables: false,
      ...options,
    });
    expect(seen).toBeGreaterThan(0);
  });

  it('draws each opening of the type that is seen, where the type has it', () => {
    const front = painted('front');
    const openings = front.marks.filter((mark) => mark.paint === palette.ink.cage);
    const seen = [SPECIMEN_TYPES.switch, SPECIMEN_TYPES.management, SPECIMEN_TYPES.panel];
    const expected = seen.flatMap((type) => type.cages.filter((cage) => cage.face === 'front'));
    expect(openings).toHaveLength(expected.length);
    const top = slotTopMm(SPECIMEN_RACK, 20, 1);
    const left = (600 - 482.6) / 2;
    expect(openings.some(({ points: [x, y] }) => x === left + 70 && y === top + 8)).toBe(true);
  });

  it('fills an opening with the colour of the cable in it', () => {
    const dac = fillPaint(palette, palette.tokens.cable.dac);
    expect(count(painted('rear'), dac)).toBe(4);
    expect(count(painted('rear', { showCables: false }), dac)).toBe(0);
    expect(count(painted('front'), fillPaint(palette, '#d02090'))).toBe(2);
  });

  it('lights up the ports that a tool names', () => {
    const surface = painted('front', {
      portState: ({ portId }) => (portId === 'p-osfp-front-3' ? 'candidate' : null),
    });
    expect(count(surface, fillPaint(palette, palette.tokens.candidate))).toBe(1);
  });

  it('crosses out what is kept free, by its share of the opening', () => {
    const base = specimen();
    const [leaf] = [...base.devices.values()].filter(({ name }) => name === 'leaf-01');
    const { ports, cages } = SPECIMEN_TYPES.switch;
    const [first] = ports.filter(({ cageId }) =>
      cages.some(({ id, face }) => id === cageId && face === 'front'),
    );
    const crosses = (reserved: readonly string[]) => {
      const devices = new Map(base.devices).set(leaf!.id, { ...leaf!, reserved });
      const surface = new RecordingSurface();
      const options = { palette, pxPerMm: 2, showLabels: true, showCables: true };
      paintRackFace(surface, { ...base, devices, cables: new Map() }, 'rack-1', 'front', options);
      return surface.marks.filter(({ paint }) => paint === palette.ink.kept);
    };
    expect(crosses([])).toEqual([]);
    const [down, up, ...others] = crosses([first!.id, 'gone']);
    expect(others).toEqual([]);
    const cage = cages.find(({ id }) => id === first!.cageId)!;
    const inside = ports.filter(({ cageId }) => cageId === cage.id).length;
    const [left = 0, top, right = 0, bottom] = down!.points;
    expect(up!.points).toEqual([left, bottom, right, top]);
    expect(right - left).toBeCloseTo((cage.widthMm - 1.8) / inside, 6);
  });

  it('shows gear from its own side only when it is shallow', () => {
    const design = specimen();
    const names = (face: 'front' | 'rear') =>
      placedDevices(design, SPECIMEN_RACK, face).map((placed) => placed.device.name);
    expect(names('front')).toContain('mgmt-01');
    expect(names('rear')).not.toContain('mgmt-01');
    expect(names('rear')).toContain('leaf-01');
  });

  it('marks the depth that gear beside the rails takes on the other side', () => {
    expect(count(painted('front'), palette.ink.behind)).toBe(1);
    expect(count(painted('rear'), palette.ink.behind)).toBe(0);
  });

  it('names the devices, and every unit on both sides', () => {
    const { texts } = painted('front');
    for (const name of ['gpu-01', 'leaf-01', 'mgmt-01', 'pp-01']) expect(texts).toContain(name);
    expect(texts.filter((text) => text === '17')).toHaveLength(2);
    expect(painted('front', { showLabels: false }).texts).not.toContain('gpu-01');
  });

  it('leaves out what is lifted and what is not in view', () => {
    expect(painted('front', { lifted: new Set(['node-1']) }).texts).not.toContain('gpu-01');
    const visible = { x: 0, y: 0, width: 600, height: 300 };
    expect(painted('front', { visible }).texts).not.toContain('gpu-01');
  });

  it('draws less from further away', () => {
    const marks = [2, 0.5, 0.2, 0.05, 0.01].map(
      (pxPerMm) => painted('front', { pxPerMm }).marks.length,
    );
    expect(marks).toEqual(marks.toSorted((a, b) => b - a));
    expect(marks.at(-1)).toBe(2);
    expect(painted('front', { pxPerMm: 0.05 }).texts).toEqual([]);
  });

  it('puts a badge on a device with a finding', () => {
    const severityOf = (id: string) => (id === 'leaf-1' ? ('error' as const) : null);
    expect(count(painted('front', { severityOf }), palette.finding.error)).toBe(1);
  });

  it('refuses a rack that the design does not hold', () => {
    const options = { palette, pxPerMm: 1, showLabels: false, showCables: false };
    expect(() =>
      paintRackFace(new RecordingSurface(), specimen(), 'nowhere', 'front', options),
    ).toThrow(RangeError);
  });
});

it('keeps a name off the ports where the face has room for it', () => {
  const surface = painted('front', { pxPerMm: Number.POSITIVE_INFINITY, labelPlaces: 'clear' });
  const name = surface.marks.find((mark) => mark.text === 'leaf-01');
  const cages = surface.marks.filter((mark) => mark.paint === palette.ink.cage);
  const [x = 0, y = 0] = name?.points ?? [];
  expect(name).toBeDefined();
  for (const { points } of cages) {
    const [left = 0, top = 0, right = 0, bottom = 0] = points;
    expect(x > left && x < right && y > top && y < bottom).toBe(false);
  }
});

it('draws a device type alone at its own size', () => {
  const surface = new RecordingSurface();
  const options = { palette, pxPerMm: 2, showLabels: false, showCables: false };
  paintDeviceType(surface, SPECIMEN_TYPES.node, 'front', options);
  for (const { points } of surface.marks) {
    expect(Math.max(...points.filter((_, i) => i % 2 === 0))).toBeLessThanOrEqual(482.6);
    expect(Math.max(...points.filter((_, i) => i % 2 === 1))).toBeLessThanOrEqual(8 * 44.45);
  }
});

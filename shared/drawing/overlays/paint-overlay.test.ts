import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/index.ts';
import { devicesInRack, orderedRacks } from '../../model/design-index.ts';
import { rackHeightMm } from '../../model/rack-geometry.ts';
import { buildSample } from '../../samples/index.ts';
import { fillPaint, type Palette, paletteFor } from '../palette.ts';
import { placedDevices } from '../placed-devices.ts';
import { RecordingSurface } from '../recording-surface.ts';
import { overlayLens } from './lens.ts';
import { OVERLAY_KINDS, type OverlayKind, STEPS, stepOf } from './overlay-kind.ts';
import { paintRackOverlay } from './paint-overlay.ts';

const design = buildSample('superpod-su');
const analysis = analyse(design);
const palette: Palette = paletteFor('light');
const CHIP = 0.015;
const FAR = 0.05;
const BODY = 0.25;
const FULL = 1;

/** The rack with the most cables in it, and a lens. */
const rack =
  orderedRacks(design).find(({ name }) => name.startsWith('N')) ?? orderedRacks(design)[0]!;

function painted(kind: OverlayKind, pxPerMm: number): RecordingSurface {
  const surface = new RecordingSurface();
  const lens = overlayLens(kind, analysis, design);
  paintRackOverlay(surface, design, rack, 'rear', lens, { palette, pxPerMm });
  return surface;
}

describe('an overlay over a rack', () => {
  it.each(OVERLAY_KINDS)(
    '%s: a gauge as long as its step says, on each device that has a reading',
    (kind) => {
      const lens = overlayLens(kind, analysis, design);
      const { marks } = painted(kind, FAR);
      const read = placedDevices(design, rack, 'rear').flatMap(({ device, box, shown }) => {
        const reading = shown === 'face' ? lens.read(device.id, 'rear') : null;
        return reading ? [{ box, reading }] : [];
      });
      expect(read.length).toBeGreaterThan(0);
      for (const { box, reading } of read) {
        if (reading.step === null) continue;
        const gauge = marks.find(
          ({ paint, points: [x, y] }) =>
            paint === palette.overlay[reading.step ?? 0] && x === box.x && y === box.y,
        );
        const [left = 0, , right = 0] = gauge?.points ?? [];
        expect(right - left).toBeCloseTo((box.width * (reading.step + 1)) / STEPS.length, 6);
      }
    },
  );

  it('stands beside the name where ports are seen, thick enough to be read', () => {
    const pxPerMm = 0.33;
    const { marks } = painted('outlet', pxPerMm);
    const faces = placedDevices(design, rack, 'rear').filter(
      ({ device, shown }) =>
        shown === 'face' && overlayLens('outlet', analysis, design).read(device.id, 'rear'),
    );
    expect(faces.length).toBeGreaterThan(0);
    for (const { box } of faces) {
      const [gauge] = marks.filter(
        ({ paint, points: [x = 0, y = 0] }) =>
          paint === palette.ink.gauge && x > box.x && y > box.y && y < box.y + box.height,
      );
      const [left = 0, top = 0, , bottom = 0] = gauge?.points ?? [];
      expect(left).toBeCloseTo(box.x + box.width / 4, 6);
      expect((bottom - top) * pxPerMm).toBeGreaterThan(4.5);
    }
  });

  it('is one box far out, filled to the step of the worst device', () => {
    const lens = overlayLens('blocked', analysis, design);
    const steps = devicesInRack(design, rack.id).map(({ id }) => lens.read(id, 'rear')?.step ?? -1);
    const worst = Math.max(...steps);
    expect(worst).toBeGreaterThanOrEqual(0);
    const { marks } = painted('blocked', CHIP);
    const colour = palette.tokens.overlay[worst];
    const filled = marks.find(({ paint }) => paint === fillPaint(palette, colour ?? ''));
    const height = rackHeightMm(rack);
    const [left, top, right, bottom] = filled?.points ?? [];
    expect([left, right, bottom]).toEqual([0, rack.widthMm, height]);
    expect(top).toBeCloseTo(height * (1 - (worst + 1) / STEPS.length), 6);
  });

  it('writes its numbers where they can be read, and none where they cannot', () => {
    expect(painted('blocked', FAR).texts).toEqual([]);
    const lens = overlayLens('blocked', analysis, design);
    const { texts } = painted('blocked', FULL);
    expect(texts.length).toBeGreaterThan(0);
    const numbers = devicesInRack(design, rack.id).map(({ id }) => lens.read(id, 'rear')?.text());
    for (const text of texts) expect(numbers).toContain(text);
  });

  it('hatches what is unknown, and gives it no gauge', () => {
    const unknown = {
      ...analysis,
      devices: analysis.devices.map((row) => ({ ...row, outletC: null })),
    };
    const lens = overlayLens('outlet', unknown, design);
    const surface = new RecordingSurface();
    paintRackOverlay(surface, design, rack, 'front', lens, { palette, pxPerMm: BODY });
    const { marks, texts } = surface;
    expect(marks.some(({ paint }) => paint === palette.ink.unknown)).toBe(true);
    expect(marks.some(({ paint }) => paint !== null && palette.overlay.includes(paint))).toBe(
      false,
    );
    expect(new Set(texts)).toEqual(new Set(['?']));
    expect(lens.readRack(rack.id, 'front')).toEqual({ worst: null, lacking: true });
  });

  it('leaves out what is carried', () => {
    const lifted = new Set(devicesInRack(design, rack.id).map(({ id }) => id));
    const surface = new RecordingSurface();
    const lens = overlayLens('ports', analysis, design);
    paintRackOverlay(surface, design, rack, 'rear', lens, { palette, pxPerMm: FULL, lifted });
    expect(surface.marks).toEqual([]);
  });
});

describe('bundles', () => {
  it('are drawn as thick as they are, in the middle of their device, and no thicker than the row says', () => {
    const lens = overlayLens('bundles', analysis, design);
    let drawn = 0;
    for (const { device, box } of placedDevices(design, rack, 'rear')) {
      const spans = lens.bundles(device.id, 'rear');
      const row = analysis.devices.find(({ id }) => id === device.id);
      const widest = Math.max(0, ...spans.map(({ diameterMm }) => diameterMm));
      if (spans.length === 0) continue;
      drawn += 1;
      expect(widest).toBeCloseTo(row?.bundleMm.rear ?? 0, 9);
      const { marks } = painted('bundles', FULL);
      for (const { fromMm, toMm, diameterMm } of spans) {
        const middle = box.y + box.height / 2;
        const paint = fillPaint(palette, palette.tokens.overlay[stepOf('bundles', diameterMm)]);
        const at = [fromMm, middle - diameterMm / 2, toMm, middle + diameterMm / 2];
        const same = marks.some(
          (mark) =>
            mark.paint === paint && mark.points.every((p, i) => Math.abs(p - at[i]!) < 1e-9),
        );
        expect(same).toBe(true);
      }
    }
    expect(drawn).toBeGreaterThan(0);
  });
});

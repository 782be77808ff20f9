import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceType } from '../model/device-type.ts';
import { countingIds } from '../model/ids.ts';
import { hasMessage, say } from '../text/index.ts';
import { addShape } from './add-parts.ts';
import { faceFrame } from './face-frame.ts';
import { type PartBox, partsOf } from './face-part.ts';
import { blankSwitch } from './fixture-face.ts';
import { type SnapField, snapMove, snapSides } from './part-snapping.ts';
import { SNAP_REASONS } from './snap-guide.ts';

function field(type: DeviceType): SnapField {
  return { frame: faceFrame(type, 'front'), others: partsOf(type, 'front') };
}

/** A 2U face with blanks where they are said to be. */
function withBlanks(...boxes: readonly PartBox[]): DeviceType {
  const ids = countingIds();
  return boxes.reduce<DeviceType>(
    (type, box) => addShape(type, 'blank', { face: 'front', ...box }, ids).type,
    blankSwitch(2),
  );
}

const box = (xMm: number, yMm: number, widthMm = 20, heightMm = 10): PartBox => ({
  xMm,
  yMm,
  widthMm,
  heightMm,
});

/** Where the box lands, and why. */
function landing(type: DeviceType, held: PartBox, dx: number, dy: number, tolerance = 1) {
  const { dxMm, dyMm, guides } = snapMove(field(type), held, dx, dy, tolerance);
  return [held.xMm + dxMm, held.yMm + dyMm, guides.map(({ reason }) => reason).join()];
}

describe('a part in the hand', () => {
  it('goes where it is dragged when nothing is near, or pulling is off', () => {
    expect(landing(blankSwitch(2), box(50, 20), 3.3, 4.4)).toEqual([53.3, 24.4, '']);
    expect(landing(blankSwitch(2), box(16, 0.2), 0, 0, 0)).toEqual([16, 0.2, '']);
  });

  it('is pulled to the body’s edges and middle, and to a unit line', () => {
    expect(landing(blankSwitch(2), box(100, 20), -83.5, 0)).toEqual([15.875, 20, 'body']);
    expect(landing(blankSwitch(2), box(100, 20), 131, 0)).toEqual([231.3, 20, 'centre']);
    // The line between the units of a 2U panel: 44.45 - 0.395 mm from its top.
    expect(landing(blankSwitch(2), box(100, 20), 0, 24.5)).toEqual([100, 44.055, 'unit']);
    expect(landing(blankSwitch(2), box(100, 20), 0, 14.4)).toEqual([100, 34.055, 'unit']);
  });

  it('lines up with edges and middles of its neighbours', () => {
    const type = withBlanks(box(60, 50, 30, 12));
    expect(landing(type, box(100, 5), -9.6, 0)).toEqual([90, 5, 'edge']);
    expect(landing(type, box(100, 5), -34.6, 0)).toEqual([65, 5, 'middle']);
    expect(landing(type, box(200, 5), 0, 45.7)).toEqual([200, 51, 'middle']);
  });

  it('keeps the rhythm of a row: pitch, gap, and midway', () => {
    const type = withBlanks(box(40, 60, 20), box(65, 60, 20));
    // Centres 25 mm apart, gaps of 5 mm; both lead to 90 mm, and the pitch is told.
    expect(landing(type, box(89.5, 60), 0, 0)).toEqual([90, 60, 'pitch,edge']);
    expect(landing(type, box(89.5, 60, 30), 0, 0)).toEqual([90, 60, 'gap,edge']);
    const apart = withBlanks(box(40, 60, 20), box(100, 60, 20));
    expect(landing(apart, box(70.3, 60, 20), 0, 0)).toEqual([70, 60, 'gap,edge']);
    const { guides } = snapMove(field(apart), box(70.3, 60), 0, 0, 1);
    expect(say(guides[0]!.key, guides[0]!.args)).toBe('Equal gaps: 10 mm');
  });

  it('takes the nearest pull, and never goes further than the tolerance', () => {
    const type = withBlanks(box(60, 50, 30, 12), box(120, 20, 9, 9));
    const place = fc.integer({ min: -60_000, max: 300_000 }).map((n) => n / 1000);
    fc.assert(
      fc.property(place, place, fc.integer({ min: 1, max: 4 }), (dx, dy, tolerance) => {
        const snapped = snapMove(field(type), box(100, 20), dx, dy, tolerance);
        expect(Math.abs(snapped.dxMm - dx)).toBeLessThanOrEqual(tolerance + 1e-9);
        expect(Math.abs(snapped.dyMm - dy)).toBeLessThanOrEqual(tolerance + 1e-9);
        // What has been pulled stays where it is.
        const again = snapMove(field(type), box(100, 20), snapped.dxMm, snapped.dyMm, tolerance);
        expect(again.dxMm).toBeCloseTo(snapped.dxMm, 9);
        expect(again.dyMm).toBeCloseTo(snapped.dyMm, 9);
        for (const { atMm, fromMm, toMm } of snapped.guides) {
          expect(Number.isFinite(atMm)).toBe(true);
          expect(fromMm).toBeLessThanOrEqual(toMm);
        }
      }),
    );
  });

  it('has words for every reason', () => {
    for (const reason of SNAP_REASONS) expect(hasMessage(`faceplate.snap.${reason}`)).toBe(true);
  });
});

describe('a handle', () => {
  const type = withBlanks(box(60, 50, 30, 12));

  it('pulls only the sides that it moves', () => {
    const pulled = box(90.6, 5, 19.7, 10);
    const right = snapSides(field(type), pulled, { x: 1, y: 0 }, 1);
    expect(right).toEqual({ box: pulled, guides: [] });
    const left = snapSides(field(type), pulled, { x: -1, y: 0 }, 1);
    expect(left.box.xMm).toBe(90);
    expect(left.box.xMm + left.box.widthMm).toBeCloseTo(110.3, 9);
    expect(left.guides.map(({ reason }) => reason)).toEqual(['edge']);
  });

  it('pulls a corner to a part and to a unit line', () => {
    const { box: made, guides } = snapSides(
      field(type),
      box(40, 20, 19.5, 23.6),
      { x: 1, y: 1 },
      1,
    );
    expect(made).toEqual({ xMm: 40, yMm: 20, widthMm: 20, heightMm: expect.closeTo(24.055, 9) });
    expect(guides.map(({ reason }) => reason)).toEqual(['edge', 'unit']);
  });

  it('leaves something of the box', () => {
    const thin = box(59.8, 5, 0.1, 10);
    expect(snapSides(field(type), thin, { x: 1, y: 0 }, 1).box.widthMm).toBeGreaterThan(0);
    const upTo = snapSides(field(type), box(60.2, 5, 0.1, 10), { x: 1, y: 0 }, 1);
    expect(upTo.box).toEqual(box(60.2, 5, 0.1, 10));
  });

  it('does nothing when pulling is off', () => {
    expect(snapSides(field(type), box(90.6, 5), { x: -1, y: 0 }, 0).guides).toEqual([]);
  });
});

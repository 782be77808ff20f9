import { describe, expect, it } from 'vitest';
import { CATALOG_TYPES } from '../catalog/index.ts';
import { bodyBox, faceSizeMm } from '../drawing/faceplate.ts';
import type { DeviceType } from '../model/device-type.ts';
import { faceFrame } from './face-frame.ts';
import { blankSwitch } from './fixture-face.ts';

describe('a full-width panel of one unit', () => {
  const front = faceFrame(blankSwitch(), 'front');
  const rear = faceFrame(blankSwitch(), 'rear');

  it('has the size of EIA-310, with ears in front only', () => {
    expect([front.widthMm, front.heightMm]).toEqual([482.6, 43.66]);
    expect(front.ears.map(({ x, width }) => [x, width])).toEqual([
      [0, 15.875],
      [466.725, 15.875],
    ]);
    expect(rear.ears).toEqual([]);
    expect(rear.railHoles).toEqual([]);
    for (const { opening } of [front, rear]) {
      expect(opening).toEqual({ x: 15.875, y: 0, width: 450.85, height: 43.66 });
    }
  });

  it('has three holes a side, 465.1 mm apart, 12.7 mm between units', () => {
    expect(front.railHoles.map(({ x, y }) => [x, y])).toEqual([
      [8.75, 5.955],
      [473.85, 5.955],
      [8.75, 21.83],
      [473.85, 21.83],
      [8.75, 37.705],
      [473.85, 37.705],
    ]);
    const two = faceFrame(blankSwitch(2), 'front').railHoles.filter(({ x }) => x === 8.75);
    const apart = two.slice(1).map(({ y }, k) => Number((y - two[k]!.y).toFixed(3)));
    expect(apart).toEqual([15.875, 15.875, 12.7, 15.875, 15.875]);
  });
});

describe('unit lines', () => {
  const lines = (heightU: number) => faceFrame(blankSwitch(heightU), 'front').unitLinesMm;

  it('lie half a clearance outside the panel at its edges, and are counted from the bottom', () => {
    expect(lines(1)).toEqual([-0.395, 44.055]);
    expect(lines(2)).toEqual([-0.395, 44.055, 88.505]);
    expect(lines(1.5)).toEqual([-0.395, 21.83, 66.28]);
  });
});

describe('other faces', () => {
  it('of narrow gear have no ears', () => {
    const frame = faceFrame({ ...blankSwitch(), width: 'half' }, 'front');
    expect(frame.opening).toEqual({ x: 0, y: 0, width: 222, height: 43.66 });
    expect(frame.ears).toEqual([]);
  });

  it('of a strip are as long as what is on it; of what goes into a bay as it says', () => {
    const strip = faceFrame({ ...blankSwitch(), heightU: 0 }, 'front');
    expect(strip.opening).toEqual({ x: 0, y: 0, width: 52, height: 300 });
    expect(strip.unitLinesMm).toEqual([]);
    const card: DeviceType = {
      ...blankSwitch(),
      heightU: 0,
      lodging: 'module-bay',
      faceMm: { widthMm: 400, heightMm: 40 },
    };
    expect(faceFrame(card, 'front').opening).toEqual({ x: 0, y: 0, width: 400, height: 40 });
  });

  it('are painted where they are measured, all of the catalogue', () => {
    for (const type of CATALOG_TYPES) {
      const { opening } = faceFrame(type, 'rear');
      const body = bodyBox(type, 'rear', faceSizeMm(type).height);
      expect(body.x).toBeCloseTo(opening.x, 9);
      expect(body.y).toBeCloseTo(opening.y, 9);
      expect(body.width).toBeCloseTo(opening.width, 9);
      expect(body.height).toBeCloseTo(opening.height, 9);
    }
  });
});

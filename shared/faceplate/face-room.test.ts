import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogType } from '../catalog/index.ts';
import type { DeviceType } from '../model/device-type.ts';
import { countingIds } from '../model/ids.ts';
import { addCageGroup, addShape } from './add-parts.ts';
import { coveredMm2 } from './covered-area.ts';
import type { PartBox } from './face-part.ts';
import { faceRoom } from './face-room.ts';
import { blankSwitch, twinOsfp, twinSwitch } from './fixture-face.ts';
import { largestFreeBox } from './free-box.ts';
import { setPortFields } from './group-parts.ts';

/** Opening of a full-width unit: 450.85 x 43.66 mm. */
const OPENING_MM2 = 450.85 * 43.66;

function withVent(type: DeviceType, xMm: number, widthMm: number, openRatio: number | null) {
  const area = { face: 'front', xMm, yMm: 0, widthMm, heightMm: 43.66 } as const;
  const added = addShape(type, 'vent', area, countingIds()).type;
  return {
    ...added,
    shapes: added.shapes.map((vent) => ({ ...vent, openRatio })),
  };
}

describe('an empty face', () => {
  const room = faceRoom(blankSwitch(), 'front');
  it('is free as a whole', () => {
    expect(room.freeMm2).toBeCloseTo(OPENING_MM2, 6);
    expect(room.freeWidthMm).toBeCloseTo(450.85, 9);
    expect(room.largestFree).toEqual({ xMm: 15.875, yMm: 0, widthMm: 450.85, heightMm: 43.66 });
    expect(room.fits.find(({ formFactor }) => formFactor === 'osfp')).toMatchObject({
      fitted: 0,
      more: 36,
    });
  });

  it('carries nothing yet, and 57.6 Tb/s of 200 Gb/s lanes at most', () => {
    expect([room.gbps, room.tbpsPerU, room.ventMm2, room.openShare]).toEqual([0, 0, 0, 0]);
    expect(room.tbpsPerUCeiling).toBeCloseTo(57.6, 9);
  });
});

describe('a face with 32 twin-port OSFP', () => {
  const room = faceRoom(twinSwitch(), 'front');
  it('carries 25.6 Tb/s, and has room for few more', () => {
    expect([room.gbps, room.tbpsPerU]).toEqual([25_600, 25.6]);
    const osfp = room.fits.find(({ formFactor }) => formFactor === 'osfp')!;
    expect(osfp.fitted).toBe(32);
    expect(osfp.more).toBeLessThanOrEqual(4);
    expect(room.freeMm2).toBeCloseTo(OPENING_MM2 - 32 * 22.58 * 13, 6);
    // From the opening's left edge to 60 mm, and from the last cage to its right edge.
    expect(room.freeWidthMm).toBeCloseTo(
      44.125 + 466.725 - (60 + 15 * 23.5 + 22.58) + 15 * 0.92,
      6,
    );
    expect(room.widestGapMm).toBeCloseTo(44.125, 9);
  });

  it('has an unknown bandwidth as soon as one port has', () => {
    const type = twinSwitch();
    const blind = setPortFields(type, [type.ports[0]!.id], { speedGbps: null });
    expect(faceRoom(blind, 'front')).toMatchObject({ gbps: null, tbpsPerU: null });
    expect(faceRoom(blind, 'front').gbpsCeiling).toBeGreaterThan(32 * 1600 - 1);
    expect(faceRoom(blind, 'rear')).toMatchObject({ gbps: 0 });
  });
});

describe('vents', () => {
  it('count what nothing stands before, by their open share', () => {
    const room = faceRoom(withVent(blankSwitch(), 100, 100, 0.5), 'front');
    expect(room.ventMm2).toBeCloseTo(4366, 6);
    expect(room.ventOpenMm2).toBeCloseTo(2183, 6);
    expect(room.openShare).toBeCloseTo(2183 / OPENING_MM2, 9);
    const cage = { ...twinOsfp(), rows: 1, columns: 1, xMm: 110 };
    const covered = addCageGroup(withVent(blankSwitch(), 100, 100, 0.5), cage, countingIds());
    expect(faceRoom(covered.type, 'front').ventMm2).toBeCloseTo(4366 - 22.58 * 13, 6);
  });

  it('are unknown where a share is', () => {
    const room = faceRoom(withVent(blankSwitch(), 100, 100, null), 'front');
    expect(room).toMatchObject({ ventOpenMm2: null, openShare: null });
    expect(room.ventMm2).toBeCloseTo(4366, 6);
  });
});

it('says of a strip that nothing is known to fit', () => {
  const room = faceRoom(catalogType('catalog:apc-ap8881'), 'front');
  expect(room.fits.every(({ more }) => more === 0)).toBe(true);
  expect(room.tbpsPerU).toBeNull();
});

const boxes = fc.array(
  fc.record({
    xMm: fc.integer({ min: -5, max: 35 }),
    yMm: fc.integer({ min: -5, max: 25 }),
    widthMm: fc.integer({ min: 1, max: 15 }),
    heightMm: fc.integer({ min: 1, max: 15 }),
  }),
  { maxLength: 12 },
);
const WITHIN = { xMm: 0, yMm: 0, widthMm: 30, heightMm: 20 };
const holds = (box: PartBox, x: number, y: number): boolean =>
  box.xMm < x && x < box.xMm + box.widthMm && box.yMm < y && y < box.yMm + box.heightMm;

/** Middles of the square millimetres of the box. */
function squares(): [number, number][] {
  return Array.from({ length: 600 }, (_, k) => [(k % 30) + 0.5, Math.floor(k / 30) + 0.5]);
}

describe('areas', () => {
  it('covered are what counting square millimetres gives', () => {
    fc.assert(
      fc.property(boxes, (list) => {
        const covered = squares().filter(([x, y]) => list.some((box) => holds(box, x, y)));
        expect(coveredMm2(WITHIN, list)).toBeCloseTo(covered.length, 6);
      }),
    );
  });

  it('free are free, inside, and no smaller than any square millimetre grown to the right and down', () => {
    fc.assert(
      fc.property(boxes, (list) => {
        const free = largestFreeBox(WITHIN, list);
        const open = squares().filter(([x, y]) => !list.some((box) => holds(box, x, y)));
        if (!free) {
          // What is one millimetre wide or high is not told.
          return;
        }
        const inside = squares().filter(([x, y]) => holds(free, x, y));
        expect(inside).toHaveLength(free.widthMm * free.heightMm);
        for (const [x, y] of inside) expect(list.some((box) => holds(box, x, y))).toBe(false);
        const isOpen = new Set(open.map(([x, y]) => `${x} ${y}`));
        for (const [x, y] of open) {
          let side = 1;
          const grows = (by: number): boolean =>
            Array.from({ length: (by + 1) ** 2 }, (_, k) => k).every((k) =>
              isOpen.has(`${x + (k % (by + 1))} ${y + Math.floor(k / (by + 1))}`),
            );
          while (grows(side)) side += 1;
          expect(free.widthMm * free.heightMm).toBeGreaterThanOrEqual(side === 1 ? 0 : side ** 2);
        }
      }),
      { numRuns: 60 },
    );
  });
});

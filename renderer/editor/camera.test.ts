import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitted,
  fittedHigh,
  lowestZoom,
  revealed,
  toScreen,
  toWorld,
  visibleBox,
  zoomedAt,
} from './camera.ts';
import { boxHolds } from './geometry.ts';

const VIEW = { width: 1600, height: 900 };
const camera = fc.record({
  x: fc.double({ min: -1e5, max: 1e5, noNaN: true }),
  y: fc.double({ min: -1e5, max: 1e5, noNaN: true }),
  zoom: fc.double({ min: 0.02, max: 64, noNaN: true }),
});
const screen = fc.record({ x: fc.nat({ max: 1600 }), y: fc.nat({ max: 900 }) });

describe('camera', () => {
  it('the point under the pointer stays there while zooming', () => {
    fc.assert(
      fc.property(
        camera,
        screen,
        fc.double({ min: 0.02, max: 64, noNaN: true }),
        (from, at, zoom) => {
          const world = toWorld(from, at);
          const back = toScreen(zoomedAt(from, at, zoom), world);
          expect(Math.hypot(back.x - at.x, back.y - at.y)).toBeLessThan(0.5);
        },
      ),
    );
  });

  it('stays between 2 % and 6400 %, and below only to show all of a large hall', () => {
    const at = { x: 0, y: 0 };
    const home = { x: 0, y: 0, zoom: 1 };
    expect(zoomedAt(home, at, 1e9).zoom).toBe(64);
    expect(zoomedAt(home, at, 0).zoom).toBe(0.02);
    const hall = { x: 0, y: 0, width: 900_000, height: 40_000 };
    expect(zoomedAt(home, at, 0, lowestZoom(hall, VIEW)).zoom).toBeLessThan(0.002);
  });

  it('fitting shows all of the box', () => {
    const box = { x: 500, y: -300, width: 3000, height: 2200 };
    const view = visibleBox(fitted(box, VIEW), VIEW);
    expect(boxHolds(view, box)).toBe(true);
    expect(boxHolds(view, { x: box.x + box.width, y: box.y + box.height })).toBe(true);
  });

  it('a whole drawing is in view, and what it leaves free is below it for the most part', () => {
    for (const height of [100, 2000, 9000]) {
      const box = { x: 100, y: -400, width: 6000, height };
      const seen = fittedHigh(box, VIEW);
      const view = visibleBox(seen, VIEW);
      expect(boxHolds(view, box)).toBe(true);
      expect(boxHolds(view, { x: box.x + box.width, y: box.y + box.height })).toBe(true);
      const above = (box.y - view.y) * seen.zoom;
      const below = (view.y + view.height - box.y - box.height) * seen.zoom;
      expect(above).toBeGreaterThanOrEqual(0.06 * VIEW.height - 1e-6);
      expect(above).toBeLessThanOrEqual(below + 1e-6);
      if (height === 2000) expect(below).toBeGreaterThan(2 * above);
    }
  });

  it('revealing what is in view changes nothing', () => {
    const home = { x: 0, y: 0, zoom: 1 };
    expect(revealed(home, { x: 10, y: 10, width: 50, height: 50 }, VIEW)).toBe(home);
    expect(revealed(home, { x: 1580, y: 10, width: 50, height: 50 }, VIEW)).toEqual({
      x: 30,
      y: 0,
      zoom: 1,
    });
  });
});

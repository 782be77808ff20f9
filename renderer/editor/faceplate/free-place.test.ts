import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addShape, faceFrame, newType, partsOf } from '../../../shared/faceplate/index.ts';
import { countingIds } from '../../../shared/model/ids.ts';
import { firstFreePlace } from './free-place.ts';

const words = { manufacturer: 'Own', model: 'Leaf', heightU: 1, width: 'full' } as const;

describe('where a part that is put by keys begins', () => {
  it('is within the opening, clear of what is there, as long as there is such a place', () => {
    const size = fc.record({
      widthMm: fc.integer({ min: 2, max: 60 }),
      heightMm: fc.integer({ min: 2, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(size, { minLength: 1, maxLength: 12 }), (sizes) => {
        const ids = countingIds();
        let type = newType('type-1', words);
        const { opening } = faceFrame(type, 'front');
        for (const each of sizes) {
          const at = firstFreePlace(type, 'front', each);
          const others = partsOf(type, 'front');
          const meets = others.some(
            (other) =>
              at.xMm < other.xMm + other.widthMm &&
              other.xMm < at.xMm + each.widthMm &&
              at.yMm < other.yMm + other.heightMm &&
              other.yMm < at.yMm + each.heightMm,
          );
          // Twelve parts of 60 mm do not fit into a unit: the middle is where one then begins.
          const middle =
            Math.abs(at.xMm + each.widthMm / 2 - (opening.x + opening.width / 2)) < 0.01;
          expect(meets && !middle).toBe(false);
          expect(at.xMm).toBeGreaterThanOrEqual(opening.x);
          expect(at.xMm + each.widthMm).toBeLessThanOrEqual(opening.x + opening.width);
          type = addShape(type, 'blank', { face: 'front', ...at, ...each }, ids).type;
        }
      }),
    );
  });

  it('is in the middle of a face that is full', () => {
    const type = newType('type-1', words);
    const full = addShape(
      type,
      'blank',
      { face: 'front', xMm: 0, yMm: 0, widthMm: 482.6, heightMm: 43.66 },
      countingIds(),
    ).type;
    const { xMm } = firstFreePlace(full, 'front', { widthMm: 10, heightMm: 10 });
    expect(xMm).toBeCloseTo(236.3, 1);
  });
});

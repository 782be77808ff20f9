import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOG_TYPES } from '../catalog/index.ts';
import { type DeviceType, FORM_FACTORS, type FormFactor } from '../model/device-type.ts';
import type { Face } from '../model/face.ts';
import { countingIds } from '../model/ids.ts';
import { addShape } from './add-parts.ts';
import { rowTops, spotsOnFace } from './cage-fit.ts';
import { faceChecks, sayFaceCheck } from './face-checks.ts';
import { blankSwitch, twinSwitch } from './fixture-face.ts';
import { freshIds } from './fresh-ids.ts';

/** The type with an opening on each place that is left. */
function filled(type: DeviceType, face: Face, formFactor: FormFactor): DeviceType {
  const ids = freshIds(type, countingIds());
  const cages = spotsOnFace(type, face, formFactor).map((spot, k) => ({
    ...spot,
    id: ids('cage'),
    name: `new ${k}`,
    formFactor,
    face,
    group: '',
    locked: false,
  }));
  return { ...type, cages: [...type.cages, ...cages] };
}

const wrong = (type: DeviceType): string[] =>
  faceChecks(type)
    .filter(({ severity }) => severity !== 'note')
    .map(sayFaceCheck);

describe('places that are left', () => {
  it('take openings that no check speaks against, on every face of the catalogue', () => {
    const one = fc.constantFrom(...CATALOG_TYPES);
    const face = fc.constantFrom<Face>('front', 'rear');
    fc.assert(
      fc.property(one, face, fc.constantFrom(...FORM_FACTORS), (type, side, formFactor) => {
        expect(wrong(filled(type, side, formFactor))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('are none once they are filled', () => {
    for (const formFactor of ['osfp', 'rj45', 'lc'] as const) {
      const full = filled(twinSwitch(), 'front', formFactor);
      expect(spotsOnFace(full, 'front', formFactor)).toEqual([]);
    }
  });

  it('keep off vents, displays and bays, as these are there for something', () => {
    const area = { face: 'front', xMm: 15.875, yMm: 0, widthMm: 300, heightMm: 43.66 } as const;
    const type = addShape(blankSwitch(), 'vent', area, countingIds()).type;
    const left = spotsOnFace(type, 'front', 'osfp');
    // 150.85 mm are left: six of 23.2 mm, in two rows.
    expect(left).toHaveLength(12);
    expect(Math.min(...left.map(({ xMm }) => xMm))).toBe(315.875);
  });

  it('are not told of a strip, nor of what has no size', () => {
    expect(spotsOnFace({ ...blankSwitch(), heightU: 0 }, 'front', 'c13')).toEqual([]);
    expect(spotsOnFace(blankSwitch(), 'front', 'other')).toEqual([]);
  });

  it('stand in pairs where modules are built belly to belly', () => {
    expect(rowTops('osfp', 88.11)).toEqual([
      { top: 0.75, flipped: false },
      { top: 15.25, flipped: true },
      { top: 32.25, flipped: false },
      { top: 46.75, flipped: true },
      { top: 63.75, flipped: false },
    ]);
    expect(rowTops('mpo', 43.66).map(({ flipped }) => flipped)).toEqual([false, false, false]);
  });
});

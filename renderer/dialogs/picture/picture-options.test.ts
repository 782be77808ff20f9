import { expect, it } from 'vitest';
import { designPicture } from '../../../shared/drawing/picture/index.ts';
import { specimen } from '../../../shared/drawing/specimen.ts';
import { NOTHING_SELECTED } from '../../editor/selection.ts';
import { picturePixels, pictureSubjects, quickWish } from './picture-options.ts';

const design = specimen();

it('a picture is of the selected devices first, then of their racks, then of everything', () => {
  const devices = new Set(['leaf-3']);
  const subjects = pictureSubjects(design, { ...NOTHING_SELECTED, devices });
  expect([...subjects]).toEqual([
    ['devices', { racks: [], devices: ['leaf-3'] }],
    ['racks', { racks: ['rack-2'], devices: null }],
    ['design', { racks: null, devices: null }],
  ]);
});

it('a selected cable means the devices at its ends', () => {
  const selection = { ...NOTHING_SELECTED, cables: new Set(['c5']) };
  expect(pictureSubjects(design, selection).get('devices')?.devices).toEqual(['leaf-1', 'leaf-3']);
});

it('what is copied without asking is the nearest of these, and has more pixels at more dots', () => {
  expect(quickWish(design, NOTHING_SELECTED)).toMatchObject({ racks: null, devices: null });
  const racks = new Set(['rack-2']);
  const wish = quickWish(design, { ...NOTHING_SELECTED, racks });
  expect(wish).toMatchObject({ racks: ['rack-2'], devices: null, faces: 'both' });
  const { box } = designPicture(design, wish)!;
  expect(picturePixels(box, 300) / picturePixels(box, 150)).toBeCloseTo(4, 1);
});

import { describe, expect, it } from 'vitest';
import { newType } from '../../../shared/faceplate/index.ts';
import { emptyDesign } from '../../../shared/model/design.ts';
import type { FaceArea } from '../../../shared/model/device-type.ts';
import { applyDiff } from '../../../shared/model/diff.ts';
import type { Picture } from '../../../shared/model/records.ts';
import {
  addBackdrop,
  changeBackdrop,
  cropped,
  removeBackdrop,
  scaledByPoints,
  spannedBetween,
} from './backdrop-edits.ts';
import type { EditAnswer } from './edit.ts';

const PICTURE: Picture = {
  kind: 'picture',
  id: 'picture-1',
  name: 'front.png',
  mime: 'image/png',
  widthPx: 1000,
  heightPx: 100,
  data: 'AAAA',
};

function designWithType() {
  const words = { manufacturer: 'Own', model: 'Leaf', heightU: 1, width: 'full' } as const;
  const type = newType('type-1', words);
  const design = emptyDesign('Test');
  return applyDiff(design, { added: [type], updated: [], removed: [] });
}

const made = (design: ReturnType<typeof designWithType>, answer: EditAnswer) => {
  if (!answer.ok) throw new Error(answer.reason.key);
  return applyDiff(design, answer.edit.diff);
};

describe('a picture behind a face', () => {
  it('comes as wide as the panel, in the middle, and goes with its record', () => {
    const design = designWithType();
    const traced = made(design, addBackdrop(design, 'type-1', PICTURE, 'front'));
    const [backdrop] = traced.deviceTypes.get('type-1')!.backdrops;
    expect(backdrop?.area).toMatchObject({
      face: 'front',
      xMm: 0,
      widthMm: 482.6,
      heightMm: 48.26,
    });
    expect(backdrop?.area.yMm).toBeCloseTo((43.66 - 48.26) / 2, 3);
    expect(traced.pictures.size).toBe(1);
    const bare = made(traced, removeBackdrop(traced, 'type-1', 0));
    expect(bare.deviceTypes.get('type-1')).toEqual(design.deviceTypes.get('type-1'));
    expect(bare.pictures.size).toBe(0);
  });

  it('stays in the design as long as another type shows it', () => {
    const design = designWithType();
    const traced = made(design, addBackdrop(design, 'type-1', PICTURE, 'front'));
    const twin = { ...traced.deviceTypes.get('type-1')!, id: 'type-2', model: 'Twin' };
    const two = applyDiff(traced, { added: [twin], updated: [], removed: [] });
    expect(made(two, removeBackdrop(two, 'type-1', 0)).pictures.size).toBe(1);
  });

  it('of which there is none cannot be changed', () => {
    const design = designWithType();
    expect(changeBackdrop(design, 'type-1', 0, { inPrint: true }).ok).toBe(false);
    expect(removeBackdrop(design, 'type-1', 0).ok).toBe(false);
  });
});

const AREA: FaceArea = { face: 'front', xMm: 10, yMm: -5, widthMm: 200, heightMm: 50 };

describe('its scale', () => {
  it('follows two points that are told how far apart they are; the first stays', () => {
    const scaled = scaledByPoints(AREA, { x: 20, y: 0 }, { x: 80, y: 80 }, 50);
    expect(scaled).toEqual({ face: 'front', xMm: 15, yMm: -2.5, widthMm: 100, heightMm: 25 });
    expect(scaledByPoints(AREA, { x: 20, y: 0 }, { x: 20.1, y: 0 }, 50)).toBeNull();
  });

  it('follows two points that are the panel’s edges, in whichever order they were picked', () => {
    const there = spannedBetween(AREA, { x: 30, y: 10 }, { x: 110, y: 12 }, 0, 160);
    expect(there).toEqual({ face: 'front', xMm: -40, yMm: -20, widthMm: 400, heightMm: 100 });
    const back = spannedBetween(AREA, { x: 110, y: 10 }, { x: 30, y: 10 }, 0, 160);
    expect(back).toEqual(there);
  });
});

describe('its crop', () => {
  const whole = { left: 0, top: 0, right: 1, bottom: 1 };

  it('takes from the edges and leaves the rest where it is', () => {
    const half = cropped({ area: AREA, crop: whole }, { ...whole, left: 0.5, bottom: 0.8 })!;
    expect(half.area).toEqual({ face: 'front', xMm: 110, yMm: -5, widthMm: 100, heightMm: 40 });
    expect(cropped(half, whole)?.area).toEqual(AREA);
  });

  it('always leaves something', () => {
    expect(cropped({ area: AREA, crop: whole }, { ...whole, left: 1 })).toBeNull();
  });
});

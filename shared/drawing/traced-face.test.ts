import { describe, expect, it } from 'vitest';
import { catalogType } from '../catalog/index.ts';
import type { Backdrop, DeviceType } from '../model/device-type.ts';
import type { PictureUse } from './paint-options.ts';
import { paletteFor } from './palette.ts';
import { RecordingSurface } from './recording-surface.ts';
import { SvgSurface } from './svg-surface.ts';
import { paintFace } from './traced-face.ts';

const backdrop = (over: Partial<Backdrop> = {}): Backdrop => ({
  pictureId: 'photo',
  area: { face: 'front', xMm: 16, yMm: 2, widthMm: 450, heightMm: 40 },
  crop: { left: 0.25, top: 0, right: 0.75, bottom: 0.5 },
  inRacks: true,
  inPrint: false,
  ...over,
});
const plain = catalogType('catalog:nvidia-qm9700');
const traced = (over?: Partial<Backdrop>): DeviceType => ({
  ...plain,
  backdrops: [backdrop(over)],
});
const palette = paletteFor('light');

function painted(type: DeviceType, use?: PictureUse): RecordingSurface {
  const surface = new RecordingSurface();
  const drawn = { palette, type, face: 'front', detail: 'full', heightMm: 44.45 } as const;
  paintFace(surface, { ...drawn, x: 100, y: 50 }, use ? { pictures: use } : {});
  return surface;
}

describe('a face that was traced from a picture', () => {
  it('shows it between its body and its openings, cut to the part that is used', () => {
    const { marks } = painted(traced(), 'racks');
    const at = marks.findIndex(({ shape }) => shape === 'image');
    // Half of the picture's width lies on 450 mm, so that all of it is 900 wide and begins 225 to the left.
    expect(marks[at]?.points).toEqual([100 + 16 - 225, 52, 100 + 16 - 225 + 900, 52 + 80]);
    expect(at).toBeGreaterThan(0);
    expect(marks.length).toBeGreaterThan(at + plain.cages.length);
  });

  it('shows it only where it is wanted', () => {
    const images = (type: DeviceType, use?: PictureUse): number =>
      painted(type, use).marks.filter(({ shape }) => shape === 'image').length;
    expect(images(traced(), 'print')).toBe(0);
    expect(images(traced({ inPrint: true }), 'print')).toBe(1);
    expect(images(traced({ inRacks: false }), 'racks')).toBe(0);
    expect(images(traced())).toBe(0);
    expect(painted(traced({ inRacks: false }), 'racks').marks).toEqual(painted(plain).marks);
  });

  it('is written once into an SVG picture, however often it is drawn', () => {
    const surface = new SvgSurface(() => 'data:image/png;base64,AAAA');
    const drawn = {
      palette,
      type: traced(),
      face: 'front',
      detail: 'full',
      heightMm: 44.45,
    } as const;
    paintFace(surface, { ...drawn, x: 0, y: 0 }, { pictures: 'racks' });
    paintFace(surface, { ...drawn, x: 0, y: 100 }, { pictures: 'racks' });
    const svg = surface.picture({ x: 0, y: 0, width: 500, height: 200 }, 'x', 1);
    expect(svg.match(/data:image/g)).toHaveLength(1);
    expect(svg.match(/href="#picture1"/g)).toHaveLength(2);
    expect(svg).toContain('preserveAspectRatio="none"');
  });
});

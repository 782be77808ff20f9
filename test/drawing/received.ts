/**
 * What surfaces are asked to draw, instead of drawing it: in groups, one for each content that stands at a place of
 * its own, in the drawing's mm from that place. So a face can be compared wherever a window, a file or a sheet puts it.
 */
import { type MockInstance, vi } from 'vitest';
import type { Paint, Surface, TextStyle } from '../../shared/drawing/surface.ts';

/** One primitive with all that a surface is told about it. */
export interface Primitive {
  readonly shape: 'rect' | 'circle' | 'line' | 'polygon' | 'text' | 'image' | 'clip';
  /** From the group's place, to a hundredth of a mm. */
  readonly points: readonly number[];
  readonly radius: number;
  readonly text: string;
  readonly maxWidth: number | null;
  readonly paint: Paint | null;
  readonly style: TextStyle | null;
}

export interface Received {
  readonly groups: readonly (readonly Primitive[])[];
}

type Methods = Surface & {
  scaled?(x: number, y: number, scale: number, content: () => void, lineShare?: number): void;
};
type SurfaceClass = { readonly prototype: Methods };

/** Runs `draw`; what it asks of surfaces of that class is noted and not drawn. */
export async function received(on: SurfaceClass, draw: () => unknown): Promise<Received> {
  const groups: Primitive[][] = [];
  let group: Primitive[] | null = null;
  let place = { x: 0, y: 0, turned: false };
  const placed = (points: readonly number[]): number[] => {
    const moved: number[] = [];
    for (let i = 0; i + 1 < points.length; i += 2) {
      const [x = 0, y = 0] = [points[i], points[i + 1]];
      const [dx, dy] = place.turned ? [y, -x] : [x, y];
      moved.push(
        Math.round((place.x + dx) * 100) / 100 + 0,
        Math.round((place.y + dy) * 100) / 100 + 0,
      );
    }
    return moved;
  };
  const note = (
    shape: Primitive['shape'],
    points: readonly number[],
    more: Partial<Primitive> = {},
  ): void => {
    const plain = { radius: 0, text: '', maxWidth: null, paint: null, style: null };
    group?.push({ shape, points: placed(points), ...plain, ...more });
  };
  const inside = (next: typeof place, content: () => void): void => {
    const before = { place, group };
    if (group === null) groups.push((group = []));
    else place = next;
    content();
    ({ place, group } = before);
  };
  const at: Surface['at'] = (x, y, content, turned = false) => {
    const [dx, dy] = place.turned ? [y, -x] : [x, y];
    inside({ x: place.x + dx, y: place.y + dy, turned: place.turned !== turned }, content);
  };
  const noting: Methods = {
    rect: (x, y, width, height, paint) => note('rect', [x, y, x + width, y + height], { paint }),
    circle: (x, y, radius, paint) => note('circle', [x, y], { radius, paint }),
    line: (points, paint, radius = 0) => note('line', points, { radius, paint }),
    polygon: (points, paint) => note('polygon', points, { paint }),
    text: (x, y, text, style, maxWidth) =>
      note('text', [x, y], { text, style, maxWidth: maxWidth ?? null }),
    image: (x, y, width, height, text) => note('image', [x, y, x + width, y + height], { text }),
    at,
    clip: (x, y, width, height, content) => {
      note('clip', [x, y, x + width, y + height]);
      content();
    },
    // What is kept once and referred to counts where it is seen, with all it holds.
    symbol(x, y, _width, _height, _key, content) {
      at(x, y, () => content(this));
    },
    scaled: (x, y, _scale, content) => at(x, y, content),
  };
  const spies: MockInstance[] = [];
  for (const [name, method] of Object.entries(noting)) {
    if (!(name in on.prototype)) continue;
    spies.push(vi.spyOn(on.prototype, name as 'rect').mockImplementation(method as never));
  }
  try {
    await draw();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return { groups };
}

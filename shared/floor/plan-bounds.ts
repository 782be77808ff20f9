/** How large the plan is. */
import type { Design } from '../model/design.ts';
import type { Box } from '../model/rack-geometry.ts';
import { boxOfArea } from './area-box.ts';
import { type Floor, floorPlan } from './floor-plan.ts';

/** The box of all that the plan shows, mm; a unit square where there is nothing. */
export function planBounds(design: Floor & Pick<Design, 'areas' | 'pathways'>): Box {
  const bounds = new Bounds();
  for (const { box, racks } of floorPlan(design).rows) if (racks.length > 0) bounds.add(box);
  for (const area of design.areas.values()) bounds.add(boxOfArea(area));
  for (const { points, widthMm } of design.pathways.values()) {
    for (const { xMm, yMm } of points) {
      bounds.add({ x: xMm - widthMm / 2, y: yMm - widthMm / 2, width: widthMm, height: widthMm });
    }
  }
  return bounds.box;
}

class Bounds {
  #left = Number.POSITIVE_INFINITY;
  #top = Number.POSITIVE_INFINITY;
  #right = Number.NEGATIVE_INFINITY;
  #bottom = Number.NEGATIVE_INFINITY;

  add({ x, y, width, height }: Box): void {
    this.#left = Math.min(this.#left, x);
    this.#top = Math.min(this.#top, y);
    this.#right = Math.max(this.#right, x + width);
    this.#bottom = Math.max(this.#bottom, y + height);
  }

  get box(): Box {
    if (this.#left > this.#right) return { x: 0, y: 0, width: 1, height: 1 };
    const [width, height] = [this.#right - this.#left, this.#bottom - this.#top];
    return { x: this.#left, y: this.#top, width: Math.max(1, width), height: Math.max(1, height) };
  }
}

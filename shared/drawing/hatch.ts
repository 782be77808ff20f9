/** Strokes at 45 degrees over a box. */
import type { Box } from '../model/rack-geometry.ts';
import type { Mm } from '../units/length.ts';
import type { Paint, Surface } from './surface.ts';

/** @param everyMm along each axis from stroke to stroke; the first is `firstMm` from the corner */
export function paintHatch(
  surface: Surface,
  { x, y, width, height }: Box,
  paint: Paint,
  { everyMm, firstMm = everyMm }: { readonly everyMm: Mm; readonly firstMm?: Mm },
): void {
  for (let sum = firstMm; sum < width + height; sum += everyMm) {
    const [fromX, toX] = [Math.max(0, sum - height), Math.min(width, sum)];
    surface.line([x + fromX, y + sum - fromX, x + toX, y + sum - toX], paint);
  }
}

/** Distance of the strokes over what is unknown, px on screen and mm on paper. */
const UNKNOWN_PX = 5;
const UNKNOWN_MM: Mm = 14;

/** Strokes over a box that say: this is unknown. */
export function paintUnknown(surface: Surface, box: Box, paint: Paint, pxPerMm: number): void {
  const everyMm = Math.max(UNKNOWN_MM, UNKNOWN_PX / pxPerMm);
  paintHatch(surface, box, paint, { everyMm, firstMm: everyMm / 2 });
}

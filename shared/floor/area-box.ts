/** The rectangle of an area. */
import type { Box } from '../model/rack-geometry.ts';
import type { Area } from '../model/records.ts';

export function boxOfArea({ xMm, yMm, widthMm, depthMm }: Area): Box {
  return { x: xMm, y: yMm, width: widthMm, height: depthMm };
}

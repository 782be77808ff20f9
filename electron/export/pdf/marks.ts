/** Marks that stand on drawings and in the legend. */
import type { Paint } from '../../../shared/drawing/surface.ts';
import { RULES } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';

const RADIUS_MM = 1.8;
const GROUND: Paint = { fill: '#ffffff', stroke: '#000000', strokeMm: 0.25, dashMm: [] };

/** A centre of gravity: a circle of which two quarters are black. */
export function drawBalanceMark(surface: PdfSurface, x: number, y: number): void {
  surface.circle(x, y, RADIUS_MM, GROUND);
  for (const side of [1, -1]) {
    const corners = [x, y];
    for (let step = 0; step <= 6; step += 1) {
      const angle = (step / 6) * (Math.PI / 2);
      corners.push(x + side * RADIUS_MM * Math.cos(angle), y - side * RADIUS_MM * Math.sin(angle));
    }
    surface.polygon(corners, RULES.black);
  }
}

/** The way of air: an arrow to the right, `width` mm long. */
export function drawAirArrow(surface: PdfSurface, x: number, y: number, width: number): void {
  surface.line([x, y, x + width - 2, y], RULES.outline);
  surface.polygon([x + width, y, x + width - 2.4, y - 1, x + width - 2.4, y + 1], RULES.black);
}

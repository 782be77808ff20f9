/** An open line with rounded corners, as the three strokes that every surface has. */
export interface Pen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  /** A quadratic curve to (x, y) with the control point (cx, cy). */
  curveTo(cx: number, cy: number, x: number, y: number): void;
}

/**
 * Draws through the points `x0, y0, x1, y1, ...`; each corner is rounded by at most `radius`, less where a
 * leg is too short for it.
 */
export function traceLine(points: readonly number[], radius: number, pen: Pen): void {
  const count = points.length >> 1;
  if (count < 2) return;
  // Most lines have no corner to round: nothing is made for them.
  if (radius <= 0 || count === 2) {
    for (let i = 0; i < count; i += 1) {
      const x = points[2 * i] ?? 0;
      const y = points[2 * i + 1] ?? 0;
      if (i === 0) pen.moveTo(x, y);
      else pen.lineTo(x, y);
    }
    return;
  }
  const x = (i: number): number => points[2 * i] ?? 0;
  const y = (i: number): number => points[2 * i + 1] ?? 0;
  pen.moveTo(x(0), y(0));
  for (let i = 1; i < count - 1; i += 1) {
    const before = Math.hypot(x(i) - x(i - 1), y(i) - y(i - 1));
    const after = Math.hypot(x(i + 1) - x(i), y(i + 1) - y(i));
    const cut = Math.min(radius, before / 2, after / 2);
    if (cut <= 0) {
      pen.lineTo(x(i), y(i));
      continue;
    }
    const back = cut / before;
    const on = cut / after;
    pen.lineTo(x(i) + (x(i - 1) - x(i)) * back, y(i) + (y(i - 1) - y(i)) * back);
    pen.curveTo(x(i), y(i), x(i) + (x(i + 1) - x(i)) * on, y(i) + (y(i + 1) - y(i)) * on);
  }
  pen.lineTo(x(count - 1), y(count - 1));
}

/** The cables as they are drawn, for the hit test: what is seen is what is hit. */
import { type CableStroke, cableStrokes, trayStrokes } from '../../../shared/drawing/index.ts';
import type { Layout } from '../../../shared/drawing/layout.ts';
import type { Face } from '../../../shared/model/records.ts';
import type { CableGeometry, CableLine } from '../../editor/index.ts';

const perFace = new WeakMap<readonly CableStroke[], Readonly<Record<Face, readonly CableLine[]>>>();

interface TrayLines {
  readonly strokes: readonly (readonly CableLine[])[];
  readonly lines: readonly CableLine[];
}
const perLayout = new WeakMap<Layout, TrayLines>();

export const DRAWN_CABLES: Omit<CableGeometry, 'isShown'> = {
  linesOnFace(design, rackId, face) {
    const strokes = cableStrokes(design, rackId);
    let lines = perFace.get(strokes);
    if (!lines) {
      lines = {
        front: strokes.filter((stroke) => stroke.face === 'front'),
        rear: strokes.filter((stroke) => stroke.face === 'rear'),
      };
      perFace.set(strokes, lines);
    }
    return lines[face];
  },
  linesBetweenRacks(design, layout) {
    const strokes = layout.rows.map((row) => trayStrokes(design, layout, row.rowId));
    const known = perLayout.get(layout);
    if (known && strokes.every((each, i) => each === known.strokes[i])) return known.lines;
    const lines = strokes.flat();
    perLayout.set(layout, { strokes, lines });
    return lines;
  },
};

/** The cables as they are drawn, for the hit test: what is seen is what is hit. */
import { type CableStroke, cableStrokes, drawnTrayStrokes } from '../../../shared/drawing/index.ts';
import type { Face } from '../../../shared/model/records.ts';
import type { CableGeometry, CableLine } from '../../editor/index.ts';

const perFace = new WeakMap<readonly CableStroke[], Readonly<Record<Face, readonly CableLine[]>>>();

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
  linesBetweenRacks: drawnTrayStrokes,
};

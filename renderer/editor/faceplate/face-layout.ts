/**
 * Where the faces of the type that is drawn lie on the canvas, world mm. The front is at the origin; the rear is
 * below it, or beside it for a type that is tall.
 */

import { faceSizeMm } from '../../../shared/drawing/index.ts';
import type { FacePart } from '../../../shared/faceplate/index.ts';
import { boxAround } from '../../../shared/floor/plan-box.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { Face } from '../../../shared/model/records.ts';
import { boxHolds, boxMoved, type Point } from '../geometry.ts';
import type { FacesShown } from './faceplate-state.ts';
import { boxOfPart } from './parts.ts';

export interface FaceOnCanvas extends Box {
  readonly face: Face;
}

/** Room between the faces: for the ruler's numbers and the name of the lower one, mm. */
const GAP_MM = 34;
/** Room around the faces that belongs to the drawing, mm: names stand there. */
const MARGIN_MM = 16;
/** A face taller than this share of its width has the other beside it. */
const TALL_SHARE = 0.6;

/** The faces that are shown, with where they lie. */
export function facesOnCanvas(type: DeviceType, shown: FacesShown): readonly FaceOnCanvas[] {
  const { width, height } = faceSizeMm(type);
  if (shown !== 'both') return [{ face: shown, x: 0, y: 0, width, height }];
  const beside = height > width * TALL_SHARE;
  const x = beside ? width + GAP_MM : 0;
  const y = beside ? 0 : height + GAP_MM;
  return [
    { face: 'front', x: 0, y: 0, width, height },
    { face: 'rear', x, y, width, height },
  ];
}

/** The box around all faces that are shown, with what stands around them. */
export function facesBounds(type: DeviceType, shown: FacesShown): Box {
  const box = boxAround(facesOnCanvas(type, shown)) ?? { x: 0, y: 0, width: 1, height: 1 };
  return {
    x: box.x - MARGIN_MM,
    y: box.y - MARGIN_MM,
    width: box.width + 2 * MARGIN_MM,
    height: box.height + 2 * MARGIN_MM,
  };
}

/** The face under a world point, or within `margin` mm of it; null beside all of them. */
export function faceUnder(
  faces: readonly FaceOnCanvas[],
  point: Point,
  margin = 0,
): FaceOnCanvas | null {
  return (
    faces.find((face) => boxHolds(face, point)) ??
    faces.find((face) => boxHolds(face, point, margin)) ??
    null
  );
}

/** World box of a part, or null while its face is not shown. */
export function partOnCanvas(faces: readonly FaceOnCanvas[], part: FacePart): Box | null {
  const face = faces.find((each) => each.face === part.face);
  return face ? boxMoved(boxOfPart(part), face.x, face.y) : null;
}

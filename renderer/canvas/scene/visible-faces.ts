/** Which rack faces are on screen, and which part of each. */
import {
  FACE_GAP_MM,
  type FacePlacement,
  type Layout,
  TITLE_MM,
} from '../../../shared/drawing/layout.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';

/** How far a face's drawing reaches beside its frame: its unit numbers, mm. */
const BESIDE_MM = FACE_GAP_MM / 2;

/** All that is drawn of a face, its title and its unit numbers included; world mm. */
export function drawnBox(face: FacePlacement): Box {
  return {
    x: face.x - BESIDE_MM,
    y: face.y - TITLE_MM,
    width: face.width + 2 * BESIDE_MM,
    height: face.height + TITLE_MM + BESIDE_MM,
  };
}

export function boxesMeet(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The faces that a world box shows something of, in reading order. */
export function visibleFaces(layout: Layout, box: Box): readonly FacePlacement[] {
  return layout.faces.filter((face) => boxesMeet(drawnBox(face), box));
}

/** A world box in the coordinates of a face. */
export function onFace(box: Box, face: FacePlacement): Box {
  return { x: box.x - face.x, y: box.y - face.y, width: box.width, height: box.height };
}

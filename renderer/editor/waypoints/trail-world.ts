/** Places of a cable's way on the drawing, and back: faces of racks, and the tray over a row. */
import {
  type FacePlacement,
  type Layout,
  type RowPlacement,
  TITLE_MM,
} from '../../../shared/drawing/layout.ts';
import { placementOf, rowOf, trayYMm } from '../../../shared/drawing/tray-place.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { Waypoint } from '../../../shared/model/records.ts';
import type { Point } from '../geometry.ts';

/** World point of a place on a face; over the rack, in the tray of its row. Null where the face is not shown. */
export function worldOf(
  design: Design,
  layout: Layout,
  { rackId, face, xMm, yMm }: Waypoint,
): Point | null {
  const placed = placementOf(layout, rackId, face);
  const rack = design.racks.get(rackId);
  const row = rack && rowOf(layout, rack.rowId);
  if (!placed || !row) return null;
  return { x: placed.x + xMm, y: yMm < 0 ? trayYMm(row, 0) : placed.y + yMm };
}

/** How far beside a face or over its tray a point still belongs to it, mm. */
const BESIDE_MM = 400;
const OVER_ROW_MM = 260;

/** The face that a world point belongs to: the nearest of its row, also over it and a little beside it. */
export function faceNear(design: Design, layout: Layout, at: Point): FacePlacement | null {
  let nearest: FacePlacement | null = null;
  let least = BESIDE_MM;
  for (const face of layout.faces) {
    const above = face.y - at.y;
    const beside = Math.max(face.x - at.x, at.x - face.x - face.width, 0);
    const below = Math.max(at.y - face.y - face.height, 0);
    if (above > TITLE_MM + OVER_ROW_MM + taller(design, layout, face)) continue;
    const away = beside + below;
    if (away >= least) continue;
    least = away;
    nearest = face;
  }
  return nearest;
}

/** How much lower a rack is than its row, mm. */
function taller(design: Design, layout: Layout, face: FacePlacement): number {
  const rack = design.racks.get(face.rackId);
  const row: RowPlacement | undefined = rack && rowOf(layout, rack.rowId);
  return row ? face.y - row.y - TITLE_MM : 0;
}

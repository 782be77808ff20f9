/**
 * Where each face of each rack stands on the drawing, in world millimetres. Rows run downwards, racks to the
 * right. The canvas, the hit test, the pictures and the paper all read this one layout.
 */
import type { Design } from '../model/design.ts';
import { orderedRows, racksInRow } from '../model/design-index.ts';
import type { RackId, RowId } from '../model/ids.ts';
import { type Box, rackHeightMm } from '../model/rack-geometry.ts';
import type { Face, Rack } from '../model/records.ts';
import { type Mm, RACK_UNIT_MM } from '../units/length.ts';

/** Which faces of the racks are shown. */
export type ElevationView = 'both' | 'front' | 'rear';

/** One face of one rack on the drawing; the box is its outer frame, without the title above it. */
export interface FacePlacement extends Box {
  readonly rackId: RackId;
  readonly face: Face;
}

export interface RowPlacement extends Box {
  readonly rowId: RowId;
}

export interface Layout {
  readonly view: ElevationView;
  /** In reading order: by row, then from left to right. */
  readonly faces: readonly FacePlacement[];
  readonly rows: readonly RowPlacement[];
  /** Box of everything, titles included; a unit square when there are no racks. */
  readonly bounds: Box;
}

/** Space above a rack for its name and totals, mm. */
export const TITLE_MM: Mm = 140;
/** Space between the front and the rear of one rack, mm. */
export const FACE_GAP_MM: Mm = 100;
/** Space between two racks, mm. */
export const RACK_GAP_MM: Mm = 160;
/** Space between two rows, mm. */
export const ROW_GAP_MM: Mm = 480;

/** Lays out every rack of the design. Racks of a row share their floor line. */
export function layoutDesign(design: Design, view: ElevationView): Layout {
  const faces: FacePlacement[] = [];
  const rows: RowPlacement[] = [];
  let top = 0;
  let right = 0;
  for (const row of orderedRows(design)) {
    const racks = racksInRow(design, row.id);
    const rowHeight = Math.max(42 * RACK_UNIT_MM, ...racks.map((rack) => rackHeightMm(rack)));
    const floor = top + TITLE_MM + rowHeight;
    let x = 0;
    for (const rack of racks) {
      for (const face of facesShown(view)) {
        faces.push({ rackId: rack.id, face, ...faceBox(rack, x, floor) });
        x += rack.widthMm + FACE_GAP_MM;
      }
      x += RACK_GAP_MM - FACE_GAP_MM;
    }
    const width = Math.max(0, x - RACK_GAP_MM);
    rows.push({ rowId: row.id, x: 0, y: top, width, height: TITLE_MM + rowHeight });
    right = Math.max(right, width);
    top = floor + ROW_GAP_MM;
  }
  return {
    view,
    faces,
    rows,
    bounds: { x: 0, y: 0, width: Math.max(1, right), height: Math.max(1, top - ROW_GAP_MM) },
  };
}

function facesShown(view: ElevationView): readonly Face[] {
  return view === 'both' ? ['front', 'rear'] : [view];
}

function faceBox(rack: Rack, x: Mm, floor: Mm): Box {
  const height = rackHeightMm(rack);
  return { x, y: floor - height, width: rack.widthMm, height };
}

/** A picture of racks, of their faces or of what is selected in them: one painter for SVG, PNG and the clipboard. */
import { boxAround } from '../../floor/plan-box.ts';
import type { Design } from '../../model/design.ts';
import { devicesInRack } from '../../model/design-index.ts';
import type { DeviceId, RackId } from '../../model/ids.ts';
import type { Box } from '../../model/rack-geometry.ts';
import type { Face } from '../../model/records.ts';
import { say } from '../../text/index.ts';
import type { Scheme } from '../../theme/tokens.ts';
import { paintCablesInPieces } from '../cables.ts';
import {
  type ElevationView,
  type FacePlacement,
  type Layout,
  layoutDesign,
  TITLE_MM,
} from '../layout.ts';
import type { PaintOptions } from '../paint-options.ts';
import { paletteFor } from '../palette.ts';
import { placedDevices } from '../placed-devices.ts';
import { paintRackFace } from '../rack-face.ts';
import { UNIT_NUMBERS_MM } from '../rack-frame.ts';
import type { Surface } from '../surface.ts';

/** What a picture is to show, and how. */
export interface PictureWish {
  /** These racks; null = the whole design. */
  readonly racks: readonly RackId[] | null;
  /** Only these devices of them, cut out of their faces; null = the racks whole. */
  readonly devices: readonly DeviceId[] | null;
  readonly faces: ElevationView;
  readonly scheme: Scheme;
  readonly cables: boolean;
  readonly labels: boolean;
  /** False leaves what lies behind the drawing transparent. */
  readonly background: boolean;
}

export interface DesignPicture {
  /** What is to be seen, in the drawing's mm. */
  readonly box: Box;
  /** Paints in pieces, within `box`: a window may pause after each. @param pxPerMm level of detail */
  paint(surface: Surface, pxPerMm: number): Generator<void>;
}

/** Space round racks: unit numbers at both sides; with trays their lanes over the rows and at the left, mm. */
const MARGIN_MM = UNIT_NUMBERS_MM + 20;
const TRAYS_MM = 340;
const MARGIN_BELOW_MM = 20;
/** Space round devices that are cut out, mm. */
const CUT_MM = 10;

/**
 * Lays a picture out.
 * @param detailOf what stands under a rack's name; the face's name when it is left out
 * @returns null when nothing of what is wanted is to be seen on those faces
 */
export function designPicture(
  design: Design,
  wish: PictureWish,
  detailOf: (rackId: RackId, face: Face) => string = (_, face) => say(`drawing.face.${face}`),
): DesignPicture | null {
  const layout = layoutOf(design, wish);
  if (layout.faces.length === 0) return null;
  const box =
    wish.devices === null ? boxOfRacks(layout) : boxOfDevices(design, layout, wish.devices);
  if (box === null) return null;
  return {
    box,
    *paint(surface, pxPerMm) {
      const options: PaintOptions = {
        palette: paletteFor(wish.scheme),
        pxPerMm,
        showLabels: wish.labels,
        showCables: wish.cables,
        pictures: wish.scheme === 'paper' ? 'print' : 'racks',
      };
      if (wish.background) {
        surface.rect(box.x, box.y, box.width, box.height, options.palette.ink.background);
      }
      for (const { rackId, face, x, y } of layout.faces) {
        const name = design.racks.get(rackId)?.name ?? '';
        const title = { name, detail: detailOf(rackId, face) };
        surface.at(x, y, () => paintRackFace(surface, design, rackId, face, { ...options, title }));
        yield;
      }
      if (wish.cables) yield* paintCablesInPieces(surface, design, layout, options);
    },
  };
}

/** The faces that are wanted, where they stand; trays only where there are several racks for cables to go between. */
function layoutOf(design: Design, { racks, devices, faces }: PictureWish): Layout {
  if (racks === null && devices === null) return layoutDesign(design, faces);
  const wanted = new Set(racks ?? []);
  for (const id of devices ?? []) {
    const device = design.devices.get(id);
    if (device) wanted.add(device.rackId);
  }
  const shown = [...design.racks].filter(([id]) => wanted.has(id));
  const rowIds = new Set(shown.map(([, { rowId }]) => rowId));
  const part: Design = {
    ...design,
    racks: new Map(shown),
    rows: new Map([...design.rows].filter(([id]) => rowIds.has(id))),
  };
  const layout = layoutDesign(part, faces);
  if (devices !== null) return cutLayout(design, layout, new Set(devices));
  if (shown.length > 1) return layout;
  const { y, height, ...across } = layout.bounds;
  const top = Math.min(...layout.faces.map((face) => face.y)) - TITLE_MM;
  return { ...layout, rows: [], bounds: { ...across, y: top, height: y + height - top } };
}

/** The faces on which one of the devices is to be seen; cables are drawn on them, and no trays. */
function cutLayout(design: Design, layout: Layout, devices: ReadonlySet<DeviceId>): Layout {
  const faces = layout.faces.filter((face) => boxesOn(design, face, devices).length > 0);
  return { ...layout, faces, rows: [] };
}

function boxesOn(
  design: Design,
  { rackId, face, x, y }: FacePlacement,
  devices: ReadonlySet<DeviceId>,
): Box[] {
  const rack = design.racks.get(rackId);
  if (!rack || !devicesInRack(design, rackId).some(({ id }) => devices.has(id))) return [];
  return placedDevices(design, rack, face)
    .filter(({ device, shown }) => shown === 'face' && devices.has(device.id))
    .map(({ box }) => ({ ...box, x: x + box.x, y: y + box.y }));
}

function boxOfDevices(design: Design, { faces }: Layout, ids: readonly DeviceId[]): Box | null {
  const devices = new Set(ids);
  const box = boxAround(faces.flatMap((face) => boxesOn(design, face, devices)));
  return box && widened(box, CUT_MM, CUT_MM);
}

function boxOfRacks({ bounds, rows }: Layout): Box {
  return rows.length > 0
    ? widened(bounds, TRAYS_MM, TRAYS_MM)
    : widened(bounds, MARGIN_MM, MARGIN_BELOW_MM);
}

function widened({ x, y, width, height }: Box, across: number, down: number): Box {
  return { x: x - across, y: y - down, width: width + 2 * across, height: height + 2 * down };
}

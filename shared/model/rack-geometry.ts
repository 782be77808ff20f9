/**
 * Where things are on a rack's face, in millimetres.
 *
 * Rack-face coordinates: origin at the top left corner of the rack's outer frame as one looks at that
 * face, x to the right, y down. Looking at the rear, left and right are the viewer's, so what is on the
 * left in front is on the right behind.
 */
import {
  type Mm,
  OPEN_RACK_UNIT_MM,
  PANEL_WIDTH_MM,
  RACK_UNIT_MM,
  RAIL_OPENING_MM,
  type RackUnits,
  roundMm,
} from '../units/length.ts';
import type { DeviceType } from './device-type.ts';
import type { Device, Face, Rack } from './records.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Frame above the highest and below the lowest unit, mm [assumed: usual cabinets have 60 to 100]. */
export const FRAME_TOP_MM: Mm = 80;
export const FRAME_BOTTOM_MM: Mm = 80;
/** Width of the body of half-width gear, mm: two fit between the ears [assumed]. */
export const HALF_WIDTH_MM: Mm = 222;
/** Width of the body of third-width gear, mm [assumed]. */
export const THIRD_WIDTH_MM: Mm = 147;
/** Width of a 0U strip device beside the rails, mm: a usual vertical rack PDU [assumed]. */
export const SIDE_DEVICE_WIDTH_MM: Mm = 52;

/** Height of one unit of this rack, mm: 44.45, or 48 in an Open Rack. */
export function unitMm(rack: Rack): Mm {
  return rack.frame === 'orv3' ? OPEN_RACK_UNIT_MM : RACK_UNIT_MM;
}

/** Outer height of the rack's frame, mm. */
export function rackHeightMm(rack: Rack): Mm {
  return FRAME_TOP_MM + rack.heightU * unitMm(rack) + FRAME_BOTTOM_MM;
}

/** y of the top edge of the slot that starts at unit `u` and is `heightU` units high. */
export function slotTopMm(rack: Rack, u: RackUnits, heightU: RackUnits): Mm {
  return FRAME_TOP_MM + (rack.heightU - (u - 1) - heightU) * unitMm(rack);
}

/** The unit (1-based, fractional) at height `y` of the rack's face. */
export function unitAt(rack: Rack, y: Mm): RackUnits {
  return rack.heightU + 1 - (y - FRAME_TOP_MM) / unitMm(rack);
}

/** x of the left edge of a full-width panel. */
export function panelLeftMm(rack: Rack): Mm {
  return (rack.widthMm - PANEL_WIDTH_MM) / 2;
}

/** Width of the strip between the panel and the frame, mm, where vertical managers and 0U gear sit. */
export function sideStripMm(rack: Rack): Mm {
  return Math.max(0, panelLeftMm(rack));
}

/** From the rack's door to its rails, front and rear, mm [assumed: 100 to 150 is usual]. */
export const RAIL_SETBACK_MM: Mm = 130;

/** Narrowest strip that takes a vertical cable manager, mm: a 700 mm cabinet has 108.7 [assumed]. */
const MANAGER_STRIP_MM: Mm = 100;
/** Width of a frame's upright, mm [assumed]. */
export const POST_MM: Mm = 22;

/**
 * Width of the vertical cable manager in each side strip, mm; 0 where there is none. Cabinets from 700 mm on
 * have one on both sides; narrower ones and open frames lead cables along the bare strip.
 */
export function verticalManagerMm(rack: Rack): Mm {
  const strip = sideStripMm(rack);
  return rack.frame === 'cabinet' && strip >= MANAGER_STRIP_MM ? strip - POST_MM : 0;
}

/** How many columns a unit has for this width of type. */
export function columnsOf(width: DeviceType['width']): 1 | 2 | 3 {
  switch (width) {
    case 'full':
      return 1;
    case 'half':
      return 2;
    case 'third':
      return 3;
    default:
      return width satisfies never;
  }
}

/** Width of the type's own body, mm: what its face coordinates span. */
export function bodyWidthMm(type: Pick<DeviceType, 'width' | 'heightU' | 'faceMm'>): Mm {
  if (type.faceMm) return type.faceMm.widthMm;
  if (type.heightU === 0) return SIDE_DEVICE_WIDTH_MM;
  switch (type.width) {
    case 'full':
      return PANEL_WIDTH_MM;
    case 'half':
      return HALF_WIDTH_MM;
    case 'third':
      return THIRD_WIDTH_MM;
    default:
      return type.width satisfies never;
  }
}

/** Height of a type's face, mm: of its panel in units of 44.45 mm, of a strip, of what goes into a bay. */
export function faceHeightMm(type: DeviceType): Mm {
  if (type.faceMm) return type.faceMm.heightMm;
  return type.heightU === 0 ? sideDeviceLengthMm(type) : type.heightU * RACK_UNIT_MM;
}

/** Length of a 0U strip device along the rack, mm: from its faceplate, at least 300. */
export function sideDeviceLengthMm(type: DeviceType): Mm {
  let length = 300;
  for (const part of [...type.cages, ...type.shapes])
    length = Math.max(length, part.yMm + part.heightMm);
  return length;
}

/** The face of the type that one sees when looking at `seen` of the rack. */
export function typeFaceSeen(device: Pick<Device, 'face'>, seen: Face): Face {
  return device.face === seen ? 'front' : 'rear';
}

/**
 * The box a device in a rack takes on a face of it; what is in a bay takes its box from there (`bays.ts`). A device seen from behind is mirrored: its left column is
 * on the viewer's right.
 */
export function deviceBox(rack: Rack, device: Device, type: DeviceType, seen: Face): Box {
  const mirrored = device.face !== seen;
  if (device.mount === 'side') {
    const length = sideDeviceLengthMm(type);
    const onLeft = (device.column === 0) !== mirrored;
    const strip = sideStripMm(rack);
    const inset = (strip - SIDE_DEVICE_WIDTH_MM) / 2;
    const x = onLeft ? inset : rack.widthMm - strip + inset;
    const bottom = slotTopMm(rack, device.u, 0);
    return { x, y: bottom - length, width: SIDE_DEVICE_WIDTH_MM, height: length };
  }
  const width = bodyWidthMm(type);
  const height = type.heightU * unitMm(rack);
  const y = slotTopMm(rack, device.u, type.heightU);
  const columns = columnsOf(type.width);
  if (columns === 1) return { x: panelLeftMm(rack), y, width, height };
  const column = mirrored ? columns - 1 - device.column : device.column;
  const pitch = (PANEL_WIDTH_MM - 2 * EAR_MM) / columns;
  return { x: panelLeftMm(rack) + EAR_MM + column * pitch + (pitch - width) / 2, y, width, height };
}

/** Width of one mounting ear, mm: half of what the panel is wider than the rail opening. */
export const EAR_MM: Mm = roundMm((PANEL_WIDTH_MM - RAIL_OPENING_MM) / 2);

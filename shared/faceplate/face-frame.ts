/**
 * The panel that a face is drawn on: its size, its ears, the opening that parts may stand in, and where the
 * rack's units and holes lie behind it. Face coordinates, mm, from the top left corner of the panel.
 */
import type { DeviceType } from '../model/device-type.ts';
import type { Face } from '../model/face.ts';
import { type Box, bodyWidthMm, EAR_MM, faceHeightMm } from '../model/rack-geometry.ts';
import {
  type Mm,
  PANEL_CLEARANCE_MM,
  panelHeightMm,
  RACK_UNIT_MM,
  roundMm,
} from '../units/length.ts';

/** Distance between the hole centres of the left and the right rail, mm (EIA-310-D, source S34). */
const HOLE_CENTRES_MM: Mm = 465.1;
/** Hole centres above the lower edge of each unit, mm: 12.7, 15.875, 15.875 apart (EIA-310-D, source S34). */
const HOLES_IN_UNIT_MM: readonly Mm[] = [6.35, 22.225, 38.1];

export interface FaceFrame {
  readonly widthMm: Mm;
  readonly heightMm: Mm;
  /** Parts of the panel that lie on the rails: two on the front of full-width gear, else none. */
  readonly ears: readonly Box[];
  /** Where what goes through the panel may stand: between the ears, or the whole body. */
  readonly opening: Box;
  /**
   * y of the edges of the rack units, from the top; the first and the last lie half a clearance outside the
   * panel. Units are counted from the bottom, so gear of half a unit has its part unit on top. None for 0U.
   */
  readonly unitLinesMm: readonly Mm[];
  /** Centres of the rail holes behind the ears; none where there are no ears. */
  readonly railHoles: readonly { readonly x: Mm; readonly y: Mm }[];
}

/** Gear without a height in units: a strip beside the rails. */
export function isStrip({ heightU, faceMm }: Pick<DeviceType, 'heightU' | 'faceMm'>): boolean {
  return heightU <= 0 && faceMm === null;
}

/**
 * The frame of a type's face. What goes into a bay has a face of its own size, without ears. A 0U strip is as long as what is on it, at least 300 mm; its whole width may be
 * used. Behind, a full-width device is its body alone, but coordinates begin where the panel would.
 */
export function faceFrame(type: DeviceType, face: Face): FaceFrame {
  const widthMm = bodyWidthMm(type);
  const onRack = type.faceMm === null && !isStrip(type);
  const heightMm = onRack ? panelHeightMm(type.heightU) : faceHeightMm(type);
  const inset = onRack && type.width === 'full' ? EAR_MM : 0;
  const opening = { x: inset, y: 0, width: roundMm(widthMm - 2 * inset), height: heightMm };
  const onRails = inset > 0 && face === 'front';
  const ear = { y: 0, width: EAR_MM, height: heightMm };
  return {
    widthMm,
    heightMm,
    ears: onRails
      ? [
          { x: 0, ...ear },
          { x: roundMm(widthMm - EAR_MM), ...ear },
        ]
      : [],
    opening,
    unitLinesMm: onRack ? unitLines(type.heightU) : [],
    railHoles: onRails ? railHoles(widthMm, type.heightU) : [],
  };
}

function unitLines(heightU: number): Mm[] {
  const bottom = heightU * RACK_UNIT_MM - PANEL_CLEARANCE_MM / 2;
  const lines: Mm[] = [];
  for (let u = 0; u < heightU; u += 1) lines.push(roundMm(bottom - u * RACK_UNIT_MM));
  lines.push(roundMm(bottom - heightU * RACK_UNIT_MM));
  return lines.reverse();
}

function railHoles(widthMm: Mm, heightU: number): { x: Mm; y: Mm }[] {
  const bottom = heightU * RACK_UNIT_MM - PANEL_CLEARANCE_MM / 2;
  const left = roundMm((widthMm - HOLE_CENTRES_MM) / 2);
  const holes: { x: Mm; y: Mm }[] = [];
  for (let u = 0; u < heightU; u += 1) {
    for (const above of HOLES_IN_UNIT_MM) {
      const y = roundMm(bottom - u * RACK_UNIT_MM - above);
      if (y > 0) holes.push({ x: left, y }, { x: roundMm(widthMm - left), y });
    }
  }
  return holes.sort((a, b) => a.y - b.y || a.x - b.x);
}

/**
 * A face as it is made from sheet metal: the outline of its panel, the holes it is screwed on by, what is cut out
 * and what is only marked. Drawings, cut-out tables and machine files all read this one plan.
 *
 * Lengths in mm from the datum: the top left corner of the outline as one looks at the face, x to the right, y down.
 */
import type { DeviceType } from '../model/device-type.ts';
import type { Face } from '../model/face.ts';
import { type Mm, roundMm } from '../units/length.ts';
import { faceFrame } from './face-frame.ts';
import { type FacePart, type PartBox, partsOf } from './face-part.ts';

/** Clearance hole of an M6 screw, medium fit, mm (ISO 273); that a panel is screwed on with M6 is assumed. */
export const PANEL_HOLE_MM: Mm = 6.6;

/**
 * `opening`: cut right through; `vent`: an area that is perforated; `mark`: what lies on the panel and is not cut,
 * a handle or a blank; `print`: words printed on it.
 */
export type PlanWork = 'opening' | 'vent' | 'mark' | 'print';

export interface PlanPart extends PartBox {
  readonly work: PlanWork;
  readonly name: string;
  readonly is: FacePart['is'];
  /** A lamp is a hole of the diameter `widthMm`. */
  readonly round: boolean;
}

export interface FacePlan {
  readonly widthMm: Mm;
  readonly heightMm: Mm;
  /** Where the datum lies in face coordinates, mm. */
  readonly datum: { readonly xMm: Mm; readonly yMm: Mm };
  /** Width of an ear, mm; 0 on a face without ears. */
  readonly earMm: Mm;
  /** Centres of the holes that the panel is screwed on by: the outermost of each side. */
  readonly holes: readonly { readonly xMm: Mm; readonly yMm: Mm }[];
  /** Centres of the other holes of the rail behind the ears: nothing is drilled there. */
  readonly railHoles: readonly { readonly xMm: Mm; readonly yMm: Mm }[];
  /** In the order in which they are painted. */
  readonly parts: readonly PlanPart[];
}

/** The plan of one face of a type. */
export function facePlan(type: DeviceType, face: Face): FacePlan {
  const frame = faceFrame(type, face);
  const ear = frame.ears[0]?.width ?? 0;
  const datum = { xMm: ear > 0 ? 0 : frame.opening.x, yMm: frame.opening.y };
  const places = frame.railHoles.map(({ x, y }) => ({
    xMm: roundMm(x - datum.xMm),
    yMm: roundMm(y - datum.yMm),
  }));
  const ys = places.map(({ yMm }) => yMm);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const isOuter = ({ yMm }: { readonly yMm: Mm }): boolean => yMm === top || yMm === bottom;
  return {
    widthMm: ear > 0 ? frame.widthMm : frame.opening.width,
    heightMm: frame.heightMm,
    datum,
    earMm: ear,
    holes: places.filter(isOuter),
    railHoles: places.filter((place) => !isOuter(place)),
    parts: partsOf(type, face).map((part) => planPart(part, datum)),
  };
}

function planPart(part: FacePart, datum: FacePlan['datum']): PlanPart {
  const round = part.is === 'led';
  const side = round ? Math.min(part.widthMm, part.heightMm) : null;
  const widthMm = side ?? part.widthMm;
  const heightMm = side ?? part.heightMm;
  return {
    work: workOf(part.is),
    name: part.name,
    is: part.is,
    round,
    xMm: roundMm(part.xMm - datum.xMm + (part.widthMm - widthMm) / 2),
    yMm: roundMm(part.yMm - datum.yMm + (part.heightMm - heightMm) / 2),
    widthMm,
    heightMm,
  };
}

function workOf(is: FacePart['is']): PlanWork {
  return WORK.get(is) ?? 'opening';
}

/** What is no opening. */
const WORK: ReadonlyMap<FacePart['is'], PlanWork> = new Map([
  ['vent', 'vent'],
  ['fan', 'vent'],
  ['handle', 'mark'],
  ['blank', 'mark'],
  ['label', 'print'],
]);

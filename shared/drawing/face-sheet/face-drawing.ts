/** A face at full size for the workshop: outline, holes, cut-outs and marks, with or without dimensions. */
import { cutRuns } from '../../faceplate/cut-runs.ts';
import {
  type FacePlan,
  facePlan,
  PANEL_HOLE_MM,
  type PlanPart,
} from '../../faceplate/face-plan.ts';
import type { DeviceType } from '../../model/device-type.ts';
import type { Face } from '../../model/face.ts';
import type { Box } from '../../model/rack-geometry.ts';
import type { Surface } from '../surface.ts';
import { textWidthMm } from '../text-fit.ts';
import { dimensionsOf, paintDimensions } from './dimensions.ts';
import { faceLetters, LINES } from './lines.ts';

/** A picture at full size: a millimetre on paper is one of the thing. */
export interface FullSize {
  /** What it takes, mm. */
  readonly box: Box;
  readonly paint: (surface: Surface) => void;
}

/** The datum is the origin; the box holds the outline and what stands beside it. */
export interface FaceDrawing extends FullSize {
  readonly plan: FacePlan;
}

/** Beside an outline without dimensions: half of its line, and what a plotter leaves. */
const BARE_MARGIN_MM = 2;

/** The drawing of one face of a type. */
export function faceDrawing(
  type: DeviceType,
  face: Face,
  { dimensions }: { readonly dimensions: boolean },
): FaceDrawing {
  const plan = facePlan(type, face);
  const measured = dimensions ? dimensionsOf(plan, cutRuns(cutParts(plan))) : null;
  const { left, top, right, bottom } = measured?.margins ?? {
    left: BARE_MARGIN_MM,
    top: BARE_MARGIN_MM,
    right: BARE_MARGIN_MM,
    bottom: BARE_MARGIN_MM,
  };
  return {
    plan,
    box: {
      x: -left,
      y: -top,
      width: left + plan.widthMm + right,
      height: top + plan.heightMm + bottom,
    },
    paint: (surface) => {
      paintPlan(surface, plan);
      if (measured) paintDimensions(surface, plan, measured);
    },
  };
}

/** What is made by a machine: cut-outs and vents. */
export function cutParts(plan: FacePlan): PlanPart[] {
  return plan.parts.filter(({ work }) => work === 'opening' || work === 'vent');
}

function paintPlan(surface: Surface, plan: FacePlan): void {
  const { widthMm, heightMm, earMm } = plan;
  surface.rect(0, 0, widthMm, heightMm, LINES.outline);
  if (earMm > 0) {
    for (const x of [earMm, widthMm - earMm]) surface.line([x, 0, x, heightMm], LINES.ear);
  }
  for (const part of plan.parts) paintPart(surface, part);
  for (const { xMm, yMm } of plan.holes) {
    surface.circle(xMm, yMm, PANEL_HOLE_MM / 2, LINES.hole);
    paintCross(surface, xMm, yMm, PANEL_HOLE_MM / 2 + 1.2);
  }
  for (const { xMm, yMm } of plan.railHoles) paintCross(surface, xMm, yMm, 1.2);
}

function paintCross(surface: Surface, x: number, y: number, arm: number): void {
  surface.line([x - arm, y, x + arm, y], LINES.centre);
  surface.line([x, y - arm, x, y + arm], LINES.centre);
}

function paintPart(surface: Surface, part: PlanPart): void {
  const { xMm: x, yMm: y, widthMm: w, heightMm: h } = part;
  switch (part.work) {
    case 'opening':
      if (part.round) surface.circle(x + w / 2, y + h / 2, w / 2, LINES.opening);
      else surface.rect(x, y, w, h, LINES.opening);
      paintName(surface, part);
      return;
    case 'vent':
      surface.rect(x, y, w, h, LINES.vent);
      paintPerforation(surface, part);
      return;
    case 'mark':
      surface.rect(x, y, w, h, LINES.mark);
      return;
    case 'print':
      paintWords(surface, part, PRINT_SIZES_MM);
      return;
    default:
      part.work satisfies never;
  }
}

/** Sizes of lettering, the largest that fits is taken. Below 1.6 mm nobody reads it at arm's length. */
const NAME_SIZES_MM = [2.6, 2.2, 1.9, 1.6] as const;
/** As the painter of faces prints labels. */
const PRINT_SIZES_MM = [12, 8, 5, 3] as const;

/** The name of an opening in it, where it fits whole, lying or upright. */
function paintName(surface: Surface, part: PlanPart): void {
  const { xMm: x, yMm: y, widthMm: w, heightMm: h, name } = part;
  if (name === '') return;
  for (const turned of [false, true]) {
    const [along, across] = turned ? [h, w] : [w, h];
    for (const size of NAME_SIZES_MM) {
      const style = faceLetters(size);
      if (textWidthMm(name, style) > along - 1 || size > across - 0.6) continue;
      const words = (): void => surface.text(0, 0, name, style);
      surface.at(x + w / 2, y + h / 2, words, turned);
      return;
    }
  }
}

function paintWords(surface: Surface, part: PlanPart, sizes: readonly number[]): void {
  const { xMm: x, yMm: y, widthMm: w, heightMm: h, name } = part;
  const size = sizes.find((mm) => mm <= h * 0.8) ?? 3;
  surface.text(x + w / 2, y + h / 2, name, faceLetters(size), w);
}

const STROKE_PITCH_MM = 4;

/** Slanted strokes: an area that is perforated. Not the pattern itself, which the type does not hold. */
function paintPerforation(surface: Surface, { xMm, yMm, widthMm, heightMm }: PlanPart): void {
  for (let at = STROKE_PITCH_MM; at < widthMm + heightMm; at += STROKE_PITCH_MM) {
    const low = Math.max(0, at - widthMm);
    const high = Math.min(at, heightMm);
    surface.line([xMm + at - low, yMm + low, xMm + at - high, yMm + high], LINES.perforation);
  }
}

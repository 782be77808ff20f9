/** A face as DXF for a machine: what is cut, drilled, perforated and printed, each on its own layer. */
import {
  type FacePlan,
  facePlan,
  PANEL_HOLE_MM,
  type PlanPart,
} from '../../../shared/faceplate/face-plan.ts';
import { type DxfShape, dxfFile } from '../../../shared/formats/dxf/dxf.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { Face } from '../../../shared/model/face.ts';

/** `MARKS` is what lies on the panel and is not cut. */
const LAYERS = [
  { name: 'PANEL', colour: 7 },
  { name: 'HOLES', colour: 1 },
  { name: 'CUTOUTS', colour: 5 },
  { name: 'VENTS', colour: 3 },
  { name: 'MARKS', colour: 8 },
  { name: 'LABELS', colour: 2 },
] as const;
type Layer = (typeof LAYERS)[number]['name'];
type Shape = DxfShape<Layer>;

/** One face of a type as a DXF file: mm, the datum at the origin, y up, so the panel lies below the x axis. */
export function faceplateDxf(type: DeviceType, face: Face): string {
  const plan = facePlan(type, face);
  return dxfFile(LAYERS, [
    rectangle('PANEL', { xMm: 0, yMm: 0, widthMm: plan.widthMm, heightMm: plan.heightMm }),
    ...holes(plan),
    ...plan.parts.flatMap(partShapes),
  ]);
}

function holes(plan: FacePlan): Shape[] {
  const radius = PANEL_HOLE_MM / 2;
  return plan.holes.map(({ xMm, yMm }) => ({
    kind: 'circle',
    layer: 'HOLES',
    x: xMm,
    y: upwards(yMm),
    radius,
  }));
}

/** Faces count y downwards, DXF upwards. */
function upwards(mm: number): number {
  return 0 - mm;
}

type Rectangle = Pick<PlanPart, 'xMm' | 'yMm' | 'widthMm' | 'heightMm'>;

function rectangle(layer: Layer, { xMm, yMm, widthMm, heightMm }: Rectangle): Shape {
  const right = xMm + widthMm;
  const [top, low] = [upwards(yMm), upwards(yMm + heightMm)];
  const points = [xMm, top, right, top, right, low, xMm, low];
  return { kind: 'polyline', layer, points };
}

const LETTERING_MM = 2.5;

function partShapes(part: PlanPart): Shape[] {
  const x = part.xMm + part.widthMm / 2;
  const y = upwards(part.yMm + part.heightMm / 2);
  const words = (): Shape[] => {
    const height = Math.min(LETTERING_MM, part.heightMm * 0.6);
    return part.name === ''
      ? []
      : [{ kind: 'text', layer: 'LABELS', x, y, height, text: part.name }];
  };
  switch (part.work) {
    case 'opening': {
      if (!part.round) return [rectangle('CUTOUTS', part), ...words()];
      return [{ kind: 'circle', layer: 'CUTOUTS', x, y, radius: part.widthMm / 2 }];
    }
    case 'vent':
      return [rectangle('VENTS', part)];
    case 'mark':
      return [rectangle('MARKS', part)];
    case 'print':
      return words();
  }
}

/** The faces themselves, by the one painter, with the lines of the rack's units and the names of the faces. */
import { type Palette, paintDeviceType } from '../../shared/drawing/index.ts';
import { faceFrame } from '../../shared/faceplate/index.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import { say } from '../../shared/text/index.ts';
import { RACK_UNIT_MM } from '../../shared/units/length.ts';
import { type Ink, screenBox } from '../canvas/overlay/ink.ts';
import { CanvasSurface } from '../canvas/surface/canvas-surface.ts';
import { fontOf } from '../canvas/surface/text-widths.ts';
import { type FaceOnCanvas, toScreen } from '../editor/index.ts';

/** How the pictures behind the faces are found, and how the faces are painted. */
export interface FacePainting {
  readonly palette: Palette;
  readonly pixelRatio: number;
}

/** Room that the lines of the units take beside a face, px. */
const UNIT_LINE_PX = 14;

/** Paints one face where it lies. */
export function drawFace(
  ink: Ink,
  type: DeviceType,
  face: FaceOnCanvas,
  { palette, pixelRatio }: FacePainting,
): void {
  const { context, camera, widths } = ink;
  const corner = toScreen(camera, face);
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  const placement = {
    originX: Math.round(corner.x * pixelRatio),
    originY: Math.round(corner.y * pixelRatio),
    pxPerMm: camera.zoom * pixelRatio,
  };
  const surface = new CanvasSurface(context, placement, { widths });
  const options = {
    palette,
    // However far out, openings stay openings: this is the drawing of a face.
    pxPerMm: Math.max(1, camera.zoom),
    showLabels: true,
    showCables: false,
  };
  paintDeviceType(surface, type, face.face, options);
  context.restore();
}

/** The units of the rack beside a face: a line at each boundary, its number in the middle. */
export function drawUnits(ink: Ink, type: DeviceType, face: FaceOnCanvas): void {
  if (type.heightU === 0) return;
  const { context, camera, tokens } = ink;
  const box = screenBox(ink, face);
  const { ears, opening } = faceFrame(type, face.face);
  const body =
    ears.length > 0
      ? box
      : screenBox(ink, { ...opening, x: face.x + opening.x, y: face.y + opening.y });
  context.strokeStyle = tokens.hatch;
  context.lineWidth = 1;
  context.font = fontOf(10, 'regular');
  context.fillStyle = tokens.textMuted;
  context.textAlign = 'left';
  const units = Math.ceil(type.heightU);
  for (let unit = 0; unit <= units; unit += 1) {
    const mm = Math.max(0, face.height - unit * RACK_UNIT_MM);
    const y = Math.round((face.y + mm - camera.y) * camera.zoom) + 0.5;
    context.beginPath();
    context.moveTo(box.x + box.width + 4, y);
    context.lineTo(box.x + box.width + 4 + UNIT_LINE_PX, y);
    if (unit > 0 && unit < type.heightU) {
      context.setLineDash([6, 4]);
      context.moveTo(body.x, y);
      context.lineTo(body.x + body.width, y);
    }
    context.stroke();
    context.setLineDash([]);
    const middle = y + (Math.min(1, type.heightU - unit + 1) * RACK_UNIT_MM * camera.zoom) / 2;
    if (unit > 0 && RACK_UNIT_MM * camera.zoom > 14) {
      context.fillText(
        say('editor.faceplate.unit', { u: unit }),
        box.x + box.width + 6,
        middle + 3.5,
      );
    }
  }
}

/** The name of the face above it. */
export function drawFaceName(ink: Ink, face: FaceOnCanvas): void {
  const { context, tokens } = ink;
  const box = screenBox(ink, face);
  context.font = fontOf(11, 'semibold');
  context.fillStyle = tokens.textMuted;
  context.textAlign = 'left';
  context.fillText(say(`panels.face.${face.face}`), box.x, box.y - 7);
}

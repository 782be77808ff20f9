/** The faces themselves, by the one painter, with the lines of the rack's units and the names of the faces. */

import { type Palette, paintDeviceType } from '../../shared/drawing/index.ts';
import { paintTracedFace } from '../../shared/drawing/traced-face.ts';
import { faceFrame } from '../../shared/faceplate/index.ts';
import type { Backdrop, DeviceType } from '../../shared/model/device-type.ts';
import type { PictureId } from '../../shared/model/ids.ts';
import { faceHeightMm } from '../../shared/model/rack-geometry.ts';
import { isPluggable } from '../../shared/rules/port-lookup.ts';
import { say } from '../../shared/text/index.ts';
import { type Ink, screenBox } from '../canvas/overlay/ink.ts';
import { CanvasSurface, type Placement } from '../canvas/surface/canvas-surface.ts';
import { fontOf } from '../canvas/surface/text-widths.ts';
import { type FaceOnCanvas, toScreen } from '../editor/index.ts';

/** How the pictures behind the faces are found, and how the faces are painted. */
export interface FacePainting {
  readonly palette: Palette;
  readonly pixelRatio: number;
  /** A decoded picture; null for one that is not there, or not yet. */
  readonly bitmapOf: (id: PictureId) => ImageBitmap | null;
  /** How strongly pictures show, 0..1. */
  readonly opacity: number;
}

/** Room that the lines of the units take beside a face, px. */
const UNIT_LINE_PX = 14;

/** Paints one face where it lies. */
export function drawFace(
  ink: Ink,
  type: DeviceType,
  face: FaceOnCanvas,
  { palette, pixelRatio, bitmapOf, opacity }: FacePainting,
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
  const traced = type.backdrops.filter(({ area }) => area.face === face.face);
  if (traced.length === 0) paintDeviceType(surface, type, face.face, options);
  else {
    const heightMm = faceHeightMm(type);
    const drawn = { palette, type, face: face.face, detail: 'full', heightMm, x: 0, y: 0 } as const;
    paintTracedFace(surface, drawn, () => {
      context.globalAlpha = opacity;
      for (const backdrop of traced) {
        drawBackdrop(context, backdrop, bitmapOf(backdrop.pictureId), placement);
      }
      context.globalAlpha = 1;
    });
  }
  context.restore();
}

/** The part of a picture that is used, where it lies on the face. */
function drawBackdrop(
  context: CanvasRenderingContext2D,
  { area, crop }: Backdrop,
  bitmap: ImageBitmap | null,
  { originX, originY, pxPerMm }: Placement,
): void {
  if (!bitmap) return;
  const { width, height } = bitmap;
  context.drawImage(
    bitmap,
    crop.left * width,
    crop.top * height,
    (crop.right - crop.left) * width,
    (crop.bottom - crop.top) * height,
    originX + area.xMm * pxPerMm,
    originY + area.yMm * pxPerMm,
    area.widthMm * pxPerMm,
    area.heightMm * pxPerMm,
  );
}

/** The units of the rack beside a face: a line at each boundary, its number in the middle, counted from below. */
export function drawUnits(ink: Ink, type: DeviceType, face: FaceOnCanvas): void {
  const { context, camera, tokens } = ink;
  const { ears, opening, unitLinesMm } = faceFrame(type, face.face);
  const box = screenBox(ink, face);
  const body =
    ears.length > 0
      ? box
      : screenBox(ink, { ...opening, x: face.x + opening.x, y: face.y + opening.y });
  const ys = unitLinesMm.map((mm) => Math.round((face.y + mm - camera.y) * camera.zoom) + 0.5);
  const right = box.x + box.width;
  context.strokeStyle = tokens.hatch;
  context.lineWidth = 1;
  context.font = fontOf(10, 'regular');
  context.fillStyle = tokens.textMuted;
  context.textAlign = 'left';
  for (const [index, y] of ys.entries()) {
    const isBetween = index > 0 && index < ys.length - 1;
    context.setLineDash([]);
    stroke(context, right + 4, right + 4 + UNIT_LINE_PX, y);
    context.setLineDash([6, 4]);
    if (isBetween) stroke(context, body.x, body.x + body.width, y);
    const below = ys[index + 1];
    if (below === undefined || below - y < UNIT_NUMBER_PX) continue;
    const u = ys.length - 1 - index;
    context.fillText(say('editor.faceplate.unit', { u }), right + 6, (y + below) / 2 + 3.5);
  }
  context.setLineDash([]);
}

/** Units lower than this bear no number, px. */
const UNIT_NUMBER_PX = 14;

function stroke(context: CanvasRenderingContext2D, from: number, to: number, y: number): void {
  context.beginPath();
  context.moveTo(from, y);
  context.lineTo(to, y);
  context.stroke();
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

/** Lettering of the names in the openings, px: as large as it fits, and not at all below the smallest. */
const NAME_PX = { most: 13, least: 7, pad: 3 } as const;

/** The names of the openings that take a plug, where one can read them: an aid for numbering that is not printed. */
export function drawCageNames(ink: Ink, type: DeviceType, face: FaceOnCanvas): void {
  const { context, camera, tokens, widths } = ink;
  context.fillStyle = tokens.cageRim;
  context.textAlign = 'center';
  for (const cage of type.cages) {
    if (cage.face !== face.face || !isPluggable(cage.formFactor)) continue;
    const width = cage.widthMm * camera.zoom - 2 * NAME_PX.pad;
    const ems = widths.widthEm(cage.name, 'regular');
    const size = Math.min(NAME_PX.most, width / ems, cage.heightMm * camera.zoom * 0.5);
    if (ems === 0 || size < NAME_PX.least) continue;
    const { x, y } = toScreen(camera, { x: face.x + cage.xMm, y: face.y + cage.yMm });
    context.font = fontOf(size, 'regular');
    context.fillText(
      cage.name,
      x + (cage.widthMm * camera.zoom) / 2,
      y + (cage.heightMm * camera.zoom) / 2 + size * 0.36,
    );
  }
  context.textAlign = 'left';
}

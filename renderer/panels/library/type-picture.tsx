import { useLayoutEffect, useRef } from 'react';
import { faceSizeMm, paintDeviceType, paletteFor } from '../../../shared/drawing/index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { Face } from '../../../shared/model/records.ts';
import { CanvasSurface } from '../../canvas/surface/canvas-surface.ts';
import { canvasMeasure, createTextWidths } from '../../canvas/surface/text-widths.ts';
import { useScheme } from '../scheme.ts';

interface TypePictureProps {
  readonly type: DeviceType;
  readonly face: Face;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Level of detail of a picture, px/mm: openings and vents are drawn however small the picture is. */
const LEAST_DETAIL = 0.9;
/** Painted at twice the screen's own dots at least and then scaled down: openings of a pixel stay openings. */
const DOTS_PER_PX = 2;

/** A face of a type by the same painter as the drawing, at the size given. */
export function TypePicture({ type, face, widthPx, heightPx }: TypePictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useScheme();
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const dots = DOTS_PER_PX * Math.max(1, window.devicePixelRatio);
    context.canvas.width = Math.round(widthPx * dots);
    context.canvas.height = Math.round(heightPx * dots);
    const pxPerMm = (widthPx * dots) / faceSizeMm(type).width;
    const widths = createTextWidths(canvasMeasure(context));
    const surface = new CanvasSurface(context, { originX: 0, originY: 0, pxPerMm }, { widths });
    paintDeviceType(surface, type, face, {
      palette: paletteFor(scheme),
      pxPerMm: Math.max(LEAST_DETAIL, pxPerMm),
      showLabels: false,
      showCables: false,
    });
  }, [type, face, widthPx, heightPx, scheme]);
  return <canvas ref={canvas} style={{ width: widthPx, height: heightPx }} aria-hidden />;
}

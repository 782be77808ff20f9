import { useLayoutEffect, useRef } from 'react';
import { paintCables, paintRackFace, paletteFor } from '../../../shared/drawing/index.ts';
import { type Layout, layoutDesign } from '../../../shared/drawing/layout.ts';
import type { Design } from '../../../shared/model/design.ts';
import { buildSample } from '../../../shared/samples/index.ts';
import { CanvasSurface } from '../../canvas/surface/canvas-surface.ts';
import { canvasMeasure, createTextWidths } from '../../canvas/surface/text-widths.ts';
import { type Scheme, useScheme } from '../scheme.ts';

interface SamplePictureProps {
  readonly id: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Room around the racks, as a share of the picture. */
const MARGIN = 0.08;
/** Fewer racks than these are shown from both sides. */
const MANY_RACKS = 4;

/** A sample as it will look, small, by the same painter. */
export function SamplePicture({ id, widthPx, heightPx }: SamplePictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useScheme();
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const dots = Math.max(2, window.devicePixelRatio);
    context.canvas.width = widthPx * dots;
    context.canvas.height = heightPx * dots;
    paintDesign(context, buildSample(id), scheme);
  }, [id, widthPx, heightPx, scheme]);
  return <canvas ref={canvas} style={{ width: widthPx, height: heightPx }} aria-hidden />;
}

/** The whole design in the middle of the canvas. */
function paintDesign(context: CanvasRenderingContext2D, design: Design, scheme: Scheme): void {
  const layout = layoutDesign(design, design.racks.size > MANY_RACKS ? 'rear' : 'both');
  const place = placeOf(layout, context.canvas);
  const widths = createTextWidths(canvasMeasure(context));
  const surface = new CanvasSurface(context, place, { widths });
  const options = {
    palette: paletteFor(scheme),
    pxPerMm: place.pxPerMm,
    showLabels: false,
    showCables: true,
  };
  for (const face of layout.faces) {
    surface.at(face.x, face.y, () =>
      paintRackFace(surface, design, face.rackId, face.face, options),
    );
  }
  paintCables(surface, design, layout, options);
}

function placeOf({ faces }: Layout, { width, height }: HTMLCanvasElement) {
  const right = Math.max(...faces.map((face) => face.x + face.width));
  const top = Math.min(...faces.map((face) => face.y));
  const bottom = Math.max(...faces.map((face) => face.y + face.height));
  const room = 1 - 2 * MARGIN;
  const pxPerMm = Math.min((width * room) / right, (height * room) / (bottom - top));
  return {
    originX: (width - right * pxPerMm) / 2,
    originY: (height - (bottom - top) * pxPerMm) / 2 - top * pxPerMm,
    pxPerMm,
  };
}

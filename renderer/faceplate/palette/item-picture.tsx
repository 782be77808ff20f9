import { useLayoutEffect, useMemo, useRef } from 'react';
import {
  drawOpening,
  drawOpeningDetail,
  drawShape,
  drawShapeDetail,
} from '../../../shared/drawing/faceplate-parts.ts';
import { paletteFor } from '../../../shared/drawing/index.ts';
import { newType } from '../../../shared/faceplate/index.ts';
import { CanvasSurface } from '../../canvas/surface/canvas-surface.ts';
import { canvasMeasure, createTextWidths } from '../../canvas/surface/text-widths.ts';
import { type NewPart, sizeOfNew, withNewPart } from '../../editor/index.ts';
import { useScheme } from '../../panels/scheme.ts';

const WIDTH_PX = 44;
const HEIGHT_PX = 26;
/** All pictures are at one scale as far as they fit, px a mm: what is larger on a face is larger here. */
const SCALE = 1.6;

/** A part as the painter draws it, at the scale of its neighbours in the palette. */
export function ItemPicture({ part }: { readonly part: NewPart }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const scheme = useScheme();
  const drawn = useMemo(() => typeWith(part), [part]);
  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context) return;
    const { widthMm, heightMm } = sizeOfNew(part);
    const ratio = Math.max(1, devicePixelRatio);
    canvas.current.width = WIDTH_PX * ratio;
    canvas.current.height = HEIGHT_PX * ratio;
    const scale = Math.min(SCALE, (WIDTH_PX - 4) / widthMm, (HEIGHT_PX - 4) / heightMm) * ratio;
    const placement = {
      originX: (WIDTH_PX * ratio - widthMm * scale) / 2,
      originY: (HEIGHT_PX * ratio - heightMm * scale) / 2,
      pxPerMm: scale,
    };
    const widths = createTextWidths(canvasMeasure(context));
    const surface = new CanvasSurface(context, placement, { widths });
    const palette = paletteFor(scheme);
    context.clearRect(0, 0, canvas.current.width, canvas.current.height);
    for (const shape of drawn.shapes) {
      drawShape(surface, palette, shape);
      drawShapeDetail(surface, palette, shape);
    }
    for (const cage of drawn.cages) {
      drawOpening(surface, palette, cage);
      drawOpeningDetail(surface, palette, cage);
    }
  }, [drawn, part, scheme]);
  return <canvas ref={canvas} style={{ width: WIDTH_PX, height: HEIGHT_PX }} aria-hidden="true" />;
}

/** The part alone on a face; a bay is shown by its area. */
function typeWith(part: NewPart) {
  const words = { manufacturer: '', model: '', heightU: 1, width: 'full' } as const;
  const shown: NewPart =
    part.kind === 'bay' ? { ...part, kind: 'shape', shape: 'bay', text: '' } : part;
  let last = 0;
  const ids = (prefix: string): string => {
    last += 1;
    return `${prefix}-${last}`;
  };
  return withNewPart(newType('', words), shown, { face: 'front', xMm: 0, yMm: 0 }, ids).type;
}

import { useEffect, useRef } from 'react';
import type { DesignPicture } from '../../../shared/drawing/picture/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import { say } from '../../../shared/text/index.ts';
import { CanvasSurface } from '../../canvas/surface/canvas-surface.ts';
import { createPictureBitmaps } from '../../canvas/surface/picture-bitmaps.ts';
import { canvasMeasure, createTextWidths } from '../../canvas/surface/text-widths.ts';
import styles from './export-picture.module.css';

interface PicturePreviewProps {
  readonly design: Design;
  readonly picture: DesignPicture;
}

/** The room that a picture is fitted into, px. */
const ROOM = { width: 464, height: 384 } as const;
/** Milliseconds of a frame that painting may take: a hall is painted over several. */
const BUDGET_MS = 8;

/** The picture, small, by the painter that writes it. */
export function PicturePreview({ design, picture }: PicturePreviewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { box } = picture;
  const zoom = Math.min(ROOM.width / box.width, ROOM.height / box.height);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const stop = { frame: 0 };
    const bitmaps = createPictureBitmaps(() => start());
    const dots = Math.max(1, window.devicePixelRatio);
    const start = (): void => {
      cancelAnimationFrame(stop.frame);
      context.canvas.width = Math.round(box.width * zoom * dots);
      context.canvas.height = Math.round(box.height * zoom * dots);
      const pxPerMm = zoom * dots;
      const placement = { originX: -box.x * pxPerMm, originY: -box.y * pxPerMm, pxPerMm };
      const widths = createTextWidths(canvasMeasure(measuringContext()));
      const imageOf = (id: string): ImageBitmap | null => {
        const held = design.pictures.get(id);
        return held ? bitmaps.of(held) : null;
      };
      const surface = new CanvasSurface(context, placement, { widths, imageOf });
      const pieces = picture.paint(surface, pxPerMm);
      const goOn = (): void => {
        const until = performance.now() + BUDGET_MS;
        while (performance.now() < until) if (pieces.next().done === true) return;
        stop.frame = requestAnimationFrame(goOn);
      };
      goOn();
    };
    start();
    return () => {
      cancelAnimationFrame(stop.frame);
      bitmaps.close();
    };
  }, [design, picture, box, zoom]);
  const size = { width: Math.round(box.width * zoom), height: Math.round(box.height * zoom) };
  return (
    <div className={styles.sheet}>
      <canvas ref={canvas} style={size} role="img" aria-label={say('app.picture.preview')} />
    </div>
  );
}

/** Texts are measured on a context of their own: measuring sets its font. */
function measuringContext(): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('this window cannot draw on a canvas');
  return context;
}

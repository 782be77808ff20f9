/** What is behind the Konva stage of a faceplate: what to draw, and when. Lives as long as the view is shown. */
import type Konva from 'konva';
import { type Palette, paletteFor } from '../../shared/drawing/index.ts';
import type { PictureId } from '../../shared/model/ids.ts';
import { windowTokens } from '../../shared/theme/tokens.ts';
import type { Ink } from '../canvas/overlay/ink.ts';
import { createFrameLoop, type FrameLoop } from '../canvas/scene/frame-loop.ts';
import { createPictureBitmaps, type PictureBitmaps } from '../canvas/surface/picture-bitmaps.ts';
import { canvasMeasure, createTextWidths } from '../canvas/surface/text-widths.ts';
import { type Editor, facesOnCanvas, type PartKey, type Size, shownType } from '../editor/index.ts';
import { drawCageNames, drawFace, drawFaceName, drawUnits } from './draw-faces.ts';
import { drawFaceGesture, drawMeasured, drawParts, type MarkTone } from './draw-parts.ts';
import { drawRulers } from './rulers.ts';

const NO_MARKS: ReadonlyMap<PartKey, MarkTone> = new Map();

export class FaceplateStage {
  private readonly editor: Editor;
  private readonly widths = createTextWidths(canvasMeasure(measuringContext()));
  private readonly frames: FrameLoop;
  private bitmaps: PictureBitmaps;
  private layer: Konva.Layer | null = null;
  private palette: Palette = paletteFor('light');
  private marks = NO_MARKS;
  private showFocus = false;
  private size: Size = { width: 0, height: 0 };

  constructor(editor: Editor) {
    this.editor = editor;
    this.frames = createFrameLoop(() => this.frame());
    this.bitmaps = createPictureBitmaps(this.redraw);
  }

  /** Begins to draw on the layer; returns how to stop. */
  attach(layer: Konva.Layer): () => void {
    this.layer = layer;
    this.bitmaps = createPictureBitmaps(this.redraw);
    const redraw = (): void => this.redraw();
    const stops = [this.editor.subscribe(redraw)];
    document.fonts.addEventListener('loadingdone', redraw);
    redraw();
    return () => {
      for (const stop of stops) stop();
      document.fonts.removeEventListener('loadingdone', redraw);
      this.frames.stop();
      this.bitmaps.close();
      this.layer = null;
    };
  }

  show(scheme: 'light' | 'dark', marks: ReadonlyMap<PartKey, MarkTone>): void {
    this.palette = paletteFor(scheme);
    this.marks = marks;
    this.redraw();
  }

  setFocusShown(shown: boolean): void {
    if (shown === this.showFocus) return;
    this.showFocus = shown;
    this.redraw();
  }

  /** Draws again on a layer of another size: it is empty. */
  resized(size: Size): void {
    if (size.width === this.size.width && size.height === this.size.height) return;
    this.size = size;
    this.redraw();
  }

  private readonly redraw = (): void => this.frames.request();

  readonly draw = (context: Konva.Context): void => {
    const { editor, palette, widths, marks, showFocus } = this;
    const { camera, viewport, design, faceplate, pointer } = editor.state;
    if (!faceplate) return;
    const raw = context._context;
    const ink: Ink = { context: raw, camera, viewport, palette, tokens: palette.tokens, widths };
    raw.fillStyle = palette.tokens.background;
    raw.fillRect(0, 0, viewport.width, viewport.height);
    const type = shownType(design, faceplate);
    const faces = facesOnCanvas(type, faceplate.faces);
    const painting = {
      palette,
      pixelRatio: devicePixelRatio,
      bitmapOf: (id: PictureId) => {
        const picture = design.pictures.get(id);
        return picture ? this.bitmaps.of(picture) : null;
      },
      opacity: faceplate.backdropOpacity,
    };
    for (const face of faces) {
      drawFace(ink, type, face, painting);
      drawCageNames(ink, type, face);
      drawUnits(ink, type, face);
      drawFaceName(ink, face);
    }
    drawParts(ink, editor, faceplate, { marks, showFocus });
    drawMeasured(ink, type, faces, faceplate.measuring);
    drawFaceGesture(ink, editor);
    const scheme = palette.scheme === 'dark' ? 'dark' : 'light';
    drawRulers(ink, faces, pointer, windowTokens(scheme).surfaceChrome);
  };

  private frame(): boolean {
    this.layer?.drawScene();
    return false;
  }
}

function measuringContext(): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('this window cannot draw on a canvas');
  return context;
}

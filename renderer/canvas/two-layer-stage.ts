/**
 * What is behind a Konva stage of two layers: a drawing that is painted in slices, an overlay that is drawn when it
 * shows something, and when to draw either. Lives as long as the stage is in the page.
 */
import type Konva from 'konva';
import { type Palette, paletteFor } from '../../shared/drawing/index.ts';
import type { Editor, Size } from '../editor/index.ts';
import { createFrameLoop, type FrameLoop } from './scene/frame-loop.ts';
import type { FrameOutcome } from './scene/picture.ts';
import { canvasMeasure, createTextWidths } from './surface/text-widths.ts';

export type Scheme = 'light' | 'dark';

export interface StageLayers {
  /** Everything that stands in the design. */
  readonly drawing: Konva.Layer;
  /** What moves over it. */
  readonly overlay: Konva.Layer;
}

/** The drawing below the overlay. */
interface LayerScene {
  invalidate(): void;
  frame(): FrameOutcome;
  draw(context: CanvasRenderingContext2D): void;
}

export abstract class TwoLayerStage {
  protected readonly editor: Editor;
  protected readonly widths = createTextWidths(canvasMeasure(measuringContext()));
  protected readonly frames: FrameLoop;
  protected palette: Palette = paletteFor('light');
  protected showFocus = false;
  protected abstract readonly scene: LayerScene;
  private layers: StageLayers | null = null;
  private overlayEmpty = false;
  private size: Size = { width: 0, height: 0 };

  constructor(editor: Editor) {
    this.editor = editor;
    this.frames = createFrameLoop(() => this.frame());
  }

  /** Has the scene take what it is to show from now on. */
  protected abstract update(): void;

  protected abstract isOverlayEmpty(): boolean;

  /** What else is followed while it is in the page; each answers with how to stop. */
  protected follow(): readonly (() => void)[] {
    return [];
  }

  /** Begins to draw on these layers; returns how to stop. */
  attach(layers: StageLayers): () => void {
    this.layers = layers;
    const stops = [
      this.editor.subscribe(() => this.frames.request()),
      ...this.follow(),
      this.redrawWhenFontsCome(),
      this.redrawWhenPixelsChange(),
    ];
    this.frames.request();
    return () => {
      for (const stop of stops) stop();
      this.frames.stop();
      this.layers = null;
    };
  }

  /** Shows or hides the ring of the keyboard's focus. */
  setFocusShown(shown: boolean): void {
    if (shown === this.showFocus) return;
    this.showFocus = shown;
    this.frames.request();
  }

  /** Draws again on layers of another size: they are empty. */
  resized(size: Size): void {
    if (size.width === this.size.width && size.height === this.size.height) return;
    this.size = size;
    this.redraw();
  }

  readonly drawScene = (context: Konva.Context): void => {
    // Konva scales its contexts to CSS pixels; the scene counts in the screen's own.
    const raw = context._context;
    raw.save();
    raw.setTransform(1, 0, 0, 1, 0, 0);
    this.scene.draw(raw);
    raw.restore();
  };

  protected redraw(): void {
    this.scene.invalidate();
    this.overlayEmpty = false;
    this.frames.request();
  }

  private frame(): boolean {
    const { layers } = this;
    if (!layers) return false;
    this.update();
    const { changed, more } = this.scene.frame();
    if (changed) layers.drawing.drawScene();
    this.frameOverlay(layers.overlay);
    return more;
  }

  /** An overlay that shows nothing, and showed nothing, costs nothing. */
  private frameOverlay(layer: Konva.Layer): void {
    const empty = this.isOverlayEmpty();
    if (!empty || !this.overlayEmpty) layer.drawScene();
    this.overlayEmpty = empty;
  }

  /** Texts are measured and drawn in the fonts that are there; the window's own come a little later. */
  private redrawWhenFontsCome(): () => void {
    const redraw = (): void => {
      this.widths.clear();
      this.redraw();
    };
    document.fonts.addEventListener('loadingdone', redraw);
    for (const weight of [400, 600]) {
      void document.fonts.load(`${weight} 12px Inter`).then(redraw, redraw);
    }
    return () => document.fonts.removeEventListener('loadingdone', redraw);
  }

  /** The window came to a screen of another density. */
  private redrawWhenPixelsChange(): () => void {
    const stop = new AbortController();
    const watch = (): void => {
      const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
      query.addEventListener('change', changed, { once: true, signal: stop.signal });
    };
    const changed = (): void => {
      for (const layer of Object.values(this.layers ?? {}) as Konva.Layer[]) {
        layer.getCanvas().setPixelRatio(devicePixelRatio);
      }
      this.redraw();
      watch();
    };
    watch();
    return () => stop.abort();
  }
}

function measuringContext(): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('this window cannot draw on a canvas');
  return context;
}

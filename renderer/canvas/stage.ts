/**
 * What is behind the Konva stage: the scene, its frames, and who must be told when something changes. Lives as
 * long as the canvas is in the page.
 */
import type Konva from 'konva';
import type { Analysis } from '../../shared/analysis/types.ts';
import { type Palette, paletteFor } from '../../shared/drawing/index.ts';
import type { OverlayLens } from '../../shared/drawing/overlays/lens.ts';
import type { CableId } from '../../shared/model/ids.ts';
import { type Editor, type Size, shownCables } from '../editor/index.ts';
import { drawOverlayShape, isOverlayEmpty, type OverlayShape } from './overlay/draw-overlay.ts';
import { DRAWN_CABLES } from './scene/cable-lines.ts';
import { createFrameLoop, type FrameLoop } from './scene/frame-loop.ts';
import { Scene, type SceneState } from './scene/scene.ts';
import { createPictureBitmaps, type PictureBitmaps } from './surface/picture-bitmaps.ts';
import { canvasMeasure, createTextWidths } from './surface/text-widths.ts';

export type Scheme = 'light' | 'dark';

export interface StageLayers {
  /** Racks, devices, ports and cables: everything that stands in the design. */
  readonly drawing: Konva.Layer;
  /** What moves over it. */
  readonly overlay: Konva.Layer;
}

export class CanvasStage {
  private readonly editor: Editor;
  private readonly widths = createTextWidths(canvasMeasure(measuringContext()));
  private readonly frames: FrameLoop;
  private readonly bitmaps: PictureBitmaps;
  private readonly scene: Scene;
  private layers: StageLayers | null = null;
  private palette: Palette = paletteFor('light');
  private analysis: Analysis | null = null;
  private lens: OverlayLens | null = null;
  private showFocus = false;
  private overlayEmpty = false;
  private size: Size = { width: 0, height: 0 };

  constructor(editor: Editor) {
    this.editor = editor;
    this.bitmaps = createPictureBitmaps(() => this.redraw());
    this.scene = new Scene(this.sceneState(), this.widths, this.bitmaps);
    this.frames = createFrameLoop(() => this.frame());
  }

  /** Begins to draw on these layers; returns how to stop. */
  attach(layers: StageLayers): () => void {
    this.layers = layers;
    this.editor.cableGeometry = {
      ...DRAWN_CABLES,
      isShown: (id) => this.shownCables()?.has(id) ?? true,
    };
    const stops = [
      this.editor.subscribe(() => this.frames.request()),
      this.editor.onDesignChange(({ racks }) => this.scene.touch(racks)),
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

  show(analysis: Analysis | null, lens: OverlayLens | null, scheme: Scheme): void {
    this.analysis = analysis;
    this.lens = lens;
    this.palette = paletteFor(scheme);
    this.frames.request();
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

  drawOverlay(shape: OverlayShape, context: Konva.Context): void {
    const { editor, palette, widths, showFocus, lens } = this;
    const inputs = { editor, palette, widths, showFocus, lens };
    drawOverlayShape(shape, context._context, inputs, devicePixelRatio);
  }

  private redraw(): void {
    this.scene.invalidate();
    this.overlayEmpty = false;
    this.frames.request();
  }

  private frame(): boolean {
    const { layers } = this;
    if (!layers) return false;
    this.scene.update(this.sceneState());
    const { changed, more } = this.scene.frame();
    if (changed) layers.drawing.drawScene();
    this.frameOverlay(layers.overlay);
    return more;
  }

  /** An overlay that shows nothing, and showed nothing, costs nothing. */
  private frameOverlay(layer: Konva.Layer): void {
    const empty = isOverlayEmpty(this.editor, this.showFocus);
    if (!empty || !this.overlayEmpty) layer.drawScene();
    this.overlayEmpty = empty;
  }

  private shownCables(): ReadonlySet<CableId> | null {
    const { design, view } = this.editor.state;
    return shownCables(design, this.analysis, view.cableFilter);
  }

  private sceneState(): SceneState {
    const { design, camera, viewport, view, overlay, selection } = this.editor.state;
    return {
      design,
      layout: this.editor.layout,
      analysis: this.analysis,
      lens: this.lens,
      camera,
      viewport,
      pixelRatio: devicePixelRatio,
      palette: this.palette,
      view,
      lifted: overlay.liftedDevices,
      shownCables: this.shownCables(),
      selectedCables: selection.cables.size > 0 ? selection.cables : null,
    };
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

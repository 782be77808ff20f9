/** What is behind the Konva stage of the plan: the scene, its overlay, and when to draw. */
import type Konva from 'konva';
import type { Analysis } from '../../shared/analysis/types.ts';
import { type Palette, paletteFor } from '../../shared/drawing/index.ts';
import type { PlanLens } from '../../shared/drawing/overlays/plan-lens.ts';
import type { Ink } from '../canvas/overlay/ink.ts';
import { createFrameLoop, type FrameLoop } from '../canvas/scene/frame-loop.ts';
import { canvasMeasure, createTextWidths } from '../canvas/surface/text-widths.ts';
import { type Editor, type Size, visibleBox } from '../editor/index.ts';
import { drawPlanOverlay, isPlanOverlayEmpty } from './draw-plan-overlay.ts';
import { floorOptions, PlanScene, type PlanSceneState } from './plan-scene.ts';
import { planSeverities } from './plan-severities.ts';

export interface PlanLayers {
  readonly drawing: Konva.Layer;
  readonly overlay: Konva.Layer;
}

export class PlanStage {
  private readonly editor: Editor;
  private readonly widths = createTextWidths(canvasMeasure(measuringContext()));
  private readonly frames: FrameLoop;
  private readonly scene: PlanScene;
  private layers: PlanLayers | null = null;
  private palette: Palette = paletteFor('light');
  private analysis: Analysis | null = null;
  private lens: PlanLens | null = null;
  private severities: PlanSceneState['severities'] = new Map();
  private judged: { readonly design: object; readonly analysis: object | null } | null = null;
  private showFocus = false;
  private overlayEmpty = false;
  private size: Size = { width: 0, height: 0 };

  constructor(editor: Editor) {
    this.editor = editor;
    this.scene = new PlanScene(this.sceneState(), this.widths);
    this.frames = createFrameLoop(() => this.frame());
  }

  /** Begins to draw on these layers; returns how to stop. */
  attach(layers: PlanLayers): () => void {
    this.layers = layers;
    const redraw = (): void => {
      this.widths.clear();
      this.redraw();
    };
    const stop = this.editor.subscribe(() => this.frames.request());
    document.fonts.addEventListener('loadingdone', redraw);
    this.redraw();
    return () => {
      stop();
      document.fonts.removeEventListener('loadingdone', redraw);
      this.frames.stop();
      this.layers = null;
    };
  }

  show(analysis: Analysis | null, lens: PlanLens | null, scheme: 'light' | 'dark'): void {
    this.analysis = analysis;
    this.lens = lens;
    this.palette = paletteFor(scheme);
    this.frames.request();
  }

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
    const raw = context._context;
    raw.save();
    raw.setTransform(1, 0, 0, 1, 0, 0);
    this.scene.draw(raw);
    raw.restore();
  };

  readonly drawOverlay = (context: Konva.Context): void => {
    const { editor, palette, widths, showFocus } = this;
    const { camera, viewport } = editor.state.plan;
    const raw = context._context;
    const ink: Ink = { context: raw, camera, viewport, palette, tokens: palette.tokens, widths };
    const floor = floorOptions(this.sceneState(), camera.zoom, visibleBox(camera, viewport));
    drawPlanOverlay(ink, editor, { palette, pixelRatio: devicePixelRatio, floor, showFocus });
  };

  private redraw(): void {
    this.scene.invalidate();
    this.overlayEmpty = false;
    this.frames.request();
  }

  private frame(): boolean {
    const { layers } = this;
    if (!layers) return false;
    this.judge();
    this.scene.update(this.sceneState());
    const { changed, more } = this.scene.frame();
    if (changed) layers.drawing.drawScene();
    const empty = isPlanOverlayEmpty(this.editor, this.showFocus);
    if (!empty || !this.overlayEmpty) layers.overlay.drawScene();
    this.overlayEmpty = empty;
    return more;
  }

  /** What is found about the racks is looked up once for each design and analysis. */
  private judge(): void {
    const { design } = this.editor.state;
    const { analysis } = this;
    if (this.judged?.design === design && this.judged.analysis === analysis) return;
    this.judged = { design, analysis };
    this.severities = planSeverities(design, analysis);
  }

  private sceneState(): PlanSceneState {
    const { design, plan } = this.editor.state;
    return {
      design,
      camera: plan.camera,
      viewport: plan.viewport,
      pixelRatio: devicePixelRatio,
      palette: this.palette,
      lens: this.lens,
      lifted: plan.overlay.lifted,
      severities: this.severities,
    };
  }
}

function measuringContext(): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) throw new Error('this window cannot draw on a canvas');
  return context;
}

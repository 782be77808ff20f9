/** The stage of the plan: the floor, and what moves over it. */
import type Konva from 'konva';
import type { Analysis } from '../../shared/analysis/types.ts';
import { paletteFor } from '../../shared/drawing/index.ts';
import type { PlanLens } from '../../shared/drawing/overlays/plan-lens.ts';
import type { Ink } from '../canvas/overlay/ink.ts';
import { type Scheme, TwoLayerStage } from '../canvas/two-layer-stage.ts';
import { type Editor, visibleBox } from '../editor/index.ts';
import { drawPlanOverlay, isPlanOverlayEmpty } from './draw-plan-overlay.ts';
import { floorOptions, PlanScene, type PlanSceneState } from './plan-scene.ts';
import { planSeverities } from './plan-severities.ts';

export class PlanStage extends TwoLayerStage {
  protected readonly scene: PlanScene;
  private analysis: Analysis | null = null;
  private lens: PlanLens | null = null;
  private severities: PlanSceneState['severities'] = new Map();
  private judged: { readonly design: object; readonly analysis: object | null } | null = null;

  constructor(editor: Editor) {
    super(editor);
    this.scene = new PlanScene(this.sceneState(), this.widths);
  }

  show(analysis: Analysis | null, lens: PlanLens | null, scheme: Scheme): void {
    this.analysis = analysis;
    this.lens = lens;
    this.palette = paletteFor(scheme);
    this.frames.request();
  }

  readonly drawOverlay = (context: Konva.Context): void => {
    const { editor, palette, widths, showFocus } = this;
    const { camera, viewport } = editor.state.plan;
    const raw = context._context;
    const ink: Ink = { context: raw, camera, viewport, palette, tokens: palette.tokens, widths };
    const floor = floorOptions(this.sceneState(), camera.zoom, visibleBox(camera, viewport));
    drawPlanOverlay(ink, editor, { palette, pixelRatio: devicePixelRatio, floor, showFocus });
  };

  protected update(): void {
    this.judge();
    this.scene.update(this.sceneState());
  }

  protected isOverlayEmpty(): boolean {
    return isPlanOverlayEmpty(this.editor, this.showFocus);
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

/** The stage of the racks: everything that stands in them, and what moves over it. */
import type Konva from 'konva';
import type { Analysis } from '../../shared/analysis/types.ts';
import { paletteFor } from '../../shared/drawing/index.ts';
import type { OverlayLens } from '../../shared/drawing/overlays/lens.ts';
import type { CableId } from '../../shared/model/ids.ts';
import { type Editor, shownCables } from '../editor/index.ts';
import { drawOverlayShape, isOverlayEmpty, type OverlayShape } from './overlay/draw-overlay.ts';
import { DRAWN_CABLES } from './scene/cable-lines.ts';
import { Scene, type SceneState } from './scene/scene.ts';
import { createPictureBitmaps } from './surface/picture-bitmaps.ts';
import { type Scheme, TwoLayerStage } from './two-layer-stage.ts';

export class CanvasStage extends TwoLayerStage {
  protected readonly scene: Scene;
  private analysis: Analysis | null = null;
  private lens: OverlayLens | null = null;

  constructor(editor: Editor) {
    super(editor);
    const bitmaps = createPictureBitmaps(() => this.redraw());
    this.scene = new Scene(this.sceneState(), this.widths, bitmaps);
  }

  show(analysis: Analysis | null, lens: OverlayLens | null, scheme: Scheme): void {
    this.analysis = analysis;
    this.lens = lens;
    this.palette = paletteFor(scheme);
    this.frames.request();
  }

  drawOverlay(shape: OverlayShape, context: Konva.Context): void {
    const { editor, palette, widths, showFocus, lens } = this;
    const inputs = { editor, palette, widths, showFocus, lens };
    drawOverlayShape(shape, context._context, inputs, devicePixelRatio);
  }

  protected override follow(): readonly (() => void)[] {
    this.editor.cableGeometry = {
      ...DRAWN_CABLES,
      isShown: (id) => this.shownCables()?.has(id) ?? true,
    };
    return [this.editor.onDesignChange(({ racks }) => this.scene.touch(racks))];
  }

  protected update(): void {
    this.scene.update(this.sceneState());
  }

  protected isOverlayEmpty(): boolean {
    return isOverlayEmpty(this.editor, this.showFocus);
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
}

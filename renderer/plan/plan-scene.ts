/**
 * The plan below its overlay: one picture of the floor, painted by the painter that prints it. It knows what it shows
 * and has it painted again only when that is another; a camera that moves takes the picture along meanwhile.
 */
import { traySize } from '../../shared/analysis/assumed-inputs.ts';
import type { Severity } from '../../shared/analysis/types.ts';
import { drawFloorInPieces, type FloorOptions, type Palette } from '../../shared/drawing/index.ts';
import type { PlanLens } from '../../shared/drawing/overlays/plan-lens.ts';
import type { Design } from '../../shared/model/design.ts';
import type { RackId } from '../../shared/model/ids.ts';
import {
  type FrameOutcome,
  NOTHING_TO_DRAW,
  PAINT_BUDGET_MS,
  type PaintPieces,
  Picture,
  sameView,
  type View,
  viewOf,
} from '../canvas/scene/picture.ts';
import type { TextWidths } from '../canvas/surface/text-widths.ts';
import { type Camera, type Size, visibleBox } from '../editor/index.ts';

/** Everything the drawing depends on. */
export interface PlanSceneState {
  readonly design: Design;
  readonly camera: Camera;
  readonly viewport: Size;
  readonly pixelRatio: number;
  readonly palette: Palette;
  readonly lens: PlanLens | null;
  readonly lifted: ReadonlySet<RackId>;
  readonly severities: ReadonlyMap<RackId, Severity>;
}

export class PlanScene {
  private readonly picture: Picture;
  private state: PlanSceneState;
  private stale = true;
  private drawn: View | null = null;

  constructor(state: PlanSceneState, widths: TextWidths) {
    this.state = state;
    this.picture = new Picture({ widths });
  }

  update(next: PlanSceneState): void {
    const last = this.state;
    this.state = next;
    this.stale ||=
      next.palette !== last.palette ||
      next.lens !== last.lens ||
      next.lifted !== last.lifted ||
      next.severities !== last.severities ||
      !sameFloor(last.design, next.design);
  }

  invalidate(): void {
    this.stale = true;
    this.drawn = null;
  }

  /** Does one frame's share of painting. */
  frame(): FrameOutcome {
    const view = viewOf(this.state);
    if (view.width < 1 || view.height < 1) return NOTHING_TO_DRAW;
    const moved = this.drawn === null || !sameView(this.drawn, view);
    this.drawn = view;
    if (this.stale || (!this.picture.busy && !this.picture.isCurrent(view))) {
      this.stale = false;
      this.picture.begin(view, this.background, this.paint);
    }
    const painted = this.picture.advance(PAINT_BUDGET_MS);
    return { changed: moved || painted, more: !this.picture.isCurrent(view) };
  }

  draw(context: CanvasRenderingContext2D): void {
    this.picture.drawOn(context, viewOf(this.state), this.background);
  }

  private readonly paint: PaintPieces = (surface, view) => {
    const { design, viewport } = this.state;
    const visible = visibleBox(view.camera, viewport);
    const options = floorOptions(this.state, view.camera.zoom, visible);
    return drawFloorInPieces(surface, design, options);
  };

  private get background(): string {
    return this.state.palette.tokens.background;
  }
}

/** How the floor is drawn now. */
export function floorOptions(
  { design, palette, lens, lifted, severities }: PlanSceneState,
  pxPerMm: number,
  visible: NonNullable<FloorOptions['visible']>,
): FloorOptions {
  const trayMm = traySize(design.settings.inputs).width.value;
  const over = lens && {
    rackStep: (id: RackId) => lens.read(id)?.step,
    rackFigure: (id: RackId) => lens.read(id)?.figure ?? '',
    ...(lens.kind === 'trays' ? { pathwayFill: lens.pathwayFill } : {}),
  };
  return {
    palette,
    pxPerMm,
    visible,
    lifted,
    // Over the figures of an overlay a tray would only be in the way, but for that of the trays.
    ...(lens === null || lens.kind === 'trays' ? { assumedTrayMm: trayMm } : {}),
    ...(over ?? { severityOf: (id: RackId) => severities.get(id) ?? null }),
  };
}

function sameFloor(a: Design, b: Design): boolean {
  return (
    a.rows === b.rows &&
    a.racks === b.racks &&
    a.areas === b.areas &&
    a.pathways === b.pathways &&
    a.settings.rowPitchMm === b.settings.rowPitchMm &&
    a.settings.inputs === b.settings.inputs
  );
}

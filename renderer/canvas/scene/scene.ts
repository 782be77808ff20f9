/**
 * The drawing below the overlay: one picture of the racks, one of the cables. It knows what changed and has
 * only that painted again: a camera or a palette means a new picture, an edit means the racks it touches.
 */
import type { Analysis } from '../../../shared/analysis/types.ts';
import {
  type PaintOptions,
  type Palette,
  paintCablesInPieces,
  paintRackFace,
} from '../../../shared/drawing/index.ts';
import type { FacePlacement, Layout } from '../../../shared/drawing/layout.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { DeviceId, RackId } from '../../../shared/model/ids.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import { type Camera, type Size, type ViewState, visibleBox } from '../../editor/index.ts';
import type { CanvasSurface, SurfaceParts } from '../surface/canvas-surface.ts';
import { createSprites } from '../surface/sprites.ts';
import type { TextWidths } from '../surface/text-widths.ts';
import { type PaintPieces, Picture, type View } from './picture.ts';
import { rackNotes, racksNotedAnew, rackTitle } from './rack-notes.ts';
import { drawnBox, onFace, visibleFaces } from './visible-faces.ts';

/** Everything the drawing depends on. */
export interface SceneState {
  readonly design: Design;
  readonly layout: Layout;
  readonly analysis: Analysis | null;
  readonly camera: Camera;
  readonly viewport: Size;
  readonly pixelRatio: number;
  readonly palette: Palette;
  readonly view: ViewState;
  /** Devices that the overlay draws meanwhile. */
  readonly lifted: ReadonlySet<DeviceId>;
}

/** What a frame's painting came to. */
export interface FrameOutcome {
  /** Which pictures look different on screen now. */
  readonly changed: { readonly racks: boolean; readonly cables: boolean };
  /** Whether another frame is needed. */
  readonly more: boolean;
}

const NOTHING_TO_DRAW: FrameOutcome = { changed: { racks: false, cables: false }, more: false };

/** Milliseconds of a frame that painting may take; the rest is for moving bitmaps and for the window. */
const RACKS_BUDGET_MS = 6;
const CABLES_BUDGET_MS = 4;

export class Scene {
  private readonly racks: Picture;
  private readonly cables: Picture;
  private state: SceneState;
  private racksStale = true;
  private cablesStale = true;
  private readonly dirtyRacks = new Set<RackId>();
  private drawnView: View | null = null;

  constructor(state: SceneState, widths: TextWidths) {
    this.state = state;
    const parts: SurfaceParts = { widths, sprites: createSprites() };
    this.racks = new Picture(parts, false);
    this.cables = new Picture({ widths }, true);
  }

  /** Takes what is to be shown from now on. */
  update(next: SceneState): void {
    const last = this.state;
    if (next === last) return;
    this.state = next;
    const other =
      next.palette !== last.palette ||
      next.layout !== last.layout ||
      next.view.showCables !== last.view.showCables;
    if (other || next.view.showLabels !== last.view.showLabels) this.racksStale = true;
    if (other || !sameCabling(last.design, next.design)) this.cablesStale = true;
    if (next.lifted !== last.lifted) this.touchLifted(last.lifted, next);
    if (next.analysis !== last.analysis) this.touchNoted(last.analysis, next);
  }

  /** Has these racks painted again: an edit touched them. */
  touch(racks: Iterable<RackId>): void {
    for (const id of racks) this.dirtyRacks.add(id);
  }

  /** Has everything painted again: the fonts have come, or the window's pixels have changed. */
  invalidate(): void {
    this.racksStale = true;
    this.cablesStale = true;
  }

  /** Does one frame's share of painting. */
  frame(): FrameOutcome {
    const view = this.viewNow();
    if (view.width < 1 || view.height < 1) return NOTHING_TO_DRAW;
    const moved = this.drawnView === null || !sameView(this.drawnView, view);
    this.drawnView = view;
    const patched = this.startRacks(view);
    this.startCables(view);
    const racks = this.racks.advance(RACKS_BUDGET_MS);
    const cables = this.cables.advance(CABLES_BUDGET_MS);
    return {
      changed: { racks: moved || patched || racks, cables: moved || cables },
      more: !(this.isCurrent(this.racks, view) && this.isCurrent(this.cables, view)),
    };
  }

  drawRacks(context: CanvasRenderingContext2D): void {
    const view = this.viewNow();
    context.fillStyle = this.state.palette.tokens.background;
    context.fillRect(0, 0, view.width, view.height);
    this.racks.drawOn(context, view);
  }

  drawCables(context: CanvasRenderingContext2D): void {
    this.cables.drawOn(context, this.viewNow());
  }

  /** Primitives on screen, of racks and of cables. */
  get drawn(): { readonly racks: number; readonly cables: number } {
    return { racks: this.racks.drawn, cables: this.cables.drawn };
  }

  private viewNow(): View {
    const { camera, viewport, pixelRatio } = this.state;
    return {
      camera,
      width: Math.round(viewport.width * pixelRatio),
      height: Math.round(viewport.height * pixelRatio),
      pixelRatio,
    };
  }

  private isCurrent(picture: Picture, view: View): boolean {
    return !picture.busy && picture.shown !== null && sameView(picture.shown, view);
  }

  /** @returns whether the shown picture was changed in place */
  private startRacks(view: View): boolean {
    const dirty = this.dirtyRacks.size > 0;
    const patched = dirty && !this.racksStale && this.patchRacks();
    // A painting under way shows some of these racks as they were.
    if (dirty && this.racks.busy) this.racksStale = true;
    this.dirtyRacks.clear();
    const waits = !this.racks.busy && !this.isCurrent(this.racks, view);
    if (this.racksStale || waits) {
      this.racksStale = false;
      this.racks.begin(view, this.state.palette.tokens.background, this.paintRacks);
    }
    return patched;
  }

  private startCables(view: View): void {
    const waits = !this.cables.busy && !this.isCurrent(this.cables, view);
    if (!this.cablesStale && !waits) return;
    this.cablesStale = false;
    this.cables.begin(view, null, this.state.view.showCables ? this.paintCables : paintNothing);
  }

  private patchRacks(): boolean {
    const shown = this.racks.shown;
    if (!shown) return false;
    const box = visibleBox(shown.camera, this.state.viewport);
    const inView = visibleFaces(this.state.layout, box).filter((face) =>
      this.dirtyRacks.has(face.rackId),
    );
    if (inView.length === 0) return false;
    const { background } = this.state.palette.tokens;
    this.racks.patch(background, inView.map(drawnBox), (surface, view) =>
      this.paintFaces(surface, view, inView, box),
    );
    return true;
  }

  private readonly paintRacks: PaintPieces = (surface, view) => {
    const box = visibleBox(view.camera, this.state.viewport);
    return this.paintFaces(surface, view, visibleFaces(this.state.layout, box), box);
  };

  private *paintFaces(
    surface: CanvasSurface,
    view: View,
    faces: readonly FacePlacement[],
    box: Box,
  ): Generator<void> {
    const options = this.paintOptions(view);
    const { design } = this.state;
    const { rows } = rackNotes(this.state.analysis);
    for (const face of faces) {
      const rack = design.racks.get(face.rackId);
      if (!rack) continue;
      const row = rows.get(rack.id);
      const own = { ...options, title: rackTitle(rack, row), visible: onFace(box, face) };
      surface.at(face.x, face.y, () => paintRackFace(surface, design, rack.id, face.face, own));
      yield;
    }
  }

  private paintOptions(view: View): PaintOptions {
    const { palette, lifted, analysis, view: shown } = this.state;
    const { severities } = rackNotes(analysis);
    return {
      palette,
      pxPerMm: view.camera.zoom,
      showLabels: shown.showLabels,
      showCables: shown.showCables,
      lifted,
      severityOf: (id) => severities.get(id) ?? null,
    };
  }

  private readonly paintCables: PaintPieces = (surface, view) =>
    paintCablesInPieces(surface, this.state.design, this.state.layout, {
      palette: this.state.palette,
      pxPerMm: view.camera.zoom,
      visible: visibleBox(view.camera, this.state.viewport),
    });

  private touchLifted(before: ReadonlySet<DeviceId>, { lifted, design }: SceneState): void {
    for (const id of new Set([...before, ...lifted])) {
      const rackId = design.devices.get(id)?.rackId;
      if (rackId !== undefined && before.has(id) !== lifted.has(id)) this.dirtyRacks.add(rackId);
    }
  }

  private touchNoted(before: Analysis | null, { analysis, design }: SceneState): void {
    const anew = racksNotedAnew(
      rackNotes(before),
      rackNotes(analysis),
      (id) => design.devices.get(id)?.rackId,
    );
    this.touch(anew);
  }
}

function sameCabling(a: Design, b: Design): boolean {
  return (
    a.cables === b.cables &&
    a.devices === b.devices &&
    a.deviceTypes === b.deviceTypes &&
    a.racks === b.racks
  );
}

function sameView(a: View, b: View): boolean {
  const same = a.width === b.width && a.height === b.height && a.pixelRatio === b.pixelRatio;
  const { camera } = a;
  return (
    same && camera.x === b.camera.x && camera.y === b.camera.y && camera.zoom === b.camera.zoom
  );
}

const paintNothing: PaintPieces = () => [];

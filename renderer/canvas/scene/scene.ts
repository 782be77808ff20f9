/**
 * The drawing below the overlay: one picture of the racks with the cables over them. It knows what changed and
 * has only that painted again: another camera or palette means a new picture; an edit means the racks it
 * touches at once, and a new picture for cables that now go another way.
 */

import type { Analysis } from '../../../shared/analysis/types.ts';
import {
  type CableOptions,
  findCablesInPieces,
  type PaintOptions,
  type Palette,
  paintCablesInPieces,
  paintRackFace,
} from '../../../shared/drawing/index.ts';
import type { FacePlacement, Layout } from '../../../shared/drawing/layout.ts';
import type { OverlayLens } from '../../../shared/drawing/overlays/lens.ts';
import { paintRackOverlay } from '../../../shared/drawing/overlays/paint-overlay.ts';
import { boxAround } from '../../../shared/floor/plan-box.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { CableId, DeviceId, PictureId, RackId } from '../../../shared/model/ids.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import { type Camera, type Size, type ViewState, visibleBox } from '../../editor/index.ts';
import type { CanvasSurface } from '../surface/canvas-surface.ts';
import type { PictureBitmaps } from '../surface/picture-bitmaps.ts';
import { createSprites } from '../surface/sprites.ts';
import type { TextWidths } from '../surface/text-widths.ts';
import { racksReadAnew } from './overlay-changes.ts';
import {
  type FrameOutcome,
  NOTHING_TO_DRAW,
  PAINT_BUDGET_MS,
  type PaintPieces,
  Picture,
  sameView,
  type View,
  viewOf,
} from './picture.ts';
import { rackNotes, racksNotedAnew, rackTitle } from './rack-notes.ts';
import { drawnBox, onFace, visibleFaces } from './visible-faces.ts';

/** Everything the drawing depends on. */
export interface SceneState {
  readonly design: Design;
  readonly layout: Layout;
  readonly analysis: Analysis | null;
  /** What lies over the racks; null for nothing. */
  readonly lens: OverlayLens | null;
  readonly camera: Camera;
  readonly viewport: Size;
  readonly pixelRatio: number;
  readonly palette: Palette;
  readonly view: ViewState;
  /** Devices that the overlay draws meanwhile. */
  readonly lifted: ReadonlySet<DeviceId>;
  /** What the filter lets through; null for all. */
  readonly shownCables: ReadonlySet<CableId> | null;
  /** Cables that stand out from the others; null for none. */
  readonly selectedCables: ReadonlySet<CableId> | null;
}

/** More racks than these are painted with a new picture, not one by one. */
const MOST_PATCHED = 24;

/** What is looked for, and for which state of the drawing: for another one it begins anew, with what was found. */
interface Search {
  readonly design: Design;
  readonly layout: Layout;
  readonly shown: View;
  /** How many racks are painted again. */
  readonly racks: number;
  readonly pieces: Iterator<void>;
}

export class Scene {
  private readonly picture: Picture;
  private state: SceneState;
  private stale = true;
  private readonly dirtyRacks = new Set<RackId>();
  private drawnView: View | null = null;
  /** For the lines over racks that are to be painted again. */
  private search: Search | null = null;

  constructor(state: SceneState, widths: TextWidths, bitmaps: PictureBitmaps) {
    this.state = state;
    const imageOf = (id: PictureId): ImageBitmap | null => {
      const picture = this.state.design.pictures.get(id);
      return picture ? bitmaps.of(picture) : null;
    };
    this.picture = new Picture({ widths, sprites: createSprites(), imageOf });
  }

  /** Takes what is to be shown from now on. */
  update(next: SceneState): void {
    const last = this.state;
    this.state = next;
    this.stale ||=
      next.palette !== last.palette ||
      next.layout !== last.layout ||
      next.view.showCables !== last.view.showCables ||
      next.view.showLabels !== last.view.showLabels ||
      next.view.otherCables !== last.view.otherCables ||
      next.shownCables !== last.shownCables ||
      next.selectedCables !== last.selectedCables ||
      next.lens?.kind !== last.lens?.kind ||
      !sameCabling(last.design, next.design);
    if (next.lifted !== last.lifted) this.touchLifted(last.lifted, next);
    if (next.analysis !== last.analysis) this.touchNoted(last.analysis, next);
    if (next.lens !== last.lens) this.touchRead(last, next);
  }

  /** Has these racks painted again at once: an edit touched them. */
  touch(racks: Iterable<RackId>): void {
    for (const id of racks) this.dirtyRacks.add(id);
  }

  /** Has everything painted again: the fonts have come, or the window's pixels have changed. */
  invalidate(): void {
    this.stale = true;
    this.drawnView = null;
  }

  /** Does one frame's share of painting. */
  frame(): FrameOutcome {
    const view = viewOf(this.state);
    if (view.width < 1 || view.height < 1) return NOTHING_TO_DRAW;
    const moved = this.drawnView === null || !sameView(this.drawnView, view);
    this.drawnView = view;
    const isMany = this.dirtyRacks.size > MOST_PATCHED;
    const isDue = this.dirtyRacks.size > 0 && !isMany;
    const isFound = !isDue || this.findCables();
    const patched = isDue && isFound && this.patchRacks();
    // A painting under way shows some of these racks as they were.
    if (isMany || (isDue && isFound && this.picture.busy)) this.stale = true;
    if (isFound) this.dirtyRacks.clear();
    if (this.stale || (!this.picture.busy && !this.picture.isCurrent(view))) {
      this.stale = false;
      this.picture.begin(view, this.background, this.paintAll);
    }
    const painted = this.picture.advance(PAINT_BUDGET_MS);
    return {
      changed: moved || patched || painted,
      more: !isFound || !this.picture.isCurrent(view),
    };
  }

  draw(context: CanvasRenderingContext2D): void {
    this.picture.drawOn(context, viewOf(this.state), this.background);
  }

  private get background(): string {
    return this.state.palette.tokens.background;
  }

  /**
   * Looks, for one frame's share, for the lines over the racks that are painted again: in a large hall an edit of one
   * device leads to thousands of cables. Until they are found the racks stay as they were.
   * @returns whether all are found
   */
  private findCables(): boolean {
    const { shown } = this.picture;
    const { design, layout, view } = this.state;
    if (!shown || !view.showCables) return true;
    const visible = boxAround(this.dirtyFaces(shown).map(drawnBox));
    if (!visible) return true;
    const racks = this.dirtyRacks.size;
    let { search } = this;
    if (
      search?.design !== design ||
      search.layout !== layout ||
      search.shown !== shown ||
      search.racks !== racks
    ) {
      const within = { pxPerMm: shown.camera.zoom, visible };
      const pieces = findCablesInPieces(design, layout, within);
      this.search = search = { design, layout, shown, racks, pieces };
    }
    const until = performance.now() + PAINT_BUDGET_MS;
    while (search.pieces.next().done !== true) {
      if (performance.now() >= until) return false;
    }
    this.search = null;
    return true;
  }

  private dirtyFaces(shown: View): readonly FacePlacement[] {
    const box = visibleBox(shown.camera, this.state.viewport);
    return visibleFaces(this.state.layout, box).filter(({ rackId }) => this.dirtyRacks.has(rackId));
  }

  private patchRacks(): boolean {
    const { shown } = this.picture;
    if (!shown) return false;
    const box = visibleBox(shown.camera, this.state.viewport);
    const faces = this.dirtyFaces(shown);
    if (faces.length === 0) return false;
    const boxes = faces.map(drawnBox);
    this.picture.patch(this.background, boxes, (surface, view) =>
      this.paintWithin(surface, view, faces, boxAround(boxes) ?? box),
    );
    return true;
  }

  private readonly paintAll: PaintPieces = (surface, view) => {
    const box = visibleBox(view.camera, this.state.viewport);
    return this.paintWithin(surface, view, visibleFaces(this.state.layout, box), box);
  };

  private *paintWithin(
    surface: CanvasSurface,
    view: View,
    faces: readonly FacePlacement[],
    box: Box,
  ): Generator<void> {
    yield* this.paintFaces(surface, view, faces, box);
    const { design, layout, palette, lens } = this.state;
    if (this.state.view.showCables) {
      const meant = meantCables(this.state);
      const options = { palette, pxPerMm: view.camera.zoom, visible: box, ...meant };
      const judged = lens?.kind === 'reach' ? { stepOf: lens.cableStep } : {};
      yield* paintCablesInPieces(surface, design, layout, { ...options, ...judged });
    }
    if (lens) yield* this.paintOverlay(surface, view, faces, box, lens);
  }

  /** Over the cables: what they do to the air is read there. */
  private *paintOverlay(
    surface: CanvasSurface,
    view: View,
    faces: readonly FacePlacement[],
    box: Box,
    lens: OverlayLens,
  ): Generator<void> {
    const { design, palette, lifted } = this.state;
    const options = { palette, pxPerMm: view.camera.zoom, lifted };
    for (const face of faces) {
      const rack = design.racks.get(face.rackId);
      if (!rack) continue;
      const own = { ...options, visible: onFace(box, face) };
      surface.at(face.x, face.y, () =>
        paintRackOverlay(surface, design, rack, face.face, lens, own),
      );
      yield;
    }
  }

  private *paintFaces(
    surface: CanvasSurface,
    view: View,
    faces: readonly FacePlacement[],
    box: Box,
  ): Generator<void> {
    const options = this.paintOptions(view);
    const { design } = this.state;
    const notes = rackNotes(this.state.analysis);
    for (const face of faces) {
      const rack = design.racks.get(face.rackId);
      if (!rack) continue;
      const own = { ...options, title: rackTitle(rack, notes), visible: onFace(box, face) };
      surface.at(face.x, face.y, () => paintRackFace(surface, design, rack.id, face.face, own));
      yield;
    }
  }

  private paintOptions(view: View): PaintOptions {
    const { palette, lifted, analysis, view: shown, shownCables } = this.state;
    const { severities } = rackNotes(analysis);
    return {
      palette,
      pxPerMm: view.camera.zoom,
      showLabels: shown.showLabels,
      showCables: shown.showCables,
      pictures: 'racks',
      lifted,
      severityOf: (id) => severities.get(id) ?? null,
      ...(shownCables ? { cablesMeant: shownCables } : {}),
    };
  }

  private touchLifted(before: ReadonlySet<DeviceId>, { lifted, design }: SceneState): void {
    for (const id of new Set([...before, ...lifted])) {
      const rackId = design.devices.get(id)?.rackId;
      if (rackId !== undefined && before.has(id) !== lifted.has(id)) this.dirtyRacks.add(rackId);
    }
  }

  /** The racks over which the overlay says something else now; all of them where those are many. */
  private touchRead(before: SceneState, { lens, analysis, design }: SceneState): void {
    if (!lens || !before.lens || !analysis || !before.analysis) return;
    const racks = racksReadAnew(lens.kind, before.analysis, analysis, design);
    if (racks.size > MOST_PATCHED || lens.kind === 'reach') this.stale ||= racks.size > 0;
    else this.touch(racks);
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

/** Which cables are drawn, and which of them step back: all but the selected ones, and what the filter takes out. */
function meantCables({
  view,
  shownCables,
  selectedCables,
}: SceneState): Pick<CableOptions, 'only' | 'behind'> {
  const faint = view.otherCables === 'faint';
  if (selectedCables) {
    const behind = shownCables === null || faint ? 'others' : shownCables;
    return { only: selectedCables, behind };
  }
  if (shownCables === null) return {};
  return faint ? { only: shownCables, behind: 'others' } : { only: shownCables };
}

function sameCabling(a: Design, b: Design): boolean {
  return (
    a.cables === b.cables &&
    a.devices === b.devices &&
    a.deviceTypes === b.deviceTypes &&
    a.racks === b.racks &&
    a.settings.cabling === b.settings.cabling
  );
}

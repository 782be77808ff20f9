/**
 * A bitmap of the drawing that is painted in slices and shown at any camera.
 *
 * What is on screen is always the last whole painting (`front`), moved and scaled to where the camera is now;
 * the next one is painted behind it (`back`), a few milliseconds a frame, and takes its place when it is
 * whole. A small drawing is whole within its first slice and so always exact; a hall of racks follows the hand
 * as a moved bitmap and sharpens as soon as it can. A frame is never late either way.
 */

import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { Camera, Size } from '../../editor/index.ts';
import { CanvasSurface, type SurfaceParts } from '../surface/canvas-surface.ts';

/** What a painting shows: a camera and the size of the window, in device pixels. */
export interface View {
  readonly camera: Camera;
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

/** What a painting has to show now. @param viewport CSS px */
export function viewOf({
  camera,
  viewport,
  pixelRatio,
}: {
  readonly camera: Camera;
  readonly viewport: Size;
  readonly pixelRatio: number;
}): View {
  return {
    camera,
    width: Math.round(viewport.width * pixelRatio),
    height: Math.round(viewport.height * pixelRatio),
    pixelRatio,
  };
}

export function sameView(a: View, b: View): boolean {
  const same = a.width === b.width && a.height === b.height && a.pixelRatio === b.pixelRatio;
  const { camera } = a;
  return (
    same && camera.x === b.camera.x && camera.y === b.camera.y && camera.zoom === b.camera.zoom
  );
}

/** What a frame's painting came to. */
export interface FrameOutcome {
  /** Whether the picture looks different on screen now. */
  readonly changed: boolean;
  /** Whether another frame is needed. */
  readonly more: boolean;
}

export const NOTHING_TO_DRAW: FrameOutcome = { changed: false, more: false };

/** Milliseconds of a frame that painting may take; the rest is for moving bitmaps and for the window. */
export const PAINT_BUDGET_MS = 4;

/** Paints in pieces: the picture may pause after each. World millimetres. */
export type PaintPieces = (surface: CanvasSurface, view: View) => Iterable<void>;

interface Painting {
  readonly context: CanvasRenderingContext2D;
  view: View;
}

interface Job {
  readonly painting: Painting;
  readonly surface: CanvasSurface;
  readonly pieces: Iterator<void>;
}

/**
 * Milliseconds a primitive costs, to begin with; measured from then on. Painting only notes what to draw; the
 * rasteriser's share comes later, when the bitmap is used, and so is counted in by primitives.
 */
const FIRST_COST_MS = 0.001;

export class Picture {
  private readonly parts: SurfaceParts;
  private front: Painting | null = null;
  private spare: Painting | null = null;
  private job: Job | null = null;
  private costMs = FIRST_COST_MS;

  constructor(parts: SurfaceParts) {
    this.parts = parts;
  }

  /** Whether a painting is under way. */
  get busy(): boolean {
    return this.job !== null;
  }

  /** What the picture shows exactly, or null before the first painting. */
  get shown(): View | null {
    return this.front?.view ?? null;
  }

  /** Whether it shows exactly this, and nothing else is under way. */
  isCurrent(view: View): boolean {
    return !this.busy && this.shown !== null && sameView(this.shown, view);
  }

  /** Starts a new painting; one under way is dropped. */
  begin(view: View, background: string, paint: PaintPieces): void {
    const painting = this.takeSpare(view);
    prepare(painting.context, view, background);
    const surface = this.surfaceOn(painting);
    this.job = { painting, surface, pieces: paint(surface, view)[Symbol.iterator]() };
  }

  /** Paints on for about so long. @returns whether a whole painting was shown by it */
  advance(budgetMs: number): boolean {
    const { job } = this;
    if (!job) return false;
    const start = performance.now();
    let counted = job.surface.drawn;
    for (;;) {
      const done = job.pieces.next().done === true;
      const primitives = job.surface.drawn - counted;
      const spent = performance.now() - start + primitives * this.costMs;
      if (!done && spent < budgetMs) continue;
      this.rasterise(job.painting, primitives);
      counted = job.surface.drawn;
      if (done) this.finish(job);
      return done;
    }
  }

  /** Paints parts of the shown picture again: those boxes (world mm) are wiped and painted by `paint`. */
  patch(background: string, boxes: readonly Box[], paint: PaintPieces): void {
    const { front } = this;
    if (!front) return;
    const { context, view } = front;
    context.save();
    context.beginPath();
    const scale = view.camera.zoom * view.pixelRatio;
    for (const box of boxes) {
      const left = Math.floor((box.x - view.camera.x) * scale);
      const top = Math.floor((box.y - view.camera.y) * scale);
      context.rect(left, top, Math.ceil(box.width * scale) + 1, Math.ceil(box.height * scale) + 1);
    }
    context.clip();
    prepare(context, view, background);
    for (const _ of paint(this.surfaceOn(front), view));
    context.restore();
  }

  /** Whether the picture, moved to a camera, leaves nothing of the window bare. */
  private covers(view: View): boolean {
    const at = this.placeFor(view);
    if (!at) return false;
    const { x, y, width, height } = at;
    return x <= 0 && y <= 0 && x + width >= view.width && y + height >= view.height;
  }

  /** Draws the picture where it is for a camera, over ground where it is not; `context` is in device pixels. */
  drawOn(context: CanvasRenderingContext2D, view: View, background: string): void {
    if (!this.covers(view)) prepare(context, view, background);
    const at = this.placeFor(view);
    if (!this.front || !at) return;
    const { canvas } = this.front.context;
    if (at.width === canvas.width) context.drawImage(canvas, Math.round(at.x), Math.round(at.y));
    else context.drawImage(canvas, at.x, at.y, at.width, at.height);
  }

  /** Where the shown picture lies for a camera, device px. */
  private placeFor(view: View): Box | null {
    if (!this.front) return null;
    const { camera, width, height } = this.front.view;
    const scale = view.camera.zoom / camera.zoom;
    const pixels = view.camera.zoom * view.pixelRatio;
    return {
      x: (camera.x - view.camera.x) * pixels,
      y: (camera.y - view.camera.y) * pixels,
      width: width * scale,
      height: height * scale,
    };
  }

  private surfaceOn({ context, view }: Painting): CanvasSurface {
    const pxPerMm = view.camera.zoom * view.pixelRatio;
    const placement = {
      originX: -view.camera.x * pxPerMm,
      originY: -view.camera.y * pxPerMm,
      pxPerMm,
    };
    return new CanvasSurface(context, placement, this.parts);
  }

  private takeSpare(view: View): Painting {
    const spare = this.job?.painting ?? this.spare;
    this.spare = null;
    this.job = null;
    if (
      spare &&
      spare.context.canvas.width === view.width &&
      spare.context.canvas.height === view.height
    ) {
      spare.view = view;
      return spare;
    }
    return { context: contextOf(view.width, view.height), view };
  }

  private finish(job: Job): void {
    this.spare = this.front;
    this.front = job.painting;
    this.job = null;
  }

  /** Makes the rasteriser do its part now, in this slice, and learns what it takes. */
  private rasterise(painting: Painting, primitives: number): void {
    const start = performance.now();
    painting.context.getImageData(0, 0, 1, 1);
    if (primitives < 200) return;
    const measured = (performance.now() - start) / primitives;
    this.costMs += (Math.min(measured, 10 * FIRST_COST_MS) - this.costMs) / 4;
  }
}

/**
 * The picture covers all that is below it. Its pixels are kept where they can be read: reading one is how the
 * rasteriser is made to do its part, and costs a tenth of a millisecond, where taking a snapshot costs four.
 */
function contextOf(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, width);
  canvas.height = Math.max(1, height);
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
  if (!context) throw new Error('this window cannot draw on a canvas');
  return context;
}

function prepare(context: CanvasRenderingContext2D, view: View, background: string): void {
  context.fillStyle = background;
  context.fillRect(0, 0, view.width, view.height);
}

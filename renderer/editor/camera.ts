/**
 * The camera: which part of the world is on screen. Pure arithmetic. A zoom of 1 (100 %) is one pixel a
 * millimetre.
 */
import type { Box } from '../../shared/model/rack-geometry.ts';
import type { Point, Size } from './geometry.ts';
import { EDITOR_OPTIONS } from './options.ts';

export interface Camera {
  /** World point at the top left of the view, mm. */
  readonly x: number;
  readonly y: number;
  /** Pixels per millimetre. */
  readonly zoom: number;
}

export const HOME_CAMERA: Camera = { x: -200, y: -200, zoom: 0.5 };

export function toScreen(camera: Camera, world: Point): Point {
  return { x: (world.x - camera.x) * camera.zoom, y: (world.y - camera.y) * camera.zoom };
}

export function toWorld(camera: Camera, screen: Point): Point {
  return { x: camera.x + screen.x / camera.zoom, y: camera.y + screen.y / camera.zoom };
}

/** The world box that is on screen. */
export function visibleBox(camera: Camera, viewport: Size): Box {
  return {
    x: camera.x,
    y: camera.y,
    width: viewport.width / camera.zoom,
    height: viewport.height / camera.zoom,
  };
}

/** The camera after the drawing moved by (dx, dy) pixels under the window. */
export function panned(camera: Camera, dx: number, dy: number): Camera {
  return { x: camera.x - dx / camera.zoom, y: camera.y - dy / camera.zoom, zoom: camera.zoom };
}

/** The camera at another zoom, with the world point under `screen` staying where it is. */
export function zoomedAt(camera: Camera, screen: Point, zoom: number, lowest?: number): Camera {
  const next = clampZoom(zoom, lowest);
  const fixed = toWorld(camera, screen);
  return { x: fixed.x - screen.x / next, y: fixed.y - screen.y / next, zoom: next };
}

/** `steps` zoom steps in (positive) or out (negative) at a screen point. */
export function zoomStepped(camera: Camera, screen: Point, steps: number, lowest?: number): Camera {
  return zoomedAt(camera, screen, camera.zoom * EDITOR_OPTIONS.zoomStep ** steps, lowest);
}

/** The camera that shows the whole box in the middle of the view, enlarged no further than `most`. */
export function fitted(box: Box, viewport: Size, most: number = EDITOR_OPTIONS.fitMaxZoom): Camera {
  const zoom = Math.min(most, fitZoom(box, viewport));
  return centred(box, viewport, zoom);
}

/** Of the height that is left over, the share above the drawing: legends and the minimap lie below. */
const ABOVE = 0.2;

/** The camera that shows the whole drawing: where it is lower than the view, in the upper part of it. */
export function fittedHigh(bounds: Box, viewport: Size): Camera {
  const camera = fitted(bounds, viewport);
  const margin = EDITOR_OPTIONS.fitMargin * viewport.height;
  const over = viewport.height - bounds.height * camera.zoom - 2 * margin;
  return { ...camera, y: bounds.y - (margin + Math.max(0, over) * ABOVE) / camera.zoom };
}

/** The lowest zoom that makes sense for a drawing: 2 %, or less where all of it would not fit. */
export function lowestZoom(bounds: Box, viewport: Size): number {
  return Math.min(EDITOR_OPTIONS.minZoom, fitZoom(bounds, viewport));
}

/** The camera moved as little as needed for the box to be in view; zoomed out only when it is too large. */
export function revealed(camera: Camera, box: Box, viewport: Size): Camera {
  const view = visibleBox(camera, viewport);
  if (box.width > view.width || box.height > view.height) return fitted(box, viewport);
  const x = Math.min(box.x, Math.max(camera.x, box.x + box.width - view.width));
  const y = Math.min(box.y, Math.max(camera.y, box.y + box.height - view.height));
  return x === camera.x && y === camera.y ? camera : { x, y, zoom: camera.zoom };
}

function fitZoom(box: Box, viewport: Size): number {
  const share = 1 - 2 * EDITOR_OPTIONS.fitMargin;
  const zoom = Math.min(
    (viewport.width * share) / Math.max(1, box.width),
    (viewport.height * share) / Math.max(1, box.height),
  );
  return zoom > 0 ? zoom : EDITOR_OPTIONS.minZoom;
}

function centred(box: Box, viewport: Size, zoom: number): Camera {
  return {
    x: box.x + box.width / 2 - viewport.width / 2 / zoom,
    y: box.y + box.height / 2 - viewport.height / 2 / zoom,
    zoom,
  };
}

function clampZoom(zoom: number, lowest: number = EDITOR_OPTIONS.minZoom): number {
  return Math.min(EDITOR_OPTIONS.maxZoom, Math.max(Math.min(lowest, EDITOR_OPTIONS.minZoom), zoom));
}

/** Two fingers: the drawing follows both of them. */
import { type Editor, lowestZoom, type Point, panned, zoomedAt } from '../../editor/index.ts';

export interface Pinch {
  /** A finger came down. @returns whether two of them now move the drawing */
  down(id: number, at: Point): boolean;
  /** @returns whether the move was part of a pinch */
  move(id: number, at: Point): boolean;
  up(id: number): void;
}

export function createPinch(editor: Editor): Pinch {
  const fingers = new Map<number, Point>();
  return {
    down(id, at) {
      fingers.set(id, at);
      return fingers.size >= 2;
    },
    move(id, at) {
      const before = fingers.get(id);
      const other = [...fingers].find(([finger]) => finger !== id)?.[1];
      if (!before) return false;
      fingers.set(id, at);
      if (!other) return false;
      follow(editor, other, before, at);
      return true;
    },
    up(id) {
      fingers.delete(id);
    },
  };
}

function follow(editor: Editor, still: Point, before: Point, now: Point): void {
  const { camera, viewport } = editor.state;
  const was = Math.max(1, Math.hypot(before.x - still.x, before.y - still.y));
  const is = Math.max(1, Math.hypot(now.x - still.x, now.y - still.y));
  const lowest = lowestZoom(editor.bounds, viewport);
  const zoomed = zoomedAt(camera, still, (camera.zoom * is) / was, lowest);
  editor.set({ camera: panned(zoomed, (now.x - before.x) / 2, (now.y - before.y) / 2) });
}

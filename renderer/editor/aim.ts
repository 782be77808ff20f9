/** From the screen into the design: what the editor shows under a point. */

import { toWorld } from './camera.ts';
import type { Editor } from './editor.ts';
import { partAt } from './faceplate/face-hit.ts';
import type { Point } from './geometry.ts';
import { hitAt, type Scene } from './hit.ts';
import type { SelectionRef } from './selection.ts';
import type { Target } from './target.ts';
import { cableHandleAt } from './waypoints/cable-handles.ts';

/** The scene as it is on screen now. */
export function sceneOf(editor: Editor): Scene {
  const { design, camera, view } = editor.state;
  return {
    design,
    layout: editor.layout,
    cables: editor.cableGeometry,
    showCables: view.showCables,
    zoom: camera.zoom,
  };
}

export function worldAt(editor: Editor, screen: Point): Point {
  return toWorld(editor.state.camera, screen);
}

export function targetAt(editor: Editor, screen: Point): Target {
  const { design, faceplate, camera } = editor.state;
  if (faceplate) return partAt(design, faceplate, camera, worldAt(editor, screen));
  const world = worldAt(editor, screen);
  const handle = cableHandleAt(editor, world);
  if (handle?.kind === 'point') {
    const [cableId = ''] = editor.state.selection.cables;
    return { kind: 'waypoint', cableId, index: handle.index };
  }
  return hitAt(sceneOf(editor), world);
}

/** Whether a screen point lies on the canvas: a drag from the library begins outside. */
export function isOnCanvas(editor: Editor, screen: Point): boolean {
  const { width, height } = editor.state.viewport;
  return screen.x >= 0 && screen.y >= 0 && screen.x <= width && screen.y <= height;
}

/** What a click on the target selects; null for bare canvas. A port stands for its device. */
export function selectedBy(target: Target): SelectionRef | null {
  switch (target.kind) {
    case 'rack':
    case 'rack-title':
      return { kind: 'rack', id: target.rackId };
    case 'device':
      return { kind: 'device', id: target.deviceId };
    case 'port':
      return { kind: 'device', id: target.ref.deviceId };
    case 'cable':
    case 'waypoint':
      return { kind: 'cable', id: target.cableId };
    case 'part':
    case 'face':
    case 'canvas':
      return null;
    default:
      return target satisfies never;
  }
}

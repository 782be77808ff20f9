/** What one sees of a design when it opens. */
import type { Design } from '../../shared/model/design.ts';
import { portPosition } from '../../shared/routing/index.ts';
import {
  type Editor,
  fitAll,
  fitted,
  type Point,
  type ViewState,
  visibleBox,
} from '../editor/index.ts';

/** Below this a device is a line and a rack says nothing, px per mm: then the middle of the rows is shown. */
const LEGIBLE_ZOOM = 0.09;
/** More racks than these, front and rear, do not fit beside each other. */
const BOTH_FACES_RACKS = 4;
/** Enough cables to tell on which face they are. */
const CABLES_ASKED = 200;

/** Where a person looked, whatever the size of the canvas. */
export interface Look {
  /** World mm. */
  readonly centre: Point;
  readonly zoom: number;
  readonly elevation: ViewState['elevation'];
}

/** Where the person went while the design was on its way; null where they only watched. */
export function lookKept(editor: Editor): Look | null {
  const { camera, viewport, view } = editor.state;
  if (viewport.width === 0) return null;
  lookFirst(editor);
  const { x, y, zoom } = editor.state.camera;
  if (x === camera.x && y === camera.y && zoom === camera.zoom) return null;
  const { x: left, y: top, width, height } = visibleBox(camera, viewport);
  const centre = { x: left + width / 2, y: top + height / 2 };
  return { centre, zoom: camera.zoom, elevation: view.elevation };
}

function lookAgain(editor: Editor, { centre, zoom, elevation }: Look): void {
  const { viewport, view } = editor.state;
  const x = centre.x - viewport.width / zoom / 2;
  const y = centre.y - viewport.height / zoom / 2;
  editor.set({ view: { ...view, elevation }, camera: { x, y, zoom } });
}

/**
 * The first look at a design is at all of it, as soon as the canvas has a size.
 * @param kept where the person was looking already
 */
export function fitOnce(editor: Editor, kept: Look | null = null): () => void {
  const fit = (): boolean => {
    if (editor.state.viewport.width === 0) return false;
    if (kept) lookAgain(editor, kept);
    else lookFirst(editor);
    return true;
  };
  if (fit()) return () => {};
  const stop = editor.subscribe(() => {
    if (editor.state.viewport.width === 0) return;
    stop();
    fit();
  });
  return stop;
}

/**
 * All of it where that is legible. A long row is shown from the side of its cables, as high as the canvas, with
 * its middle in view: that is where the switches stand.
 */
function lookFirst(editor: Editor): void {
  const { design, view } = editor.state;
  if (design.racks.size === 0) return;
  if (design.racks.size > BOTH_FACES_RACKS) {
    editor.set({ view: { ...view, elevation: cabledFace(design) } });
  }
  fitAll(editor);
  if (editor.state.camera.zoom >= LEGIBLE_ZOOM) return;
  const { bounds, rows } = editor.layout;
  const [row] = rows;
  if (!row) return;
  const middle = { ...row, x: bounds.x + bounds.width / 2, width: 1 };
  editor.set({ camera: fitted(middle, editor.state.viewport) });
}

/** The face of the racks on which most cables end. */
function cabledFace(design: Design): ViewState['elevation'] {
  let rear = 0;
  let ends = 0;
  for (const cable of design.cables.values()) {
    if (ends >= CABLES_ASKED) break;
    for (const ref of [...cable.ends.a, ...cable.ends.b]) {
      ends += 1;
      if (portPosition(design, ref)?.face === 'rear') rear += 1;
    }
  }
  return rear > ends / 2 ? 'rear' : 'front';
}

/** Areas in the hand: drawn from corner to corner, or resized by a handle. */
import { boxOfArea } from '../../../shared/floor/area-box.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { Area, AreaPurpose } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import type { Editor } from '../editor.ts';
import { drawArea, resizeArea } from '../edits/area-edits.ts';
import type { EditAnswer } from '../edits/edit.ts';
import { judged } from '../edits/floor-edit.ts';
import { boxBetween, distance, type Point } from '../geometry.ts';
import { EDITOR_OPTIONS } from '../options.ts';
import type { Cursor } from '../overlay.ts';
import type { PointerInput } from '../pointer.ts';
import type { Gesture } from '../tools/tool.ts';
import {
  clearPlanOverlay,
  planMessage,
  planWorldAt,
  showPlanOverlay,
  snapReachMm,
  snaps,
} from './plan-gesture.ts';
import { snapBox, stillBoxes } from './plan-snap.ts';

/** A handle of an area: which of its sides it moves. */
export interface AreaHandle {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
}

const HANDLES: readonly AreaHandle[] = [-1, 0, 1].flatMap((x) =>
  [-1, 0, 1].flatMap((y) => (x === 0 && y === 0 ? [] : [{ x, y } as AreaHandle])),
);

/** The one area that is selected alone: it has handles. */
export function areaInHand({ state: { design, selection } }: Editor): Area | null {
  const { racks, devices, cables, rows, pathways, areas } = selection;
  const others = racks.size + devices.size + cables.size + rows.size + pathways.size;
  const [id] = areas;
  if (id === undefined || areas.size !== 1 || others > 0) return null;
  return design.areas.get(id) ?? null;
}

/** Where the handles of an area are. */
export function areaHandles(
  area: Area,
): readonly { readonly handle: AreaHandle; readonly at: Point }[] {
  const { x, y, width, height } = boxOfArea(area);
  return HANDLES.map((handle) => ({
    handle,
    at: { x: x + (width * (handle.x + 1)) / 2, y: y + (height * (handle.y + 1)) / 2 },
  }));
}

export function areaHandleAt(editor: Editor, world: Point): AreaHandle | null {
  const area = areaInHand(editor);
  if (!area || editor.state.readOnly) return null;
  const reach = EDITOR_OPTIONS.handleReachPx / editor.state.plan.camera.zoom;
  return areaHandles(area).find(({ at }) => distance(at, world) <= reach)?.handle ?? null;
}

export function handleCursor({ x, y }: AreaHandle): Cursor {
  if (x === 0) return 'resize-y';
  if (y === 0) return 'resize-x';
  return x === y ? 'resize-falling' : 'resize-rising';
}

export function resizingArea(editor: Editor, area: Area, handle: AreaHandle): Gesture {
  const before = boxOfArea(area);
  let answer: EditAnswer | null = null;
  return {
    move(input) {
      const at = pulledPoint(editor, input, new Set([area.id]));
      const near = { x: before.x, y: before.y };
      const far = { x: before.x + before.width, y: before.y + before.height };
      if (handle.x < 0) near.x = at.x;
      if (handle.x > 0) far.x = at.x;
      if (handle.y < 0) near.y = at.y;
      if (handle.y > 0) far.y = at.y;
      const box = boxBetween(near, far);
      answer = judged(editor.state.design, resizeArea(editor.state.design, area.id, box));
      showBox(editor, box, answer, at, say('plan.hint.resize'), handleCursor(handle));
    },
    end() {
      clearPlanOverlay(editor);
      if (answer) editor.perform(answer);
    },
    cancel() {
      clearPlanOverlay(editor);
    },
  };
}

export function drawingArea(
  editor: Editor,
  start: PointerInput,
  purpose: AreaPurpose,
  done: () => void,
): Gesture {
  const corner = pulledPoint(editor, start, new Set());
  let box: Box | null = null;
  return {
    move(input) {
      const at = pulledPoint(editor, input, new Set());
      box = boxBetween(corner, at);
      const { design } = editor.state;
      const trial = drawArea(design, (kind) => `tentative-${kind}`, purpose, box);
      const answer = judged(design, trial);
      showBox(editor, box, answer, at, say('plan.hint.drawArea'), 'crosshair');
    },
    end() {
      clearPlanOverlay(editor);
      if (!box) return;
      const { design } = editor.state;
      if (editor.perform(judged(design, drawArea(design, editor.ids, purpose, box)))) done();
    },
    cancel() {
      clearPlanOverlay(editor);
    },
  };
}

/** The point in the hand, on the grid or on an edge that is near. */
function pulledPoint(editor: Editor, input: PointerInput, moving: ReadonlySet<string>): Point {
  const at = planWorldAt(editor, input.screen);
  if (!snaps(editor, input)) return at;
  const still = stillBoxes(editor.state.design, { rows: new Set(), areas: moving });
  const { dx, dy } = snapBox({ ...at, width: 0, height: 0 }, still, snapReachMm(editor));
  return { x: at.x + dx, y: at.y + dy };
}

function showBox(
  editor: Editor,
  box: Box,
  answer: EditAnswer,
  at: Point,
  hint: string,
  cursor: Cursor,
): void {
  const words = say('plan.drop.size', {
    width: Math.round(box.width),
    depth: Math.round(box.height),
  });
  showPlanOverlay(editor, {
    boxes: [box],
    allowed: answer.ok,
    message: planMessage(answer, at, words),
    cursor,
    hint,
  });
}

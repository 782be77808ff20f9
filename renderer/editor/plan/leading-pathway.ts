/** Pathways in the hand: drawn point by point, each leg along an axis, and led another way by their points. */
import type { Pathway, PathwayLevel, PlanPoint } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import type { Editor } from '../editor.ts';
import { drawPathway, leadPathway, movedPoint } from '../edits/area-edits.ts';
import type { EditAnswer } from '../edits/edit.ts';
import { judged } from '../edits/floor-edit.ts';
import { distance, type Point } from '../geometry.ts';
import { EDITOR_OPTIONS } from '../options.ts';
import type { PointerInput } from '../pointer.ts';
import type { Gesture } from '../tools/tool.ts';
import {
  clearPlanOverlay,
  planMessage,
  planWorldAt,
  showPlanOverlay,
  snaps,
} from './plan-gesture.ts';
import { GRID_MM } from './plan-snap.ts';

/** Points of pathways come to lie on a sixth of a tile. */
const STEP_MM = GRID_MM / 6;

/** The one pathway that is selected alone: its points can be taken. */
export function pathwayInHand({ state: { design, selection } }: Editor): Pathway | null {
  const { racks, devices, cables, rows, pathways, areas } = selection;
  const others = racks.size + devices.size + cables.size + rows.size + areas.size;
  const [id] = pathways;
  if (id === undefined || pathways.size !== 1 || others > 0) return null;
  return design.pathways.get(id) ?? null;
}

/** The point of the selected pathway that is near; null for none. */
export function pathwayPointAt(editor: Editor, world: Point): number | null {
  const pathway = pathwayInHand(editor);
  if (!pathway || editor.state.readOnly) return null;
  const reach = EDITOR_OPTIONS.handleReachPx / editor.state.plan.camera.zoom;
  const index = pathway.points.findIndex(
    ({ xMm, yMm }) => distance({ x: xMm, y: yMm }, world) <= reach,
  );
  return index < 0 ? null : index;
}

export function leadingPathway(editor: Editor, pathway: Pathway, index: number): Gesture {
  let answer: EditAnswer | null = null;
  return {
    move(input) {
      const to = onStep(editor, input);
      const points = movedPoint(pathway.points, index, to);
      answer = leadPathway(editor.state.design, pathway.id, points);
      const at = planWorldAt(editor, input.screen);
      showPlanOverlay(editor, {
        pathways: [{ points, widthMm: pathway.widthMm }],
        allowed: answer.ok,
        message: planMessage(answer, at, say('plan.drop.length', { m: metres(points) })),
        cursor: 'grabbing',
        hint: say('plan.hint.leadPathway'),
      });
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

function metres(points: readonly PlanPoint[]): number {
  let mm = 0;
  for (const [index, point] of points.entries()) {
    const before = points[index - 1] ?? point;
    mm += Math.abs(point.xMm - before.xMm) + Math.abs(point.yMm - before.yMm);
  }
  return mm / 1000;
}

function onStep(editor: Editor, input: PointerInput): PlanPoint {
  const { x, y } = planWorldAt(editor, input.screen);
  const step = snaps(editor, input) ? STEP_MM : 1;
  return { xMm: Math.round(x / step) * step, yMm: Math.round(y / step) * step };
}

/** A pathway that is being drawn by clicks. */
export interface PathwayDraft {
  add(input: PointerInput): void;
  show(input: PointerInput): void;
  /** Makes it of the points that there are. @returns whether it was made */
  finish(): boolean;
  takeBack(): void;
  readonly isEmpty: boolean;
}

export function draftPathway(editor: Editor, level: PathwayLevel): PathwayDraft {
  const points: PlanPoint[] = [];
  /** The next point, on the axis along which the hand went further. */
  const next = (input: PointerInput): PlanPoint => {
    const to = onStep(editor, input);
    const last = points.at(-1);
    if (!last) return to;
    const isAcross = Math.abs(to.xMm - last.xMm) >= Math.abs(to.yMm - last.yMm);
    return isAcross ? { xMm: to.xMm, yMm: last.yMm } : { xMm: last.xMm, yMm: to.yMm };
  };
  const show = (drawn: readonly PlanPoint[], at: Point | null): void =>
    showPlanOverlay(editor, {
      drawn,
      cursor: 'crosshair',
      hint: say('plan.hint.drawPathway'),
      message:
        at && drawn.length > 1
          ? { tone: 'info', text: say('plan.drop.length', { m: metres(drawn) }), at }
          : null,
    });
  return {
    get isEmpty() {
      return points.length === 0;
    },
    add(input) {
      points.push(next(input));
      show(points, null);
    },
    show(input) {
      show([...points, next(input)], planWorldAt(editor, input.screen));
    },
    finish() {
      const { design } = editor.state;
      const answer = judged(design, drawPathway(design, editor.ids, level, points));
      points.length = 0;
      clearPlanOverlay(editor);
      return editor.perform(answer);
    },
    takeBack() {
      points.length = 0;
      clearPlanOverlay(editor);
    },
  };
}

/** Rows, areas and pathways in the hand: all that is selected of them moves together. */

import { boxOfArea } from '../../../shared/floor/area-box.ts';
import { applyDiff } from '../../../shared/model/diff.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import { say } from '../../../shared/text/index.ts';
import type { Editor } from '../editor.ts';
import type { EditAnswer } from '../edits/edit.ts';
import { type FloorProposal, judged } from '../edits/floor-edit.ts';
import { proposeMove } from '../edits/floor-move.ts';
import type { PointerInput } from '../pointer.ts';
import type { Gesture } from '../tools/tool.ts';
import { clearPlanOverlay, planWorldAt, showProposal, snapReachMm, snaps } from './plan-gesture.ts';
import { planTargetBox } from './plan-hit.ts';
import { snapBox, stillBoxes } from './plan-snap.ts';
import type { PlanTarget } from './plan-state.ts';

export function draggingFloor(editor: Editor, start: PointerInput, target: PlanTarget): Gesture {
  const { design, selection } = editor.state;
  const from = planWorldAt(editor, start.screen);
  const box = planTargetBox(design, target);
  const still = stillBoxes(design, selection);
  let what: FloorProposal | EditAnswer | null = null;
  return {
    move(input) {
      const at = planWorldAt(editor, input.screen);
      const way = locked(input, at.x - from.x, at.y - from.y);
      const held = box && moved(box, way.dx, way.dy);
      const snapped =
        held && snaps(editor, input) ? snapBox(held, still, snapReachMm(editor)) : null;
      const dx = Math.round(way.dx + (snapped?.dx ?? 0));
      const dy = Math.round(way.dy + (snapped?.dy ?? 0));
      what = proposeMove(design, selection, dx, dy);
      const after = 'ok' in what ? design : applyDiff(design, what.diff);
      showProposal(editor, what, {
        at,
        words: say('plan.drop.moved', { x: dx, y: dy }),
        guides: snapped?.guides ?? [],
        boxes: [...selection.areas].flatMap((id) => {
          const area = after.areas.get(id);
          return area ? [boxOfArea(area)] : [];
        }),
        pathways: [...selection.pathways].flatMap((id) => after.pathways.get(id) ?? []),
        hint: say('plan.hint.drag'),
      });
    },
    end() {
      clearPlanOverlay(editor);
      if (what) editor.perform(judged(design, what));
    },
    cancel() {
      clearPlanOverlay(editor);
    },
  };
}

/** Shift keeps to the axis along which the hand went further. */
function locked(
  { modifiers }: PointerInput,
  dx: number,
  dy: number,
): { readonly dx: number; readonly dy: number } {
  if (!modifiers.shift) return { dx, dy };
  return Math.abs(dx) >= Math.abs(dy) ? { dx, dy: 0 } : { dx: 0, dy };
}

function moved(box: Box, dx: number, dy: number): Box {
  return { ...box, x: box.x + dx, y: box.y + dy };
}

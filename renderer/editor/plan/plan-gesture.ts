/** What the gestures over the plan have in common: where the pointer is, what they show, how they end. */
import { floorPlan } from '../../../shared/floor/floor-plan.ts';
import { applyDiff } from '../../../shared/model/diff.ts';
import type { RackId } from '../../../shared/model/ids.ts';
import { sayReason } from '../../../shared/rules/index.ts';
import { toWorld } from '../camera.ts';
import type { Editor } from '../editor.ts';
import type { EditAnswer } from '../edits/edit.ts';
import { type FloorProposal, judged } from '../edits/floor-edit.ts';
import type { Point } from '../geometry.ts';
import { EDITOR_OPTIONS } from '../options.ts';
import type { OverlayMessage } from '../overlay.ts';
import type { PointerInput } from '../pointer.ts';
import { clearOverlay, showOverlay } from '../tools/show.ts';
import { setPlan } from './plan-camera.ts';
import { EMPTY_PLAN_OVERLAY, type PlanOverlay } from './plan-state.ts';

export function planWorldAt(editor: Editor, screen: Point): Point {
  return toWorld(editor.state.plan.camera, screen);
}

/** How near is near enough to snap, mm. */
export function snapReachMm(editor: Editor): number {
  return EDITOR_OPTIONS.snapPx / editor.state.plan.camera.zoom;
}

/** Whether things snap now: Ctrl held turns it round. */
export function snaps(editor: Editor, { modifiers }: PointerInput): boolean {
  return editor.state.plan.snapping !== modifiers.mod;
}

export function showPlanOverlay(editor: Editor, overlay: Partial<PlanOverlay>): void {
  setPlan(editor, { overlay: { ...EMPTY_PLAN_OVERLAY, ...overlay } });
}

export function clearPlanOverlay(editor: Editor): void {
  setPlan(editor, { overlay: EMPTY_PLAN_OVERLAY });
  if (editor.state.overlay.tentative) clearOverlay(editor);
}

/** The sentence beside the pointer: why not, or what would be. */
export function planMessage(answer: EditAnswer, at: Point, otherwise: string): OverlayMessage {
  if (!answer.ok) return { tone: 'refused', text: sayReason(answer.reason), at };
  return { tone: 'info', text: otherwise, at };
}

/** Shows what a proposal would make of the floor, and has the analysis try it. */
export function showProposal(
  editor: Editor,
  what: FloorProposal | EditAnswer,
  overlay: Partial<PlanOverlay> & { readonly at: Point; readonly words: string },
): EditAnswer {
  const { design } = editor.state;
  const answer = judged(design, what);
  const { at, words, ...rest } = overlay;
  const after = 'ok' in what ? design : applyDiff(design, what.diff);
  const changed = 'ok' in what ? new Set<RackId>() : changedRacks(editor, what);
  const plan = floorPlan(after);
  showPlanOverlay(editor, {
    ...rest,
    racks: [...changed].flatMap((id) => plan.racks.get(id) ?? []),
    lifted: changed,
    allowed: answer.ok,
    message: planMessage(answer, at, words),
    cursor: answer.ok ? 'grabbing' : 'not-allowed',
  });
  showOverlay(editor, { tentative: answer.ok ? answer.edit.diff : null });
  return answer;
}

/** The racks that would stand elsewhere. */
function changedRacks(editor: Editor, { diff, racks }: FloorProposal): ReadonlySet<RackId> {
  const changed = new Set<RackId>();
  const before = floorPlan(editor.state.design);
  const after = floorPlan(applyDiff(editor.state.design, diff));
  for (const id of racks) {
    const [a, b] = [before.racks.get(id)?.box, after.racks.get(id)?.box];
    if (!a || !b || a.x !== b.x || a.y !== b.y) changed.add(id);
  }
  return changed;
}

/**
 * The tool over the plan. Press and release selects, press and drag moves what is under the pointer or draws a marquee;
 * with an area or a pathway to draw, it draws that.
 */
import { say } from '../../../shared/text/index.ts';
import { panned } from '../camera.ts';
import type { Editor } from '../editor.ts';
import { boxBetween, distance } from '../geometry.ts';
import { dragAfterPx } from '../options.ts';
import type { KeyInput, PointerInput } from '../pointer.ts';
import {
  isSelected,
  NOTHING_SELECTED,
  type SelectionRef,
  selectionOf,
  toggled,
  united,
} from '../selection.ts';
import type { Gesture, PlanTools } from '../tools/tool.ts';
import { draggingFloor } from './dragging-floor.ts';
import { draggingRacks } from './dragging-racks.ts';
import {
  areaHandleAt,
  areaInHand,
  drawingArea,
  handleCursor,
  resizingArea,
} from './drawing-areas.ts';
import {
  draftPathway,
  leadingPathway,
  type PathwayDraft,
  pathwayInHand,
  pathwayPointAt,
} from './leading-pathway.ts';
import { setPlan } from './plan-camera.ts';
import { clearPlanOverlay, planWorldAt, showPlanOverlay } from './plan-gesture.ts';
import { planHit, planHitBox } from './plan-hit.ts';
import type { PlanOverlay, PlanTarget, PlanTool } from './plan-state.ts';

type State =
  | { readonly state: 'idle' }
  | { readonly state: 'pointing'; readonly start: PointerInput; readonly target: PlanTarget }
  | { readonly state: 'dragging'; readonly gesture: Gesture | null };
const IDLE: State = { state: 'idle' };

/** What a click on the target selects; null for the floor. */
export function planRef(target: PlanTarget): SelectionRef | null {
  switch (target.kind) {
    case 'rack':
      return { kind: 'rack', id: target.rackId };
    case 'row':
      return { kind: 'row', id: target.rowId };
    case 'area':
      return { kind: 'area', id: target.areaId };
    case 'pathway':
      return { kind: 'pathway', id: target.pathwayId };
    case 'floor':
      return null;
    default:
      return target satisfies never;
  }
}

/** What the plan shows under a screen point. */
export function planTargetAt(editor: Editor, screen: PointerInput['screen']): PlanTarget {
  const { design, plan } = editor.state;
  return planHit(design, planWorldAt(editor, screen), plan.camera.zoom);
}

/** Takes a tool over the plan; what is being drawn is forgotten. */
export function takePlanTool(editor: Editor, tool: PlanTool): void {
  editor.planTool.cancel();
  setPlan(editor, { tool });
  showPlanOverlay(editor, restOverlay(tool));
}

function restOverlay(tool: PlanTool): Partial<PlanOverlay> {
  switch (tool.tool) {
    case 'select':
      return {};
    case 'hand':
      return { cursor: 'grab', hint: say('editor.hint.hand') };
    case 'area':
      return { cursor: 'crosshair', hint: say('plan.hint.drawArea') };
    case 'pathway':
      return { cursor: 'crosshair', hint: say('plan.hint.drawPathway') };
    default:
      return tool satisfies never;
  }
}

export function createPlanTool(editor: Editor): PlanTools {
  let state: State = IDLE;
  let before = editor.state.selection;
  let draft: PathwayDraft | null = null;

  function select(): void {
    takePlanTool(editor, { tool: 'select' });
  }

  function draftNow(): PathwayDraft | null {
    const { tool } = editor.state.plan;
    if (tool.tool !== 'pathway') return null;
    draft ??= draftPathway(editor, tool.level);
    return draft;
  }

  function finish(): boolean {
    const made = draft?.finish() ?? false;
    draft = null;
    if (made) select();
    return made;
  }

  function press(input: PointerInput): void {
    const target = planTargetAt(editor, input.screen);
    before = editor.state.selection;
    const ref = planRef(target);
    if (input.button === 'secondary') {
      selectUnder(editor, ref, target);
      return;
    }
    const grip = gripAt(editor, input);
    if (grip && !input.modifiers.shift) {
      state = { state: 'dragging', gesture: grip };
      return;
    }
    state = { state: 'pointing', start: input, target };
    if (ref && !input.modifiers.shift && target.kind !== 'area') selectUnder(editor, ref, target);
  }

  function drag(start: PointerInput, target: PlanTarget): Gesture | null {
    const { tool } = editor.state.plan;
    if (tool.tool === 'hand') return panningPlan(editor, start);
    if (tool.tool === 'area') return drawingArea(editor, start, tool.purpose, select);
    if (start.modifiers.shift && target.kind !== 'floor' && target.kind !== 'area') return null;
    if (editor.state.readOnly && target.kind !== 'floor') {
      editor.perform({ ok: false, reason: editor.state.readOnly });
      return null;
    }
    switch (target.kind) {
      case 'rack':
        return draggingRacks(editor, start, target.rackId);
      case 'row':
      case 'pathway':
        return draggingFloor(editor, start, target);
      case 'area': {
        const area = editor.state.design.areas.get(target.areaId);
        const isSolid = area?.purpose === 'column' || area?.purpose === 'keep-out';
        const was = before.areas.has(target.areaId);
        if (!isSolid && !was) return brushing(editor, start);
        selectUnder(editor, { kind: 'area', id: target.areaId }, target);
        return draggingFloor(editor, start, target);
      }
      case 'floor':
        return brushing(editor, start);
      default:
        return target satisfies never;
    }
  }

  const tools: PlanTools = {
    pointerDown(input) {
      const { tool } = editor.state.plan;
      if (tool.tool === 'select' || input.button === 'secondary') {
        press(input);
        return;
      }
      if (input.button !== 'primary') return;
      const drawn = draftNow();
      if (drawn) drawn.add(input);
      else state = { state: 'pointing', start: input, target: { kind: 'floor' } };
    },
    pointerMove(input) {
      if (state.state === 'pointing') {
        const { start, target } = state;
        if (distance(input.screen, start.screen) < dragAfterPx(input)) return;
        state = { state: 'dragging', gesture: drag(start, target) };
      }
      if (state.state === 'dragging') state.gesture?.move(input);
      else if (draft && !draft.isEmpty) draft.show(input);
      else rest(editor, input);
    },
    pointerUp(input) {
      const was = state;
      state = IDLE;
      if (was.state === 'pointing' && editor.state.plan.tool.tool === 'select') {
        click(editor, was.target, input);
      }
      if (was.state === 'dragging') {
        was.gesture?.move(input);
        was.gesture?.end(input);
      }
    },
    keyDown(key: KeyInput) {
      const isBusy = state.state !== 'idle' || (draft !== null && !draft.isEmpty);
      if (key.key === 'Escape' && (isBusy || editor.state.plan.tool.tool !== 'select')) {
        if (isBusy) tools.cancel();
        else select();
        return true;
      }
      if (draft && !draft.isEmpty) {
        if (key.key === 'Enter') finish();
        return true;
      }
      return state.state !== 'idle';
    },
    cancel() {
      if (state.state === 'dragging') state.gesture?.cancel();
      if (state.state !== 'idle') editor.set({ selection: before });
      draft?.takeBack();
      draft = null;
      state = IDLE;
      clearPlanOverlay(editor);
    },
    doubleClick() {
      if (!draft) return false;
      finish();
      return true;
    },
  };
  return tools;
}

/** A gesture that begins at a handle of the selected area, or at a point of the selected pathway. */
function gripAt(editor: Editor, input: PointerInput): Gesture | null {
  const world = planWorldAt(editor, input.screen);
  const area = areaInHand(editor);
  const handle = area && areaHandleAt(editor, world);
  if (area && handle) return resizingArea(editor, area, handle);
  const pathway = pathwayInHand(editor);
  const point = pathway && pathwayPointAt(editor, world);
  return pathway && point !== null ? leadingPathway(editor, pathway, point) : null;
}

/** The pointer's shape with nothing in the hand. */
function rest(editor: Editor, input: PointerInput): void {
  const { tool, overlay } = editor.state.plan;
  const world = planWorldAt(editor, input.screen);
  const handle = tool.tool === 'select' ? areaHandleAt(editor, world) : null;
  const onPoint = tool.tool === 'select' && pathwayPointAt(editor, world) !== null;
  const resting = restOverlay(tool);
  const cursor = handle ? handleCursor(handle) : onPoint ? 'grab' : (resting.cursor ?? 'default');
  const hint = resting.hint ?? '';
  if (overlay.cursor !== cursor || overlay.hint !== hint || overlay.message !== null) {
    showPlanOverlay(editor, { cursor, hint });
  }
}

function selectUnder(editor: Editor, ref: SelectionRef | null, target: PlanTarget): void {
  if (!ref) editor.set({ selection: NOTHING_SELECTED });
  else if (!isSelected(editor.state.selection, ref)) editor.set({ selection: selectionOf([ref]) });
  if (ref) setPlan(editor, { focus: target });
}

function click(editor: Editor, target: PlanTarget, { modifiers }: PointerInput): void {
  const ref = planRef(target);
  const { selection } = editor.state;
  if (modifiers.shift) {
    if (ref) editor.set({ selection: toggled(selection, ref) });
    return;
  }
  editor.set({ selection: ref ? selectionOf([ref]) : NOTHING_SELECTED });
  if (ref) setPlan(editor, { focus: target });
}

function brushing(editor: Editor, start: PointerInput): Gesture {
  const before = editor.state.selection;
  const corner = planWorldAt(editor, start.screen);
  return {
    move({ screen, modifiers }) {
      const marquee = boxBetween(corner, planWorldAt(editor, screen));
      const base = modifiers.shift ? before : NOTHING_SELECTED;
      editor.set({ selection: united(base, planHitBox(editor.state.design, marquee)) });
      showPlanOverlay(editor, { marquee });
    },
    end() {
      clearPlanOverlay(editor);
    },
    cancel() {
      editor.set({ selection: before });
      clearPlanOverlay(editor);
    },
  };
}

function panningPlan(editor: Editor, start: PointerInput): Gesture {
  const from = editor.state.plan.camera;
  return {
    move({ screen }) {
      const camera = panned(from, screen.x - start.screen.x, screen.y - start.screen.y);
      setPlan(editor, { camera });
    },
    end() {
      showPlanOverlay(editor, restOverlay({ tool: 'hand' }));
    },
    cancel() {
      setPlan(editor, { camera: from });
    },
  };
}

/**
 * The arrow over a faceplate: press and release picks, press and drag moves what is picked, a handle resizes, bare
 * metal draws a marquee. A group is picked as one; with Alt, one of its parts.
 */
import { say } from '../../../shared/text/index.ts';
import { targetAt, worldAt } from '../aim.ts';
import type { Editor } from '../editor.ts';
import type { PointerInput } from '../pointer.ts';
import type { Target } from '../target.ts';
import { pressing } from '../tools/pressing.ts';
import { showOverlay } from '../tools/show.ts';
import type { Gesture, Tool } from '../tools/tool.ts';
import { changeFaceplate } from './change-faceplate.ts';
import { handleAt } from './face-hit.ts';
import { type FaceplateState, NO_PARTS, shownType } from './faceplate-state.ts';
import { markingParts } from './marking-parts.ts';
import { movingParts } from './moving-parts.ts';
import { type PartKey, toggledParts, withGroup } from './parts.ts';
import { resizingShape } from './resizing-shape.ts';

export function createFaceTool(editor: Editor): Tool {
  /** What was picked before the press: Escape gives it back. */
  let before: ReadonlySet<PartKey> = NO_PARTS;
  const { press, hold, ...pressed } = pressing(editor, {
    gestureFor: (start, target) => gestureFor(editor, start, target),
    click: (target, input) => click(editor, target, input),
    takeBack: () => changeFaceplate(editor, { selected: before, draft: null }),
    rest: (input) => showRest(editor, input),
  });
  return {
    ...pressed,
    name: 'select',
    pointerDown(input) {
      const { faceplate } = editor.state;
      if (!faceplate) return;
      before = faceplate.selected;
      const target = targetAt(editor, input.screen);
      if (input.button === 'secondary') {
        pickUnder(editor, target, input);
        return;
      }
      const grip = gripAt(editor, faceplate, input);
      if (grip) {
        hold(grip);
        return;
      }
      press(input, target);
      if (target.kind === 'part' && !input.modifiers.shift) pickUnder(editor, target, input);
    },
  };
}

/** What a press on the part picks: its group, or with Alt the part alone. */
function pickedBy(
  editor: Editor,
  faceplate: FaceplateState,
  key: PartKey,
  { modifiers }: PointerInput,
): readonly PartKey[] {
  if (modifiers.alt) return [key];
  return withGroup(shownType(editor.state.design, faceplate), key);
}

/** Picks what is under the pointer unless it is picked: a press on one of many keeps the many. */
function pickUnder(editor: Editor, target: Target, input: PointerInput): void {
  const { faceplate } = editor.state;
  if (!faceplate) return;
  if (target.kind !== 'part') {
    changeFaceplate(editor, { selected: NO_PARTS });
    return;
  }
  if (!faceplate.selected.has(target.part)) {
    changeFaceplate(editor, {
      selected: new Set(pickedBy(editor, faceplate, target.part, input)),
    });
  }
  editor.set({ focus: target });
}

function click(editor: Editor, target: Target, input: PointerInput): void {
  const { faceplate } = editor.state;
  if (!faceplate) return;
  if (target.kind !== 'part') {
    if (!input.modifiers.shift) changeFaceplate(editor, { selected: NO_PARTS, lit: NO_PARTS });
    return;
  }
  const keys = pickedBy(editor, faceplate, target.part, input);
  changeFaceplate(editor, {
    selected: input.modifiers.shift ? toggledParts(faceplate.selected, keys) : new Set(keys),
  });
}

/** A gesture that begins at a handle of what is picked. */
function gripAt(editor: Editor, faceplate: FaceplateState, input: PointerInput): Gesture | null {
  if (input.button !== 'primary') return null;
  const { design, camera, readOnly } = editor.state;
  const grip = handleAt(design, faceplate, camera, worldAt(editor, input.screen));
  if (!grip || readOnly) return null;
  return resizingShape(editor, input, grip.part, grip.handle);
}

function gestureFor(editor: Editor, start: PointerInput, target: Target): Gesture | null {
  if (target.kind !== 'part') return markingParts(editor, start);
  if (start.modifiers.shift) return null;
  return movingParts(editor, start);
}

/** The pointer's shape over what it could take. */
function showRest(editor: Editor, input: PointerInput): void {
  const { design, faceplate, camera, overlay } = editor.state;
  if (!faceplate) return;
  const grip = handleAt(design, faceplate, camera, worldAt(editor, input.screen));
  const cursor = grip ? resizeCursor(grip.handle) : 'default';
  const hint =
    faceplate.selected.size > 0 ? say('editor.hint.faceSelected') : say('editor.hint.face');
  if (overlay.cursor !== cursor || overlay.hint !== hint) showOverlay(editor, { cursor, hint });
}

function resizeCursor({ x, y }: { x: number; y: number }): Editor['state']['overlay']['cursor'] {
  if (x === 0) return 'resize-y';
  if (y === 0) return 'resize-x';
  return x === y ? 'resize-falling' : 'resize-rising';
}

/**
 * Press, and then either let go where it was or drag: what the arrows have in common. A press becomes a drag once
 * the pointer has gone far enough; Escape takes either back.
 */
import type { Editor } from '../editor.ts';
import { distance } from '../geometry.ts';
import { dragAfterPx } from '../options.ts';
import type { PointerInput } from '../pointer.ts';
import type { Target } from '../target.ts';
import { clearOverlay } from './show.ts';
import type { Gesture, Tool } from './tool.ts';

type State =
  | { readonly state: 'idle' }
  | { readonly state: 'pointing'; readonly start: PointerInput; readonly target: Target }
  | { readonly state: 'dragging'; readonly gesture: Gesture | null };

const IDLE: State = { state: 'idle' };

/** What a tool does with presses. */
export interface Presses {
  /** The gesture of a drag that began there; null for none. */
  gestureFor(start: PointerInput, target: Target): Gesture | null;
  /** Let go where it was pressed. */
  click(target: Target, input: PointerInput): void;
  /** Gives back what was picked before the press. */
  takeBack(): void;
  /** The pointer moves with nothing in the hand. */
  rest?(input: PointerInput): void;
}

export interface Pressing extends Required<Omit<Tool, 'name' | 'pointerDown'>> {
  /** A press on a target. */
  press(start: PointerInput, target: Target): void;
  /** A press that is a drag from the start: on a handle. */
  hold(gesture: Gesture): void;
}

/** A gesture on a handle that begins once the pointer has gone as far as a drag: a press alone does nothing. */
export function draggedFrom(start: PointerInput, gesture: Gesture): Gesture {
  let begun = false;
  return {
    move(input) {
      begun ||= distance(input.screen, start.screen) >= dragAfterPx(input);
      if (begun) gesture.move(input);
    },
    end(input) {
      if (begun) gesture.end(input);
      else gesture.cancel();
    },
    cancel: () => gesture.cancel(),
  };
}

export function pressing(editor: Editor, presses: Presses): Pressing {
  let state: State = IDLE;
  return {
    press(start, target) {
      state = { state: 'pointing', start, target };
    },
    hold(gesture) {
      state = { state: 'dragging', gesture };
    },
    pointerMove(input) {
      if (state.state === 'pointing') {
        const { start, target } = state;
        if (distance(input.screen, start.screen) < dragAfterPx(input)) return;
        state = { state: 'dragging', gesture: presses.gestureFor(start, target) };
      }
      if (state.state === 'dragging') state.gesture?.move(input);
      else presses.rest?.(input);
    },
    pointerUp(input) {
      if (state.state === 'pointing') presses.click(state.target, input);
      if (state.state === 'dragging') {
        state.gesture?.move(input);
        state.gesture?.end(input);
      }
      state = IDLE;
    },
    keyDown(key) {
      if (state.state === 'idle') return false;
      // While something is in the hand every other key waits: no command may pull the design from under it.
      if (key.key === 'Escape') cancel();
      return true;
    },
    cancel,
  };

  function cancel(): void {
    if (state.state === 'dragging') state.gesture?.cancel();
    if (state.state !== 'idle') presses.takeBack();
    clearOverlay(editor);
    state = IDLE;
  }
}

/** The hand: a drag moves the drawing. */
import { say } from '../../../shared/text/index.ts';
import type { Editor } from '../editor.ts';
import { panning } from './panning.ts';
import { showOverlay } from './show.ts';
import type { Gesture, Tool } from './tool.ts';

export function createHandTool(editor: Editor): Tool {
  let gesture: Gesture | null = null;
  const rest = (): void => showOverlay(editor, { cursor: 'grab', hint: say('editor.hint.hand') });
  return {
    name: 'hand',
    pointerDown(input) {
      if (input.button !== 'primary') return;
      gesture = panning(editor, input);
      showOverlay(editor, { cursor: 'grabbing' });
    },
    pointerMove(input) {
      if (gesture) gesture.move(input);
      else if (editor.state.overlay.cursor !== 'grab') rest();
    },
    pointerUp() {
      gesture = null;
      rest();
    },
    keyDown: () => false,
    cancel() {
      gesture?.cancel();
      gesture = null;
    },
  };
}

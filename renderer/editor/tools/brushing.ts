/** The marquee: what it touches is selected; Shift adds to what was. */

import { sceneOf, worldAt } from '../aim.ts';
import type { Editor } from '../editor.ts';
import { boxBetween } from '../geometry.ts';
import { hitBox } from '../hit.ts';
import type { PointerInput } from '../pointer.ts';
import { NOTHING_SELECTED, united } from '../selection.ts';
import { clearOverlay, showOverlay } from './show.ts';
import type { Gesture } from './tool.ts';

export function brushing(editor: Editor, start: PointerInput): Gesture {
  const before = editor.state.selection;
  const corner = worldAt(editor, start.screen);
  return {
    move({ screen, modifiers }) {
      const marquee = boxBetween(corner, worldAt(editor, screen));
      const base = modifiers.shift ? before : NOTHING_SELECTED;
      editor.set({ selection: united(base, hitBox(sceneOf(editor), marquee)) });
      showOverlay(editor, { marquee });
    },
    end() {
      clearOverlay(editor);
    },
    cancel() {
      editor.set({ selection: before });
      clearOverlay(editor);
    },
  };
}

/** Moving the drawing under the hand. */
import { panned } from '../camera.ts';
import type { Editor } from '../editor.ts';
import type { PointerInput } from '../pointer.ts';
import type { Gesture } from './tool.ts';

export function panning(editor: Editor, start: PointerInput): Gesture {
  const from = editor.state.camera;
  return {
    move({ screen }) {
      const camera = panned(from, screen.x - start.screen.x, screen.y - start.screen.y);
      editor.set({ camera });
    },
    end() {},
    cancel() {
      editor.set({ camera: from });
    },
  };
}

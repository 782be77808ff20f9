/** A marquee over a faceplate: what it touches is picked, a group as a whole; with Shift it adds. */
import { worldAt } from '../aim.ts';
import type { Editor } from '../editor.ts';
import { boxBetween, boxesTouch } from '../geometry.ts';
import type { PointerInput } from '../pointer.ts';
import { clearOverlay, showOverlay } from '../tools/show.ts';
import type { Gesture } from '../tools/tool.ts';
import { facesOnCanvas, partOnCanvas } from './face-layout.ts';
import { shownType } from './faceplate-state.ts';
import { partsByKey, withGroup } from './parts.ts';

export function markingParts(editor: Editor, start: PointerInput): Gesture | null {
  const { design, faceplate: opened } = editor.state;
  if (!opened) return null;
  const from = worldAt(editor, start.screen);
  const type = shownType(design, opened);
  const faces = facesOnCanvas(type, opened.faces);
  const before = start.modifiers.shift ? opened.selected : new Set<never>();
  return {
    move(input) {
      const { faceplate } = editor.state;
      if (!faceplate) return;
      const marquee = boxBetween(from, worldAt(editor, input.screen));
      const touched = [...partsByKey(type)].filter(([, part]) => {
        const box = partOnCanvas(faces, part);
        return box !== null && boxesTouch(box, marquee);
      });
      const keys = touched.flatMap(([key]) => withGroup(type, key));
      editor.set({ faceplate: { ...faceplate, selected: new Set([...before, ...keys]) } });
      showOverlay(editor, { marquee, cursor: 'crosshair' });
    },
    end() {
      clearOverlay(editor);
    },
    cancel() {
      clearOverlay(editor);
    },
  };
}

/**
 * Picking two points of a picture behind a face, whose distance somebody knows. Each click picks one; Escape gives
 * up. What the distance is, is said in the inspector.
 */
import { say } from '../../../shared/text/index.ts';
import { worldAt } from '../aim.ts';
import type { Editor } from '../editor.ts';
import type { Point } from '../geometry.ts';
import type { PointerInput } from '../pointer.ts';
import { clearOverlay, showOverlay } from '../tools/show.ts';
import type { Tool } from '../tools/tool.ts';
import { changeFaceplate } from './change-faceplate.ts';
import { facesOnCanvas } from './face-layout.ts';

export function createMeasureTool(editor: Editor, backdrop: number, onLeave: () => void): Tool {
  let from: Point | null = null;

  /** The point of the backdrop's face under the pointer, mm. */
  function pointAt(input: PointerInput): Point | null {
    const { design, faceplate } = editor.state;
    const type = faceplate && design.deviceTypes.get(faceplate.typeId);
    const face = type?.backdrops[backdrop]?.area.face;
    const there = type && facesOnCanvas(type, faceplate.faces).find((each) => each.face === face);
    if (!there) return null;
    const world = worldAt(editor, input.screen);
    return { x: world.x - there.x, y: world.y - there.y };
  }
  function show(input: PointerInput): void {
    const at = pointAt(input);
    changeFaceplate(editor, { measuring: { backdrop, from, to: from && at } });
    const key = from ? 'editor.faceplate.secondPoint' : 'editor.faceplate.firstPoint';
    showOverlay(editor, {
      cursor: 'crosshair',
      message: { tone: 'info', text: say(key), at: worldAt(editor, input.screen) },
      hint: say('editor.hint.measuring'),
    });
  }
  return {
    name: 'measure',
    pointerDown() {},
    pointerMove: show,
    pointerUp(input) {
      if (input.button !== 'primary') return;
      const at = pointAt(input);
      if (!at) return;
      if (!from) {
        from = at;
        show(input);
        return;
      }
      const measured = { backdrop, from, to: at };
      from = null;
      onLeave();
      changeFaceplate(editor, { measuring: measured });
    },
    keyDown(key) {
      if (key.key !== 'Escape') return false;
      onLeave();
      return true;
    },
    cancel() {
      from = null;
      clearOverlay(editor);
      changeFaceplate(editor, { measuring: null });
    },
  };
}

/** Pulling a handle of a shape: the sides that it moves follow the pointer and snap; the others stay. */
import {
  type FacePart,
  type PartBox,
  partKey,
  setPartBox,
} from '../../../shared/faceplate/index.ts';
import { say } from '../../../shared/text/index.ts';
import { roundMm } from '../../../shared/units/length.ts';
import { worldAt } from '../aim.ts';
import type { Editor } from '../editor.ts';
import type { PointerInput } from '../pointer.ts';
import { clearOverlay, showOverlay } from '../tools/show.ts';
import type { Gesture } from '../tools/tool.ts';
import { changeFaceplate } from './change-faceplate.ts';
import { drawType } from './draw-type.ts';
import type { Handle } from './face-hit.ts';
import { sizeText, snappedSides } from './snapped-box.ts';

/** Smallest side that a hand makes, mm: a number in the inspector goes below. */
const LEAST_MM = 0.5;

export function resizingShape(
  editor: Editor,
  start: PointerInput,
  part: FacePart,
  handle: Handle,
): Gesture | null {
  const { design, faceplate: opened } = editor.state;
  const type = opened && design.deviceTypes.get(opened.typeId);
  if (!type) return null;
  const from = worldAt(editor, start.screen);
  const key = partKey(part.ref);
  let box: PartBox | null = null;
  return {
    move(input) {
      const now = worldAt(editor, input.screen);
      const pulled = pulledBox(part, handle, now.x - from.x, now.y - from.y, input.modifiers.shift);
      const place = {
        type,
        face: part.face,
        moving: new Set([key]),
        wanted: !input.modifiers.mod && !input.modifiers.shift,
      };
      const snap = snappedSides(editor, place, pulled, handle);
      box = snap.box;
      changeFaceplate(editor, { draft: setPartBox(type, [part.ref], box) });
      showOverlay(editor, {
        guides: snap.guides,
        message: { tone: 'info', text: sizeText(box), at: snap.messageAt },
        hint: say('editor.hint.resizingPart'),
      });
    },
    end() {
      clearOverlay(editor);
      changeFaceplate(editor, { draft: null });
      if (!box) return;
      const after = setPartBox(type, [part.ref], box);
      if (after !== type) drawType(editor, after, say('editor.label.resizePart'));
    },
    cancel() {
      clearOverlay(editor);
      changeFaceplate(editor, { draft: null });
    },
  };
}

/** The box with the sides of the handle moved; with `ratio` it keeps its proportions. */
function pulledBox(part: PartBox, handle: Handle, dx: number, dy: number, ratio: boolean): PartBox {
  let widthMm = Math.max(LEAST_MM, part.widthMm + handle.x * dx);
  let heightMm = Math.max(LEAST_MM, part.heightMm + handle.y * dy);
  if (ratio && handle.x !== 0 && handle.y !== 0) {
    const scale = Math.max(widthMm / part.widthMm, heightMm / part.heightMm);
    widthMm = part.widthMm * scale;
    heightMm = part.heightMm * scale;
  }
  return {
    widthMm: roundMm(widthMm),
    heightMm: roundMm(heightMm),
    xMm: roundMm(handle.x === -1 ? part.xMm + part.widthMm - widthMm : part.xMm),
    yMm: roundMm(handle.y === -1 ? part.yMm + part.heightMm - heightMm : part.yMm),
  };
}

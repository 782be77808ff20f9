/**
 * Moving what is picked, within its face or over to the other one; with Alt held, copies of it. Every step is worked
 * out from where the parts lay when the gesture began; the type changes once, at the end.
 */
import {
  type Added,
  boundsOf,
  duplicateParts,
  type PartBox,
  type PartRef,
  partKey,
  unlockedOf,
} from '../../../shared/faceplate/index.ts';
import { placeParts } from '../../../shared/faceplate/map-parts.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { IdSource } from '../../../shared/model/ids.ts';
import type { Face } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { worldAt } from '../aim.ts';
import type { Editor } from '../editor.ts';
import type { Point } from '../geometry.ts';
import type { PointerInput } from '../pointer.ts';
import { clearOverlay, showOverlay } from '../tools/show.ts';
import type { Gesture } from '../tools/tool.ts';
import { changeFaceplate } from './change-faceplate.ts';
import { drawType } from './draw-type.ts';
import { type FaceOnCanvas, facesOnCanvas, faceUnder } from './face-layout.ts';
import { type PartKey, pickedParts, refsOf } from './parts.ts';
import { placeText, snappedBox } from './snapped-box.ts';
import { trialIds } from './trial-ids.ts';

/** What was taken up, as it was then. */
interface TakenUp {
  readonly type: DeviceType;
  readonly refs: readonly PartRef[];
  readonly face: FaceOnCanvas;
  /** The box around what moves. */
  readonly bounds: PartBox;
  readonly pointer: Point;
}

/** Where it is now. */
interface Step {
  readonly face: Face;
  readonly dxMm: number;
  readonly dyMm: number;
  readonly copying: boolean;
}

export function movingParts(editor: Editor, start: PointerInput): Gesture | null {
  const taken = takeUp(editor, start);
  if (!taken) return null;
  const moving = new Set<PartKey>(taken.refs.map(partKey));
  let step: Step | null = null;
  return {
    move(input) {
      const copying = input.modifiers.alt;
      const over = faceNow(editor, taken, input);
      const delta = dragDelta(editor, taken, input, over);
      const held: PartBox = {
        ...taken.bounds,
        xMm: taken.bounds.xMm + delta.x,
        yMm: taken.bounds.yMm + delta.y,
      };
      const others = copying ? new Set<PartKey>() : moving;
      const place = {
        type: taken.type,
        face: over.face,
        moving: others,
        wanted: !input.modifiers.mod,
      };
      const snap = snappedBox(editor, place, held);
      step = {
        face: over.face,
        dxMm: snap.box.xMm - taken.bounds.xMm,
        dyMm: snap.box.yMm - taken.bounds.yMm,
        copying,
      };
      changeFaceplate(editor, { draft: moved(taken, step, trialIds()).type });
      showOverlay(editor, {
        guides: snap.guides,
        message: { tone: 'info', text: placeText(snap.box), at: snap.messageAt },
        cursor: copying ? 'copy' : 'grabbing',
        hint: say('editor.hint.draggingPart'),
      });
    },
    end() {
      clearOverlay(editor);
      changeFaceplate(editor, { draft: null });
      if (!step || (step.dxMm === 0 && step.dyMm === 0 && step.face === taken.face.face)) return;
      const { type, added } = moved(taken, step, editor.ids);
      const key = step.copying ? 'editor.label.duplicateParts' : 'editor.label.moveParts';
      const label = say(key, { count: taken.refs.length });
      drawType(editor, type, label, step.copying ? added.map(partKey) : undefined);
    },
    cancel() {
      clearOverlay(editor);
      changeFaceplate(editor, { draft: null });
    },
  };
}

function takeUp(editor: Editor, start: PointerInput): TakenUp | null {
  const { design, faceplate, readOnly } = editor.state;
  const type = faceplate && design.deviceTypes.get(faceplate.typeId);
  if (!type || readOnly) return null;
  const world = worldAt(editor, start.screen);
  const face = faceUnder(facesOnCanvas(type, faceplate.faces), world, BESIDE_FACE_MM);
  const all = refsOf(type, faceplate.selected);
  const refs = unlockedOf(type, all);
  if (all.length > 0 && refs.length === 0) {
    editor.notify('refused', say('editor.refused.partsLocked'));
  }
  const bounds = boundsOf(pickedParts(type, refs.map(partKey)));
  return face && bounds ? { type, refs, face, bounds, pointer: world } : null;
}

/** The hand goes over the edge of a face by this much and still means it, mm. */
const BESIDE_FACE_MM = 12;

/** The face under the pointer, or the one it came from. Parts of both faces stay on theirs. */
function faceNow(editor: Editor, taken: TakenUp, input: PointerInput): FaceOnCanvas {
  const { faceplate } = editor.state;
  const picked = pickedParts(taken.type, taken.refs.map(partKey));
  if (!faceplate || picked.some(({ face }) => face !== taken.face.face)) return taken.face;
  const faces = facesOnCanvas(taken.type, faceplate.faces);
  return faceUnder(faces, worldAt(editor, input.screen)) ?? taken.face;
}

/** The whole way since the start, on the face it is over; Shift keeps to the longer of its two directions. */
function dragDelta(editor: Editor, taken: TakenUp, input: PointerInput, over: FaceOnCanvas): Point {
  const now = worldAt(editor, input.screen);
  const x = now.x - over.x - (taken.pointer.x - taken.face.x);
  const y = now.y - over.y - (taken.pointer.y - taken.face.y);
  if (!input.modifiers.shift) return { x, y };
  return Math.abs(x) > Math.abs(y) ? { x, y: 0 } : { x: 0, y };
}

function moved({ type, refs, face }: TakenUp, step: Step, ids: IdSource): Added {
  const made = step.copying ? duplicateParts(type, refs, 0, 0, ids) : { type, added: refs };
  const over = step.face === face.face ? null : step.face;
  const after = placeParts(made.type, made.added, (was) => ({
    ...was,
    face: over ?? was.face,
    xMm: was.xMm + step.dxMm,
    yMm: was.yMm + step.dyMm,
  }));
  return { type: after, added: made.added };
}

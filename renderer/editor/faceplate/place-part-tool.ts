/**
 * Putting a new part on a face: it is drawn where it would come to lie while the pointer or the arrow keys lead it.
 * Letting go, a click or Enter puts it there; Shift goes on with another; Escape puts it back.
 */

import { faceFrame, NUDGE_MM, type PartBox } from '../../../shared/faceplate/index.ts';
import { otherFace } from '../../../shared/model/face.ts';
import type { Face } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { roundMm } from '../../../shared/units/length.ts';
import { isOnCanvas, worldAt } from '../aim.ts';
import type { Editor } from '../editor.ts';
import type { Point } from '../geometry.ts';
import type { KeyInput, PointerInput } from '../pointer.ts';
import { clearOverlay, showOverlay } from '../tools/show.ts';
import type { Tool } from '../tools/tool.ts';
import { changeFaceplate } from './change-faceplate.ts';
import { drawType } from './draw-type.ts';
import { facesOnCanvas, faceUnder } from './face-layout.ts';
import { firstFreePlace } from './free-place.ts';
import { type NewPart, sizeOfNew, withNewPart } from './new-part.ts';
import type { PartKey } from './parts.ts';
import { placeText, snappedBox } from './snapped-box.ts';
import { trialIds } from './trial-ids.ts';

interface PlacePartOptions {
  readonly part: NewPart;
  /** What it is called, for the name of the step. */
  readonly name: string;
  /** How it was taken: by a pointer that is down, or by a key. */
  readonly by: 'drag' | 'keys';
  /** Takes the arrow again. */
  readonly onLeave: () => void;
}

interface Spot {
  readonly face: Face;
  readonly xMm: number;
  readonly yMm: number;
}

/** The hand goes over the edge of a face by this much and still means it, mm. */
const BESIDE_FACE_MM = 12;

export function createPlacePartTool(editor: Editor, options: PlacePartOptions): Tool {
  const { part, name, by, onLeave } = options;
  const size = sizeOfNew(part);
  let spot: Spot | null = null;

  function typeNow() {
    const { design, faceplate } = editor.state;
    return faceplate && design.deviceTypes.get(faceplate.typeId);
  }
  function show(next: Spot, snaps: boolean): void {
    const type = typeNow();
    if (!type) return;
    const box: PartBox = { ...size, xMm: next.xMm, yMm: next.yMm };
    const place = { type, face: next.face, moving: new Set<PartKey>(), wanted: snaps };
    const snap = snappedBox(editor, place, box);
    spot = { face: next.face, xMm: snap.box.xMm, yMm: snap.box.yMm };
    changeFaceplate(editor, { draft: withNewPart(type, part, spot, trialIds()).type });
    showOverlay(editor, {
      guides: snap.guides,
      message: { tone: 'info', text: placeText(snap.box), at: snap.messageAt },
      cursor: 'copy',
      hint: say('editor.hint.placingPart'),
    });
  }
  function hide(): void {
    spot = null;
    changeFaceplate(editor, { draft: null });
    clearOverlay(editor);
  }
  function follow(input: PointerInput): void {
    const { faceplate } = editor.state;
    const type = typeNow();
    if (!type || !faceplate || !isOnCanvas(editor, input.screen)) {
      hide();
      return;
    }
    const world = worldAt(editor, input.screen);
    const face = faceUnder(facesOnCanvas(type, faceplate.faces), world, BESIDE_FACE_MM);
    if (!face) {
      hide();
      showOverlay(editor, {
        cursor: 'not-allowed',
        message: { tone: 'refused', text: say('editor.drag.noFace'), at: world },
        hint: say('editor.hint.placingPart'),
      });
      return;
    }
    const at: Point = { x: world.x - face.x, y: world.y - face.y };
    const held = { xMm: at.x - size.widthMm / 2, yMm: at.y - size.heightMm / 2 };
    show({ face: face.face, ...held }, !input.modifiers.mod);
  }
  function drop(): boolean {
    const type = typeNow();
    if (!spot || !type) return false;
    const made = withNewPart(type, part, spot, editor.ids);
    const done = drawType(editor, made.type, say('editor.label.addPart', { name }), made.keys);
    if (done) spot = null;
    return done;
  }
  function begin(): void {
    const type = typeNow();
    if (!type) return;
    const face: Face = editor.state.faceplate?.faces === 'rear' ? 'rear' : 'front';
    show({ face, ...firstFreePlace(type, face, size) }, false);
  }
  if (by === 'keys') begin();

  return {
    name: 'place',
    pointerDown(input) {
      if (input.button === 'primary') follow(input);
    },
    pointerMove: follow,
    pointerUp(input) {
      if (input.button !== 'primary') return;
      follow(input);
      const placed = drop();
      // A drag is over where it is let go, placed or not; Shift goes on to the next one.
      if ((placed || by === 'drag') && !input.modifiers.shift) onLeave();
    },
    keyDown(key) {
      if (key.key === 'Escape') {
        onLeave();
        return true;
      }
      if (key.key === 'Enter') {
        if (drop() && !key.modifiers.shift) onLeave();
        else if (key.modifiers.shift) begin();
        return true;
      }
      const type = typeNow();
      const next = type && spot ? spotAfter(spot, key) : null;
      if (!next || !type) return false;
      const frame = faceFrame(type, next.face);
      show(
        {
          face: next.face,
          xMm: Math.min(Math.max(0, next.xMm), roundMm(frame.widthMm - size.widthMm)),
          yMm: Math.min(Math.max(0, next.yMm), roundMm(frame.heightMm - size.heightMm)),
        },
        false,
      );
      return true;
    },
    cancel: hide,
  };
}

/** Arrows move it by a millimetre or ten, `F` takes it to the other face; null for any other key. */
function spotAfter(from: Spot, { key, modifiers }: KeyInput): Spot | null {
  if (modifiers.mod || modifiers.alt) return null;
  const step = modifiers.shift ? 10 * NUDGE_MM.coarse : NUDGE_MM.coarse;
  switch (key) {
    case 'ArrowUp':
      return { ...from, yMm: roundMm(from.yMm - step) };
    case 'ArrowDown':
      return { ...from, yMm: roundMm(from.yMm + step) };
    case 'ArrowLeft':
      return { ...from, xMm: roundMm(from.xMm - step) };
    case 'ArrowRight':
      return { ...from, xMm: roundMm(from.xMm + step) };
    case 'f':
    case 'F':
      return { ...from, face: otherFace(from.face) };
    default:
      return null;
  }
}

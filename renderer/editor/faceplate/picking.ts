/** Picking parts by name, and bringing them into view. */
import { boxAround } from '../../../shared/floor/plan-box.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import { revealed, toScreen } from '../camera.ts';
import type { Editor } from '../editor.ts';
import { changeFaceplate } from './change-faceplate.ts';
import { facesOnCanvas, partOnCanvas } from './face-layout.ts';
import { shownType } from './faceplate-state.ts';
import { type PartKey, pickedParts, toggledParts, withGroup } from './parts.ts';

/** World box of the parts that are shown; null of none. */
export function boxOfParts(editor: Editor, keys: Iterable<PartKey>): Box | null {
  const { design, faceplate } = editor.state;
  if (!faceplate) return null;
  const type = shownType(design, faceplate);
  const faces = facesOnCanvas(type, faceplate.faces);
  const boxes = pickedParts(type, keys).flatMap((part) => partOnCanvas(faces, part) ?? []);
  return boxAround(boxes);
}

/** Where a part is on screen, px from the canvas' corner; null while its face is not shown. */
export function partScreenBox(editor: Editor, key: PartKey): Box | null {
  const box = boxOfParts(editor, [key]);
  if (!box) return null;
  const { camera } = editor.state;
  const { zoom } = camera;
  return { ...toScreen(camera, box), width: box.width * zoom, height: box.height * zoom };
}

/** Picks these parts with their groups, alone or turned over among what is picked. */
export function pickParts(editor: Editor, keys: readonly PartKey[], how: 'only' | 'toggle'): void {
  const { design, faceplate } = editor.state;
  if (!faceplate) return;
  const type = shownType(design, faceplate);
  const whole = keys.flatMap((key) => withGroup(type, key));
  const selected = how === 'only' ? new Set(whole) : toggledParts(faceplate.selected, whole);
  changeFaceplate(editor, { selected });
}

/** How much around what is gone to stays in view, px. */
const SURROUNDINGS_PX = 60;

/** Brings parts into view. */
export function revealParts(editor: Editor, keys: Iterable<PartKey>): void {
  const box = boxOfParts(editor, keys);
  if (!box) return;
  const { camera, viewport } = editor.state;
  const by = SURROUNDINGS_PX / camera.zoom;
  const around = {
    x: box.x - by,
    y: box.y - by,
    width: box.width + 2 * by,
    height: box.height + 2 * by,
  };
  editor.set({ camera: revealed(camera, around, viewport) });
}

/** The keyboard goes to a part. */
export function goToPart(editor: Editor, key: PartKey): void {
  editor.set({ focus: { kind: 'part', part: key } });
  revealParts(editor, [key]);
}

/** Shows what a check speaks of: its parts are picked, lit and in view. */
export function showParts(editor: Editor, keys: readonly PartKey[]): void {
  const { design, faceplate } = editor.state;
  const [first] = keys;
  if (!faceplate || first === undefined) return;
  const face = pickedParts(shownType(design, faceplate), [first])[0]?.face;
  const hidden = face !== undefined && faceplate.faces !== 'both' && faceplate.faces !== face;
  changeFaceplate(editor, {
    selected: new Set(keys),
    lit: new Set(keys),
    ...(hidden ? { faces: face } : {}),
  });
  editor.set({ focus: { kind: 'part', part: first } });
  revealParts(editor, keys);
}

/** Making a drawing the type's: one edit a gesture, and nothing that hangs on it is lost without a word. */
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { Editor } from '../editor.ts';
import { cablesLost, redrawType } from '../edits/face-edits.ts';
import type { PartKey } from './parts.ts';

/**
 * Makes what was drawn the type. Where cables end in ports that would be gone, it waits and asks first.
 * @param selected what is picked afterwards; left out, that stays
 * @returns whether it was made
 */
export function drawType(
  editor: Editor,
  after: DeviceType,
  label: string,
  selected?: Iterable<PartKey>,
): boolean {
  const { design, faceplate, readOnly } = editor.state;
  if (!faceplate) return false;
  const picked = selected ? new Set(selected) : faceplate.selected;
  const cables = readOnly ? [] : cablesLost(design, after);
  if (cables.length > 0) {
    const waiting = { after, label, selected: picked, cables };
    editor.set({ faceplate: { ...faceplate, draft: null, waiting } });
    return false;
  }
  return makeDrawn(editor, after, label, picked);
}

/** The person's word to what waits: cables and ports go together, or nothing does. */
export function answerWaiting(editor: Editor, goOn: boolean): void {
  const { faceplate } = editor.state;
  const waiting = faceplate?.waiting;
  if (!faceplate || !waiting) return;
  editor.set({ faceplate: { ...faceplate, waiting: null } });
  if (goOn) makeDrawn(editor, waiting.after, waiting.label, waiting.selected);
}

function makeDrawn(
  editor: Editor,
  after: DeviceType,
  label: string,
  selected: ReadonlySet<PartKey>,
): boolean {
  const made = editor.perform(redrawType(editor.state.design, after, label));
  const { faceplate } = editor.state;
  if (faceplate) {
    const kept = made ? selected : faceplate.selected;
    editor.set({ faceplate: { ...faceplate, draft: null, selected: kept } });
  }
  return made;
}

/** Opening and leaving a faceplate. */
import { type NewType, newType } from '../../../shared/faceplate/index.ts';
import { copyOf } from '../../../shared/library/same-type.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { DeviceTypeId } from '../../../shared/model/ids.ts';
import { say } from '../../../shared/text/index.ts';
import { fitted } from '../camera.ts';
import type { Editor } from '../editor.ts';
import { addType, makeOwn } from '../edits/own-type-edits.ts';
import { EDITOR_OPTIONS } from '../options.ts';
import { takeSelectTool } from '../tools/take-tool.ts';
import { facesBounds } from './face-layout.ts';
import { type FaceplateState, NO_PARTS } from './faceplate-state.ts';

/**
 * Opens the faceplate of a type. One of the catalogue is first copied into the design: what everybody has is not
 * drawn over.
 * @param follow whether the devices of a catalogue's type become devices of the copy
 */
export function editFaceplate(editor: Editor, type: DeviceType, follow: boolean): void {
  const { design } = editor.state;
  if (type.origin !== 'catalog') {
    if (design.deviceTypes.has(type.id) || editor.perform(addType(design, type))) {
      showFaceplate(editor, type.id);
    }
    return;
  }
  const { answer, own, devices } = makeOwn(design, type, follow);
  if (!editor.perform(answer)) return;
  showFaceplate(editor, own.id);
  const words = { model: type.model, own: own.model, devices };
  editor.notify('info', say('editor.faceplate.copied', words));
}

/** Makes a new type and opens its faceplate. @param from the type it starts as a copy of; null for empty faces */
export function newFaceplate(editor: Editor, words: NewType, from: DeviceType | null): boolean {
  const { design } = editor.state;
  const drawn = { ...(from ?? newType('', words)), ...words };
  // The id is a copy's, which is free; the name stays the one that was given.
  const type = { ...copyOf(drawn, [...design.deviceTypes.values()], words.model), ...words };
  if (!editor.perform(addType(design, type))) return false;
  showFaceplate(editor, type.id);
  return true;
}

/** Shows the faceplate of a type that the design has. */
function showFaceplate(editor: Editor, typeId: DeviceTypeId): void {
  const { camera, faceplate, design } = editor.state;
  if (!design.deviceTypes.has(typeId)) return;
  const opened: FaceplateState = {
    typeId,
    faces: 'both',
    selected: NO_PARTS,
    draft: null,
    waiting: null,
    measuring: null,
    backdropOpacity: faceplate?.backdropOpacity ?? 0.6,
    lit: NO_PARTS,
    snapping: faceplate?.snapping ?? true,
    racksCamera: faceplate?.racksCamera ?? camera,
  };
  editor.set({
    faceplate: opened,
    hover: null,
    pointer: null,
    focus: null,
    renaming: null,
  });
  takeSelectTool(editor);
  fitFaces(editor);
}

/** Shows all of the faces that are shown, beside the rulers. */
export function fitFaces(editor: Editor): void {
  const { viewport, faceplate, design } = editor.state;
  const type = faceplate && design.deviceTypes.get(faceplate.typeId);
  if (!type) return;
  editor.set({
    camera: fitted(facesBounds(type, faceplate.faces), viewport, EDITOR_OPTIONS.fitFaceZoom),
  });
}

/** Goes back to the racks, as they were looked at before. */
export function closeFaceplate(editor: Editor): void {
  const { faceplate } = editor.state;
  if (!faceplate) return;
  editor.set({ faceplate: null, camera: faceplate.racksCamera, hover: null, focus: null });
  takeSelectTool(editor);
}

/** What commands that one knows from the racks do on a faceplate: the same verbs, over parts. */
import {
  duplicateParts,
  type PartRef,
  partKey,
  removeParts,
  unlockedOf,
} from '../../../shared/faceplate/index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { sayReason } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import { fitted } from '../camera.ts';
import type { Editor } from '../editor.ts';
import { changeFaceplate } from '../faceplate/change-faceplate.ts';
import { drawType } from '../faceplate/draw-type.ts';
import { facesOnCanvas, faceUnder } from '../faceplate/face-layout.ts';
import { type FacesShown, NO_PARTS } from '../faceplate/faceplate-state.ts';
import { closeFaceplate, fitFaces } from '../faceplate/open-faceplate.ts';
import { refsOf } from '../faceplate/parts.ts';
import { type PasteSpot, partsText, pasteParts, readParts } from '../faceplate/parts-clipboard.ts';
import { boxOfParts } from '../faceplate/picking.ts';
import { EDITOR_OPTIONS } from '../options.ts';
import { all, always, type Command, mayEdit, when } from './command.ts';
import { editCommands } from './edit-commands.ts';
import { partsShown } from './faceplate-commands.ts';
import { viewCommands } from './view-commands.ts';

interface Drawn {
  readonly type: DeviceType;
  readonly refs: readonly PartRef[];
}

function drawnNow(editor: Editor): Drawn | null {
  const { design, faceplate } = editor.state;
  const type = faceplate && design.deviceTypes.get(faceplate.typeId);
  return type ? { type, refs: refsOf(type, faceplate.selected) } : null;
}

const hasPicked = (editor: Editor): ReturnType<Command['can']> =>
  when((editor.state.faceplate?.selected.size ?? 0) > 0, 'editor.needs.aPart');

/** A copy beside its original: far enough to be seen, near enough to be its copy, mm. */
const BESIDE_MM = 4;

function remove(editor: Editor, labelKey: string): void {
  const drawn = drawnNow(editor);
  if (!drawn) return;
  const { type, refs } = drawn;
  const free = unlockedOf(type, refs);
  if (free.length === 0) {
    editor.notify('refused', say('editor.refused.partsLocked'));
    return;
  }
  drawType(editor, removeParts(type, refs), say(labelKey, { count: free.length }));
}

async function copy(editor: Editor): Promise<void> {
  const drawn = drawnNow(editor);
  if (drawn) await editor.clipboard.write(partsText(drawn.type, drawn.refs));
}

/** @param aim where the copies go; null for where they came from */
async function paste(editor: Editor, aim: PasteSpot | null): Promise<void> {
  const read = readParts(await editor.clipboard.read());
  const drawn = drawnNow(editor);
  if (!drawn) return;
  if (!read.ok) {
    editor.notify('refused', sayReason(read.reason));
    return;
  }
  const made = pasteParts(drawn.type, read.parts, aim, editor.ids);
  const label = say('editor.label.pasteParts', { count: made.added.length });
  drawType(editor, made.type, label, made.added.map(partKey));
}

/** The point of a face under the pointer; null beside the faces. */
function pasteAim(editor: Editor): PasteSpot | null {
  const { faceplate, pointer } = editor.state;
  const drawn = drawnNow(editor);
  if (!faceplate || !pointer || !drawn) return null;
  const face = faceUnder(facesOnCanvas(drawn.type, faceplate.faces), pointer);
  return face && { face: face.face, xMm: pointer.x - face.x, yMm: pointer.y - face.y };
}

function faces(shown: FacesShown): Command {
  return {
    can: always,
    checked: ({ state }) => state.faceplate?.faces === shown,
    run(editor) {
      changeFaceplate(editor, { faces: shown });
      fitFaces(editor);
    },
  };
}

const NEXT_FACES: Readonly<Record<FacesShown, FacesShown>> = {
  both: 'front',
  front: 'rear',
  rear: 'both',
};

export const faceplateActs = {
  'edit.undo': editCommands['edit.undo'],
  'edit.redo': editCommands['edit.redo'],
  'edit.cut': {
    can: (editor) => all(mayEdit(editor), hasPicked(editor)),
    async run(editor) {
      await copy(editor);
      remove(editor, 'editor.label.cutParts');
    },
  },
  'edit.copy': { can: hasPicked, run: copy },
  'edit.paste': { can: mayEdit, run: (editor) => paste(editor, pasteAim(editor)) },
  'edit.pasteInPlace': { can: mayEdit, run: (editor) => paste(editor, null) },
  'edit.duplicate': {
    can: (editor) => all(mayEdit(editor), hasPicked(editor)),
    run(editor) {
      const drawn = drawnNow(editor);
      if (!drawn) return;
      const { type, refs } = drawn;
      const made = duplicateParts(type, refs, BESIDE_MM, BESIDE_MM, editor.ids);
      const label = say('editor.label.duplicateParts', { count: refs.length });
      drawType(editor, made.type, label, made.added.map(partKey));
    },
  },
  'edit.delete': {
    can: (editor) => all(mayEdit(editor), hasPicked(editor)),
    run: (editor) => remove(editor, 'editor.label.deleteParts'),
  },
  'select.all': {
    can: always,
    run: (editor) => changeFaceplate(editor, { selected: new Set(partsShown(editor)) }),
  },
  'select.none': {
    can: always,
    /** With nothing picked any more, it goes back to the racks. */
    run(editor) {
      const { faceplate } = editor.state;
      if (faceplate?.selected.size === 0) closeFaceplate(editor);
      else changeFaceplate(editor, { selected: NO_PARTS, lit: NO_PARTS });
    },
  },
  'view.zoomIn': viewCommands['view.zoomIn'],
  'view.zoomOut': viewCommands['view.zoomOut'],
  'view.zoom100': viewCommands['view.zoom100'],
  'view.fitAll': { can: always, run: fitFaces },
  'view.fitSelection': {
    can: hasPicked,
    run(editor) {
      const { faceplate, viewport } = editor.state;
      const box = boxOfParts(editor, faceplate?.selected ?? []);
      if (box) editor.set({ camera: fitted(box, viewport, EDITOR_OPTIONS.fitFaceZoom) });
    },
  },
  'view.nextElevation': {
    can: always,
    run: (editor) => void faces(NEXT_FACES[editor.state.faceplate?.faces ?? 'both']).run(editor),
  },
  'view.both': faces('both'),
  'view.front': faces('front'),
  'view.rear': faces('rear'),
  'tool.select': viewCommands['tool.select'],
  'tool.hand': viewCommands['tool.hand'],
} satisfies Readonly<Record<string, Command>>;

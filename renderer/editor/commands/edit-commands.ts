/** Undo, clipboard, deleting, selecting, renaming. */
import { cablesOfDevice, devicesInRack } from '../../../shared/model/design-index.ts';
import { unitAt } from '../../../shared/model/rack-geometry.ts';
import { sayReason } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import { clipboardText, contentOf, readClipboard } from '../clipboard.ts';
import type { Editor } from '../editor.ts';
import { deleteSelected } from '../edits/delete-edits.ts';
import { type PasteAim, pasteContent, type RackAim } from '../edits/paste-edits.ts';
import { faceAt } from '../hit.ts';
import { NOTHING_SELECTED, type Selection, selectionRefs, selectionSize } from '../selection.ts';
import { all, always, type Command, editing, mayEdit, needs, when } from './command.ts';

/** What can be copied: cables alone mean nothing without their ends. */
function canCopy(editor: Editor): ReturnType<Command['can']> {
  const { devices, racks, areas, pathways } = editor.state.selection;
  const count = devices.size + racks.size + areas.size + pathways.size;
  return when(count > 0, 'editor.needs.somethingToCopy');
}

async function copy(editor: Editor): Promise<void> {
  const { design, selection } = editor.state;
  await editor.clipboard.write(clipboardText(contentOf(design, selection)));
}

/** Pastes what is on the clipboard, or says why it cannot be. */
export async function paste(editor: Editor, aim: PasteAim): Promise<void> {
  const read = readClipboard(await editor.clipboard.read());
  if (!read.ok) {
    editor.notify('refused', sayReason(read.reason));
    return;
  }
  editor.perform(pasteContent(editor.state.design, editor.ids, read.content, aim));
}

/** The unit under the pointer, or the rack that is selected. */
function pasteAim(editor: Editor): RackAim | null {
  const { design, pointer, selection } = editor.state;
  const face = pointer && faceAt(editor.layout, pointer);
  const rack = face && design.racks.get(face.rackId);
  if (pointer && face && rack) {
    const u = Math.floor(unitAt(rack, pointer.y - face.y));
    return { rackId: rack.id, u: u >= 1 && u <= rack.heightU ? u : null };
  }
  return selectedRack(selection);
}

/** Any unit of the rack that is selected. */
export function selectedRack({ racks }: Selection): RackAim | null {
  const [rackId] = racks;
  return rackId === undefined ? null : { rackId, u: null };
}

/** Nobody points at anything: what is copied says where it goes. */
const BESIDE: PasteAim = { rack: null, floor: 'beside' };

function everything(editor: Editor): Selection {
  const { devices, racks } = editor.state.design;
  return devices.size > 0
    ? { ...NOTHING_SELECTED, devices: new Set(devices.keys()) }
    : { ...NOTHING_SELECTED, racks: new Set(racks.keys()) };
}

export const editCommands = {
  'edit.undo': {
    keys: ['Mod+Z'],
    can: (editor) =>
      all(mayEdit(editor), when(editor.state.undoLabel !== null, 'editor.nothingToUndo')),
    run: (editor) => editor.undo(),
    label: ({ state }) => say('editor.undoNamed', { label: state.undoLabel ?? '' }),
  },
  'edit.redo': {
    keys: ['Mod+Shift+Z', 'Ctrl+Y'],
    can: (editor) =>
      all(mayEdit(editor), when(editor.state.redoLabel !== null, 'editor.nothingToRedo')),
    run: (editor) => editor.redo(),
    label: ({ state }) => say('editor.redoNamed', { label: state.redoLabel ?? '' }),
  },
  'edit.cut': {
    keys: ['Mod+X'],
    can: (editor) => all(mayEdit(editor), canCopy(editor)),
    async run(editor) {
      const { design, selection } = editor.state;
      await copy(editor);
      editor.perform(deleteSelected(design, selection));
    },
  },
  'edit.copy': { keys: ['Mod+C'], can: canCopy, run: copy },
  'edit.paste': {
    keys: ['Mod+V'],
    can: mayEdit,
    run: (editor) => paste(editor, { ...BESIDE, rack: pasteAim(editor) }),
  },
  'edit.pasteInPlace': {
    keys: ['Mod+Shift+V'],
    can: mayEdit,
    run: (editor) => paste(editor, { rack: null, floor: 'in-place' }),
  },
  'edit.duplicate': {
    keys: ['Mod+D'],
    can: (editor) => all(mayEdit(editor), canCopy(editor)),
    run(editor) {
      const { design, selection } = editor.state;
      const content = contentOf(design, selection);
      editor.perform(pasteContent(design, editor.ids, content, BESIDE, 'editor.label.duplicate'));
    },
  },
  'edit.delete': editing('anything', ['Delete', 'Backspace'], (design, editor) =>
    deleteSelected(design, editor.state.selection),
  ),
  'edit.rename': {
    keys: ['F2', 'Enter'],
    can: (editor) =>
      all(
        mayEdit(editor),
        when(selectionSize(editor.state.selection) === 1, 'editor.needs.oneThing'),
      ),
    run(editor) {
      const [ref] = selectionRefs(editor.state.selection);
      if (ref) editor.set({ renaming: ref });
    },
  },
  'select.all': {
    keys: ['Mod+A'],
    can: always,
    run: (editor) => editor.set({ selection: everything(editor) }),
  },
  'select.none': {
    keys: ['Escape'],
    can: always,
    /** With nothing selected any more, it takes the overlay off the racks. */
    run(editor) {
      const { selection, view } = editor.state;
      if (selectionSize(selection) === 0) editor.set({ view: { ...view, lens: null } });
      editor.set({ selection: NOTHING_SELECTED, renaming: null });
    },
  },
  'select.sameType': {
    can: (editor) => needs(editor, 'devices'),
    run(editor) {
      const { design, selection } = editor.state;
      const types = new Set([...selection.devices].map((id) => design.devices.get(id)?.typeId));
      const same = [...design.devices.values()].filter((device) => types.has(device.typeId));
      const devices = new Set(same.map((device) => device.id));
      editor.set({ selection: { ...NOTHING_SELECTED, devices } });
    },
  },
  'select.devicesInRack': {
    can: (editor) => needs(editor, 'racks'),
    run(editor) {
      const { design, selection } = editor.state;
      const inside = [...selection.racks].flatMap((id) => devicesInRack(design, id));
      const devices = new Set(inside.map((device) => device.id));
      editor.set({ selection: { ...NOTHING_SELECTED, devices } });
    },
  },
  'select.cables': {
    can: (editor) => needs(editor, 'devices'),
    run(editor) {
      const { design, selection } = editor.state;
      const cables = new Set(
        [...selection.devices].flatMap((id) => [...cablesOfDevice(design, id)]),
      );
      editor.set({ selection: { ...NOTHING_SELECTED, cables } });
    },
  },
} satisfies Readonly<Record<string, Command>>;

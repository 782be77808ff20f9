/** Renaming in place: Enter keeps the new name, Escape the old one. */
import { devicesInRack, orderedRacks } from '../../shared/model/design-index.ts';
import type { Editor, Renaming } from './editor.ts';
import { patchCables } from './edits/cable-edits.ts';
import type { EditAnswer } from './edits/edit.ts';
import { patchDevices, patchRacks, patchRow } from './edits/field-edits.ts';
import { changeAreas, changePathways } from './edits/floor-edits.ts';

export function beginRenaming(editor: Editor, what: Renaming): void {
  if (!editor.state.readOnly) editor.set({ renaming: what });
}

/** The name that a text field starts with. */
export function nameOf(editor: Editor, { kind, id }: Renaming): string {
  const { design } = editor.state;
  switch (kind) {
    case 'rack':
      return design.racks.get(id)?.name ?? '';
    case 'device':
      return design.devices.get(id)?.name ?? '';
    case 'cable':
      return design.cables.get(id)?.label ?? '';
    case 'row':
      return design.rows.get(id)?.name ?? '';
    case 'area':
      return design.areas.get(id)?.name ?? '';
    case 'pathway':
      return design.pathways.get(id)?.name ?? '';
    default:
      return kind satisfies never;
  }
}

/** Gives the new name and ends renaming. An empty name keeps the old one, except for a cable's label. */
export function commitRenaming(editor: Editor, name: string): void {
  const what = editor.state.renaming;
  if (!what) return;
  editor.set({ renaming: null });
  const trimmed = name.trim();
  if (trimmed === nameOf(editor, what) || (trimmed === '' && what.kind !== 'cable')) return;
  editor.perform(renameEdit(editor, what, trimmed));
}

export function cancelRenaming(editor: Editor): void {
  editor.set({ renaming: null });
}

/** Gives the new name and goes on with the next thing of its kind: Tab walks through names. */
export function renameAndGoOn(editor: Editor, name: string): void {
  const what = editor.state.renaming;
  commitRenaming(editor, name);
  const next = what && nextOf(editor, what);
  if (next) beginRenaming(editor, next);
}

function nextOf(editor: Editor, { kind, id }: Renaming): Renaming | null {
  const siblings = siblingsOf(editor, kind, id);
  const next = siblings[siblings.indexOf(id) + 1];
  return next === undefined ? null : { kind, id: next };
}

function siblingsOf(editor: Editor, kind: Renaming['kind'], id: string): readonly string[] {
  const { design } = editor.state;
  switch (kind) {
    case 'rack':
      return orderedRacks(design).map((rack) => rack.id);
    case 'device': {
      const rackId = design.devices.get(id)?.rackId;
      return rackId === undefined ? [] : devicesInRack(design, rackId).map((device) => device.id);
    }
    case 'cable':
    case 'row':
    case 'area':
    case 'pathway':
      return [];
    default:
      return kind satisfies never;
  }
}

function renameEdit(editor: Editor, { kind, id }: Renaming, name: string): EditAnswer {
  const { design } = editor.state;
  switch (kind) {
    case 'rack':
      return patchRacks(design, [id], { name });
    case 'device':
      return patchDevices(design, [id], { name });
    case 'cable':
      return patchCables(design, [id], { label: name });
    case 'row':
      return patchRow(design, id, { name });
    case 'area':
      return changeAreas(design, [id], { name });
    case 'pathway':
      return changePathways(design, [id], { name });
    default:
      return kind satisfies never;
  }
}

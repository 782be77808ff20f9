/** Showing where something is: it is selected, and the drawing moves there. */
import { useCallback } from 'react';
import type { Subject } from '../../shared/analysis/types.ts';
import type { Design } from '../../shared/model/design.ts';
import {
  type Editor,
  fitted,
  type SelectionRef,
  selectionBox,
  selectionOf,
  selectionSize,
} from '../editor/index.ts';
import { useWorkspace } from './workspace.ts';

/** Selects the subjects and brings them into view. Subjects that cannot be selected stand for what is of them. */
export function showSubjects(editor: Editor, subjects: readonly Subject[]): void {
  const { design } = editor.state;
  const selection = selectionOf(subjects.flatMap((subject) => selectable(design, subject)));
  if (selectionSize(selection) === 0) return;
  const box = selectionBox(design, editor.layout, selection);
  editor.set({
    selection,
    ...(box === null ? {} : { camera: fitted(box, editor.state.viewport) }),
  });
}

function selectable(design: Design, { kind, id }: Subject): readonly SelectionRef[] {
  switch (kind) {
    case 'rack':
    case 'device':
    case 'cable':
      return [{ kind, id }];
    case 'deviceType':
      return [...design.devices.values()].flatMap((device) =>
        device.typeId === id ? [{ kind: 'device' as const, id: device.id }] : [],
      );
    case 'row':
      return [...design.racks.values()].flatMap((rack) =>
        rack.rowId === id ? [{ kind: 'rack' as const, id: rack.id }] : [],
      );
    case 'settings':
      return [];
    default:
      return kind satisfies never;
  }
}

/** The same for the editor of this workspace. */
export function useShowSubjects(): (subjects: readonly Subject[]) => void {
  const { editor } = useWorkspace();
  return useCallback((subjects) => showSubjects(editor, subjects), [editor]);
}

import { useSyncExternalStore } from 'react';
import type { Editor, EditorState } from '../editor/index.ts';

/** A part of the editor's state; the selector must give back parts, not new objects. */
export function useEditorState<T>(editor: Editor, selector: (state: EditorState) => T): T {
  return useSyncExternalStore(editor.subscribe, () => selector(editor.state));
}

/** Puts an editor together: the state and the select tool in the hand. */
import { assembleEditor, type Editor, type EditorOptions } from './editor.ts';
import { createSelectTool } from './tools/select-tool.ts';

export function createEditor(options: EditorOptions): Editor {
  return assembleEditor(options, createSelectTool);
}

/** Puts an editor together: the state, the select tool in the hand and the tool over the plan. */
import { assembleEditor, type Editor, type EditorOptions } from './editor.ts';
import { createPlanTool } from './plan/plan-tool.ts';
import { createSelectTool } from './tools/select-tool.ts';

export function createEditor(options: EditorOptions): Editor {
  return assembleEditor(options, createSelectTool, createPlanTool);
}

/** Changing how a faceplate is looked at. */
import type { Editor } from '../editor.ts';
import type { FaceplateState } from './faceplate-state.ts';

/** Changes what is seen of the faceplate, never the type. */
export function changeFaceplate(editor: Editor, change: Partial<FaceplateState>): void {
  const { faceplate } = editor.state;
  if (faceplate) editor.set({ faceplate: { ...faceplate, ...change } });
}

/** Making an edit from a field: the reason against it comes back, to be shown beside what was typed. */
import { type EditAnswer, type Editor, sayReason } from '../editor/index.ts';
import { useWorkspace } from './workspace.ts';

/** Makes the edit; returns why not, or null when it was made. */
export function useEdit(): (make: (editor: Editor) => EditAnswer) => string | null {
  const { editor } = useWorkspace();
  return (make) => {
    const answer = make(editor);
    if (!answer.ok) return sayReason(answer.reason);
    editor.perform(answer);
    return null;
  };
}

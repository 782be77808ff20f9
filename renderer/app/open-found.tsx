import { sayReason } from '../../shared/rules/index.ts';
import { FoundDialog } from '../dialogs/found/found-dialog.tsx';
import { removeFound, setAlias } from '../editor/index.ts';
import { useEditorState } from '../panels/workspace.ts';
import type { DesignDialogProps } from './design-dialog-props.ts';
import { readFoundFile } from './found-actions.ts';

/** What discovery tools found, held against the drawing. */
export function OpenFound({ window, open }: DesignDialogProps) {
  const { editor } = open;
  const design = useEditorState((state) => state.design);
  const readOnly = useEditorState((state) => state.readOnly);
  return (
    <FoundDialog
      design={design}
      readOnly={readOnly && sayReason(readOnly)}
      onRead={() => void readFoundFile(window, open)}
      onRemove={(id) => editor.perform(removeFound(editor.state.design, id))}
      onAlias={(id, name, deviceId) =>
        editor.perform(setAlias(editor.state.design, id, name, deviceId))
      }
      onClose={() => window.dialog.set(null)}
    />
  );
}

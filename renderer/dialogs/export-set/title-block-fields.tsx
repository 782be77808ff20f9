import { useId } from 'react';
import { say } from '../../../shared/text/index.ts';
import { patchTitleBlock, type TitleBlock } from '../../editor/index.ts';
import { TextField } from '../../panels/fields/text-field.tsx';
import { useEdit } from '../../panels/use-edit.ts';
import { useEditorState } from '../../panels/workspace.ts';

const FIELDS: readonly (keyof TitleBlock)[] = [
  'owner',
  'number',
  'createdBy',
  'approvedBy',
  'status',
];

/** What the title block says besides what Plenum knows: facts of the design, each change one step of undo. */
export function TitleBlockFields({ readOnly }: { readonly readOnly: boolean }) {
  const drawing = useEditorState(({ design }) => design.settings.drawing);
  const edit = useEdit();
  const id = useId();
  return FIELDS.map((field) => (
    <TextField
      key={field}
      id={`${id}-${field}`}
      label={say(`prints.block.${field}`)}
      value={drawing[field]}
      disabled={readOnly}
      onCommit={(text) => edit(({ state }) => patchTitleBlock(state.design, { [field]: text }))}
    />
  ));
}

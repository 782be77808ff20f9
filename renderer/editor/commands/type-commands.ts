/** Device types of the design itself. */
import { unusedTypes } from '../../../shared/library/unused-types.ts';
import { removeTypes } from '../edits/type-edits.ts';
import { all, type Command, mayEdit, when } from './command.ts';

export const typeCommands = {
  'type.removeUnused': {
    can: (editor) =>
      all(
        mayEdit(editor),
        when(unusedTypes(editor.state.design).length > 0, 'editor.nothingUnused'),
      ),
    run(editor) {
      const { design } = editor.state;
      editor.perform(removeTypes(design, unusedTypes(design)));
    },
  },
} satisfies Readonly<Record<string, Command>>;

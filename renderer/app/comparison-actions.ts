/** Taking a column of the comparison over, and keeping one beside the design. */
import { columnName, type OtherColumnId } from '../../shared/compare/index.ts';
import { sayReason } from '../../shared/rules/index.ts';
import { say } from '../../shared/text/index.ts';
import { adoptColumn } from '../editor/index.ts';
import { ask } from './bridge.ts';
import type { OpenDesign } from './open-design.ts';
import { type PlenumWindow, showError } from './plenum-window.ts';
import { addToast } from './toasts.tsx';

/** One edit of every link that can take the column's medium; the dialog makes way for what it did. */
export async function adopt(
  window: PlenumWindow,
  { editor, comparison }: OpenDesign,
  column: OtherColumnId,
): Promise<void> {
  const answer = await comparison.adoption(column);
  if (answer === null) {
    failed(window, column);
    return;
  }
  if (!editor.perform(adoptColumn(column, answer)) || !answer.ok) return;
  const { changed, left } = answer.adoption;
  window.dialog.set(null);
  addToast(
    window.toasts,
    'info',
    say('app.compare.adopted', { column: columnName(column), changed, left }),
  );
}

/** The design as the column has it, as a named version in the file; the design itself stays. */
export async function keepColumn(
  window: PlenumWindow,
  { commits, comparison, file }: OpenDesign,
  column: OtherColumnId,
  name: string,
): Promise<void> {
  const answer = await comparison.adoption(column);
  if (answer === null) {
    failed(window, column);
    return;
  }
  if (!answer.ok) {
    addToast(window.toasts, 'refused', sayReason(answer.reason));
    return;
  }
  try {
    await commits.settled();
    const { handle } = file.state;
    await ask(window.bridge, 'version.create', { handle, name, change: answer.adoption.diff });
    addToast(window.toasts, 'info', say('app.versions.kept', { name }));
  } catch (error) {
    showError(window, say('app.error.version'), error);
  }
}

function failed(window: PlenumWindow, column: OtherColumnId): void {
  addToast(window.toasts, 'refused', say('app.compare.failed', { column: columnName(column) }));
}

import { sayReason } from '../../shared/rules/index.ts';
import { CompareDialog } from '../dialogs/compare/compare-dialog.tsx';
import { adopt, keepColumn } from './comparison-actions.ts';
import type { DesignDialogProps } from './design-dialog-props.ts';

/** The design in every medium, side by side. */
export function OpenComparison({ window, open }: DesignDialogProps) {
  const { readOnly } = open.editor.state;
  const close = (): void => window.dialog.set(null);
  return (
    <CompareDialog
      comparison={open.comparison}
      readOnly={readOnly && sayReason(readOnly)}
      onClose={close}
      onAdopt={(column) => void adopt(window, open, column)}
      onKeep={(column, name) => keepColumn(window, open, column, name)}
    />
  );
}

/** A plan becomes a dialog, and what is chosen there one edit. */
import { applyPlan, type ImportPlan, toldOf } from '../../shared/import-plan/index.ts';
import { say } from '../../shared/text/index.ts';
import type { DialogRequest } from '../dialogs/dialog-request.ts';
import { ImportPreviewDialog } from '../dialogs/import-preview/import-preview-dialog.tsx';
import { type ReportItem, reportText } from '../dialogs/report-list.tsx';
import type { OpenDesign } from './open-design.ts';
import type { PlenumWindow } from './plenum-window.ts';
import { copyReport, saveReport } from './reports.ts';

interface OpenPreviewProps {
  readonly window: PlenumWindow;
  readonly open: OpenDesign;
  readonly request: Extract<DialogRequest, { readonly dialog: 'import-preview' }>;
}

export function OpenPreview({ window, open, request: { plan, files } }: OpenPreviewProps) {
  const { editor } = open;
  const { design } = editor.state;
  const textOf = (taken: ReadonlySet<string>): string =>
    reportText(say('import.title'), itemsOf(plan, files, taken));
  return (
    <ImportPreviewDialog
      design={design}
      plan={plan}
      onClose={() => window.dialog.set(null)}
      onCopy={(taken) => void copyReport(window, textOf(taken))}
      onSave={(taken) => void saveReport(window, textOf(taken))}
      onImport={(taken) => {
        const applied = applyPlan(design, plan, taken);
        if (!applied.ok) return;
        const label = say('import.edit', { count: files.length });
        if (!editor.perform({ ok: true, edit: { label, diff: applied.diff, selection: null } }))
          return;
        window.dialog.set({ dialog: 'import-done', items: itemsOf(plan, files, taken) });
      }}
    />
  );
}

function itemsOf(
  plan: ImportPlan,
  files: readonly string[],
  taken: ReadonlySet<string>,
): ReportItem[] {
  return files.map((file) => {
    const told = toldOf(plan, file, taken);
    const made = plan.makes.filter(({ where }) => where?.file === file).length;
    return {
      key: file,
      name: file,
      place: '',
      status: say('import.made', { count: made }),
      refused: false,
      lines: told.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)),
    };
  });
}

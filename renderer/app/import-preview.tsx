/** Files that were read become a plan, the plan a dialog, and what is chosen there one edit. */
import type { ImportedTypes } from '../../shared/contract/ipc.ts';
import { noRows } from '../../shared/formats/site/rows.ts';
import {
  applyPlan,
  type ImportPlan,
  planImport,
  type SourceRows,
  toldOf,
} from '../../shared/import-plan/index.ts';
import { say } from '../../shared/text/index.ts';
import type { DialogRequest } from '../dialogs/dialog-request.ts';
import { ImportPreviewDialog } from '../dialogs/import-preview/import-preview-dialog.tsx';
import { type ReportItem, reportText } from '../dialogs/report-list.tsx';
import { ask } from './bridge.ts';
import { localDay } from './local-day.ts';
import type { OpenDesign } from './open-design.ts';
import type { PlenumWindow } from './plenum-window.ts';
import { addToast } from './toasts.tsx';

/** Plans what was read and shows it. */
export function showPreview(window: PlenumWindow, open: OpenDesign, read: ImportedTypes): void {
  const { state, ids } = open.editor;
  const on = localDay(new Date());
  const found = read.found.map((one) => ({ ...one, on }));
  const plan = planImport(state.design, [...typesAsRows(read), ...read.rows], ids, found);
  window.dialog.set({ dialog: 'import-preview', plan, read });
}

/** Device types of the same import, and files that could not be read, told like everything else. */
function typesAsRows({ types, files }: ImportedTypes): SourceRows[] {
  const described = files.filter(({ status }) => status === 'imported');
  return [
    ...described.map(({ file, warnings }, n) => {
      const type = types[n];
      return { file, rows: { ...noRows('netbox'), types: type ? [type] : [], warnings } };
    }),
    ...files
      .filter(({ status }) => status === 'rejected')
      .map(({ file, warnings }) => ({ file, rows: { ...noRows('netbox'), warnings } })),
  ];
}

interface OpenPreviewProps {
  readonly window: PlenumWindow;
  readonly open: OpenDesign;
  readonly request: Extract<DialogRequest, { readonly dialog: 'import-preview' }>;
}

export function OpenPreview({ window, open, request: { plan, read } }: OpenPreviewProps) {
  const { editor } = open;
  const { design } = editor.state;
  const filesOf = (): readonly string[] => [
    ...new Set([...read.files, ...read.rows, ...read.found].map(({ file }) => file)),
  ];
  return (
    <ImportPreviewDialog
      design={design}
      plan={plan}
      onClose={() => window.dialog.set(null)}
      onCopy={(taken) => {
        const text = reportText(say('import.title'), itemsOf(plan, filesOf(), taken));
        void copied(window, text);
      }}
      onImport={(taken) => {
        const applied = applyPlan(design, plan, taken);
        if (!applied.ok) return;
        const label = say('import.edit', { count: filesOf().length });
        if (!editor.perform({ ok: true, edit: { label, diff: applied.diff, selection: null } }))
          return;
        window.dialog.set({ dialog: 'import-done', items: itemsOf(plan, filesOf(), taken) });
      }}
    />
  );
}

async function copied(window: PlenumWindow, text: string): Promise<void> {
  await ask(window.bridge, 'clipboard.write', { text });
  addToast(window.toasts, 'info', say('app.report.copied'));
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

import { useMemo, useState } from 'react';
import { sayReason } from '../../shared/rules/index.ts';
import { say } from '../../shared/text/index.ts';
import { localDay } from '../../shared/text/local-day.ts';
import { AboutDialog } from '../dialogs/about-dialog.tsx';
import { AirPageDialog } from '../dialogs/air-page-dialog.tsx';
import { CompareDialog } from '../dialogs/compare/compare-dialog.tsx';
import { ConnectDialog } from '../dialogs/connect/connect-dialog.tsx';
import { isAboutDesign } from '../dialogs/dialog-request.ts';
import { ErrorDialog } from '../dialogs/error-dialog.tsx';
import { ExportFaceplateDialog } from '../dialogs/export-faceplate-dialog.tsx';
import { ExportListsDialog } from '../dialogs/export-lists-dialog.tsx';
import { ExportSetDialog } from '../dialogs/export-set/export-set-dialog.tsx';
import { WHOLE_SET } from '../dialogs/export-set/set-choice.ts';
import { FoundDialog } from '../dialogs/found/found-dialog.tsx';
import { ImportDoneDialog } from '../dialogs/import-done-dialog.tsx';
import { ImportReportDialog } from '../dialogs/import-report-dialog.tsx';
import { ListsWrittenDialog } from '../dialogs/lists-written-dialog.tsx';
import { NamingDialog } from '../dialogs/naming/naming-dialog.tsx';
import { NewRackDialog } from '../dialogs/new-rack-dialog.tsx';
import { CommandPalette } from '../dialogs/palette/command-palette.tsx';
import { ExportPictureDialog } from '../dialogs/picture/export-picture-dialog.tsx';
import { ProgressDialog } from '../dialogs/progress-dialog.tsx';
import { RowBlockDialog } from '../dialogs/row-block-dialog.tsx';
import { SettingsDialog } from '../dialogs/settings-dialog.tsx';
import { ShortcutsDialog } from '../dialogs/shortcuts-dialog.tsx';
import { TypesWrittenDialog } from '../dialogs/types-written-dialog.tsx';
import { UnsavedDialog } from '../dialogs/unsaved-dialog.tsx';
import { type Versions, VersionsDialog } from '../dialogs/versions-dialog.tsx';
import { WaiveDialog } from '../dialogs/waive-dialog.tsx';
import {
  addCables,
  addRacks,
  addRowBlock,
  COMMAND_IDS,
  type CommandId,
  fitSelection,
  nameCables,
  removeFound,
  runCommand,
  setAlias,
  showNewRows,
  waiveFinding,
} from '../editor/index.ts';
import { NewTypeDialog } from '../faceplate/new-type-dialog.tsx';
import { showSubjects } from '../panels/show-subjects.ts';
import { commandFacts, keysText } from '../panels/use-command.ts';
import { useLive } from '../panels/use-live.ts';
import { useEditorState } from '../panels/workspace.ts';
import { ask } from './bridge.ts';
import { OpenCluster, OpenClusterChange } from './cluster-actions.tsx';
import { adopt, keepColumn } from './comparison-actions.ts';
import { exportFaceplate, exportLists, setExporter } from './export-actions.ts';
import { openFrom, saveAs } from './file-actions.ts';
import { readFoundFile } from './found-actions.ts';
import { OpenPreview } from './import-preview.tsx';
import type { OpenDesign } from './open-design.ts';
import { OpenOptimise } from './optimise-actions.tsx';
import { copyPicture, exportPicture } from './picture-exports.ts';
import { type PlenumWindow, saveSettings, showError } from './plenum-window.ts';
import { copyReport, saveReport } from './reports.ts';
import { addToast } from './toasts.tsx';
import { OpenDifference, OpenSaving } from './type-dialogs.tsx';
import { keepImported } from './type-files.ts';

interface DialogsProps {
  readonly window: PlenumWindow;
}

/** Dialogs that need no design. */
export function WindowDialogs({ window }: DialogsProps) {
  const request = useLive(window.dialog);
  const close = (): void => window.dialog.set(null);
  const { bridge } = window;
  if (request === null || isAboutDesign(request)) return null;
  switch (request.dialog) {
    case 'about':
      return (
        <AboutDialog
          version={window.version}
          onClose={close}
          onLicence={() => void ask(bridge, 'app.openLink', { key: 'licence' })}
        />
      );
    case 'error':
      return (
        <ErrorDialog
          report={request.report}
          onClose={close}
          onCopy={async (text) => void (await ask(bridge, 'clipboard.write', { text }))}
        />
      );
    case 'progress':
      return <ProgressDialog progress={request.progress} onCancel={request.stop} />;
    case 'unsaved':
      return (
        <UnsavedDialog
          why={request.why}
          onClose={close}
          onSaveAs={() => {
            close();
            void saveAs(window);
          }}
          onLeave={() => {
            close();
            request.leave();
          }}
        />
      );
    default:
      return request satisfies never;
  }
}

interface DesignDialogsProps extends DialogsProps {
  readonly open: OpenDesign;
}

/** Dialogs about the open design; the workspace stands around them. */
export function DesignDialogs({ window, open }: DesignDialogsProps) {
  const request = useLive(window.dialog);
  const { editor } = open;
  const close = (): void => window.dialog.set(null);
  if (request === null || !isAboutDesign(request)) return null;
  switch (request.dialog) {
    case 'new-rack':
      return (
        <NewRackDialog
          units={window.settings.state.units}
          onClose={close}
          onAdd={(spec, count) => {
            close();
            if (editor.perform(addRacks(editor.state.design, editor.ids, spec, { count }))) {
              fitSelection(editor);
            }
          }}
        />
      );
    case 'row-block':
      return (
        <RowBlockDialog
          units={window.settings.state.units}
          onClose={close}
          onAdd={(block) => {
            close();
            if (editor.perform(addRowBlock(editor.state.design, editor.ids, block))) {
              showNewRows(editor);
            }
          }}
        />
      );
    case 'connect':
      return (
        <ConnectDialog
          onClose={close}
          onConnect={(cables) => {
            close();
            if (editor.perform(addCables(editor.ids, cables))) {
              editor.notify('info', say('app.connect.done', { count: cables.length }));
            }
          }}
        />
      );
    case 'naming':
      return (
        <NamingDialog
          onClose={close}
          onApply={(naming, renamed) => {
            const answer = nameCables(editor.state.design, naming, renamed);
            if (!answer.ok) return sayReason(answer.reason);
            close();
            const changed = answer.edit.diff.updated.length > 0;
            if (changed && editor.perform(answer) && renamed.length > 0) {
              editor.notify('info', say('app.naming.done', { count: renamed.length }));
            }
            return null;
          }}
        />
      );
    case 'cluster':
      return <OpenCluster window={window} open={open} request={request} />;
    case 'cluster-change':
      return <OpenClusterChange window={window} open={open} request={request} />;
    case 'optimise':
      return <OpenOptimise window={window} open={open} />;
    case 'new-type':
      return <NewTypeDialog onClose={close} />;
    case 'versions':
      return <OpenVersions window={window} open={open} />;
    case 'compare-media':
      return <OpenComparison window={window} open={open} />;
    case 'import-preview':
      return <OpenPreview window={window} open={open} request={request} />;
    case 'import-done':
      return (
        <ImportDoneDialog
          items={request.items}
          onClose={close}
          onCopy={(text) => void copyReport(window, text)}
          onSave={(text) => void saveReport(window, text)}
        />
      );
    case 'import-report':
      return (
        <ImportReportDialog
          files={request.files}
          added={request.added}
          onKeep={() => {
            close();
            void keepImported(window, request.types);
          }}
          onCopy={(text) => void copyReport(window, text)}
          onSave={(text) => void saveReport(window, text)}
          onClose={close}
        />
      );
    case 'types-written':
      return (
        <TypesWrittenDialog
          written={request.written}
          onCopy={(text) => void copyReport(window, text)}
          onSave={(text) => void saveReport(window, text)}
          onClose={close}
        />
      );
    case 'export-pdf':
      return <OpenExportSet window={window} open={open} />;
    case 'export-picture':
      return (
        <ExportPictureDialog
          onClose={close}
          onExport={(choice) => {
            close();
            void exportPicture(window, choice);
          }}
          onCopy={(wish, dpi) => {
            close();
            void copyPicture(window, wish, dpi);
          }}
        />
      );
    case 'export-lists':
      return (
        <ExportListsDialog
          onClose={close}
          onExport={(wanted) => {
            close();
            void exportLists(window, wanted);
          }}
        />
      );
    case 'lists-written':
      return (
        <ListsWrittenDialog
          written={request.written}
          onCopy={(text) => void copyReport(window, text)}
          onSave={(text) => void saveReport(window, text)}
          onClose={close}
        />
      );
    case 'found':
      return <OpenFound window={window} open={open} />;
    case 'export-faceplate':
      return (
        <ExportFaceplateDialog
          type={request.type}
          onClose={close}
          onExport={(wanted) => {
            close();
            void exportFaceplate(window, request.type, wanted);
          }}
        />
      );
    case 'air-page':
      return <AirPageDialog rackId={request.rackId} onClose={close} />;
    case 'type-difference':
      return <OpenDifference window={window} open={open} question={request.question} />;
    case 'save-type':
      return <OpenSaving window={window} open={open} question={request.question} />;
    case 'palette':
      return <OpenPalette window={window} open={open} />;
    case 'shortcuts':
      return (
        <ShortcutsDialog
          onClose={close}
          onChangeKeys={() => window.dialog.set({ dialog: 'settings' })}
        />
      );
    case 'settings':
      return <SettingsDialog onClose={close} />;
    case 'waive':
      return (
        <WaiveDialog
          finding={request.finding}
          name={window.settings.state.personName}
          onClose={close}
          onWaive={({ reason, by }) => {
            close();
            saveSettings(window, { personName: by });
            const words = { reason, by, on: localDay(new Date()) };
            const answer = waiveFinding(editor.state.design, editor.ids, request.finding, words);
            if (editor.perform(answer)) editor.notify('info', say('app.waive.done'));
          }}
        />
      );
    default:
      return request satisfies never;
  }
}

/** A report in full, for a mail or a list of what is to be mended. */
function OpenFound({ window, open }: DesignDialogsProps) {
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

function OpenVersions({ window, open }: DesignDialogsProps) {
  const versions = useMemo(() => versionsOf(window, open), [window, open]);
  const { readOnly } = open.editor.state;
  return (
    <VersionsDialog
      versions={versions}
      readOnly={readOnly && sayReason(readOnly)}
      onClose={() => window.dialog.set(null)}
    />
  );
}

function OpenComparison({ window, open }: DesignDialogsProps) {
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

function OpenExportSet({ window, open }: DesignDialogsProps) {
  const exporter = useMemo(() => setExporter(window, open), [window, open]);
  const [today] = useState(() => localDay(new Date()));
  const last = useLive(open.setChoice);
  const settings = useLive(window.settings);
  const choice = useMemo(
    () => last ?? { ...WHOLE_SET, ...settings.drawingSet },
    [last, settings.drawingSet],
  );
  return (
    <ExportSetDialog
      exporter={exporter}
      choice={choice}
      readOnly={open.editor.state.readOnly !== null}
      today={today}
      onChoice={(next) => {
        open.setChoice.set(next);
        const { paper, orientation, sheets } = next;
        saveSettings(window, { drawingSet: { paper, orientation, sheets } });
      }}
      onClose={() => window.dialog.set(null)}
    />
  );
}

function versionsOf(window: PlenumWindow, open: OpenDesign): Versions {
  const { bridge } = window;
  const handle = (): string => open.file.state.handle;
  /** What the work brings, or null when it was refused; the refusal is shown. */
  async function orError<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      await open.commits.settled();
      return await work();
    } catch (error) {
      showError(window, say('app.error.version'), error);
      return null;
    }
  }
  return {
    list: () => orError(() => ask(bridge, 'version.list', { handle: handle() })),
    create: (name) =>
      orError(async () => {
        const made = await ask(bridge, 'version.create', { handle: handle(), name, change: null });
        addToast(window.toasts, 'info', say('app.versions.kept', { name }));
        return made;
      }),
    openAsCopy: (versionId) =>
      openFrom(window, () => ask(bridge, 'version.restoreAsCopy', { handle: handle(), versionId })),
  };
}

/** More than this is not what one did last. */
const RECENT_COMMANDS = 8;

function OpenPalette({ window, open: { editor } }: DesignDialogsProps) {
  const keys = useLive(window.settings);
  const recent = useLive(window.recentCommands);
  const commands = useMemo(
    () =>
      COMMAND_IDS.filter((id) => id !== 'app.palette').map((id) => ({
        id,
        ...commandFacts(editor, id),
        keys: keysText(id, keys, window.platform),
      })),
    [editor, keys, window],
  );
  function run(id: CommandId): void {
    const others = recent.filter((each) => each !== id);
    window.recentCommands.set([id, ...others].slice(0, RECENT_COMMANDS));
    void runCommand(editor, id);
  }
  return (
    <CommandPalette
      commands={commands}
      recent={recent}
      onClose={() => window.dialog.set(null)}
      onCommand={run}
      onSubject={(subject) => showSubjects(editor, [subject])}
    />
  );
}

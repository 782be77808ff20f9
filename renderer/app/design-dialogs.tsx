import { sayReason } from '../../shared/rules/index.ts';
import { say } from '../../shared/text/index.ts';
import { localDay } from '../../shared/text/local-day.ts';
import { AirPageDialog } from '../dialogs/air-page-dialog.tsx';
import { ConnectDialog } from '../dialogs/connect/connect-dialog.tsx';
import { isAboutDesign } from '../dialogs/dialog-request.ts';
import { ExportFaceplateDialog } from '../dialogs/export-faceplate-dialog.tsx';
import { ExportListsDialog } from '../dialogs/export-lists-dialog.tsx';
import { ImportDoneDialog } from '../dialogs/import-done-dialog.tsx';
import { ImportReportDialog } from '../dialogs/import-report-dialog.tsx';
import { ListsWrittenDialog } from '../dialogs/lists-written-dialog.tsx';
import { NamingDialog } from '../dialogs/naming/naming-dialog.tsx';
import { NewRackDialog } from '../dialogs/new-rack-dialog.tsx';
import { ExportPictureDialog } from '../dialogs/picture/export-picture-dialog.tsx';
import { RowBlockDialog } from '../dialogs/row-block-dialog.tsx';
import { SettingsDialog } from '../dialogs/settings-dialog.tsx';
import { ShortcutsDialog } from '../dialogs/shortcuts-dialog.tsx';
import { TypesWrittenDialog } from '../dialogs/types-written-dialog.tsx';
import { WaiveDialog } from '../dialogs/waive-dialog.tsx';
import {
  addCables,
  addRacks,
  addRowBlock,
  fitSelection,
  nameCables,
  showNewRows,
  waiveFinding,
} from '../editor/index.ts';
import { NewTypeDialog } from '../faceplate/new-type-dialog.tsx';
import { useLive } from '../panels/use-live.ts';
import { OpenCluster, OpenClusterChange } from './cluster-actions.tsx';
import type { DesignDialogProps } from './design-dialog-props.ts';
import { exportFaceplate, exportLists } from './export-actions.ts';
import { OpenPreview } from './import-preview.tsx';
import { OpenComparison } from './open-comparison.tsx';
import { OpenExportSet } from './open-export-set.tsx';
import { OpenFound } from './open-found.tsx';
import { OpenPalette } from './open-palette.tsx';
import { OpenVersions } from './open-versions.tsx';
import { OpenOptimise } from './optimise-actions.tsx';
import { copyPicture, exportPicture } from './picture-exports.ts';
import { saveSettings } from './plenum-window.ts';
import { copyReport, saveReport } from './reports.ts';
import { OpenDifference, OpenSaving } from './type-dialogs.tsx';
import { keepImported } from './type-files.ts';

/** Dialogs about the open design; the workspace stands around them. */
export function DesignDialogs({ window, open }: DesignDialogProps) {
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

import { Button } from '@mantine/core';
import type { ImportedTypes } from '../../shared/contract/ipc.ts';
import { say } from '../../shared/text/index.ts';
import { DialogFrame } from './dialog-frame.tsx';
import styles from './dialogs.module.css';
import { ReportButtons, type ReportItem, ReportList, reportText } from './report-list.tsx';

interface ImportReportDialogProps {
  readonly files: ImportedTypes['files'];
  /** How many of the types were new to the design. */
  readonly added: number;
  /** Keeps what came in in My Library, too. */
  readonly onKeep: () => void;
  readonly onCopy: (text: string) => void;
  readonly onSave: (text: string) => void;
  readonly onClose: () => void;
}

/** What holds of every imported file is said once, not file by file. */
const ASSUMED = 'positions-assumed';

/** What an import did, file by file: what came in, what was odd, what was refused and why. */
export function ImportReportDialog({
  files,
  added,
  onKeep,
  onCopy,
  onSave,
  onClose,
}: ImportReportDialogProps) {
  const rejected = files.filter(({ status }) => status === 'rejected').length;
  const imported = files.length - rejected;
  const assumed = files.filter(({ warnings }) => warnings.some(({ code }) => code === ASSUMED));
  const items = files.map(itemOf);
  const told = items.filter(({ lines }) => lines.length > 0);
  const summary = say('app.import.summary', { imported, added, rejected });
  return (
    <DialogFrame
      title={say('app.import.title')}
      width={680}
      onClose={onClose}
      aside={
        <>
          {imported === 0 ? null : (
            <Button type="button" variant="default" onClick={onKeep}>
              {say('library.keepImported')}
            </Button>
          )}
          <ReportButtons
            onCopy={() => onCopy(reportText(summary, items))}
            onSave={() => onSave(reportText(summary, items))}
          />
        </>
      }
    >
      <p className={styles.text}>{summary}</p>
      {assumed.length === 0 ? null : (
        <p className={styles.text}>{say('app.import.positions', { count: assumed.length })}</p>
      )}
      <ReportList label={say('app.import.title')} items={told} />
      <p className={styles.fieldHint}>
        {say('app.import.quiet', { count: items.length - told.length })}
      </p>
    </DialogFrame>
  );
}

function itemOf(file: ImportedTypes['files'][number], index: number): ReportItem {
  const { name, status, warnings } = file;
  return {
    key: `${index}`,
    name: name === '' ? file.file : name,
    place: name === '' ? '' : file.file,
    status: say(`app.import.status.${status}`),
    refused: status === 'rejected',
    lines: warnings.filter(({ code }) => code !== ASSUMED).map(({ message }) => message),
  };
}

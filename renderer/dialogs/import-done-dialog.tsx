import { say } from '../../shared/text/index.ts';
import { DialogFrame } from './dialog-frame.tsx';
import styles from './dialogs.module.css';
import { ReportButtons, type ReportItem, ReportList, reportText } from './report-list.tsx';

interface ImportDoneDialogProps {
  readonly items: readonly ReportItem[];
  readonly onCopy: (text: string) => void;
  readonly onSave: (text: string) => void;
  readonly onClose: () => void;
}

/** What an import did, file by file, to be copied and kept. */
export function ImportDoneDialog({ items, onCopy, onSave, onClose }: ImportDoneDialogProps) {
  const summary = say('import.done', { count: items.length });
  return (
    <DialogFrame
      title={say('import.doneTitle')}
      width={640}
      onClose={onClose}
      aside={
        <ReportButtons
          onCopy={() => onCopy(reportText(summary, items))}
          onSave={() => onSave(reportText(summary, items))}
        />
      }
    >
      <p className={styles.text}>{summary}</p>
      <ReportList label={say('import.doneTitle')} items={items} />
    </DialogFrame>
  );
}

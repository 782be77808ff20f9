import { Textarea } from '@mantine/core';
import type { WrittenList } from '../../shared/contract/ipc.ts';
import { say } from '../../shared/text/index.ts';
import { DialogFrame } from './dialog-frame.tsx';
import styles from './dialogs.module.css';
import { ReportButtons } from './report-list.tsx';

interface ListsWrittenDialogProps {
  readonly written: WrittenList;
  readonly onCopy: (text: string) => void;
  readonly onSave: (text: string) => void;
  readonly onClose: () => void;
}

/** What an export of lists wrote, and what the lists do not say: a field to read in, which scrolls by keyboard. */
export function ListsWrittenDialog({ written, onCopy, onSave, onClose }: ListsWrittenDialogProps) {
  const { name, files, report } = written;
  return (
    <DialogFrame
      title={say('app.exportLists.written')}
      width={680}
      onClose={onClose}
      aside={<ReportButtons onCopy={() => onCopy(report)} onSave={() => onSave(report)} />}
    >
      <p className={styles.text}>{say('app.export.doneFiles', { name, files })}</p>
      <Textarea
        className={styles.choice ?? ''}
        aria-label={say('app.exportLists.written')}
        readOnly
        autosize
        minRows={4}
        maxRows={20}
        value={report}
      />
    </DialogFrame>
  );
}

import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { say } from '../../shared/text/index.ts';
import styles from './dialogs.module.css';

export interface ErrorReport {
  /** What could not be done. */
  readonly title: string;
  /** What is wrong, what is safe, what to do. */
  readonly message: string;
  /** For whoever helps: codes, never a stack of paths. */
  readonly detail: string;
}

interface ErrorDialogProps {
  readonly report: ErrorReport;
  readonly onClose: () => void;
  readonly onCopy: (text: string) => Promise<void>;
}

/** Something went wrong: said in words, with a detail to copy. */
export function ErrorDialog({ report, onClose, onCopy }: ErrorDialogProps) {
  const [copied, setCopied] = useState(false);
  return (
    <Modal opened onClose={onClose} title={report.title} size={460}>
      <p className={styles.text}>{report.message}</p>
      {report.detail === '' ? null : <pre className={styles.detail}>{report.detail}</pre>}
      <div className={styles.buttons}>
        <div className={styles.aside}>
          <Button
            variant="default"
            onClick={() => {
              const text = [report.title, report.message, report.detail].join('\n');
              void onCopy(text).then(() => setCopied(true));
            }}
          >
            {say(copied ? 'app.error.copied' : 'app.error.copy')}
          </Button>
        </div>
        <Button data-autofocus onClick={onClose}>
          {say('app.dialog.close')}
        </Button>
      </div>
    </Modal>
  );
}

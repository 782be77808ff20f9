import type { ImportedTypes } from '../../shared/contract/ipc.ts';
import { say } from '../../shared/text/index.ts';
import { DialogFrame } from './dialog-frame.tsx';
import styles from './dialogs.module.css';

interface ImportReportDialogProps {
  readonly report: ImportedTypes;
  /** How many of the types were new to the design. */
  readonly added: number;
  readonly onClose: () => void;
}

/** Long reports are cut: the rest is in the same spirit. */
const SHOWN_FILES = 300;
const SHOWN_WARNINGS = 8;

/** What an import did, file by file: what came in, what was odd, what was refused and why. */
export function ImportReportDialog({ report, added, onClose }: ImportReportDialogProps) {
  const rejected = report.files.filter(({ status }) => status === 'rejected').length;
  const told = [...report.files].sort((a, b) => weight(b) - weight(a)).slice(0, SHOWN_FILES);
  return (
    <DialogFrame title={say('app.import.title')} width={620} onClose={onClose}>
      <p className={styles.text}>
        {say('app.import.summary', { imported: report.types.length, added, rejected })}
      </p>
      <ul className={styles.list}>
        {told.map((file) => (
          <li key={file.file}>
            <div className={styles.grow}>
              <div className={styles.name} title={file.file}>
                {file.name === '' ? file.file : file.name}
              </div>
              {file.name === '' ? null : <div className={styles.meta}>{file.file}</div>}
              <ul className={styles.warnings}>
                {file.warnings.slice(0, SHOWN_WARNINGS).map((warning) => (
                  <li key={`${warning.code}/${warning.path}`}>
                    {warning.path === '' ? '' : `${warning.path}: `}
                    {warning.message}
                  </li>
                ))}
              </ul>
            </div>
            <span className={styles.status} data-status={file.status}>
              {say(`app.import.status.${file.status}`)}
            </span>
          </li>
        ))}
      </ul>
      {report.files.length > SHOWN_FILES ? (
        <p className={styles.fieldHint}>
          {say('app.import.more', { count: report.files.length - SHOWN_FILES })}
        </p>
      ) : null}
    </DialogFrame>
  );
}

/** Refused files first, then those with something to say. */
function weight({ status, warnings }: ImportedTypes['files'][number]): number {
  return (status === 'rejected' ? 1000 : 0) + Math.min(999, warnings.length);
}

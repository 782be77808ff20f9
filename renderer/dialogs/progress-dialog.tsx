import { Button, Modal } from '@mantine/core';
import { say } from '../../shared/text/index.ts';
import styles from './dialogs.module.css';

export interface Progress {
  readonly title: string;
  readonly done: number;
  /** 0 while nobody knows. */
  readonly total: number;
}

interface ProgressDialogProps {
  readonly progress: Progress;
  readonly onCancel: () => void;
}

/** Long work: how far it is, and a way to stop it. */
export function ProgressDialog({
  progress: { title, done, total },
  onCancel,
}: ProgressDialogProps) {
  const share = total === 0 ? 0 : Math.min(1, done / total);
  return (
    <Modal
      opened
      onClose={onCancel}
      title={title}
      size={380}
      withCloseButton={false}
      closeOnClickOutside={false}
    >
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <div className={styles.barFill} style={{ width: `${share * 100}%` }} />
      </div>
      <p className={styles.fieldHint}>
        {total === 0 ? say('app.progress.starting') : say('app.progress.steps', { done, total })}
      </p>
      <div className={styles.buttons}>
        <div className={styles.aside} />
        <Button variant="default" onClick={onCancel}>
          {say('app.dialog.cancel')}
        </Button>
      </div>
    </Modal>
  );
}

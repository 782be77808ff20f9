import { Button, Modal } from '@mantine/core';
import { say } from '../../shared/text/index.ts';
import styles from './dialogs.module.css';
import frame from './frame.module.css';

export interface Progress {
  readonly title: string;
  /** Of work in two halves: which of them; left out for work of one. */
  readonly phase?: 'build' | 'write';
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
  progress: { title, phase, done, total },
  onCancel,
}: ProgressDialogProps) {
  const part = total === 0 ? 0 : Math.min(1, done / total);
  const share = phase === undefined ? part : (part + (phase === 'write' ? 1 : 0)) / 2;
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
        className={`${frame.bar} ${styles.progress}`}
        role="progressbar"
        aria-label={title}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
      >
        <div className={frame.barFill} style={{ width: `${share * 100}%` }} />
      </div>
      <p className={styles.fieldHint}>
        {total === 0
          ? say('app.progress.starting')
          : say(`app.progress.${phase ?? 'steps'}`, { done, total })}
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

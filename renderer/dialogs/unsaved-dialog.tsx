import { Button, Modal } from '@mantine/core';
import { say } from '../../shared/text/index.ts';
import styles from './dialogs.module.css';

interface UnsavedDialogProps {
  /** Why the last changes are not on disk. */
  readonly why: string;
  readonly onClose: () => void;
  readonly onSaveAs: () => void;
  readonly onLeave: () => void;
}

/** Leaving now would lose changes, and undo could not bring them back: the one thing worth asking. */
export function UnsavedDialog({ why, onClose, onSaveAs, onLeave }: UnsavedDialogProps) {
  return (
    <Modal opened onClose={onClose} title={say('app.unsaved.title')} size={440}>
      <p className={styles.text}>{say('app.unsaved.message', { why })}</p>
      <div className={styles.buttons}>
        <div className={styles.aside}>
          <Button variant="default" onClick={onLeave}>
            {say('app.unsaved.leave')}
          </Button>
        </div>
        <Button variant="default" onClick={onClose}>
          {say('app.dialog.cancel')}
        </Button>
        <Button data-autofocus onClick={onSaveAs}>
          {say('app.unsaved.saveAs')}
        </Button>
      </div>
    </Modal>
  );
}

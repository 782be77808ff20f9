import { say } from '../../shared/text/index.ts';
import { DialogFrame } from './dialog-frame.tsx';
import styles from './dialogs.module.css';

interface AboutDialogProps {
  readonly version: string;
  readonly onClose: () => void;
  readonly onLicence: () => void;
}

/** What this is, which version, under which licence. */
export function AboutDialog({ version, onClose, onLicence }: AboutDialogProps) {
  return (
    <DialogFrame
      title={say('app.about.title')}
      width={400}
      onClose={onClose}
      aside={
        <button type="button" className={styles.textButton} onClick={onLicence}>
          {say('app.about.licence')}
        </button>
      }
    >
      <div className={styles.about}>
        <div className={styles.aboutName}>{say('app.name')}</div>
        <div className={styles.meta}>{say('app.about.version', { version })}</div>
        <p className={styles.text}>{say('app.about.what')}</p>
      </div>
    </DialogFrame>
  );
}

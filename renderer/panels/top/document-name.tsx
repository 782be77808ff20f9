import { say } from '../../../shared/text/index.ts';
import styles from './top-bar.module.css';

interface DocumentNameProps {
  readonly name: string;
  /** Not named by a person yet. */
  readonly draft: boolean;
  readonly unsaved: boolean;
}

/** The design's name; a dot while the disk has not acknowledged everything. */
export function DocumentName({ name, draft, unsaved }: DocumentNameProps) {
  return (
    <div className={styles.document}>
      <h1 className={styles.name} title={name}>
        {name}
      </h1>
      {draft ? <span className={styles.draft}>{say('panels.top.draft')}</span> : null}
      <span className={styles.dot} data-unsaved={unsaved} aria-hidden />
    </div>
  );
}

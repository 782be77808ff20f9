import { say } from '../../../shared/text/index.ts';
import { useLive } from '../use-live.ts';
import { useWorkspace } from '../workspace.ts';
import styles from './library.module.css';

/** What the person must know of My Library: that it cannot be used, or what became of it. */
export function LibraryNotices() {
  const { library } = useWorkspace();
  const { trouble, setAside, unreadable } = useLive(library);
  return (
    <>
      {trouble === null ? null : (
        <p className={styles.notice} role="status" data-tone="error">
          {trouble}
        </p>
      )}
      {setAside === null ? null : (
        <div className={styles.notice} role="status" data-tone="warning">
          <p>{say('library.setAside', { file: setAside })}</p>
          <button type="button" className={styles.noticeAct} onClick={library.readSetAside}>
            {say('library.understood')}
          </button>
        </div>
      )}
      {unreadable === 0 ? null : (
        <p className={styles.notice} role="status" data-tone="warning">
          {say('library.unreadable', { count: unreadable })}
        </p>
      )}
    </>
  );
}

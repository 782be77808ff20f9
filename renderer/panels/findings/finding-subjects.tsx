import type { Subject } from '../../../shared/analysis/types.ts';
import { say } from '../../../shared/text/index.ts';
import { useShowSubjects } from '../show-subjects.ts';
import styles from './findings.module.css';

/** More names than these are only counted. */
const MOST = 8;

/** Where a finding is: each subject leads to its place on the drawing. */
export function FindingSubjects({ subjects }: { readonly subjects: readonly Subject[] }) {
  const showSubjects = useShowSubjects();
  const shown = subjects.filter(({ kind }) => kind !== 'settings').slice(0, MOST);
  if (shown.length === 0) return null;
  return (
    <div className={styles.subjects} role="group" aria-label={say('panels.findings.where')}>
      {shown.map((subject) => (
        <button
          key={`${subject.kind} ${subject.id}`}
          type="button"
          className={styles.subject}
          onClick={() => showSubjects([subject])}
        >
          {subject.name}
        </button>
      ))}
      {subjects.length > MOST ? (
        <span className={styles.quiet}>
          {say('panels.findings.moreSubjects', { count: subjects.length - MOST })}
        </span>
      ) : null}
    </div>
  );
}

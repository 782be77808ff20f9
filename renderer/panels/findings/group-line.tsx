import { ChevronRight } from 'lucide-react';
import type { GroupedFindings } from './finding-rows.ts';
import styles from './findings.module.css';

interface GroupLineProps {
  readonly group: GroupedFindings;
  readonly folded: boolean;
  readonly tabStop: boolean;
  readonly onFocus: () => void;
  readonly onFold: () => void;
}

/** The heading of a group of findings; a click folds them. */
export function GroupLine({ group, folded, tabStop, onFocus, onFold }: GroupLineProps) {
  return (
    <button
      type="button"
      className={styles.group}
      aria-expanded={!folded}
      tabIndex={tabStop ? 0 : -1}
      onFocus={onFocus}
      onClick={onFold}
    >
      <ChevronRight size={14} className={styles.chevron} aria-hidden />
      <span className={styles.groupName}>{group.title}</span>
      <span className={styles.groupHint}>{group.hint}</span>
      <span className={styles.groupCount}>{group.findings.length}</span>
    </button>
  );
}

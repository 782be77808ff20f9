import type { Finding } from '../../../shared/analysis/types.ts';
import { SeverityIcon } from '../parts/severity-icon.tsx';
import { FindingDetail } from './finding-detail.tsx';
import styles from './findings.module.css';

interface FindingLineProps {
  readonly finding: Finding;
  readonly opened: boolean;
  readonly tabStop: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
}

/** One finding; opened, it explains itself. */
export function FindingLine({ finding, opened, tabStop, onFocus, onOpen }: FindingLineProps) {
  return (
    <div className={styles.finding} data-opened={opened}>
      <button
        type="button"
        className={styles.findingButton}
        aria-expanded={opened}
        tabIndex={tabStop ? 0 : -1}
        onFocus={onFocus}
        onClick={onOpen}
      >
        <SeverityIcon severity={finding.severity} named />
        <span className={styles.message}>{finding.message}</span>
      </button>
      {opened ? <FindingDetail finding={finding} /> : null}
    </div>
  );
}

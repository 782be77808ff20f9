import type { Finding } from '../../../shared/analysis/types.ts';
import { isOpen } from '../../../shared/analysis/waiver.ts';
import { say } from '../../../shared/text/index.ts';
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

/** One finding; opened, it explains itself. Accepted ones are quieter and say by whom. */
export function FindingLine({ finding, opened, tabStop, onFocus, onOpen }: FindingLineProps) {
  return (
    <div className={styles.finding} data-opened={opened} data-waived={!isOpen(finding)}>
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
        {opened ? null : <WaiverNote finding={finding} />}
      </button>
      {opened ? <FindingDetail finding={finding} /> : null}
    </div>
  );
}

function WaiverNote({ finding: { waiver } }: { readonly finding: Finding }) {
  if (waiver === null) return null;
  if (waiver.lapsed) return <span className={styles.lapsed}>{say('panels.findings.lapsed')}</span>;
  return (
    <span className={styles.waiverNote}>
      {say('panels.findings.waivedNote', { by: waiver.by, reason: waiver.reason })}
    </span>
  );
}

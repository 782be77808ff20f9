import { type FindingCounts, SEVERITIES } from '../../../shared/analysis/summary.ts';
import type { Severity } from '../../../shared/analysis/types.ts';
import { say } from '../../../shared/text/index.ts';
import { SeverityIcon } from '../parts/severity-icon.tsx';
import styles from './findings.module.css';

interface SeverityFilterProps {
  readonly counts: FindingCounts['bySeverity'];
  readonly shown: ReadonlySet<Severity>;
  readonly onChange: (shown: ReadonlySet<Severity>) => void;
}

/** One switch per severity, with its count. */
export function SeverityFilter({ counts, shown, onChange }: SeverityFilterProps) {
  function toggle(severity: Severity): void {
    const next = new Set(shown);
    if (!next.delete(severity)) next.add(severity);
    onChange(next);
  }
  return (
    <div className={styles.filter} role="group" aria-label={say('panels.findings.filter')}>
      {SEVERITIES.map((severity) => (
        <button
          key={severity}
          type="button"
          className={styles.filterButton}
          aria-pressed={shown.has(severity)}
          title={say(`panels.severity.${severity}.count`, { count: counts[severity] })}
          onClick={() => toggle(severity)}
        >
          <SeverityIcon severity={severity} />
          <span className="visually-hidden">{say(`panels.severity.${severity}`)}</span>
          {counts[severity]}
        </button>
      ))}
    </div>
  );
}

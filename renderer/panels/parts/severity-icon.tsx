import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { Severity } from '../../../shared/analysis/types.ts';
import { say } from '../../../shared/text/index.ts';
import styles from './severity-icon.module.css';

const ICONS = { error: CircleAlert, warning: TriangleAlert, note: Info } as const;

/** A severity, by shape as well as by colour. */
export function SeverityIcon({
  severity,
  named = false,
}: {
  readonly severity: Severity;
  readonly named?: boolean;
}) {
  const Icon = ICONS[severity];
  return (
    <Icon
      size={14}
      strokeWidth={2}
      className={styles[severity]}
      {...(named
        ? { role: 'img', 'aria-label': say(`panels.severity.${severity}`) }
        : { 'aria-hidden': true })}
    />
  );
}

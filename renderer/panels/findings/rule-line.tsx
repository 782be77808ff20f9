import { ChevronRight } from 'lucide-react';
import { say } from '../../../shared/text/index.ts';
import type { FindingRow } from './finding-rows.ts';
import styles from './findings.module.css';

interface RuleLineProps {
  readonly row: Extract<FindingRow, { kind: 'rule' }>;
  readonly folded: boolean;
  readonly tabStop: boolean;
  readonly onFocus: () => void;
  readonly onFold: () => void;
}

/** The heading of a rule's findings; a click folds them. */
export function RuleLine({ row, folded, tabStop, onFocus, onFold }: RuleLineProps) {
  return (
    <button
      type="button"
      className={styles.rule}
      aria-expanded={!folded}
      tabIndex={tabStop ? 0 : -1}
      onFocus={onFocus}
      onClick={onFold}
    >
      <ChevronRight size={14} className={styles.chevron} aria-hidden />
      <span className={styles.ruleName}>{say(`panels.rule.${row.rule}`)}</span>
      <span className={styles.ruleHint}>{say(`panels.rule.${row.rule}.hint`)}</span>
      <span className={styles.ruleCount}>{row.count}</span>
    </button>
  );
}

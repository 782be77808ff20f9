/** The findings as the lines of a list: filtered, grouped by rule, the worst first. */
import { SEVERITIES } from '../../../shared/analysis/summary.ts';
import type { Finding, RuleId, Severity } from '../../../shared/analysis/types.ts';

export interface FindingFilter {
  /** Which severities are shown. */
  readonly severities: ReadonlySet<Severity>;
  /** Words that must all stand in the message, or in a subject's name. */
  readonly query: string;
}

export type FindingRow =
  | {
      readonly kind: 'rule';
      readonly rule: RuleId;
      readonly count: number;
      readonly worst: Severity;
    }
  | { readonly kind: 'finding'; readonly finding: Finding };

/**
 * Lines to show: per rule a heading and, unless it is folded, its findings. Rules with the worst findings
 * come first; within a rule, errors before warnings before notes, else in the order of the analysis.
 */
export function findingRows(
  findings: readonly Finding[],
  filter: FindingFilter,
  folded: ReadonlySet<RuleId>,
): readonly FindingRow[] {
  const terms = filter.query
    .toLowerCase()
    .split(/\s+/)
    .filter((term) => term !== '');
  const groups = new Map<RuleId, Finding[]>();
  for (const finding of findings) {
    if (!filter.severities.has(finding.severity) || !fits(finding, terms)) continue;
    const group = groups.get(finding.rule);
    if (group) group.push(finding);
    else groups.set(finding.rule, [finding]);
  }
  const rules = [...groups].map(([rule, group]) => {
    group.sort((a, b) => rank(a.severity) - rank(b.severity));
    return { rule, group, worst: group[0]?.severity ?? 'note' };
  });
  rules.sort((a, b) => rank(a.worst) - rank(b.worst));
  return rules.flatMap(({ rule, group, worst }): FindingRow[] => [
    { kind: 'rule', rule, count: group.length, worst },
    ...(folded.has(rule) ? [] : group.map((finding) => ({ kind: 'finding', finding }) as const)),
  ]);
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

function fits({ message, rule, subjects }: Finding, terms: readonly string[]): boolean {
  if (terms.length === 0) return true;
  const text = [message, rule, ...subjects.map(({ name }) => name)].join(' ').toLowerCase();
  return terms.every((term) => text.includes(term));
}

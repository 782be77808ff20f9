/** The findings as the lines of a list: filtered, grouped, the worst first. */
import { SEVERITIES } from '../../../shared/analysis/summary.ts';
import type { Finding, RuleId, Severity, WaiverRow } from '../../../shared/analysis/types.ts';
import { isOpen } from '../../../shared/analysis/waiver.ts';
import type { FindingGroup, GroupOf } from './finding-groups.ts';

export interface FindingFilter {
  /** Which severities are shown. */
  readonly severities: ReadonlySet<Severity>;
  /** Rules that are not shown. */
  readonly hiddenRules: ReadonlySet<RuleId>;
  /** Whether accepted findings are shown among the open ones. */
  readonly waived: boolean;
  /** Ids of which one must be a subject; null = any. */
  readonly concerning: ReadonlySet<string> | null;
  /** Words that must all stand in the message, the rule, or a subject's name. */
  readonly query: string;
}

/** A group with its findings, the worst first. */
export interface GroupedFindings extends FindingGroup {
  readonly findings: readonly Finding[];
  readonly worst: Severity;
}

export type FindingRow =
  | { readonly kind: 'group'; readonly group: GroupedFindings; readonly folded: boolean }
  | { readonly kind: 'finding'; readonly finding: Finding }
  | { readonly kind: 'heading'; readonly count: number }
  | { readonly kind: 'waiver'; readonly waiver: WaiverRow };

/** What passes the filter, in the order of the analysis. */
export function filterFindings(
  findings: readonly Finding[],
  { severities, hiddenRules, waived, concerning, query }: FindingFilter,
): readonly Finding[] {
  const terms = termsOf(query);
  return findings.filter(
    (finding) =>
      severities.has(finding.severity) &&
      !hiddenRules.has(finding.rule) &&
      (waived || isOpen(finding)) &&
      (concerning === null || finding.subjects.some(({ id }) => concerning.has(id))) &&
      terms.every((term) => searchText(finding).includes(term)),
  );
}

function termsOf(query: string): readonly string[] {
  return query
    .toLowerCase()
    .split(/\s+/)
    .filter((term) => term !== '');
}

/** Waivers whose finding is gone, of which reason, name and finding hold every word. */
export function unneededWaivers(
  waivers: readonly WaiverRow[],
  query: string,
): readonly WaiverRow[] {
  const terms = termsOf(query);
  return waivers.filter(({ state, reason, by, findingId }) => {
    const text = `${reason} ${by} ${findingId}`.toLowerCase();
    return state === 'unneeded' && terms.every((term) => text.includes(term));
  });
}

const searchTexts = new WeakMap<Finding, string>();

/** Made once: every key that is typed searches all findings. */
function searchText(finding: Finding): string {
  let text = searchTexts.get(finding);
  if (text === undefined) {
    const { message, rule, subjects, waiver } = finding;
    const waived = waiver ? [waiver.reason, waiver.by] : [];
    text = [message, rule, ...subjects.map(({ name }) => name), ...waived].join(' ').toLowerCase();
    searchTexts.set(finding, text);
  }
  return text;
}

/**
 * The findings by group. Groups with the worst findings come first, then as the grouping orders them; within a
 * group errors come before warnings before notes, else the order of the analysis stays.
 */
export function groupFindings(
  findings: readonly Finding[],
  groupOf: GroupOf,
): readonly GroupedFindings[] {
  const groups = new Map<string, { readonly group: FindingGroup; readonly findings: Finding[] }>();
  for (const finding of findings) {
    const group = groupOf(finding);
    const known = groups.get(group.key);
    if (known) known.findings.push(finding);
    else groups.set(group.key, { group, findings: [finding] });
  }
  return [...groups.values()]
    .map(({ group, findings: own }) => {
      own.sort((a, b) => rank(a.severity) - rank(b.severity));
      return { ...group, findings: own, worst: own[0]?.severity ?? 'note' };
    })
    .sort((a, b) => rank(a.worst) - rank(b.worst) || a.order.localeCompare(b.order, 'en', NUMERIC));
}

const NUMERIC: Intl.CollatorOptions = { numeric: true };

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

/** Lines to show: per group a heading and, unless it is folded, its findings; then waivers that nothing needs. */
export function findingRows(
  groups: readonly GroupedFindings[],
  folded: ReadonlySet<string>,
  unneeded: readonly WaiverRow[] = [],
): readonly FindingRow[] {
  const rows: FindingRow[] = [];
  for (const group of groups) {
    const isFolded = folded.has(group.key);
    rows.push({ kind: 'group', group, folded: isFolded });
    if (isFolded) continue;
    for (const finding of group.findings) rows.push({ kind: 'finding', finding });
  }
  if (unneeded.length > 0) rows.push({ kind: 'heading', count: unneeded.length });
  for (const waiver of unneeded) rows.push({ kind: 'waiver', waiver });
  return rows;
}

/** What a line is known by. */
export function rowKey(row: FindingRow): string {
  switch (row.kind) {
    case 'group':
      return `group ${row.group.key}`;
    case 'finding':
      return row.finding.id;
    case 'heading':
      return 'unneeded';
    case 'waiver':
      return `waiver ${row.waiver.id}`;
    default:
      return row satisfies never;
  }
}

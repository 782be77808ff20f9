/** Which cables are looked at: the racks draw them and the table lists them; the others wait out of sight. */
import type { Analysis, RuleId } from '../../shared/analysis/types.ts';
import { isOpen } from '../../shared/analysis/waiver.ts';
import type { Design } from '../../shared/model/design.ts';
import type { CableId } from '../../shared/model/ids.ts';
import type { Cable } from '../../shared/model/records.ts';

/** Facts by whose values cables are hidden. */
export const FILTERED_FACTS = ['fabric', 'rail', 'medium', 'bundle', 'status'] as const;
export type FilteredFact = (typeof FILTERED_FACTS)[number];

export interface CableFilter {
  /** Values of each fact whose cables are hidden. */
  readonly hidden: Readonly<Record<FilteredFact, ReadonlySet<string>>>;
  /** Only cables that an open finding names: of any rule, or of this one. Null = whatever is found of them. */
  readonly finding: RuleId | 'any' | null;
}

const NONE: ReadonlySet<string> = new Set();

export const NO_FILTER: CableFilter = {
  hidden: { fabric: NONE, rail: NONE, medium: NONE, bundle: NONE, status: NONE },
  finding: null,
};

/** The value of a fact, as the filter knows it; empty where there is none. */
export function filteredValue(cable: Cable, fact: FilteredFact): string {
  return String(cable[fact] ?? '');
}

export function isFiltering({ hidden, finding }: CableFilter): boolean {
  return finding !== null || FILTERED_FACTS.some((fact) => hidden[fact].size > 0);
}

/**
 * Whether a cable is looked at.
 * @param hasFinding whether an open finding that the filter asks for names it
 */
export function passesFilter(
  { hidden, finding }: CableFilter,
  cable: Cable,
  hasFinding: boolean,
): boolean {
  if (finding !== null && !hasFinding) return false;
  return FILTERED_FACTS.every((fact) => !hidden[fact].has(filteredValue(cable, fact)));
}

/** The filter as it is, but of a fact with these values alone. */
export function onlyValues(
  { cables }: Pick<Design, 'cables'>,
  filter: CableFilter,
  fact: FilteredFact,
  values: ReadonlySet<string>,
): CableFilter {
  const hidden = new Set<string>();
  for (const cable of cables.values()) {
    const value = filteredValue(cable, fact);
    if (!values.has(value)) hidden.add(value);
  }
  return { ...filter, hidden: { ...filter.hidden, [fact]: hidden } };
}

type CablesByRule = ReadonlyMap<RuleId | 'any', ReadonlySet<CableId>>;

const named = new WeakMap<Analysis['findings'], CablesByRule>();

/** The cables that open findings name: of each rule, and of any. */
export function cablesByRule(findings: Analysis['findings']): CablesByRule {
  const known = named.get(findings);
  if (known) return known;
  const byRule = new Map<RuleId | 'any', Set<CableId>>([['any', new Set()]]);
  for (const finding of findings) {
    if (!isOpen(finding)) continue;
    for (const { kind, id } of finding.subjects) {
      if (kind !== 'cable') continue;
      byRule.get('any')?.add(id);
      const ofRule = byRule.get(finding.rule);
      if (ofRule) ofRule.add(id);
      else byRule.set(finding.rule, new Set([id]));
    }
  }
  named.set(findings, byRule);
  return byRule;
}

interface Shown {
  readonly cables: Design['cables'];
  readonly findings: Analysis['findings'] | null;
  readonly ids: ReadonlySet<CableId>;
}
const lastShown = new WeakMap<CableFilter, Shown>();

/**
 * The cables that the filter lets through; null where it lets all through. Before the first analysis none has a
 * finding. The same set as long as the same cables are in it.
 */
export function shownCables(
  { cables }: Pick<Design, 'cables'>,
  analysis: Analysis | null,
  filter: CableFilter,
): ReadonlySet<CableId> | null {
  if (!isFiltering(filter)) return null;
  const last = lastShown.get(filter);
  const { finding } = filter;
  const findings = finding === null ? null : (analysis?.findings ?? null);
  if (last?.cables === cables && last.findings === findings) return last.ids;
  const found = finding && findings && cablesByRule(findings).get(finding);
  const ids = new Set<CableId>();
  for (const cable of cables.values()) {
    if (passesFilter(filter, cable, found?.has(cable.id) ?? false)) ids.add(cable.id);
  }
  const kept = last && last.ids.size === ids.size && [...ids].every((id) => last.ids.has(id));
  const shown = { cables, findings, ids: kept ? last.ids : ids };
  lastShown.set(filter, shown);
  return shown.ids;
}

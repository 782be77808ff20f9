/** Which cables are looked at: the racks draw them and the table lists them; the others wait out of sight. */
import type { Analysis } from '../../shared/analysis/types.ts';
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
  /** Only cables that an open finding names. */
  readonly onlyFindings: boolean;
}

const NONE: ReadonlySet<string> = new Set();

export const NO_FILTER: CableFilter = {
  hidden: { fabric: NONE, rail: NONE, medium: NONE, bundle: NONE, status: NONE },
  onlyFindings: false,
};

/** The value of a fact, as the filter knows it; empty where there is none. */
export function filteredValue(cable: Cable, fact: FilteredFact): string {
  return String(cable[fact] ?? '');
}

export function isFiltering({ hidden, onlyFindings }: CableFilter): boolean {
  return onlyFindings || FILTERED_FACTS.some((fact) => hidden[fact].size > 0);
}

/**
 * Whether a cable is looked at.
 * @param hasFinding whether an open finding names it
 */
export function passesFilter(
  { hidden, onlyFindings }: CableFilter,
  cable: Cable,
  hasFinding: boolean,
): boolean {
  if (onlyFindings && !hasFinding) return false;
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

const named = new WeakMap<Analysis['findings'], ReadonlySet<CableId>>();

/** The cables that an open finding names. */
function cablesWithFindings(findings: Analysis['findings']): ReadonlySet<CableId> {
  let ids = named.get(findings);
  if (ids === undefined) {
    const subjects = findings.filter((finding) => isOpen(finding)).flatMap((each) => each.subjects);
    ids = new Set(subjects.flatMap(({ kind, id }) => (kind === 'cable' ? id : [])));
    named.set(findings, ids);
  }
  return ids;
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
  const findings = filter.onlyFindings ? (analysis?.findings ?? null) : null;
  if (last?.cables === cables && last.findings === findings) return last.ids;
  const found = findings && cablesWithFindings(findings);
  const ids = new Set<CableId>();
  for (const cable of cables.values()) {
    if (passesFilter(filter, cable, found?.has(cable.id) ?? false)) ids.add(cable.id);
  }
  const kept = last && last.ids.size === ids.size && [...ids].every((id) => last.ids.has(id));
  const shown = { cables, findings, ids: kept ? last.ids : ids };
  lastShown.set(filter, shown);
  return shown.ids;
}

/** Which cables are looked at: the racks draw them and the table lists them; the others wait out of sight. */
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

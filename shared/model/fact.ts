/**
 * A number of the catalogue with where it comes from. Unknown is a value of its own: a missing number
 * is `null`, never zero, and a check that needs it answers `unknown`.
 */
export type Provenance = 'measured' | 'datasheet' | 'derived' | 'assumed';

export interface Fact<T = number> {
  readonly value: T;
  readonly provenance: Provenance;
  /** Where it stands: a title, an address, or the rule it was derived by. */
  readonly source: string;
}

/** A fact, or `null` where nobody knows. */
export type Known<T = number> = Fact<T> | null;

/** The number of a fact, or `null` where it is unknown. */
export function valueOf<T>(fact: Known<T>): T | null {
  return fact === null ? null : fact.value;
}

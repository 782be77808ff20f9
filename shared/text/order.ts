/** The orders in which texts are listed: the same in every place and on every machine. */

/** Order of two texts by their code units. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const collator = new Intl.Collator('en', { numeric: true });

/** Order of two names as one counts: `C2` before `C10`. */
export function compareNatural(a: string, b: string): number {
  return collator.compare(a, b);
}

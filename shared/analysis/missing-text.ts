/** The unknowns of a finding in words. */
import { hasMessage, say } from '../text/index.ts';

/**
 * What is missing, as a person reads it: `missing` ends in the name that a fact has in a design, which the
 * catalogue says in words; what it does not know stays as it is.
 */
export function missingText(missing: string): string {
  const at = missing.lastIndexOf(': ') + 2;
  const key = `analysis.fact.${missing.slice(at)}`;
  return hasMessage(key) ? missing.slice(0, at) + say(key) : missing;
}

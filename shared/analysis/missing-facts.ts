/** What is unknown about the links of a fabric. */
import type { Turn } from './meeting.ts';

/** Scopes beside those of rails and leaves: the links between switches, those of all hosts, and everything. */
export const BETWEEN_SWITCHES = 'between switches';
export const EVERYWHERE = 'everywhere';
const OF_HOSTS = 'of hosts';

/** Kept as counts, so that one more costs the same among many. */
export class MissingFacts {
  readonly #links = new Map<string, Map<string, number>>();
  #changed = false;

  /** Counts a link of a group, of those between switches, or of any, that comes or goes. */
  count(group: string, fact: string, comes: boolean): void {
    this.#count(group, fact, comes);
    if (group !== EVERYWHERE && group !== BETWEEN_SWITCHES) this.#count(OF_HOSTS, fact, comes);
  }

  #count(group: string, fact: string, comes: boolean): void {
    const facts = this.#links.get(group) ?? new Map<string, number>();
    const links = (facts.get(fact) ?? 0) + (comes ? 1 : -1);
    if (links > 0) facts.set(fact, links);
    else facts.delete(fact);
    if (links === (comes ? 1 : 0)) this.#changed = true;
    this.#links.set(group, facts);
  }

  /** Whether something became unknown or known since the last call. */
  takeChanged(): boolean {
    const changed = this.#changed;
    this.#changed = false;
    return changed;
  }

  /** What is unknown about the ways of a group and length. */
  of({ group, hops }: Turn): readonly string[] {
    const scopes = [EVERYWHERE, group ?? OF_HOSTS, ...(hops > 1 ? [BETWEEN_SWITCHES] : [])];
    const facts = scopes.flatMap((scope) => [...(this.#links.get(scope)?.keys() ?? [])]);
    return facts.length === 0 ? NOTHING : [...new Set(facts)].sort();
  }
}
const NOTHING: readonly string[] = [];

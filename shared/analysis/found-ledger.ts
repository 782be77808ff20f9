/** The comparisons with what was found, kept while the design is edited. Without any, an edit costs nothing. */
import { compareNetwork, groundOf } from '../found/compare-network.ts';
import { discrepanciesIn } from '../found/discrepancies.ts';
import type { Tables } from '../found/drawn-links.ts';
import type { Diff } from '../model/diff.ts';
import type { DesignRecord, FoundNetwork } from '../model/records.ts';
import type { FindingSource } from './finding.ts';
import { foundFinding, sayingOf } from './found-rule.ts';

/** The analyser's own tables. */
type Compared = Tables & { readonly found: ReadonlyMap<string, FoundNetwork> };

interface Kept {
  readonly saying: string;
  readonly source: FindingSource;
}

export class FoundLedger {
  #kept: ReadonlyMap<string, Kept> = new Map();
  #stale = true;

  /** Notes that an edit may change what is compared. */
  touch({ added, removed, updated }: Diff): void {
    if (this.#stale) return;
    this.#stale =
      [...added, ...removed].some(({ kind }) => COMPARED.has(kind)) ||
      updated.some(([before, after]) => COMPARED.has(after.kind) && !sameToCompare(before, after));
  }

  /** The findings that go and those that come; one that says what it said stays the same object. */
  follow(tables: Compared): {
    readonly before: readonly FindingSource[];
    readonly after: readonly FindingSource[];
  } {
    if (!this.#stale || (tables.found.size === 0 && this.#kept.size === 0)) {
      this.#stale = this.#stale && tables.found.size > 0;
      return NONE;
    }
    this.#stale = false;
    const old = this.#kept;
    const kept = new Map<string, Kept>();
    if (tables.found.size > 0) {
      const ground = groundOf(tables);
      for (const network of tables.found.values()) {
        for (const told of discrepanciesIn(compareNetwork(ground, network))) {
          const saying = sayingOf(tables, told);
          const known = old.get(told.id);
          const source = known?.saying === saying ? known.source : foundFinding(tables, told);
          kept.set(told.id, { saying, source });
        }
      }
    }
    this.#kept = kept;
    return {
      before: [...old].flatMap(([id, { source }]) =>
        kept.get(id)?.source === source ? [] : [source],
      ),
      after: [...kept].flatMap(([id, { source }]) =>
        old.get(id)?.source === source ? [] : [source],
      ),
    };
  }
}
const NONE = { before: [], after: [] } as const;

const COMPARED: ReadonlySet<DesignRecord['kind']> = new Set<DesignRecord['kind']>([
  'device',
  'deviceType',
  'cable',
  'found',
]);

/** Whether two versions of a record are the same to every comparison: a device that is moved is. */
function sameToCompare(before: DesignRecord, after: DesignRecord): boolean {
  if (before.kind === 'device' && after.kind === 'device')
    return before.name === after.name && before.typeId === after.typeId;
  if (before.kind === 'cable' && after.kind === 'cable') {
    const { ends, medium, label } = before;
    return ends === after.ends && medium === after.medium && label === after.label;
  }
  return false;
}

/** The trays of a design and what was found about them, kept while it is edited. */
import type { Design } from '../model/design.ts';
import type { RowId } from '../model/ids.ts';
import type { DesignSettings } from '../model/records.ts';
import { compareIds, type FindingSource } from './finding.ts';
import { type LaidRun, type TrayKey, TrayLedger } from './tray-ledger.ts';
import { type TrayResult, trayResult } from './tray-rule.ts';

type Floor = Pick<Design, 'rows' | 'racks' | 'pathways'> & { readonly settings: DesignSettings };

export class TrayBook {
  readonly #ledger = new TrayLedger();
  readonly #results = new Map<TrayKey, TrayResult>();

  /** Puts what a cable takes of the trays in the place of what it took before. */
  replace(before: readonly LaidRun[], after: readonly LaidRun[]): void {
    this.#ledger.replace(before, after);
  }

  /**
   * Judges the trays that changed, and those of rows that were touched: their places are named after racks.
   * @returns the findings that go, and those that come
   */
  follow(
    design: Floor,
    rows: ReadonlySet<RowId>,
  ): readonly (readonly [before: FindingSource | null, after: FindingSource | null])[] {
    this.#ledger.touchRows(rows);
    const changes: (readonly [FindingSource | null, FindingSource | null])[] = [];
    for (const [key, load] of this.#ledger.takeTouched()) {
      const before = this.#results.get(key)?.finding ?? null;
      const after = load && trayResult(design, key, load);
      if (after) this.#results.set(key, after);
      else this.#results.delete(key);
      changes.push([before, after?.finding ?? null]);
    }
    return changes;
  }

  /** What was found, in the order of the trays' keys. */
  results(): readonly TrayResult[] {
    return [...this.#results].sort(([a], [b]) => compareIds(a, b)).map(([, result]) => result);
  }
}

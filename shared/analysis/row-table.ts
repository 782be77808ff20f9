/** Rows kept in order. A change makes a new array, so that an analysis that was handed out stays as it was. */
export class RowTable<Row> {
  readonly #compare: (a: Row, b: Row) => number;
  #rows: readonly Row[] = [];

  /** @param compare total order; rows that compare as 0 are versions of one row */
  constructor(compare: (a: Row, b: Row) => number) {
    this.#compare = compare;
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  /** Takes `removed` out and puts `added` in. Every removed row must be in the table. */
  replace(removed: readonly Row[], added: readonly Row[]): void {
    if (removed.length + added.length === 0) return;
    const fresh = [...added].sort(this.#compare);
    if (this.#rows.length === 0) {
      this.#rows = fresh;
      return;
    }
    const next = [...this.#rows];
    const gone: number[] = [];
    for (const row of removed) gone.push(this.#indexOf(next, row));
    const inserted = fresh.filter((row) => {
      const index = this.#indexOf(this.#rows, row);
      if (index < 0) return true;
      next[index] = row;
      return false;
    });
    const kept = new Set(fresh);
    const holes = gone.filter((index) => index >= 0 && !kept.has(next[index] as Row));
    this.#rows = this.#merged(next, holes, inserted);
  }

  #merged(rows: Row[], holes: readonly number[], inserted: readonly Row[]): readonly Row[] {
    if (holes.length + inserted.length > SPLICE_MAX) {
      const dead = new Set(holes);
      const rest = dead.size === 0 ? rows : rows.filter((_, index) => !dead.has(index));
      return [...rest, ...inserted].sort(this.#compare);
    }
    for (const index of [...holes].sort((a, b) => b - a)) rows.splice(index, 1);
    for (const row of inserted) {
      const index = this.#indexOf(rows, row);
      rows.splice(-index - 1, 0, row);
    }
    return rows;
  }

  /** Index of the row that compares as 0, or −1 − (where it would stand). */
  #indexOf(rows: readonly Row[], row: Row): number {
    let low = 0;
    let high = rows.length - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const order = this.#compare(rows[middle] as Row, row);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1 - low;
  }
}
/** Beyond so many insertions and removals one sort is cheaper than moving the tail each time. */
const SPLICE_MAX = 24;

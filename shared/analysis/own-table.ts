/** A table of the design that was handed in, copied before it changes for the first time. */
export class OwnTable<Id, Row> {
  rows: ReadonlyMap<Id, Row>;
  #own: Map<Id, Row> | null = null;

  constructor(rows: ReadonlyMap<Id, Row>) {
    this.rows = rows;
  }

  own(): Map<Id, Row> {
    if (this.#own === null) this.rows = this.#own = new Map(this.rows);
    return this.#own;
  }
}

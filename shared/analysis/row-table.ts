/**
 * Rows kept in order, in chunks. A change copies the chunks that it touches and leaves the others, so that an
 * analysis that was handed out stays as it was, and one more row costs the same among ten and a hundred thousand.
 */

/** The rows of a table as they were at one time; put into one list when somebody reads them. */
export class Rows<Row> {
  readonly #chunks: readonly (readonly Row[])[];
  #all: readonly Row[] | null = null;

  constructor(chunks: readonly (readonly Row[])[]) {
    this.#chunks = chunks;
  }

  get all(): readonly Row[] {
    this.#all ??= this.#chunks.flat();
    return this.#all;
  }
}

/** Rows of a chunk; one of twice as many is cut in two. */
const CHUNK = 256;
/** From this share of changed rows on, one sort is cheaper than finding the place of each. */
const MANY = 1 / 8;

export class RowTable<Row> {
  readonly #compare: (a: Row, b: Row) => number;
  #chunks: readonly (readonly Row[])[] = [];
  #size = 0;
  #rows: Rows<Row> | null = null;

  /** @param compare total order; rows that compare as 0 are versions of one row */
  constructor(compare: (a: Row, b: Row) => number) {
    this.#compare = compare;
  }

  get rows(): Rows<Row> {
    this.#rows ??= new Rows(this.#chunks);
    return this.#rows;
  }

  /** Takes `removed` out and puts `added` in. Every removed row must be in the table. */
  replace(removed: readonly Row[], added: readonly Row[]): void {
    const changes = removed.length + added.length;
    if (changes === 0) return;
    this.#rows = null;
    if (changes > MANY * this.#size) this.#rebuild(removed, added);
    else this.#change(removed, added);
  }

  #rebuild(removed: readonly Row[], added: readonly Row[]): void {
    const fresh = [...added].sort(this.#compare);
    const gone = [...removed].sort(this.#compare);
    const rows: Row[] = [];
    let [next, dead] = [0, 0];
    for (const chunk of this.#chunks) {
      for (const row of chunk) {
        while (next < fresh.length && this.#compare(fresh[next] as Row, row) < 0) {
          rows.push(fresh[next] as Row);
          next += 1;
        }
        while (dead < gone.length && this.#compare(gone[dead] as Row, row) < 0) dead += 1;
        const replaced = next < fresh.length && this.#compare(fresh[next] as Row, row) === 0;
        const taken = dead < gone.length && this.#compare(gone[dead] as Row, row) === 0;
        if (!replaced && !taken) rows.push(row);
      }
    }
    for (; next < fresh.length; next += 1) rows.push(fresh[next] as Row);
    this.#size = rows.length;
    this.#chunks = Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, at) =>
      rows.slice(at * CHUNK, (at + 1) * CHUNK),
    );
  }

  #change(removed: readonly Row[], added: readonly Row[]): void {
    const chunks: (readonly Row[])[] = [...this.#chunks];
    const copies = new Set<readonly Row[]>();
    const copyOf = (at: number): Row[] => {
      const chunk = chunks[at] as readonly Row[];
      const copy = copies.has(chunk) ? (chunk as Row[]) : [...chunk];
      copies.add(copy);
      chunks[at] = copy;
      return copy;
    };
    for (const row of removed) {
      const at = this.#chunkOf(chunks, row);
      const index = this.#indexIn(chunks[at] as readonly Row[], row);
      if (index < 0) continue;
      const rest = copyOf(at);
      rest.splice(index, 1);
      if (rest.length === 0) chunks.splice(at, 1);
      this.#size -= 1;
    }
    for (const row of added) {
      const at = this.#chunkOf(chunks, row);
      const index = this.#indexIn(chunks[at] as readonly Row[], row);
      if (index >= 0) copyOf(at)[index] = row;
      else {
        copyOf(at).splice(-index - 1, 0, row);
        this.#size += 1;
      }
    }
    this.#chunks = chunks.flatMap(cut);
  }

  /** The first chunk that ends at the row or behind it; else the last. */
  #chunkOf(chunks: readonly (readonly Row[])[], row: Row): number {
    let low = 0;
    let high = chunks.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(chunks[middle]?.at(-1) as Row, row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Index of the row that compares as 0, or −1 − (where it would stand). */
  #indexIn(rows: readonly Row[], row: Row): number {
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

/** A chunk that grew too long, as two. */
function cut<Row>(chunk: readonly Row[]): readonly (readonly Row[])[] {
  if (chunk.length < 2 * CHUNK) return [chunk];
  const middle = chunk.length >>> 1;
  return [chunk.slice(0, middle), chunk.slice(middle)];
}

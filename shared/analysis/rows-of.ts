/** Rows of an analysis by what they are about: its tables stand in the order of ids, so few rows are found at once. */
import { compareIds } from './finding.ts';

/** From this share of a table on, going through all of it is cheaper than looking up each row. */
const MANY = 1 / 16;

/**
 * The rows about these things, in the order of the table; what the table does not hold is left out.
 * @param table in the order of what its rows are about, with one or several rows for each
 * @param idOf what a row is about
 */
export function rowsOf<Row>(
  table: readonly Row[],
  idOf: (row: Row) => string,
  ids: ReadonlySet<string>,
): readonly Row[] {
  if (ids.size > table.length * MANY) return table.filter((row) => ids.has(idOf(row)));
  const rows: Row[] = [];
  for (const id of [...ids].sort(compareIds)) {
    for (let at = firstOf(table, idOf, id); at < table.length; at += 1) {
      const row = table[at];
      if (row === undefined || idOf(row) !== id) break;
      rows.push(row);
    }
  }
  return rows;
}

/** Where in the table the rows about a thing begin, or would. */
function firstOf<Row>(table: readonly Row[], idOf: (row: Row) => string, id: string): number {
  let [from, to] = [0, table.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const row = table[middle];
    if (row !== undefined && compareIds(idOf(row), id) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

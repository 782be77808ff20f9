/** A table as a file holds it, before anybody knows what it means: rows of texts, each with its place. */

/** A row: where it stands in its file, counted from 1 as an editor or a spreadsheet counts, and its cells. */
export interface SheetRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** One table. A CSV file is one; a workbook has several. */
export interface Sheet {
  /** Name of the sheet in its workbook; empty for a file that is one table. */
  readonly name: string;
  readonly rows: readonly SheetRow[];
}

/** How much of a table is read: beyond that it is none that people cable from. */
export const SHEET_LIMITS = Object.freeze({
  /** Largest file, bytes. */
  bytes: 50_000_000,
  rows: 500_000,
  columns: 500,
  /** Longest cell, characters: what a spreadsheet takes. */
  cell: 32_767,
});

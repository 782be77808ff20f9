/** A table that an export makes: written as comma-separated values, or as a sheet of a workbook. */
import { csvText } from './csv-text.ts';
import type { WrittenText } from './written-text.ts';

type Cell = string | number | null;

export interface WrittenTable {
  /** Name of the sheet, and of the file without its ending. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** The table as a file of comma-separated values; cells that a spreadsheet would run are defused. */
export function csvFile({ name, columns, rows }: WrittenTable): WrittenText {
  return { name: `${name}.csv`, text: csvText(columns, rows) };
}

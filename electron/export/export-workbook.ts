/** Tables as the sheets of a workbook, which a spreadsheet opens without asking what the columns are. */
import writeXlsxFile, { type SheetData } from 'write-excel-file/node';
import type { WrittenTable } from '../../shared/formats/written-table.ts';
import { writeWhole } from './write-whole.ts';

/** Widest column, characters: what is longer is cut on the screen and whole in the cell. */
const WIDEST = 60;
const NARROWEST = 6;
/** Rows that are measured for the width of their columns. */
const MEASURED = 1000;

/**
 * Writes a workbook, whole or not at all. Text is typed as text: a cell that looks like a formula is none.
 * @param path of the file
 */
export function exportWorkbook(tables: readonly WrittenTable[], path: string): Promise<void> {
  return writeWhole(path, async (out) => {
    const sheets = tables.map((table) => ({
      data: sheetData(table),
      sheet: sheetName(table.name),
      stickyRowsCount: 1,
      columns: table.columns.map((name, n) => ({ width: widthOf(table, name, n) })),
    }));
    const bytes = await writeXlsxFile(sheets).toBuffer();
    out.write(bytes);
  });
}

function sheetData({ columns, rows }: WrittenTable): SheetData {
  const head = columns.map((name) => ({ value: name, type: String, fontWeight: 'bold' as const }));
  return [head, ...rows.map((row) => row.map(cellOf))];
}

function cellOf(value: string | number | null) {
  if (value === null || value === '') return null;
  return typeof value === 'number'
    ? { value, type: Number }
    : { value: printable(value), type: String };
}

/** Without characters that no XML may hold. */
function printable(text: string): string {
  let clean = '';
  for (const char of text.toWellFormed()) {
    const code = char.codePointAt(0) ?? 0;
    const held = code >= 32 ? code !== 0xfffe && code !== 0xffff : code === 9 || code === 10;
    if (held) clean += char;
  }
  return clean.slice(0, LONGEST_CELL);
}
/** What a cell holds at most. */
const LONGEST_CELL = 32_767;

/** A sheet's name has 31 characters at most, and none of a few. */
function sheetName(name: string): string {
  return name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}

function widthOf({ rows }: WrittenTable, name: string, column: number): number {
  let widest = name.length;
  for (const row of rows.slice(0, MEASURED)) {
    widest = Math.max(widest, String(row[column] ?? '').length);
  }
  return Math.min(WIDEST, Math.max(NARROWEST, widest + 2));
}

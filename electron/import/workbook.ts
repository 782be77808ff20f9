/** Workbooks (.xlsx) as tables: every sheet, cells as the texts that stand in them. */
import readWorkbook from 'read-excel-file/node';
import { FormatError } from '../../shared/formats/index.ts';
import { plainCell } from '../../shared/formats/table/csv.ts';
import { SHEET_LIMITS, type Sheet } from '../../shared/formats/table/sheet.ts';
import type { ArchiveFile } from './archive.ts';
import { type MergedCells, sheetParts } from './workbook-parts.ts';

/** Whether an archive is a workbook. */
export function isWorkbook(files: readonly ArchiveFile[]): boolean {
  return files.some(({ name }) => name === 'xl/workbook.xml');
}

/** The sheets that a person sees, and the names of those that are hidden. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly hidden: readonly string[];
}

/**
 * The sheets of a workbook, whose archive was unpacked within bounds before. Cells that are one say the same in every
 * row and column that they reach over.
 * @param files what is in the archive
 * @throws FormatError when it is broken or holds more than a table has
 */
export async function readSheets(bytes: Buffer, files: readonly ArchiveFile[]): Promise<Workbook> {
  try {
    const parts = sheetParts(files);
    const all = await readWorkbook(bytes, { parseNumber: (text: string) => text });
    const seen = all.filter(({ sheet }) => !parts.get(sheet)?.hidden);
    const sheets = seen.map(({ sheet, data }) => {
      if (data.length > SHEET_LIMITS.rows) {
        throw new FormatError('too-many-rows', { limit: SHEET_LIMITS.rows });
      }
      const texts = data.map((cells) => cells.slice(0, SHEET_LIMITS.columns).map(textOf));
      for (const merged of parts.get(sheet)?.merged ?? []) spread(texts, merged);
      const rows = texts.map((cells, index) => ({ line: index + 1, cells }));
      return { name: sheet, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) };
    });
    const hidden = all.map(({ sheet }) => sheet).filter((name) => parts.get(name)?.hidden);
    return { sheets, hidden };
  } catch (error) {
    if (error instanceof FormatError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new FormatError('zip-broken', { reason: reason.slice(0, 200) });
  }
}

/** Writes what stands in the first of merged cells into all of them. */
function spread(rows: readonly string[][], { top, left, bottom, right }: MergedCells): void {
  const text = rows[top]?.[left] ?? '';
  if (text === '') return;
  for (const row of rows.slice(top, bottom + 1)) {
    for (let at = left; at <= Math.min(right, row.length - 1); at += 1) row[at] ||= text;
  }
}

/** A spreadsheet takes `1/2` for a day: it stays one, and a list says of such a port that it became one. */
function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return typeof value === 'string' ? plainCell(value).slice(0, SHEET_LIMITS.cell) : '';
}

/** Workbooks (.xlsx) as tables: every sheet, cells as the texts that stand in them. */
import readWorkbook from 'read-excel-file/node';
import { FormatError } from '../../shared/formats/index.ts';
import { plainCell } from '../../shared/formats/table/csv.ts';
import { SHEET_LIMITS, type Sheet } from '../../shared/formats/table/sheet.ts';
import type { ArchiveFile } from './archive.ts';

/** Whether an archive is a workbook. */
export function isWorkbook(files: readonly ArchiveFile[]): boolean {
  return files.some(({ name }) => name === 'xl/workbook.xml');
}

/**
 * The sheets of a workbook, whose archive was unpacked within bounds before.
 * @throws FormatError when it is broken or holds more than a table has
 */
export async function readSheets(bytes: Buffer): Promise<readonly Sheet[]> {
  try {
    const sheets = await readWorkbook(bytes, { parseNumber: (text: string) => text });
    return sheets.map(({ sheet, data }) => {
      if (data.length > SHEET_LIMITS.rows) {
        throw new FormatError('too-many-rows', { limit: SHEET_LIMITS.rows });
      }
      const rows = data.map((cells, index) => ({
        line: index + 1,
        cells: cells.slice(0, SHEET_LIMITS.columns).map(textOf),
      }));
      return { name: sheet, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) };
    });
  } catch (error) {
    if (error instanceof FormatError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new FormatError('zip-broken', { reason: reason.slice(0, 200) });
  }
}

/** A spreadsheet takes `1/2` for a day: it stays one, and the port of that name is not found, which is said. */
function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return typeof value === 'string' ? plainCell(value).slice(0, SHEET_LIMITS.cell) : '';
}

/**
 * Comma-separated values into a table: with commas, semicolons or tabs, with or without quotes, byte order mark and
 * carriage returns. What an export defused for spreadsheets is taken as it was before.
 */
import Papa from 'papaparse';
import { FormatError } from '../yaml-door.ts';
import { SHEET_LIMITS, type Sheet, type SheetRow } from './sheet.ts';

const SEPARATORS = [',', ';', '\t', '|'] as const;

/**
 * Reads a table. Lines without any text are left out; the others keep their numbers.
 * @param source the file's text
 * @throws FormatError when it is too large, not text, or a quote is never closed
 */
export function readCsv(source: string): Sheet {
  if (source.length > SHEET_LIMITS.bytes) {
    throw new FormatError('sheet-too-large', { limit: SHEET_LIMITS.bytes / 1e6 });
  }
  if (source.includes('\0')) throw new FormatError('not-text-table');
  const text = source.replace(/^\uFEFF/, '');
  const rows: SheetRow[] = [];
  const lines = lineCounter(text);
  let from = 0;
  const refusals: FormatError[] = [];
  Papa.parse(text, {
    delimiter: separatorOf(text),
    skipEmptyLines: false,
    step: ({ data, errors, meta }, handle) => {
      const line = lines(from);
      from = meta.cursor;
      if (errors.some(({ code }) => code === 'MissingQuotes')) {
        refusals.push(new FormatError('open-quote', { line }));
      } else refusals.push(...refusalsOf(data, rows.length, line));
      if (refusals.length > 0) handle.abort();
      else if (data.some((cell) => cell.trim() !== ''))
        rows.push({ line, cells: data.map(plainCell) });
    },
  });
  const [refusal] = refusals;
  if (refusal) throw refusal;
  return { name: '', rows };
}

function refusalsOf(cells: readonly string[], before: number, line: number): FormatError[] {
  const { rows, columns, cell } = SHEET_LIMITS;
  if (before >= rows) return [new FormatError('too-many-rows', { limit: rows })];
  if (cells.length > columns)
    return [new FormatError('too-many-columns', { line, limit: columns })];
  const isLong = cells.some((text) => text.length > cell);
  return isLong ? [new FormatError('cell-too-long', { line, limit: cell })] : [];
}

/** A cell without what keeps a spreadsheet from running it. */
export function plainCell(cell: string): string {
  const text = cell.trim();
  return /^'[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

/** The separator that stands most often outside quotes in the first lines; a comma where none does. */
function separatorOf(text: string): string {
  const head = text.slice(0, 20_000).replaceAll(/"[^"]*"/g, '');
  const lines = head.split(/\r\n|\n|\r/, 20).filter((line) => line.trim() !== '');
  const count = (separator: string): number =>
    lines.reduce((sum, line) => sum + line.split(separator).length - 1, 0);
  return SEPARATORS.reduce<string>(
    (best, separator) => (count(separator) > count(best) ? separator : best),
    ',',
  );
}

/** Says on which line a place of the text is; asked for ever later places. */
function lineCounter(text: string): (position: number) => number {
  let line = 1;
  let at = 0;
  return (position) => {
    for (; at < position; at += 1) {
      const code = text.charCodeAt(at);
      if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) line += 1;
    }
    return line;
  };
}

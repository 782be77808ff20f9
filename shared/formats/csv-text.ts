/** Comma-separated values that a spreadsheet reads as data only. */

/** What a spreadsheet would run as a formula, or take as another cell. */
const RISKY = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(\.\d+)?$/;

/** Whether an apostrophe is put before a text, because a spreadsheet would run it. */
export function isDefused(text: string): boolean {
  return RISKY.test(text) && !NUMBER.test(text);
}

/** A cell: unknown is empty; text that a spreadsheet would run is defused with an apostrophe. */
function cell(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  const safe = isDefused(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as RFC 4180 has it; the first line names the columns. */
export function csvText(
  columns: readonly string[],
  rows: Iterable<readonly (string | number | null)[]>,
): string {
  const lines = [columns.map(cell).join(',')];
  for (const row of rows) lines.push(row.map(cell).join(','));
  return `${lines.join('\r\n')}\r\n`;
}

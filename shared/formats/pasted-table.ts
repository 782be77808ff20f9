/** A table as a spreadsheet or a document takes it from the clipboard; no cell of it is ever run. */
import { isDefused } from './csv-text.ts';
import type { WrittenTable } from './written-table.ts';

function cellText(value: string | number | null): string {
  if (value === null) return '';
  const text = String(value).replace(/[\t\r\n]+/g, ' ');
  return isDefused(text) ? `'${text}` : text;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Tab-separated lines, the names of the columns first; tabs and line breaks in cells become spaces. */
export function tabbedText({ columns, rows }: WrittenTable): string {
  return [columns, ...rows].map((row) => row.map(cellText).join('\t')).join('\n');
}

/** The same as an HTML table. */
export function htmlTable({ columns, rows }: WrittenTable): string {
  const line = (cells: readonly (string | number | null)[], tag: 'td' | 'th'): string =>
    `<tr>${cells.map((each) => `<${tag}>${escaped(cellText(each))}</${tag}>`).join('')}</tr>`;
  return `<table>${line(columns, 'th')}${rows.map((row) => line(row, 'td')).join('')}</table>`;
}

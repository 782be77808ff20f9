/** What NetBox's tables of racks, devices and cables have in common: headings that are names of fields. */

import { say } from '../../text/index.ts';
import { noRows, type RowFault, type SiteRows } from '../site/rows.ts';
import { type Heading, RowCells } from '../table/row-cells.ts';
import type { Sheet } from '../table/sheet.ts';
import type { ImportWarning } from './import-report.ts';

/** Whether the first row names all these columns. */
export function hasColumns(sheet: Sheet, names: readonly string[]): boolean {
  const headings = new Set(sheet.rows[0]?.cells.map(folded));
  return names.every((name) => headings.has(name));
}

interface NetboxTable {
  readonly rows: readonly RowCells[];
  readonly faults: RowFault[];
  readonly warnings: readonly ImportWarning[];
}

/** The rows under the headings. A heading that stands twice, and one without a name, are said and not read. */
export function netboxTable(sheet: Sheet): NetboxTable {
  const [head, ...body] = sheet.rows;
  const columns = new Map<string, Heading>();
  const warnings: ImportWarning[] = [];
  for (const [at, text] of (head?.cells ?? []).entries()) {
    const name = folded(text);
    if (name === '') continue;
    if (columns.has(name)) {
      const args = { column: text.trim() };
      warnings.push({
        code: 'column-twice',
        path: text.trim(),
        message: say('import.warning.column-twice', args),
      });
    } else columns.set(name, { name, at });
  }
  const faults: RowFault[] = [];
  return { rows: body.map((row) => new RowCells(sheet, row, columns, faults)), faults, warnings };
}

function folded(heading: string): string {
  return heading.trim().toLowerCase();
}

/** What such a table gives. */
export function netboxRows(rows: Partial<SiteRows>): SiteRows {
  return { ...noRows('netbox'), ...rows };
}

/** Which host channel adapter stands behind which number of a cable list: a table of `port` and `hca-name`. */
import type { TableFormat } from '../format.ts';
import { noRows, type RowFault } from '../site/rows.ts';
import { type Heading, RowCells } from '../table/row-cells.ts';
import type { Sheet } from '../table/sheet.ts';

export const HCA_MAPPING: TableFormat = {
  kind: 'hca-mapping',
  recognises: (sheet) => {
    const columns = columnsOf(sheet);
    return columns.size === 2 && columns.has('port') && columns.has('hcaname');
  },
  read: (sheet) => {
    const columns = columnsOf(sheet);
    const faults: RowFault[] = [];
    const hcaNames = new Map<number, string>();
    for (const row of sheet.rows.slice(1)) {
      const cells = new RowCells(sheet, row, columns, faults);
      const number = cells.number('port', 1, 1000);
      const name = cells.name('hcaname');
      if (number === null || name === '') cells.refuse('port', 'no-adapter');
      else hcaNames.set(number, name);
    }
    return { gives: 'rows', rows: { ...noRows('p2p'), hcaNames, faults } };
  },
};

function columnsOf(sheet: Sheet): Map<string, Heading> {
  const cells = sheet.rows[0]?.cells ?? [];
  return new Map(
    cells.map((name, at) => [name.toLowerCase().replaceAll(/[^a-z]/g, ''), { name, at }]),
  );
}

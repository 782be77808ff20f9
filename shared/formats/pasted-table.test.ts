import { expect, it } from 'vitest';
import { htmlTable, tabbedText } from './pasted-table.ts';

const table = {
  name: 'x',
  columns: ['name', 'notes', 'power_w'],
  rows: [
    ['=1+1', 'two\tparts\nof <it>', -5],
    ['@home', '+49 30', null],
  ],
};

it('cells that a spreadsheet would run are defused, and each row stays one line', () => {
  expect(tabbedText(table).split('\n')).toEqual([
    'name\tnotes\tpower_w',
    "'=1+1\ttwo parts of <it>\t-5",
    "'@home\t'+49 30\t",
  ]);
});

it('as HTML, what is written stays text', () => {
  expect(htmlTable(table)).toContain("<td>'=1+1</td><td>two parts of &lt;it&gt;</td><td>-5</td>");
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csvText } from './csv-text.ts';

/** Cells of one line as RFC 4180 reads them. */
function cellsOf(line: string): string[] {
  return [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}

it('defuses what a spreadsheet would run, and leaves numbers alone', () => {
  const text = csvText(
    ['a'],
    [['=1+1'], ['+SUM(A1)'], ['-cmd'], ['@x'], ['\tx'], [-4.5], ['-4.5']],
  );
  expect(text.split('\r\n').slice(1, -1)).toEqual([
    "'=1+1",
    "'+SUM(A1)",
    "'-cmd",
    "'@x",
    "'\tx",
    '-4.5',
    '-4.5',
  ]);
});

it('gives every cell back, and starts none with a sign that runs', () => {
  const word = fc.string().map((text) => text.replace(/[\r\n]/g, ''));
  fc.assert(
    fc.property(fc.array(word, { minLength: 2, maxLength: 6 }), (row) => {
      const [, line = ''] = csvText(['x'], [row]).split('\r\n');
      const cells = cellsOf(line);
      expect(cells.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, ''))).toEqual(
        row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, '')),
      );
      for (const cell of cells) expect(cell).not.toMatch(/^([=+@\t\r]|-(?!\d+(\.\d+)?$))/);
    }),
  );
});

it('keeps line breaks within a cell and unknown empty', () => {
  expect(csvText(['a', 'b'], [['x\ny', null]])).toBe('a,b\r\n"x\ny",\r\n');
});

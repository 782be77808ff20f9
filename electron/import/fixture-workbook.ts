/**
 * A workbook for tests as people make them by hand: a title over merged cells, racks written once over several rows,
 * a number that is text, lengths that are formulas, a port that became a date, a hidden sheet, and one of notes.
 */
import { zipOf } from './fixture-zip.ts';

type Cell =
  | string
  | number
  | { readonly formula: string; readonly value: string | number }
  | { readonly day: number }
  | null;

interface HandSheet {
  readonly name: string;
  readonly hidden?: boolean;
  readonly rows: readonly (readonly Cell[])[];
  readonly merged?: readonly string[];
}

/** A workbook of these sheets, as an archive. */
export function workbookOf(sheets: readonly HandSheet[]): Buffer {
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const listed = sheets.map(
    ({ name, hidden }, n) =>
      `<sheet name="${name}" sheetId="${n + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${n + 1}"/>`,
  );
  const related = sheets.map(
    (_, n) =>
      `<Relationship Id="rId${n + 1}" Type="${office}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`,
  );
  const pages = sheets.map(({ rows, merged = [] }, n) => {
    const body = rows.map((cells, r) => {
      const written = cells.map((cell, c) => cellXml(cell, `${letters(c)}${r + 1}`)).join('');
      return `<row r="${r + 1}">${written}</row>`;
    });
    const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    const mergeXml =
      merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merges}</mergeCells>`;
    const xml = `${head}<worksheet ${main}><sheetData>${body.join('')}</sheetData>${mergeXml}</worksheet>`;
    return [`xl/worksheets/sheet${n + 1}.xml`, xml] as const;
  });
  return zipOf({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="${office}"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${related.join('')}<Relationship Id="rId99" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(pages),
  });
}

function letters(column: number): string {
  return String.fromCharCode(65 + column);
}

function cellXml(cell: Cell, ref: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${ref}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  if ('day' in cell) return `<c r="${ref}" s="1"><v>${cell.day}</v></c>`;
  const type = typeof cell.value === 'string' ? ' t="str"' : '';
  return `<c r="${ref}"${type}><f>${cell.formula}</f><v>${cell.value}</v></c>`;
}

const HEAD = [
  'Cable ID',
  'A-Rack',
  'A-U',
  'A-Node',
  'A-Port',
  'Z-Rack',
  'Z-U',
  'Z-Node',
  'Z-Port',
  'Medium',
  'Length m',
];

/** Five links: four that can be read, and one whose port the spreadsheet took for the first of February. */
export const HAND_MADE: readonly HandSheet[] = [
  {
    name: 'Notes',
    rows: [['Ask Kim before pulling anything'], [null, 'Rev 3']],
  },
  {
    name: 'Row A',
    rows: [
      ['Cabling of row A, as agreed'],
      [],
      HEAD,
      [
        'C1',
        'A01',
        20,
        'leaf-1',
        '1/1',
        'A02',
        '10',
        'dgx-1',
        'p1',
        'AOC',
        { formula: 'B9*2', value: 5 },
      ],
      ['C2', null, null, null, '1/2', null, null, null, 'p2', 'AOC', { formula: 'K4', value: 5 }],
      ['C3', null, null, null, { day: 45_689 }, null, null, null, 'p3', 'AOC', 5],
      [
        'C4',
        'A03',
        20.5,
        'leaf-2',
        { formula: 'A1', value: '2/1' },
        'A02',
        20,
        'dgx-2',
        4,
        'aoc',
        7.5,
      ],
    ],
    merged: ['A1:K1', 'B4:B6', 'C4:C6', 'D4:D6', 'F4:F6', 'G4:G6', 'H4:H6'],
  },
  {
    name: 'Row B',
    rows: [HEAD, ['C5', 'B01', 1, 'leaf-3', '1/1', 'B01', 5, 'dgx-3', 'p1', 'DAC', 2]],
  },
  {
    name: 'old',
    hidden: true,
    rows: [HEAD, ['C9', 'X1', 1, 'gone-1', '1', 'X1', 2, 'gone-2', '1', 'DAC', 1]],
  },
];

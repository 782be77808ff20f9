/** The nodes of a workbook whose other sheet holds the links: a device a row, with what is said of its place. */
import type { TableFormat } from '../format.ts';
import { type DeviceRow, noRows, type RowFault } from '../site/rows.ts';
import { rackSpot, unitOf } from '../site/spots.ts';
import { faceOf, roleOf } from '../site/words.ts';
import { type Heading, RowCells } from '../table/row-cells.ts';
import type { Sheet } from '../table/sheet.ts';

export const NODES_SHEET: TableFormat = {
  kind: 'nodes',
  recognises: (sheet) => {
    const columns = columnsOf(sheet);
    const others = ['rack', 'u', 'type', 'model', 'manufacturer'].filter((name) =>
      columns.has(name),
    );
    return columns.has('name') && others.length > 0;
  },
  read: (sheet) => {
    const columns = columnsOf(sheet);
    const faults: RowFault[] = [];
    const devices = sheet.rows
      .slice(1)
      .flatMap((row) => deviceRow(new RowCells(sheet, row, columns, faults)) ?? []);
    return { gives: 'rows', rows: { ...noRows('p2p'), devices, faults } };
  },
};

const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/^(node|nodename|name|device|devicename|hostname)$/, 'name'],
  [/^(rack|rackname|cabinet|rackid)$/, 'rack'],
  [/^(u|ru|rackunit|position|unit)$/, 'u'],
  [/^(type|nodetype|role|devicerole)$/, 'type'],
  [/^(model|devicetype|devicemodel|hardware|sku)$/, 'model'],
  [/^(manufacturer|vendor|maker)$/, 'manufacturer'],
  [/^(partnumber|pn|part)$/, 'part'],
  [/^(face|rackface)$/, 'face'],
  [/^(notes?|comments?|description|remarks?)$/, 'notes'],
];

function columnsOf(sheet: Sheet): Map<string, Heading> {
  const columns = new Map<string, Heading>();
  for (const [at, name] of (sheet.rows[0]?.cells ?? []).entries()) {
    const word = name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
    const field = FIELDS.find(([pattern]) => pattern.test(word))?.[1];
    const key = field === undefined || columns.has(field) ? `other ${name.trim()}` : field;
    if (name.trim() !== '') columns.set(key, { name: name.trim(), at });
  }
  return columns;
}

function deviceRow(row: RowCells): DeviceRow | null {
  const name = row.name('name');
  if (name === '') return row.refuse('name', 'no-name');
  const spot = rackSpot(row.name('rack'), row.has('u'));
  const role = roleOf(row.peek('type'));
  if (role !== '') row.drop('type');
  return {
    place: row.place,
    key: name,
    name,
    site: '',
    rack: spot.rack,
    u: row.word('u', unitOf, 'unknown-unit-place') ?? spot.u,
    face: row.word('face', faceOf, 'unknown-face'),
    column: null,
    strip: null,
    manufacturer: row.name('manufacturer'),
    model: row.name('model'),
    partNumber: row.name('part'),
    typeId: '',
    role,
    parent: '',
    bay: '',
    notes: row.note('notes'),
    kept: row.kept(),
  };
}

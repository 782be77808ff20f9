/** NetBox's table of devices. */
import type { TableFormat } from '../format.ts';
import type { DeviceRow } from '../site/rows.ts';
import { faceOf, roleOf } from '../site/words.ts';
import type { RowCells } from '../table/row-cells.ts';
import { hasColumns, netboxRows, netboxTable } from './csv-columns.ts';

export const NETBOX_DEVICES: TableFormat = {
  kind: 'netbox-devices',
  recognises: (sheet) =>
    hasColumns(sheet, ['name', 'device_type']) &&
    (hasColumns(sheet, ['manufacturer']) || hasColumns(sheet, ['role'])),
  read: (sheet) => {
    const { rows, faults, warnings } = netboxTable(sheet);
    const devices = rows.flatMap((row) => deviceRow(row) ?? []);
    return { gives: 'rows', rows: netboxRows({ devices, faults, warnings }) };
  },
};

function deviceRow(row: RowCells): DeviceRow | null {
  const name = row.name('name');
  if (name === '') return row.refuse('name', 'no-name');
  const model = row.name('device_type');
  if (model === '') return row.refuse('device_type', 'no-model');
  const position = row.number('position', 1, 100);
  const u = position === null ? null : Math.round(position * 2) / 2;
  if (u !== position) row.fault('position', 'off-grid');
  return {
    place: row.place,
    key: name,
    name,
    site: row.peek('site'),
    rack: row.name('rack'),
    u,
    face: row.word('face', faceOf, 'unknown-face'),
    column: null,
    strip: null,
    manufacturer: row.name('manufacturer'),
    model,
    partNumber: '',
    typeId: '',
    role: roleOf(row.peek('role')),
    parent: row.name('parent'),
    bay: row.name('device_bay'),
    notes: row.note('description'),
    kept: row.kept(),
  };
}

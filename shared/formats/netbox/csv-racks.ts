/** NetBox's table of racks. What a rack of a design has no field for is kept. */
import type { RackFrame } from '../../model/records.ts';
import type { TableFormat } from '../format.ts';
import type { RackRow } from '../site/rows.ts';
import type { RowCells } from '../table/row-cells.ts';
import { hasColumns, netboxRows, netboxTable } from './csv-columns.ts';
import { weightInKg } from './type-facts.ts';

export const NETBOX_RACKS: TableFormat = {
  kind: 'netbox-racks',
  recognises: (sheet) =>
    hasColumns(sheet, ['name']) &&
    (hasColumns(sheet, ['u_height']) || hasColumns(sheet, ['site', 'rack_type'])) &&
    !hasColumns(sheet, ['device_type']) &&
    !hasColumns(sheet, ['model']),
  read: (sheet) => {
    const { rows, faults, warnings } = netboxTable(sheet);
    const racks = rows.flatMap((row) => rackRow(row) ?? []);
    return { gives: 'rows', rows: netboxRows({ racks, faults, warnings }) };
  },
};

/** Frames by NetBox's form factor, and the form factor that stands for each. */
const FRAMES: ReadonlyMap<string, RackFrame> = new Map<string, RackFrame>([
  ['2-post-frame', 'four-post'],
  ['4-post-frame', 'four-post'],
  ['4-post-cabinet', 'cabinet'],
  ['wall-frame', 'four-post'],
  ['wall-frame-vertical', 'four-post'],
  ['wall-cabinet', 'cabinet'],
  ['wall-cabinet-vertical', 'cabinet'],
]);
/** Form factors that a frame says as well: they need not be kept. */
const PLAIN = new Set(['4-post-frame', '4-post-cabinet']);
/** Rails of an Open Rack, inches. */
const OPEN_RACK_IN = '21';

function rackRow(row: RowCells): RackRow | null {
  const name = row.name('name');
  if (name === '') return row.refuse('name', 'no-name');
  const heightU = row.number('u_height', 1, 60);
  const unitsFromTop = /^(true|yes|1)$/i.test(row.peek('desc_units'));
  const [widthMm, depthMm] = [
    outer(row, 'outer_width', 300, 1500),
    outer(row, 'outer_depth', 100, 2000),
  ];
  row.drop('outer_unit');
  return {
    place: row.place,
    name,
    site: row.peek('site'),
    location: row.peek('location'),
    heightU: heightU === null ? null : Math.floor(heightU),
    frame: frameOf(row),
    widthMm,
    depthMm,
    maxWeightKg: maxWeight(row),
    maxPowerW: null,
    frontDoorOpen: null,
    rearDoorOpen: null,
    notes: row.note('description'),
    startingUnit: 1,
    unitsFromTop,
    kept: row.kept(),
  };
}

function outer(row: RowCells, column: string, least: number, most: number): number | null {
  const mm = row.length(column, 'outer_unit', 'mm', 1e6);
  if (mm === null || (mm >= least && mm <= most)) return mm;
  row.fault(column, 'out-of-range', { least, most, unit: 'mm' });
  return null;
}

function frameOf(row: RowCells): RackFrame | null {
  if (row.peek('width') === OPEN_RACK_IN) {
    row.drop('width');
    return 'orv3';
  }
  if (row.peek('width') === '19') row.drop('width');
  else if (row.peek('width') !== '') row.fault('width', 'rail-width');
  const form = row.peek('form_factor');
  if (form === '') return null;
  const frame = FRAMES.get(form) ?? null;
  if (frame === null) row.fault('form_factor', 'unknown-frame');
  if (PLAIN.has(form)) row.drop('form_factor');
  return frame;
}

function maxWeight(row: RowCells): number | null {
  const weight = row.number('max_weight', 0, 100_000_000);
  if (weight === null) return null;
  const unit = row.peek('weight_unit') || 'kg';
  const kg = weightInKg(weight, unit);
  if (kg === null || kg > 100_000) {
    row.fault('max_weight', 'unknown-unit', { unit });
    return null;
  }
  if (row.peek('weight') === '') row.drop('weight_unit');
  return kg;
}

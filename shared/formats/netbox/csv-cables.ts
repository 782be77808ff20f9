/** NetBox's table of cables: one termination a side. */
import type { PortKind } from '../../model/device-type.ts';
import type { MediumId } from '../../model/medium.ts';
import type { TableFormat } from '../format.ts';
import { bareEnd, type CableRow, type EndRow } from '../site/rows.ts';
import { isDay } from '../site/spots.ts';
import { colourOf, mediumOf, statusOf } from '../site/words.ts';
import type { RowCells } from '../table/row-cells.ts';
import { hasColumns, netboxRows, netboxTable } from './csv-columns.ts';

export const NETBOX_CABLES: TableFormat = {
  kind: 'netbox-cables',
  recognises: (sheet) =>
    hasColumns(sheet, ['side_a_type', 'side_a_name', 'side_b_type', 'side_b_name']),
  read: (sheet) => {
    const { rows, faults, warnings } = netboxTable(sheet);
    const cables = rows.flatMap((row) => cableRow(row) ?? []);
    return { gives: 'rows', rows: netboxRows({ cables, faults, warnings }) };
  },
};

/** Kinds of ports by NetBox's names of components. */
export const TERMINATIONS: ReadonlyMap<string, PortKind> = new Map<string, PortKind>([
  ['dcim.interface', 'interface'],
  ['dcim.frontport', 'front'],
  ['dcim.rearport', 'rear'],
  ['dcim.consoleport', 'console'],
  ['dcim.consoleserverport', 'consoleServer'],
  ['dcim.powerport', 'powerInlet'],
  ['dcim.poweroutlet', 'powerOutlet'],
]);

/** Longest cable, mm: what a design holds. */
const LONGEST_MM = 100_000_000;

function cableRow(row: RowCells): CableRow | null {
  const [a, b] = [endRow(row, 'a'), endRow(row, 'b')];
  if (!a || !b) return null;
  const word = row.peek('type');
  const media = mediaOf(word);
  if (word !== '' && media.length === 0) return row.refuse('type', 'no-such-medium');
  if (word === USUAL_WORD.get(media[0] ?? 'dac')) row.drop('type');
  const lengthMm = row.length('length', 'length_unit', '', LONGEST_MM);
  return {
    place: row.place,
    label: row.name('label'),
    link: '',
    cableKey: '',
    a,
    b,
    media,
    awg: null,
    lengthM: lengthMm === null ? null : lengthMm / 1000,
    colour: row.word('color', colourOf, 'unknown-colour'),
    speedGbps: null,
    fabric: '',
    rail: null,
    status: row.word('status', statusOf, 'unknown-status'),
    part: '',
    bundle: row.name('bundle'),
    side: null,
    waypoints: [],
    notes: row.note('description'),
    kept: row.kept(),
  };
}

/** NetBox's words where they say as much as the medium. */
const USUAL_WORD: ReadonlyMap<MediumId, string> = new Map<MediumId, string>([
  ['dac', 'dac-passive'],
  ['acc', 'dac-active'],
  ['aoc', 'aoc'],
  ['mmf', 'mmf'],
  ['smf', 'smf'],
  ['power', 'power'],
]);

/** NetBox has one word for copper with any electronics, and one for fibre whatever transceiver it ends in. */
const ONE_WORD: ReadonlyMap<MediumId, readonly MediumId[]> = new Map<MediumId, readonly MediumId[]>(
  [
    ['acc', ['acc', 'aec']],
    ['mmf', ['mmf', 'lpo']],
    ['smf', ['smf', 'lpo', 'cpo']],
  ],
);

/** The media that a type of NetBox may mean, the likeliest first. */
export function mediaOf(word: string): readonly MediumId[] {
  const medium = mediumOf(word);
  if (medium === null) return [];
  return ONE_WORD.get(medium) ?? [medium];
}

function endRow(row: RowCells, side: 'a' | 'b'): EndRow | null {
  const column = (name: string): string => `side_${side}_${name}`;
  const type = row.peek(column('type'));
  const kind = TERMINATIONS.get(type);
  if (kind === undefined) return row.refuse(column('type'), 'other-termination');
  const device = row.name(column('device'));
  if (device === '') return row.refuse(column('device'), 'no-device');
  const port = row.name(column('name'));
  if (port === '') return row.refuse(column('name'), 'no-port');
  if (isDay(port)) return row.refuse(column('name'), 'port-is-day');
  row.drop(column('type'));
  return bareEnd({ device, port, kind });
}

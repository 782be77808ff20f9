/** Single records in the database: how they are read, added, changed and taken out. */
import type { DesignRecord, RecordKind } from '../../shared/model/records.ts';
import type { ReadDb, Row, Value, WriteDb } from './database.ts';
import { END_COLUMNS, endRows, RECORD_TABLES } from './record-rows.ts';

/** A record as it stands in the file: what its digest is taken of. */
export interface StoredRecord {
  readonly kind: RecordKind;
  readonly row: Row;
  readonly ends: readonly Row[];
}

interface Statements {
  readonly all: string;
  readonly one: string;
  readonly insert: string;
  readonly update: string;
  readonly remove: string;
}

interface Layout {
  readonly table: string;
  readonly columns: readonly string[];
}

function statementsFor({ table, columns }: Layout): Statements {
  const list = columns.join(', ');
  const slots = columns.map(() => '?').join(', ');
  const changes = columns.map((column) => `${column} = ?`).join(', ');
  return {
    all: `SELECT ${list} FROM ${table} ORDER BY rowid`,
    one: `SELECT ${list} FROM ${table} WHERE id = ?`,
    insert: `INSERT INTO ${table} (${list}) VALUES (${slots})`,
    update: `UPDATE ${table} SET ${changes} WHERE id = ?`,
    remove: `DELETE FROM ${table} WHERE id = ?`,
  };
}

const STATEMENTS: { readonly [K in RecordKind]: Statements } = {
  settings: statementsFor(RECORD_TABLES.settings),
  row: statementsFor(RECORD_TABLES.row),
  rack: statementsFor(RECORD_TABLES.rack),
  picture: statementsFor(RECORD_TABLES.picture),
  deviceType: statementsFor(RECORD_TABLES.deviceType),
  device: statementsFor(RECORD_TABLES.device),
  cable: statementsFor(RECORD_TABLES.cable),
  waiver: statementsFor(RECORD_TABLES.waiver),
  found: statementsFor(RECORD_TABLES.found),
  area: statementsFor(RECORD_TABLES.area),
  pathway: statementsFor(RECORD_TABLES.pathway),
  cluster: statementsFor(RECORD_TABLES.cluster),
};

const ENDS = `SELECT ${END_COLUMNS.join(', ')} FROM cable_end`;
const ALL_ENDS = `${ENDS} ORDER BY cable_id, side, place`;
const ENDS_OF = `${ENDS} WHERE cable_id = ? ORDER BY side, place`;
const ADD_END = `INSERT INTO cable_end (${END_COLUMNS.join(', ')}, share) VALUES (?, ?, ?, ?, ?, ?)`;
const REMOVE_ENDS = 'DELETE FROM cable_end WHERE cable_id = ?';

/** What the record will be once it is in the file. */
export function storedForm(record: DesignRecord): StoredRecord {
  const { kind } = record;
  switch (kind) {
    case 'settings':
      return { kind, row: RECORD_TABLES.settings.toRow(record), ends: [] };
    case 'row':
      return { kind, row: RECORD_TABLES.row.toRow(record), ends: [] };
    case 'rack':
      return { kind, row: RECORD_TABLES.rack.toRow(record), ends: [] };
    case 'deviceType':
      return { kind, row: RECORD_TABLES.deviceType.toRow(record), ends: [] };
    case 'device':
      return { kind, row: RECORD_TABLES.device.toRow(record), ends: [] };
    case 'cable':
      return { kind, row: RECORD_TABLES.cable.toRow(record), ends: endRows(record) };
    case 'picture':
      return { kind, row: RECORD_TABLES.picture.toRow(record), ends: [] };
    case 'waiver':
      return { kind, row: RECORD_TABLES.waiver.toRow(record), ends: [] };
    case 'found':
      return { kind, row: RECORD_TABLES.found.toRow(record), ends: [] };
    case 'area':
      return { kind, row: RECORD_TABLES.area.toRow(record), ends: [] };
    case 'pathway':
      return { kind, row: RECORD_TABLES.pathway.toRow(record), ends: [] };
    case 'cluster':
      return { kind, row: RECORD_TABLES.cluster.toRow(record), ends: [] };
    default:
      return kind satisfies never;
  }
}

/** The record that a stored one says it is, unchecked. */
export function candidate(stored: StoredRecord): unknown {
  return RECORD_TABLES[stored.kind].fromRow(stored.row, stored.ends);
}

/** Texts that were read, each by itself. */
export type Texts = Map<string, string>;

/**
 * Every record of a kind, in the order in which they were added.
 * @param texts those of records before: equal texts become one, so that the ends of a cable name their devices by the
 * very texts that these have, and what compares them looks at none of their letters
 */
export function storedRecords(db: ReadDb, kind: RecordKind, texts: Texts): StoredRecord[] {
  const rows = shared(db.all(STATEMENTS[kind].all), texts);
  if (kind !== 'cable') return rows.map((row) => ({ kind, row, ends: [] }));
  const ends = endsPerCable(shared(db.all(ALL_ENDS), texts));
  return rows.map((row) => ({ kind, row, ends: ends.get(row[0]) ?? [] }));
}

/** The rows, just read, with texts that are there already in place of those that are equal. */
function shared(rows: Row[], texts: Texts): Row[] {
  for (const row of rows as Value[][]) {
    for (let column = 0; column < row.length; column += 1) {
      const value = row[column];
      if (typeof value !== 'string') continue;
      const known = texts.get(value);
      if (known === undefined) texts.set(value, value);
      else row[column] = known;
    }
  }
  return rows;
}

/** The rows come cable by cable, so that a cable is looked up once and not once an end. */
function endsPerCable(all: readonly Row[]): Map<unknown, Row[]> {
  const perCable = new Map<unknown, Row[]>();
  let cable: unknown;
  let ends: Row[] = [];
  for (const end of all) {
    if (end[0] !== cable) {
      cable = end[0];
      ends = [];
      perCable.set(cable, ends);
    }
    ends.push(end);
  }
  return perCable;
}

export function storedRecord(db: ReadDb, kind: RecordKind, id: string): StoredRecord | undefined {
  const row = db.first(STATEMENTS[kind].one, id);
  return row && { kind, row, ends: kind === 'cable' ? db.all(ENDS_OF, id) : [] };
}

/** Puts in the rows of new records; a cable's ends are put in by `insertEnds`, once all old ends are out. */
export function insertRecord(db: WriteDb, { kind, row }: StoredRecord): void {
  db.run(STATEMENTS[kind].insert, ...row);
}

export function updateRecord(db: WriteDb, { kind, row }: StoredRecord, id: string): void {
  db.run(STATEMENTS[kind].update, ...row, id);
}

export function removeRecord(db: WriteDb, kind: RecordKind, id: string): void {
  db.run(STATEMENTS[kind].remove, id);
}

export function insertEnds(db: WriteDb, { ends }: StoredRecord): void {
  for (const [index, end] of ends.entries()) db.run(ADD_END, ...end, shareOf(ends, index));
}

/** How many earlier ends of the cable, on the same side, share the port: that of another cable would be a second 0. */
function shareOf(ends: readonly Row[], index: number): number {
  const [, side, , device, port] = ends[index] ?? [];
  let share = 0;
  for (let earlier = 0; earlier < index; earlier += 1) {
    const [, otherSide, , otherDevice, otherPort] = ends[earlier] ?? [];
    if (side === otherSide && device === otherDevice && port === otherPort) share += 1;
  }
  return share;
}

export function removeEnds(db: WriteDb, cableId: string): void {
  db.run(REMOVE_ENDS, cableId);
}

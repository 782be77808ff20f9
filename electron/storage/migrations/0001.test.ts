import { expect, it } from 'vitest';
import { connectMemory } from '../database.ts';
import { migrate, versionOf } from '../file-version.ts';
import { firstSchema } from './0001-first-schema.ts';

function firstVersion() {
  const db = connectMemory();
  migrate(db, [firstSchema]);
  return db;
}

it('makes an empty database a Plenum file of version 1', () => {
  const db = firstVersion();
  expect(versionOf(db)).toBe(1);
  expect(Buffer.from([0x50, 0x6c, 0x6e, 0x6d]).readInt32BE()).toBe(db.pragma('application_id'));
  const tables = db.all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  expect(tables.flat()).toEqual([
    'cable',
    'cable_end',
    'device',
    'device_type',
    'digest',
    'last_edit',
    'rack',
    'rack_row',
    'settings',
    'version',
  ]);
});

it('has strict tables and no triggers or views', () => {
  const db = firstVersion();
  const lax = db.all(
    "SELECT name FROM pragma_table_list WHERE strict = 0 AND name NOT LIKE 'sqlite_%'",
  );
  expect(lax).toEqual([]);
  expect(db.all("SELECT name FROM sqlite_schema WHERE type IN ('view', 'trigger')")).toEqual([]);
});

it.each([
  ["INSERT INTO rack_row VALUES ('', 'A', 0)", 'SQLITE_CONSTRAINT_CHECK'],
  ["INSERT INTO rack_row VALUES ('a', 'A', 'first')", 'SQLITE_CONSTRAINT_DATATYPE'],
  ["INSERT INTO settings VALUES ('design', '', 99, 0, 'A2', 0, 0)", 'SQLITE_CONSTRAINT_CHECK'],
  [
    "INSERT INTO cable VALUES ('c', '', 'dac', 26, -1, NULL, '', NULL, 'auto', '')",
    'SQLITE_CONSTRAINT_CHECK',
  ],
  ["INSERT INTO cable_end VALUES ('c', 'a', 0, 'd', 'p')", 'SQLITE_CONSTRAINT_FOREIGNKEY'],
])('refuses %s', (sql, code) => {
  const db = firstVersion();
  const insert = () => db.transaction(() => db.run(sql));
  expect(insert).toThrow(expect.objectContaining({ code }));
});

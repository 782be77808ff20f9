import { expect, it } from 'vitest';
import { applyDiff, EMPTY_DIFF } from '../../../shared/model/diff.ts';
import { FLOOR_RECORDS } from '../../../test/crash/designs.ts';
import { connectMemory, type WriteDb } from '../database.ts';
import { Digest, keepDigest } from '../digest.ts';
import { migrate, versionOf } from '../file-version.ts';
import { readDesign } from '../read-design.ts';
import { writeDiff } from '../write-diff.ts';
import { firstSchema } from './0001-first-schema.ts';
import { analysisInputs, UNSET_INPUTS } from './0002-analysis-inputs.ts';
import { faceplates } from './0003-faceplates.ts';
import { orders, UNSET_CABLING, UNSET_DRAWING } from './0004-orders.ts';
import { floor } from './0005-floor.ts';
import { MIGRATIONS } from './index.ts';

const TABLES = { settings: 'settings', row: 'rack_row', rack: 'rack' } as const;

/** A file as version 4 left it: settings, a row and a rack in it. */
function versionFour(): WriteDb {
  const db = connectMemory();
  migrate(db, [firstSchema, analysisInputs, faceplates, orders]);
  db.transaction(() => {
    db.run(
      "INSERT INTO settings VALUES ('design', 'Hall', 24, 0, 'A2', 300000, 2400000, ?, '[]', ?, ?)",
      JSON.stringify(UNSET_INPUTS),
      JSON.stringify(UNSET_CABLING),
      JSON.stringify(UNSET_DRAWING),
    );
    db.run("INSERT INTO rack_row VALUES ('row-a', 'A', 0)");
    db.run(
      `INSERT INTO rack VALUES
       ('r', 'R1', 'row-a', 0, 'cabinet', 84, 600000, 1200000, NULL, NULL, NULL, NULL, '', '{"k":1}')`,
    );
    for (const kind of ['settings', 'row', 'rack'] as const) {
      const digest = new Digest();
      for (const row of db.all(`SELECT * FROM ${TABLES[kind]}`)) {
        digest.add({ kind, row, ends: [] });
      }
      keepDigest(db, kind, digest);
    }
  });
  return db;
}

it('leaves rows where they were and racks as they stood, and gives the floor its tables', () => {
  const db = versionFour();
  migrate(db, [firstSchema, analysisInputs, faceplates, orders, floor]);
  expect(versionOf(db)).toBe(5);
  migrate(db, MIGRATIONS);
  const design = readDesign(db, 'x.plenum');
  expect(design.rows.get('row-a')).toEqual({
    kind: 'row',
    id: 'row-a',
    name: 'A',
    order: 0,
    place: null,
  });
  expect(design.racks.get('r')).toMatchObject({ gapMm: 0, turned: false, extra: '{"k":1}' });
  const added = { ...EMPTY_DIFF, added: FLOOR_RECORDS };
  writeDiff(db, added);
  expect(readDesign(db, 'x.plenum')).toEqual(applyDiff(design, added));
});

it('does not seal a row that was renamed behind its back', () => {
  const db = versionFour();
  db.run("UPDATE rack_row SET name = 'B'");
  expect(() => migrate(db, MIGRATIONS)).toThrow(
    expect.objectContaining({ code: 'SQLITE_CORRUPT' }),
  );
  expect(versionOf(db)).toBe(4);
});

it('keeps half a place, a turn that is none and a pathway of no list out of the file', () => {
  const db = versionFour();
  migrate(db, [firstSchema, analysisInputs, faceplates, orders, floor]);
  for (const change of [
    'UPDATE rack_row SET x_um = 0',
    "UPDATE rack_row SET x_um = 0, y_um = 0, facing = 'up'",
    'UPDATE rack SET turned = 2',
    "INSERT INTO area VALUES ('a', '', 'garden', 0, 0, 0, 1000, 1000)",
    "INSERT INTO pathway VALUES ('p', '', 'overhead', 'x', 300000, 100000, 0)",
    "INSERT INTO cluster VALUES ('c', '', 'x')",
  ]) {
    expect(() => db.run(change), change).toThrow(
      expect.objectContaining({ code: 'SQLITE_CONSTRAINT_CHECK' }),
    );
  }
});

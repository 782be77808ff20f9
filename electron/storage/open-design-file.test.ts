import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { EMPTY_DIFF } from '../../shared/model/diff.ts';
import { smallDesign } from '../../test/crash/designs.ts';
import { refusalOf } from '../../test/crash/refusals.ts';
import { temporaryFolder } from '../../test/crash/temporary-folder.ts';
import { commitDiff, createDesignFile, readDesignFile } from './design-file.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { openDesignFile } from './open-design-file.ts';

function smallFile(): string {
  const file = path.join(temporaryFolder(), 'design.plenum');
  createDesignFile(file, smallDesign());
  return file;
}

/** A small design with something done to it by hand. */
function tampered(sql: string): string {
  const file = smallFile();
  const db = new Database(file);
  db.exec(sql);
  db.close();
  return file;
}

/** Refused in either mode, and the same bytes afterwards. */
async function refusedUntouched(file: string): Promise<string> {
  const before = readFileSync(file);
  const reading = await refusalOf(() => openDesignFile(file, { mode: 'read' }));
  const writing = await refusalOf(() => openDesignFile(file, { mode: 'write' }));
  expect(writing).toBe(reading);
  expect(readFileSync(file).equals(before)).toBe(true);
  expect(readdirSync(path.dirname(file))).toEqual([path.basename(file)]);
  return reading;
}

describe('what is no design', () => {
  it.each([
    ['nothing at all', ''],
    ['text', 'a letter to a friend'],
    ['half a header', 'SQLite format 3\0'],
  ])('%s is refused', async (_, content) => {
    const file = path.join(temporaryFolder(), 'x.plenum');
    writeFileSync(file, content);
    expect(await refusedUntouched(file)).toBe('not-plenum');
  });

  it('someone else’s database is refused', async () => {
    expect(await refusedUntouched(tampered('PRAGMA application_id = 7'))).toBe('not-plenum');
  });

  it('a missing file and a folder are refused', async () => {
    const folder = temporaryFolder();
    const open = (file: string) => refusalOf(() => openDesignFile(file, { mode: 'read' }));
    expect(await open(path.join(folder, 'none.plenum'))).toBe('not-found');
    mkdirSync(path.join(folder, 'folder.plenum'));
    expect(await open(path.join(folder, 'folder.plenum'))).toBe('not-a-file');
  });
});

describe('a stranger’s file', () => {
  const ENDLESS = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n';

  it.each([
    ['an endless view', `CREATE VIEW endless AS ${ENDLESS}`],
    [
      'an endless view in place of a table',
      `DROP TABLE version; CREATE VIEW version AS ${ENDLESS}`,
    ],
    [
      'an endless trigger',
      `CREATE TRIGGER endless AFTER UPDATE ON last_edit BEGIN
         INSERT INTO rack_row SELECT i, '', 0 FROM (${ENDLESS}); END`,
    ],
    ['a table of its own', 'CREATE TABLE more (x)'],
    ['a virtual table', 'CREATE VIRTUAL TABLE more USING fts5(x)'],
    ['an index over an expression', 'CREATE INDEX slow ON rack (hex(zeroblob(100)) || name)'],
    ['a generated column', 'ALTER TABLE rack ADD COLUMN more TEXT AS (hex(zeroblob(9)))'],
    ['a table less', 'DROP TABLE version'],
  ])('with %s is refused', async (_, sql) => {
    expect(await refusedUntouched(tampered(sql))).toBe('foreign-parts');
  });

  it.each([
    ['text', "UPDATE device SET name = 'Mallory' WHERE rowid = 2"],
    ['a number', 'UPDATE rack SET width_um = width_um + 1'],
    ['a face', "UPDATE device_type SET faceplate = replace(faceplate, '5.5', '5.6')"],
    ['an end less', 'DELETE FROM cable_end WHERE cable_id = (SELECT min(id) FROM cable)'],
  ])('with changed content (%s) is damaged', async (_, sql) => {
    expect(await refusedUntouched(tampered(sql))).toBe('damaged');
  });

  it('with references that lead nowhere is damaged', async () => {
    const file = tampered("PRAGMA foreign_keys = OFF; UPDATE device SET rack_id = 'none'");
    expect(await refusedUntouched(file)).toBe('damaged');
  });

  it('of a newer Plenum is refused politely', async () => {
    expect(await refusedUntouched(tampered('PRAGMA user_version = 99'))).toBe('newer-version');
  });
});

describe('after a crash', () => {
  it('a file left in WAL mode is read from a copy, and switched back on writing', () => {
    const file = smallFile();
    const db = new Database(file);
    db.pragma('journal_mode = WAL');
    db.exec("UPDATE version SET name = 'x'");
    const left = path.join(temporaryFolder(), 'left.plenum');
    for (const ending of ['', '-wal']) copyFileSync(file + ending, left + ending);
    db.close();
    expect(readDesignFile(left)).toEqual(smallDesign());
    expect(existsSync(`${left}-wal`)).toBe(true);
    openDesignFile(left, { mode: 'write' }).file.close();
    expect(readdirSync(path.dirname(left))).toEqual(['left.plenum']);
    expect(readFileSync(left).readUInt8(18)).toBe(1);
  });

  it('a half-written file is rolled back with its journal', () => {
    const left = halfWritten();
    expect(readDesignFile(left)).toEqual(smallDesign());
    const opened = openDesignFile(left, { mode: 'write' });
    expect(opened.design).toEqual(smallDesign());
    opened.file.close();
    expect(readdirSync(path.dirname(left))).toEqual(['left.plenum']);
  });

  it('a half-written file is not spoiled by saving over it', () => {
    const left = halfWritten();
    createDesignFile(left, { ...smallDesign(), cables: new Map() }, { replace: true });
    expect(readDesignFile(left).cables.size).toBe(0);
  });

  /** The state on disk of a transaction that had begun to write pages and never came to its end. */
  function halfWritten(): string {
    const file = smallFile();
    const left = path.join(temporaryFolder(), 'left.plenum');
    const db = new Database(file);
    db.pragma('cache_size = 2');
    db.pragma('cache_spill = 1');
    db.exec('BEGIN; UPDATE device SET name = hex(randomblob(9000))');
    for (const ending of ['', '-journal']) copyFileSync(file + ending, left + ending);
    db.exec('ROLLBACK');
    db.close();
    expect(readFileSync(left).equals(readFileSync(file))).toBe(false);
    return left;
  }
});

describe('a file of an older version', () => {
  /** A next step as one will come: its schema differs, the records do not. */
  const next: Migration = {
    version: MIGRATIONS.length + 1,
    apply: (db) => db.script('CREATE INDEX device_by_name ON device (name)'),
  };
  const migrations = [...MIGRATIONS, next];

  it('is migrated on a copy that takes its place', () => {
    const file = smallFile();
    const opened = openDesignFile(file, { mode: 'write', migrations });
    expect(opened.design).toEqual(smallDesign());
    commitDiff(opened.file, { label: 'x', diff: EMPTY_DIFF });
    expect(openDesignFile(file, { mode: 'write', migrations }).file.readOnly).toBe('in-use');
    opened.file.close();
    const db = new Database(file, { readonly: true });
    onTestFinished(() => {
      db.close();
    });
    expect(db.pragma('user_version', { simple: true })).toBe(next.version);
    expect(readdirSync(path.dirname(file))).toEqual(['design.plenum']);
  });

  it('is only read from a copy when it may not be written', () => {
    const file = smallFile();
    const before = readFileSync(file);
    const opened = openDesignFile(file, { mode: 'read', migrations });
    expect(opened.design).toEqual(smallDesign());
    opened.file.close();
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('stays as it was when the step fails', async () => {
    const file = smallFile();
    const before = readFileSync(file);
    const failing = { version: MIGRATIONS.length + 1, apply: () => expect.fail('step failed') };
    const open = () =>
      openDesignFile(file, { mode: 'write', migrations: [...MIGRATIONS, failing] });
    expect(await refusalOf(open)).toBe('internal');
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(path.dirname(file))).toEqual(['design.plenum']);
    openDesignFile(file, { mode: 'write' }).file.close();
  });
});

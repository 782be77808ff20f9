/**
 * The questions that every file is asked, each before anything trusts the answer to the next. The schema
 * comes before the integrity check, because that one already runs what a schema holds (its CHECKs).
 */
import type { Design } from '../../shared/model/design.ts';
import type { ReadDb } from './database.ts';
import type { Departure } from './departure.ts';
import { APPLICATION_ID, newestVersion, versionOf } from './file-version.ts';
import type { Migration } from './migrations/migration.ts';
import { readDesign } from './read-design.ts';
import { checkSchema } from './schema-allow-list.ts';
import { StorageError } from './storage-error.ts';

export interface LastEdit {
  /** Number of edits since the file was made. */
  readonly revision: number;
  readonly label: string;
  /** ISO time. */
  readonly saved: string;
}

export interface Inspected {
  readonly design: Design;
  readonly lastEdit: LastEdit;
}

/**
 * @param name the file's name, for what is told
 * @returns what the file holds, or null when it is sound but of an older version
 */
export function inspectDesign(
  db: ReadDb,
  migrations: readonly Migration[],
  name: string,
  departure?: Departure,
): Inspected | null {
  return db.snapshot(() => {
    const version = checkForm(db, migrations, name, APPLICATION_ID);
    if (version < newestVersion(migrations)) {
      checkPages(db, name);
      return null;
    }
    // The racks of a large design leave before its pages are checked: nothing is trusted that is only looked at.
    const design = readDesign(db, name, { departure, checkPages: () => checkPages(db, name) });
    return { design, lastEdit: readLastEdit(db) };
  });
}

/**
 * Everything that is asked before a row is read.
 * @param applicationId whose file it must be
 * @returns the version of the file's format
 */
export function checkDatabase(
  db: ReadDb,
  migrations: readonly Migration[],
  file: string,
  applicationId = APPLICATION_ID,
): number {
  const version = checkForm(db, migrations, file, applicationId);
  checkPages(db, file);
  return version;
}

/** Whether it is ours and holds the tables of its version and nothing else. */
function checkForm(
  db: ReadDb,
  migrations: readonly Migration[],
  file: string,
  applicationId: number,
): number {
  const version = checkVersion(db, migrations, file, applicationId);
  checkSchema(db, version, migrations, file);
  return version;
}

/** Whether its pages hang together and every reference leads somewhere: seconds where there are many. */
function checkPages(db: ReadDb, file: string): void {
  if (db.pragma('integrity_check(1)') !== 'ok') throw new StorageError('damaged', { file });
  if (db.pragma('foreign_key_check') !== undefined) throw new StorageError('damaged', { file });
}

function checkVersion(
  db: ReadDb,
  migrations: readonly Migration[],
  file: string,
  applicationId: number,
): number {
  if (db.pragma('application_id') !== applicationId) throw new StorageError('not-plenum', { file });
  const version = versionOf(db);
  const known = newestVersion(migrations);
  if (version > known) throw new StorageError('newer-version', { file, version, known });
  if (version < 1) throw new StorageError('damaged', { file });
  return version;
}

function readLastEdit(db: ReadDb): LastEdit {
  const [revision, label, saved] = db.first('SELECT revision, label, saved FROM last_edit') ?? [];
  return {
    revision: Number(revision ?? 0),
    label: String(label ?? ''),
    saved: String(saved ?? ''),
  };
}

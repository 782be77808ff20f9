/**
 * The door of the library's file. It is examined, recovered where a crash left it half-done, checked and only
 * then read. One that is damaged is never deleted and never written over: it is set aside under another name,
 * and a new, empty one is begun, so that the person can go on working and keeps what may still be saved.
 */
import { existsSync, mkdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import type { LibraryContent } from '../../../shared/contract/library.ts';
import { connectNew, connectRead, connectWrite, type WriteDb } from '../database.ts';
import { examineFile, fileName, LEFTOVERS } from '../file-identity.ts';
import { migrate, newestVersion } from '../file-version.ts';
import { checkDatabase } from '../inspect-design.ts';
import type { Migration } from '../migrations/migration.ts';
import { putInPlace, removeTemporary, temporaryBeside } from '../place-file.ts';
import { scratchCopy } from '../scratch-copy.ts';
import { onFile, type StorageCode, StorageError } from '../storage-error.ts';
import { LIBRARY_APPLICATION_ID, LIBRARY_MIGRATIONS } from './library-format.ts';
import { readLibrary } from './library-rows.ts';

export interface OpenLibrary {
  readonly db: WriteDb;
  /** Without its folder. */
  readonly name: string;
  readonly content: LibraryContent;
}

/** What makes a library one that nobody can go on with. */
const DAMAGE: readonly StorageCode[] = ['not-plenum', 'damaged', 'foreign-parts'];

/**
 * Opens the library, or begins it.
 * @param now for the name of a damaged one
 * @throws StorageError when it may not be read or is newer than this Plenum; it is untouched then
 */
export function openLibrary(
  file: string,
  now: Date,
  migrations: readonly Migration[] = LIBRARY_MIGRATIONS,
): OpenLibrary {
  const name = fileName(file);
  return onFile(name, () => {
    mkdirSync(path.dirname(file), { recursive: true });
    if (!existsSync(file)) begin(file, migrations);
    try {
      return onFile(name, () => openSound(file, null, migrations));
    } catch (error) {
      if (!(error instanceof StorageError) || !DAMAGE.includes(error.refusal.code)) throw error;
      const setAside = putAside(file, now);
      begin(file, migrations);
      return openSound(file, setAside, migrations);
    }
  });
}

function begin(file: string, migrations: readonly Migration[]): void {
  const temporary = temporaryBeside(file);
  try {
    const db = connectNew(temporary);
    migrate(db, migrations, LIBRARY_APPLICATION_ID);
    db.close();
    putInPlace(temporary, file);
  } finally {
    removeTemporary(temporary);
  }
}

function openSound(
  file: string,
  setAside: string | null,
  migrations: readonly Migration[],
): OpenLibrary {
  const name = fileName(file);
  const { unfinished } = examineFile(file, LIBRARY_APPLICATION_ID);
  if (unfinished) recover(file, migrations);
  if (!isNewest(file, migrations)) bringUp(file, migrations);
  const content = onReading(file, (db) => readLibrary(db, name));
  return { db: connectWrite(file), name, content: { ...content, setAside } };
}

/** Undoes or completes what a crash left, after a rehearsal on a copy has shown that the result is sound. */
function recover(file: string, migrations: readonly Migration[]): void {
  const scratch = scratchCopy(file);
  try {
    connectWrite(scratch.path).close();
    isNewest(scratch.path, migrations);
  } catch (error) {
    // The copy has another name; what is told is of the library.
    if (error instanceof StorageError)
      throw new StorageError(error.refusal.code, { ...error.refusal.args, file: fileName(file) });
    throw error;
  } finally {
    scratch.remove();
  }
  connectWrite(file).close();
}

/** Checks structure and version. @throws StorageError */
function isNewest(file: string, migrations: readonly Migration[]): boolean {
  const version = onReading(file, (db) =>
    checkDatabase(db, migrations, fileName(file), LIBRARY_APPLICATION_ID),
  );
  return version === newestVersion(migrations);
}

/** An older library is brought up on a copy, which takes its place once it is sound. */
function bringUp(file: string, migrations: readonly Migration[]): void {
  const temporary = temporaryBeside(file);
  try {
    onReading(file, (db) => db.copyTo(temporary), false);
    const db = connectWrite(temporary);
    try {
      migrate(db, migrations, LIBRARY_APPLICATION_ID);
    } finally {
      db.close();
    }
    onReading(temporary, (copy) => readLibrary(copy, fileName(file)));
    putInPlace(temporary, file);
  } finally {
    removeTemporary(temporary);
  }
}

function onReading<T>(
  file: string,
  work: (db: ReturnType<typeof connectRead>) => T,
  whole = true,
): T {
  const db = connectRead(file);
  try {
    return whole ? db.snapshot(() => work(db)) : work(db);
  } finally {
    db.close();
  }
}

/** @returns the name that it has now; what SQLite left beside it goes along */
function putAside(file: string, now: Date): string {
  const { dir, name, ext } = path.parse(file);
  const stamp = now.toISOString().replaceAll(/[:.]/g, '-');
  let aside = `${name}.damaged-${stamp}${ext}`;
  for (let n = 2; existsSync(path.join(dir, aside)); n += 1)
    aside = `${name}.damaged-${stamp}-${n}${ext}`;
  for (const ending of ['', ...LEFTOVERS]) {
    if (existsSync(file + ending)) renameSync(file + ending, path.join(dir, aside + ending));
  }
  return aside;
}

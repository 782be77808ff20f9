/**
 * The door of a design file. A file is examined before SQLite sees it, inspected read-only before anything is
 * written, and what a crash left half-done is recovered on a private copy first. A damaged, foreign or newer
 * file is refused and stays as it is, byte for byte.
 */
import type { ReadOnlyReason } from '../../shared/contract/ipc.ts';
import type { Design } from '../../shared/model/design.ts';
import { connectRead, connectWrite, type ReadDb, type WriteDb } from './database.ts';
import type { Departure } from './departure.ts';
import {
  examineFile,
  type FileFacts,
  type FileIdentity,
  fileName,
  identityOf,
  mayWrite,
} from './file-identity.ts';
import { migrate } from './file-version.ts';
import { type Inspected, inspectDesign, type LastEdit } from './inspect-design.ts';
import { MIGRATIONS } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { putInPlace, removeTemporary, temporaryBeside } from './place-file.ts';
import { type ScratchCopy, scratchCopy, scratchPlace } from './scratch-copy.ts';
import { onFile, StorageError } from './storage-error.ts';
import { takeWriterLock, type WriterLock } from './writer-lock.ts';

/** The one writer of a file. */
interface Writer {
  readonly db: WriteDb;
  readonly identity: FileIdentity;
  /** Changes when anyone else commits. */
  readonly dataVersion: unknown;
}

export interface DesignFile {
  readonly path: string;
  /** Without its folder. */
  readonly name: string;
  readonly db: ReadDb;
  readonly writer: Writer | null;
  readonly readOnly: ReadOnlyReason | null;
  /** Lets go of the file and of everything that was held for it. */
  close(): void;
}

export interface OpenedFile {
  readonly file: DesignFile;
  readonly design: Design;
  readonly lastEdit: LastEdit;
}

export interface OpenOptions {
  /** `write` falls back to reading, with a reason, where someone else writes or nobody can. */
  readonly mode: 'read' | 'write';
  /** The steps of the file format; every released Plenum has its own. */
  readonly migrations?: readonly Migration[];
  /** Sends the records of a large design off while they are read. */
  readonly departure?: Departure;
}

/** @throws StorageError with a code that says why the file was not opened; the file is untouched then */
export function openDesignFile(
  file: string,
  { mode, migrations = MIGRATIONS, departure }: OpenOptions,
): OpenedFile {
  const facts = examineFile(file);
  return onFile(fileName(facts.path), () => {
    if (mode === 'read') return openForReading(facts, null, migrations, departure);
    if (!mayWrite(facts.path)) {
      return openForReading(facts, 'read-only-file', migrations, departure);
    }
    const lock = takeWriterLock(facts.identity);
    return lock
      ? openForWriting(facts, lock, migrations, departure)
      : openForReading(facts, 'in-use', migrations, departure);
  });
}

function openForWriting(
  facts: FileFacts,
  taken: WriterLock,
  migrations: readonly Migration[],
  departure: Departure | undefined,
): OpenedFile {
  const { path } = facts;
  let lock = taken;
  try {
    if (facts.unfinished) recover(path, migrations);
    let inspected = inspectFile(path, migrations, path, departure);
    if (inspected === null) {
      lock = migrateInPlace(path, lock, migrations);
      inspected = inspectNewest(path, migrations, path, departure);
    }
    const identity = identityOf(path);
    if (!identity) throw new StorageError('vanished', { file: fileName(path) });
    const db = connectWrite(path);
    const writer = { db, identity, dataVersion: db.pragma('data_version') };
    const close = (): void => {
      db.close();
      lock.release();
    };
    const { design, lastEdit } = inspected;
    const file = { path, name: fileName(path), db, writer, readOnly: null, close };
    return { file, design, lastEdit };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Undoes or completes what a crash left, after a rehearsal on a copy has shown that the result is sound. */
function recover(file: string, migrations: readonly Migration[]): void {
  const scratch = scratchCopy(file);
  try {
    connectWrite(scratch.path).close();
    inspectFile(scratch.path, migrations, file);
  } finally {
    scratch.remove();
  }
  connectWrite(file).close();
}

function openForReading(
  facts: FileFacts,
  reason: ReadOnlyReason | null,
  migrations: readonly Migration[],
  departure: Departure | undefined,
): OpenedFile {
  const scratches: ScratchCopy[] = [];
  const removeScratches = (): void => {
    for (const scratch of scratches) scratch.remove();
  };
  try {
    const source = recoveredSource(facts, reason, scratches);
    const inspected = inspectFile(source, migrations, facts.path, departure);
    if (inspected) return openSource(source, inspected);
    const migrated = scratchPlace();
    scratches.push(migrated);
    migrateCopy(source, migrated.path, migrations);
    const newest = inspectNewest(migrated.path, migrations, facts.path, departure);
    return openSource(migrated.path, newest);
  } catch (error) {
    removeScratches();
    throw error;
  }

  function openSource(source: string, { design, lastEdit }: Inspected): OpenedFile {
    const db = connectRead(source);
    const close = (): void => {
      db.close();
      removeScratches();
    };
    return {
      file: {
        path: facts.path,
        name: fileName(facts.path),
        db,
        writer: null,
        readOnly: reason,
        close,
      },
      design,
      lastEdit,
    };
  }
}

/** The file itself, or a recovered copy where a crash left it half-done and no living writer will finish. */
function recoveredSource(
  facts: FileFacts,
  reason: ReadOnlyReason | null,
  scratches: ScratchCopy[],
): string {
  if (!facts.unfinished || reason === 'in-use') return facts.path;
  const lock = takeWriterLock(facts.identity);
  if (!lock) return facts.path;
  try {
    const scratch = scratchCopy(facts.path);
    scratches.push(scratch);
    connectWrite(scratch.path).close();
    return scratch.path;
  } finally {
    lock.release();
  }
}

function inspectFile(
  file: string,
  migrations: readonly Migration[],
  shownAs: string,
  departure?: Departure,
): Inspected | null {
  const db = connectRead(file);
  try {
    return inspectDesign(db, migrations, fileName(shownAs), departure);
  } finally {
    db.close();
  }
}

function inspectNewest(
  file: string,
  migrations: readonly Migration[],
  shownAs: string,
  departure?: Departure,
): Inspected {
  const inspected = inspectFile(file, migrations, shownAs, departure);
  if (!inspected) throw new StorageError('damaged', { file: fileName(shownAs) });
  return inspected;
}

/** @throws StorageError when the file would not open */
export function verifyDesignFile(file: string, shownAs: string): void {
  inspectNewest(file, MIGRATIONS, shownAs);
}

function migrateCopy(from: string, to: string, migrations: readonly Migration[]): void {
  const source = connectRead(from);
  try {
    source.copyTo(to);
  } finally {
    source.close();
  }
  const db = connectWrite(to);
  try {
    migrate(db, migrations);
  } finally {
    db.close();
  }
}

/**
 * Migrates a copy, inspects it, and only then puts it into the file's place.
 * @returns the lock of the new file; the old one's is released
 */
function migrateInPlace(
  file: string,
  lock: WriterLock,
  migrations: readonly Migration[],
): WriterLock {
  const temporary = temporaryBeside(file);
  try {
    migrateCopy(file, temporary, migrations);
    inspectNewest(temporary, migrations, file);
    const identity = identityOf(temporary);
    const next = identity && takeWriterLock(identity);
    if (!next) throw new StorageError('busy', { file: fileName(file) });
    putInPlace(temporary, file);
    lock.release();
    return next;
  } finally {
    removeTemporary(temporary);
  }
}

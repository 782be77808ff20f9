/**
 * The design file, as the command line and the storage process use it. Everything here is synchronous and on
 * disk when it returns; whatever goes wrong is a `StorageError`.
 */
import { realpathSync, rmSync, statSync } from 'node:fs';
import { countRecords, type Design, recordsOf } from '../../shared/model/design.ts';
import type { Diff } from '../../shared/model/diff.ts';
import type { DesignRecord } from '../../shared/model/records.ts';
import { checkReferences, RecordError } from './check-records.ts';
import { connectNew, connectWrite } from './database.ts';
import {
  examineFile,
  type FileIdentity,
  fileName,
  identityOf,
  isSameFile,
  LEFTOVERS,
} from './file-identity.ts';
import { migrate } from './file-version.ts';
import { MIGRATIONS } from './migrations/index.ts';
import { type DesignFile, openDesignFile, verifyDesignFile } from './open-design-file.ts';
import { putInPlace, removeTemporary, temporaryBeside } from './place-file.ts';
import { onFile, StorageError } from './storage-error.ts';
import { noteEdit, writeAll, writeDiff } from './write-diff.ts';
import { takeWriterLock } from './writer-lock.ts';

/** One gesture: what it is named in the menu, and what it does. */
export interface Edit {
  readonly label: string;
  readonly diff: Diff;
}

/** Reads a design without the right to change it. */
export function readDesignFile(file: string): Design {
  const opened = openDesignFile(file, { mode: 'read' });
  opened.file.close();
  return opened.design;
}

/** Makes one edit to a file that nobody else has open for writing. */
export function editDesignFile(file: string, edit: Edit): void {
  const opened = openDesignFile(file, { mode: 'write' });
  try {
    commitDiff(opened.file, edit);
  } finally {
    opened.file.close();
  }
}

interface CreateOptions {
  readonly replace?: boolean;
  /** Hears how many records are written, now and then. */
  readonly onWritten?: (done: number, total: number) => void;
}

/** Writes a design into a new file; it appears whole or not at all. */
export function createDesignFile(
  file: string,
  design: Design,
  { replace = false, onWritten }: CreateOptions = {},
): void {
  placeNew(file, replace, (temporary) => {
    const db = connectNew(temporary);
    try {
      migrate(db, MIGRATIONS);
      refusingEdits(fileName(file), () => {
        checkReferences(design);
        db.transaction(() => {
          writeAll(db, onWritten ? counted(design, onWritten) : recordsOf(design));
          noteEdit(db, '', new Date());
        });
      });
    } finally {
      db.close();
    }
  });
}

/** So many records are written in a tenth of a second or so. */
const TOLD_EVERY = 5_000;

/** The records of a design; where there are many, it is told how many were taken. */
function* counted(
  design: Design,
  onWritten: (done: number, total: number) => void,
): Generator<DesignRecord> {
  const total = countRecords(design);
  let done = 0;
  for (const record of recordsOf(design)) {
    yield record;
    done += 1;
    if (done % TOLD_EVERY === 0) onWritten(done, total);
  }
}

/** Puts one gesture on disk, whole: when this returns it survives a crash, when it throws nothing changed. */
export function commitDiff(file: DesignFile, edit: Edit): void {
  const { db, identity, dataVersion } = writerOf(file);
  expectInPlace(file, identity);
  refusingEdits(file.name, () =>
    db.transaction(() => {
      if (db.pragma('data_version') !== dataVersion) {
        throw new StorageError('changed-outside', { file: file.name });
      }
      writeDiff(db, edit.diff);
      noteEdit(db, edit.label, new Date());
    }),
  );
  expectInPlace(file, identity);
}

/** Writes the design with its versions into another file, which it replaces if it is there. */
export function saveCopy(file: DesignFile, toPath: string): void {
  placeNew(toPath, true, (temporary) => {
    file.db.copyTo(temporary);
    verifyDesignFile(temporary, toPath);
  });
}

/** @throws StorageError that says why the file is open for reading only */
export function writerOf(file: DesignFile): NonNullable<DesignFile['writer']> {
  if (file.writer) return file.writer;
  const code = file.readOnly === 'in-use' ? 'in-use' : 'read-only-file';
  throw new StorageError(code, { file: file.name });
}

/** A commit into a file that was deleted or replaced would reach no one. */
function expectInPlace(file: DesignFile, identity: FileIdentity): void {
  const found = onFile(file.name, () => identityOf(file.path));
  if (!found) throw new StorageError('vanished', { file: file.name });
  if (!isSameFile(identity, found)) throw new StorageError('replaced', { file: file.name });
}

/** Runs work whose refusals of a record are told as refusals of the edit. */
export function refusingEdits(name: string, work: () => void): void {
  onFile(name, () => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof RecordError)) throw error;
      throw new StorageError('edit-refused', { file: name, reason: error.message }, error);
    }
  });
}

function placeNew(file: string, replace: boolean, write: (temporary: string) => void): void {
  const name = fileName(file);
  onFile(name, () => {
    const existing = identityOf(file);
    if (existing && !replace) throw new StorageError('exists', { file: name });
    if (existing && !statSync(file).isFile()) throw new StorageError('not-a-file', { file: name });
    const target = existing ? realpathSync(file) : file;
    const lock = existing && takeWriterLock(existing);
    if (lock === null) throw new StorageError('target-in-use', { file: name });
    const temporary = temporaryBeside(target);
    try {
      write(temporary);
      clearLeftovers(target);
      putInPlace(temporary, target);
    } finally {
      removeTemporary(temporary);
      lock?.release();
    }
  });
}

/**
 * A journal that a crash left beside the old file must not be played into the new one. The old file is made
 * whole first where it can be, so that no moment leaves it half-done.
 */
function clearLeftovers(target: string): void {
  if (identityOf(target) && isUnfinishedDesign(target)) connectWrite(target).close();
  for (const ending of LEFTOVERS) rmSync(target + ending, { force: true });
}

function isUnfinishedDesign(target: string): boolean {
  try {
    return examineFile(target).unfinished;
  } catch (error) {
    // Whatever else is replaced here is not ours to mend.
    if (error instanceof StorageError) return false;
    throw error;
  }
}

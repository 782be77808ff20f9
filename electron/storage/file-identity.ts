/** Which file a path leads to, and whether it may be opened and written at all, before SQLite looks at it. */
import {
  accessSync,
  closeSync,
  constants,
  openSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { APPLICATION_ID } from './file-version.ts';
import { onFile, StorageError } from './storage-error.ts';

/** The same file under every name; another file under the same name is not. */
export interface FileIdentity {
  readonly device: bigint;
  readonly inode: bigint;
}

export interface FileFacts {
  /** With every link followed. */
  readonly path: string;
  readonly identity: FileIdentity;
  /** A journal or log of an unfinished write lies beside it, or it was left in WAL mode. */
  readonly unfinished: boolean;
}

/** Fifty times the largest design that was measured. */
const LIMIT_MB = 2048;
const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const WRITE_VERSION_AT = 18;
const APPLICATION_ID_AT = 68;
const WAL = 2;

export function fileName(file: string): string {
  return path.basename(file);
}

/** @returns undefined when nothing is there */
export function identityOf(file: string): FileIdentity | undefined {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat && { device: stat.dev, inode: stat.ino };
}

export function isSameFile(a: FileIdentity, b: FileIdentity | undefined): boolean {
  return b !== undefined && a.device === b.device && a.inode === b.inode;
}

/**
 * Looks at size and header.
 * @param applicationId whose file it must be
 * @throws StorageError when it is not one of those, whatever SQLite may think of it
 */
export function examineFile(file: string, applicationId = APPLICATION_ID): FileFacts {
  const name = fileName(file);
  return onFile(name, () => {
    const real = realpathSync(file);
    const stat = statSync(real, { bigint: true });
    if (!stat.isFile()) throw new StorageError('not-a-file', { file: name });
    if (stat.size > BigInt(LIMIT_MB) * 1024n * 1024n) {
      throw new StorageError('too-large', { file: name, limitMB: LIMIT_MB });
    }
    const header = readHeader(real);
    if (
      header.toString('latin1', 0, MAGIC.length) !== MAGIC ||
      header.readInt32BE(APPLICATION_ID_AT) !== applicationId
    ) {
      throw new StorageError('not-plenum', { file: name });
    }
    const leftovers = LEFTOVERS.some((ending) => sizeOf(real + ending) > 0);
    return {
      path: real,
      identity: { device: stat.dev, inode: stat.ino },
      unfinished: leftovers || header.readUInt8(WRITE_VERSION_AT) === WAL,
    };
  });
}

/** What SQLite leaves beside a file when a write was cut short. */
export const LEFTOVERS = ['-journal', '-wal'] as const;

/** Writing needs the folder too: the journal stands there. */
export function mayWrite(file: string): boolean {
  return isWritable(file) && isWritable(path.dirname(file));
}

function isWritable(place: string): boolean {
  try {
    accessSync(place, constants.W_OK);
    return true;
  } catch {
    // The refusal is the answer; why, shows when the file is opened.
    return false;
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, header, 0, HEADER_BYTES, 0);
  } finally {
    closeSync(descriptor);
  }
  return header;
}

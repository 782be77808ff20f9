/**
 * What can go wrong with a design file, each with a code of its own and a sentence that says what happened,
 * to which file, and what to do. Everything that leaves this folder as an error is one of these.
 */
import type { Refusal } from '../../shared/contract/ipc.ts';
import { say } from '../../shared/text/index.ts';

export const STORAGE_CODES = [
  'not-found',
  'not-a-file',
  'no-access',
  'too-large',
  'not-plenum',
  'newer-version',
  'damaged',
  'foreign-parts',
  'invalid-content',
  'open-timeout',
  'exists',
  'target-in-use',
  'disk-full',
  'read-only-file',
  'in-use',
  'vanished',
  'replaced',
  'changed-outside',
  'busy',
  'io-error',
  'edit-refused',
  'version-missing',
  'storage-ended',
  'internal',
] as const;
export type StorageCode = (typeof STORAGE_CODES)[number];

export interface StorageRefusal extends Refusal {
  readonly code: StorageCode;
}

/** An expected failure of the storage. Its message is the whole sentence. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly refusal: StorageRefusal;

  constructor(code: StorageCode, args: Refusal['args'], cause?: unknown) {
    const messageKey = `storage.${code}`;
    super(say(messageKey, args), cause === undefined ? undefined : { cause });
    this.refusal = { code, messageKey, args };
  }
}

/** SQLite's and the system's codes (or what they begin with), and what they mean for a design file. */
const MEANING: readonly (readonly [code: string, meaning: StorageCode])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EFBIG', 'disk-full'],
  ['SQLITE_READONLY_DBMOVED', 'vanished'],
  ['SQLITE_READONLY', 'read-only-file'],
  ['EROFS', 'read-only-file'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_CONSTRAINT', 'edit-refused'],
  ['SQLITE_MISMATCH', 'edit-refused'],
  ['SQLITE_TOOBIG', 'edit-refused'],
  ['SQLITE_CANTOPEN', 'no-access'],
  ['SQLITE_PERM', 'no-access'],
  ['SQLITE_', 'io-error'],
  ['EACCES', 'no-access'],
  ['EPERM', 'no-access'],
  ['ENOENT', 'not-found'],
  ['ENOTDIR', 'not-found'],
  ['EISDIR', 'not-a-file'],
  ['EBUSY', 'target-in-use'],
  ['E', 'io-error'],
];

/**
 * The failure in the storage's own words.
 * @param file name of the file without its folder, as a person knows it
 */
export function storageError(error: unknown, file: string): StorageError {
  if (error instanceof StorageError) return error;
  const code = codeOf(error);
  const meaning = MEANING.find(([start]) => code.startsWith(start))?.[1] ?? 'internal';
  const reason = error instanceof Error ? error.message : String(error);
  return new StorageError(meaning, { file, reason: code === '' ? reason : code }, error);
}

/** Runs work on a file; what it throws comes out as a `StorageError`. */
export function onFile<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storageError(error, file);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : '';
}

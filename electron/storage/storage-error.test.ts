import { expect, it } from 'vitest';
import { hasMessage } from '../../shared/text/index.ts';
import { STORAGE_CODES, storageError } from './storage-error.ts';

it('every refusal has its sentence', () => {
  for (const code of STORAGE_CODES) expect(hasMessage(`storage.${code}`), code).toBe(true);
});

it.each([
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['SQLITE_READONLY_DIRECTORY', 'read-only-file'],
  ['SQLITE_READONLY_DBMOVED', 'vanished'],
  ['SQLITE_IOERR_WRITE', 'io-error'],
  ['SQLITE_CORRUPT_INDEX', 'damaged'],
  ['SQLITE_CONSTRAINT_FOREIGNKEY', 'edit-refused'],
  ['EACCES', 'no-access'],
  ['EIO', 'io-error'],
  ['surprise', 'internal'],
])('%s means %s', (code, meaning) => {
  const error = storageError(Object.assign(new Error('no'), { code }), 'a.plenum');
  expect(error.refusal.code).toBe(meaning);
  expect(error.message).toContain('a.plenum');
});

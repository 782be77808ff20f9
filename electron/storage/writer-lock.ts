/**
 * One writer a file. The lock is an exclusive transaction on an empty SQLite database of the file's own, so
 * the system frees it whatever way its holder ends. It stands in the system's temporary folder, named after
 * device and inode: a person's folders stay clean, and two names or links of one file are one lock. These
 * files are empty and stay: taking one away while another process is about to lock it would make two writers.
 *
 * Another machine on a network drive does not see it; there the check before every commit that nobody else
 * has written (`changed-outside`) keeps the file whole.
 */
import { mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { FileIdentity } from './file-identity.ts';

export interface WriterLock {
  release(): void;
}

/** @returns null when another window or process has it */
export function takeWriterLock({ device, inode }: FileIdentity): WriterLock | null {
  const folder = path.join(tmpdir(), `plenum-${userInfo().username}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const db = new Database(path.join(folder, `${device}-${inode}.lock`), { timeout: 0 });
  try {
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
  return { release: () => db.close() };
}

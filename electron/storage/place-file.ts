/** A file comes into its place whole or not at all: written beside it, synced, renamed, folder synced. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/** A name beside the file that nobody else has; in the same folder, because a rename works only there. */
export function temporaryBeside(file: string): string {
  const { dir, base } = path.parse(file);
  return path.join(dir, `.${base}.${randomBytes(6).toString('hex')}.tmp`);
}

/** Puts a finished temporary file into its place, on disk when it returns. */
export function putInPlace(temporary: string, file: string): void {
  syncFile(temporary);
  renameSync(temporary, file);
  syncFolder(path.dirname(file));
}

/** Takes a temporary database away with whatever SQLite left beside it; nothing happens where it is gone. */
export function removeTemporary(temporary: string): void {
  for (const ending of ['', '-journal', '-wal', '-shm'])
    rmSync(temporary + ending, { force: true });
}

/** Takes away what a process that was ended left beside the file that it was making. */
export function removeTemporariesOf(file: string): void {
  const { dir, base } = path.parse(file);
  for (const name of readdirSync(dir)) {
    if (name.startsWith(`.${base}.`)) rmSync(path.join(dir, name), { force: true });
  }
}

function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Windows has no way to sync a folder and needs none: its renames are journalled. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Output appears whole or not at all: it is written beside its place and takes it by rename. */
import { randomUUID } from 'node:crypto';
import { createWriteStream, type WriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';

/**
 * Lets `write` fill a file that appears at `path` only when it is complete and on disk. When `write` fails,
 * what was there before still stands.
 */
export async function writeWhole(
  path: string,
  write: (out: Writable) => Promise<void>,
): Promise<void> {
  const partial = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  const out = createWriteStream(partial, { flags: 'wx' });
  const closed = finished(out);
  try {
    await Promise.all([closed, write(out).finally(() => out.end())]);
    await flush(partial);
    await rename(partial, path);
  } catch (error) {
    await destroyed(out);
    await rm(partial, { force: true });
    throw error;
  }
}

/** Resolves when the file is let go of. One that is still being opened would appear after it was taken away. */
function destroyed(out: WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (out.closed) resolve();
    else out.once('close', resolve);
    out.destroy();
  });
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Writes a text as a whole file. */
export function writeTextWhole(path: string, text: string): Promise<void> {
  return writeWhole(path, (out) => {
    out.write(text);
    return Promise.resolve();
  });
}

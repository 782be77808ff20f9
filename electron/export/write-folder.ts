/** Several files that belong together appear in a folder all together, or none of them. */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

/** A file that is written to a path that it is given. */
export interface FileToWrite {
  readonly name: string;
  readonly write: (place: string) => Promise<void>;
}

/**
 * Writes files into a folder, which is made when it does not exist. All are written under other names first; when one
 * cannot be written or put in its place, the folder is as it was.
 * @returns the names of the files
 */
export async function writeFolder(
  folder: string,
  files: readonly FileToWrite[],
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const mark = randomUUID();
  const parts = files.map(({ name }) => path.join(folder, `.${name}.${mark}.part`));
  const placed: (readonly [place: string, before: string | null])[] = [];
  try {
    for (const [n, { write }] of files.entries()) await write(parts[n] ?? '');
    for (const [n, { name }] of files.entries()) {
      const place = path.join(folder, name);
      const before = await putAside(place, path.join(folder, `.${name}.${mark}.old`));
      placed.push([place, before]);
      await rename(parts[n] ?? '', place);
    }
  } catch (error) {
    for (const [place, before] of placed.reverse()) {
      await rm(place, { force: true });
      if (before !== null) await rename(before, place);
    }
    for (const part of parts) await rm(part, { force: true });
    throw error;
  }
  for (const [, before] of placed) if (before !== null) await rm(before, { force: true });
  return files.map(({ name }) => name);
}

/** Moves what stands at a place aside; null where nothing does. */
async function putAside(place: string, aside: string): Promise<string | null> {
  try {
    await rename(place, aside);
    return aside;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

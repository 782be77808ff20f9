import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Does a piece of work only when something it is made from has changed since it was last done.
 * @param stamp file that remembers what the work was made from
 * @param sources files and folders the result depends on
 * @returns whether the work was done
 */
export async function whenChanged(
  stamp: string,
  sources: readonly string[],
  work: () => Promise<void>,
): Promise<boolean> {
  const state = fingerprint(sources);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return false;
  await work();
  await mkdir(dirname(stamp), { recursive: true });
  writeFileSync(stamp, state);
  return true;
}

/** Name, size and time of each file: git and editors touch what they change. */
function fingerprint(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesIn(source)) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return [];
  if (!stat.isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

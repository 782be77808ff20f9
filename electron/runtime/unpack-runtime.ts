import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { executableName } from './platform.ts';

const ROOT = 'Cypress/';

/** The runtime proper, at the top of the archive. */
const RUNTIME =
  /^(LICENSE[^/]*|chrome[^/]*|icudtl\.dat|lib[^/]*\.so[^/]*|locales\/[^/]+\.pak|resources\.pak|snapshot_blob\.bin|v8_context_snapshot\.bin|vk_swiftshader_icd\.json)$/;

/** better-sqlite3 as built for this runtime, and the two modules by which it finds its binary. */
const SQLITE =
  /^resources\/app\/(node_modules\/(?:better-sqlite3\/(?:package\.json|LICENSE|lib\/.+|build\/Release\/better_sqlite3\.node)|bindings\/.+|file-uri-to-path\/.+))$/;

/**
 * Writes what Plenum needs of the archive into a folder, the executable under Electron's own name.
 * @returns the size in bytes of each file written, by its path inside the folder
 * @throws Error when the archive is damaged or lacks the executable
 */
export async function unpackRuntime(
  zip: string,
  folder: string,
): Promise<ReadonlyMap<string, number>> {
  const archive = await openPromise(zip, { lazyEntries: true, autoClose: false });
  try {
    const sizes = new Map<string, number>();
    for await (const entry of archive.eachEntry()) {
      const name = nameInRuntime(entry.fileName);
      if (name === null) continue;
      await writeEntry(archive, entry, join(folder, name));
      sizes.set(name, entry.uncompressedSize);
    }
    if (!sizes.has(executableName())) throw new Error(`${zip} holds no Electron`);
    return sizes;
  } finally {
    archive.close();
  }
}

/** Where an entry of the archive goes in the runtime's folder; null when it is left out. */
export function nameInRuntime(entryName: string): string | null {
  if (!entryName.startsWith(ROOT) || entryName.endsWith('/')) return null;
  const name = entryName.slice(ROOT.length);
  if (name === 'Cypress') return executableName();
  return RUNTIME.test(name) || SQLITE.test(name) ? name : null;
}

async function writeEntry(archive: ZipFile, entry: Entry, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  const unixMode = entry.externalFileAttributes >>> 16;
  const mode = unixMode & 0o111 ? 0o755 : 0o644;
  await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(target, { mode }));
}

/** What is in a ZIP archive, unpacked within bounds: a small one can hold gigabytes, and names that lead elsewhere. */
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { FormatError } from '../../shared/formats/index.ts';

/** A file of an archive, by its path there. */
export interface ArchiveFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Bounds: files, bytes unpacked, and how much larger than the archive they may be. */
const LIMITS = { entries: 500, bytes: 250_000_000, ratio: 100 } as const;

/** Whether bytes begin as a ZIP archive does. */
export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 9;
}

/**
 * Unpacks an archive into memory. Folders are left out.
 * @throws FormatError when it is broken, encrypted, too large, or names a file outside itself
 */
export async function readArchive(bytes: Buffer): Promise<readonly ArchiveFile[]> {
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true });
    return await unpack(zip, bytes.byteLength);
  } catch (error) {
    if (error instanceof FormatError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new FormatError('zip-broken', { reason: reason.slice(0, 200) });
  }
}

async function unpack(zip: ZipFile, packed: number): Promise<readonly ArchiveFile[]> {
  const most = Math.min(LIMITS.bytes, packed * LIMITS.ratio);
  const files: ArchiveFile[] = [];
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    total += entry.uncompressedSize;
    if (zip.entryCount > LIMITS.entries || total > most) {
      throw new FormatError('zip-too-large', {
        entries: LIMITS.entries,
        limit: LIMITS.bytes / 1e6,
      });
    }
    if (!entry.fileName.endsWith('/')) {
      files.push({ name: entry.fileName, bytes: await bytesOf(zip, entry) });
    }
  }
  return files;
}

/** The reader checks that an entry is as long as it says. */
async function bytesOf(zip: ZipFile, entry: Entry): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of await zip.openReadStreamPromise(entry)) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

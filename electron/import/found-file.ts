/** A discovery file from disk. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { ReadNetwork } from '../../shared/contract/ipc.ts';
import { readFound } from '../../shared/formats/found/read-found.ts';
import { FormatError } from '../../shared/formats/index.ts';

/** Largest file that is read, bytes: a fabric of 100,000 links takes a tenth of it. */
const LARGEST = 100_000_000;

/** Reads a discovery file. @throws FormatError when it is too large, none, or broken as a whole */
export async function readFoundFile(file: string): Promise<Omit<ReadNetwork, 'name'>> {
  const { size } = await stat(file);
  if (size > LARGEST) throw new FormatError('found.too-large', { limit: LARGEST / 1e6 });
  const { format, links, faults } = readFound(await readFile(file, 'utf8'), path.basename(file));
  return { format, links, faults: faults.map(({ line, message }) => ({ line, message })) };
}

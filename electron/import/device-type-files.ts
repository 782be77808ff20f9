/**
 * Device-type files from disk: which files an input means, and what each holds. A file is measured before it
 * is read; one that cannot be read is a rejected file, never the end of the import.
 */
import { open, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  FormatError,
  type ImportedDocument,
  importDeviceTypes,
  refuseSize,
  rejected,
} from '../../shared/formats/index.ts';
import { say } from '../../shared/text/index.ts';

/** What one file gave: a document each, most often one. */
export interface ImportedFile {
  readonly file: string;
  readonly documents: readonly ImportedDocument[];
}

/** An input that is neither a file nor a folder. */
export class InputError extends Error {
  override readonly name = 'InputError';
}

/**
 * The files that the inputs mean: files as they are, folders with all below them that may be read, in order of name.
 * @throws InputError when an input does not exist
 */
export async function importFiles(inputs: readonly string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const input of inputs) {
    const found = await stat(input).catch((error: unknown) => {
      throw new InputError(say('cli.input-missing', { file: input, reason: reasonOf(error) }));
    });
    if (found.isDirectory()) files.push(...(await readableBelow(input)));
    else files.push(input);
  }
  return files;
}

async function readableBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(
      (entry) => entry.isFile() && /(\.(ya?ml|csv|xlsx)|netbox-rest\.json)$/i.test(entry.name),
    )
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Reads one file. A file that cannot be read is one rejected document. */
export async function importFile(file: string): Promise<ImportedFile> {
  try {
    return { file, documents: importDeviceTypes(await readText(file)) };
  } catch (error) {
    if (error instanceof FormatError) {
      return { file, documents: [rejected('', error.code, error.message)] };
    }
    const message = say('formats.unreadable', { reason: reasonOf(error) });
    return { file, documents: [rejected('', 'unreadable', message)] };
  }
}

async function readText(file: string): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    refuseSize(size);
    const bytes = await handle.readFile();
    refuseSize(bytes.byteLength);
    return decode(bytes);
  } finally {
    await handle.close();
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw new FormatError('not-text');
    throw error;
  }
}

/** Why a file could not be read, as the system calls it. */
export function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

/**
 * Files of other programs from disk: which files an input means, what kind each is by what it holds, and what its
 * reader makes of it. A file is measured before it is read; one that cannot be read is a rejected file, never the end
 * of the import.
 */
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { FormatKind } from '../../shared/formats/format.ts';
import type { FoundReading } from '../../shared/formats/found/reading.ts';
import {
  FormatError,
  type ImportedDocument,
  type ImportWarning,
  importDeviceTypes,
} from '../../shared/formats/index.ts';
import { type Recognised, readSheet, readText } from '../../shared/formats/recognise.ts';
import type { SiteRows } from '../../shared/formats/site/rows.ts';
import { SHEET_LIMITS } from '../../shared/formats/table/sheet.ts';
import { say } from '../../shared/text/index.ts';
import { type ArchiveFile, isArchive, readArchive } from './archive.ts';
import { withDecodedPictures } from './decode-pictures.ts';
import { reasonOf } from './device-type-files.ts';
import { isWorkbook, readSheets } from './workbook.ts';

/** What one file gave. */
export interface ReadFile {
  readonly file: string;
  /** What it is, once each; none for a file that was rejected. */
  readonly kinds: readonly FormatKind[];
  readonly documents: readonly ImportedDocument[];
  readonly rows: readonly SiteRows[];
  readonly found: readonly FoundReading[];
  /** What is odd about the file as a whole; for a rejected one the reason. */
  readonly warnings: readonly ImportWarning[];
  readonly rejected: boolean;
}

const NOTHING = { kinds: [], documents: [], rows: [], found: [], warnings: [], rejected: false };

/** Reads one file of any kind. */
export async function readImportFile(file: string): Promise<ReadFile> {
  try {
    const bytes = await bytesOf(file);
    const read = isArchive(bytes)
      ? await readPacked(file, bytes)
      : readPlain(file, decode(bytes, file));
    return { ...read, rows: await Promise.all(read.rows.map(withDecodedPictures)) };
  } catch (error) {
    if (error instanceof FormatError) return rejectedFile(file, error.code, error.message);
    return rejectedFile(file, 'unreadable', say('formats.unreadable', { reason: reasonOf(error) }));
  }
}

function rejectedFile(file: string, code: string, message: string): ReadFile {
  return { ...NOTHING, file, warnings: [{ code, path: '', message }], rejected: true };
}

async function bytesOf(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    if (size > SHEET_LIMITS.bytes) {
      throw new FormatError('sheet-too-large', { limit: SHEET_LIMITS.bytes / 1e6 });
    }
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

function decode(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError)
      throw new FormatError(isYaml(file) ? 'not-text' : 'not-text-table');
    throw error;
  }
}

/** The name decides only how a file that nobody recognises is refused. */
function isYaml(file: string): boolean {
  return /\.ya?ml$/i.test(file);
}

function readPlain(file: string, text: string): ReadFile {
  try {
    return contentsOf(file, [readText(text, path.basename(file))]);
  } catch (error) {
    if (!(error instanceof FormatError) || !isYaml(file)) throw error;
    return { ...NOTHING, file, kinds: ['device-types'], documents: importDeviceTypes(text) };
  }
}

function contentsOf(
  file: string,
  read: readonly Recognised[],
  warnings: readonly ImportWarning[] = [],
): ReadFile {
  return {
    file,
    kinds: [...new Set(read.map(({ kind }) => kind))],
    documents: read.flatMap(({ content }) => (content.gives === 'types' ? content.documents : [])),
    rows: read.flatMap(({ content }) => (content.gives === 'rows' ? [content.rows] : [])),
    found: read.flatMap(({ content }) => (content.gives === 'found' ? [content.reading] : [])),
    warnings,
    rejected: false,
  };
}

async function readPacked(file: string, bytes: Buffer): Promise<ReadFile> {
  const files = await readArchive(bytes);
  if (isWorkbook(files)) return readBook(file, bytes, files);
  const layout = layoutIn(files);
  if (!layout) throw new FormatError('zip-unknown');
  const beside = files
    .filter(({ name }) => /\.(png|jpe?g|webp)$/i.test(name))
    .map(({ name, bytes: picture }) => ({ path: name, base64: () => picture.toString('base64') }));
  return contentsOf(file, [readText(decode(layout.bytes, 'x.yaml'), layout.name, beside)]);
}

/** The layout of an archive: the YAML nearest to its top. Pictures lie in folders beside it. */
function layoutIn(files: readonly ArchiveFile[]): ArchiveFile | undefined {
  const depth = ({ name }: ArchiveFile): number => name.split('/').length;
  return files
    .filter(({ name }) => isYaml(name) && !/(^|\/)(assets|images)\//.test(name))
    .sort((a, b) => depth(a) - depth(b))[0];
}

async function readBook(
  file: string,
  bytes: Buffer,
  files: readonly ArchiveFile[],
): Promise<ReadFile> {
  const book = await readSheets(bytes, files);
  const sheets = book.sheets.filter(({ rows }) => rows.length > 0);
  const read: Recognised[] = [];
  const warnings = book.hidden.map((sheet): ImportWarning => {
    const message = say('import.warning.sheet-hidden', { sheet });
    return { code: 'sheet-hidden', path: sheet, message };
  });
  for (const sheet of sheets) {
    const recognised = readSheet(sheet);
    if (recognised) read.push(recognised);
    else {
      const message = say('import.warning.sheet-unknown', { sheet: sheet.name });
      warnings.push({ code: 'sheet-unknown', path: sheet.name, message });
    }
  }
  if (read.length > 0) return contentsOf(file, read, warnings);
  const names = sheets
    .map(({ name }) => name)
    .join(', ')
    .slice(0, 200);
  throw new FormatError('no-known-sheet', { sheets: names });
}

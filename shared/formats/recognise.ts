/**
 * What kind of file something is, by what it holds and never by its name, and the reader that goes with it. A format
 * is an entry of one of two lists: texts of a grammar of their own, and tables, whose headings decide. The first that
 * recognises a file reads it.
 */
import type { Content, FileBeside, FormatKind, TableFormat, TextFormat } from './format.ts';
import { FOUND_READERS } from './found/read-found.ts';
import { NETBOX_CABLES } from './netbox/csv-cables.ts';
import { NETBOX_DEVICES } from './netbox/csv-devices.ts';
import { NETBOX_RACKS } from './netbox/csv-racks.ts';
import { importDeviceTypes } from './netbox/device-type-import.ts';
import { NETBOX_REST } from './netbox/rest-json.ts';
import { HCA_MAPPING } from './p2p/hca-mapping.ts';
import { NODES_SHEET } from './p2p/nodes-sheet.ts';
import { P2P_SHEET } from './p2p/p2p-sheet.ts';
import { RACKULA_LAYOUT } from './rackula/rackula-layout.ts';
import { readCsv } from './table/csv.ts';
import type { Sheet } from './table/sheet.ts';
import { FormatError } from './yaml-door.ts';

/** A file, or one sheet of it, with its kind. */
export interface Recognised {
  readonly kind: FormatKind;
  readonly content: Content;
}

const DEVICE_TYPES: TextFormat = {
  kind: 'device-types',
  recognises: (text) =>
    /^(?:- )?["']?manufacturer["']?\s*:/m.test(text) && /^ *["']?model["']?\s*:/m.test(text),
  read: (text) => ({ gives: 'types', documents: importDeviceTypes(text) }),
};

const FOUND: readonly TextFormat[] = FOUND_READERS.map(({ format, recognises, read }) => ({
  kind: format,
  recognises,
  read: (text, fileName) => ({ gives: 'found', reading: read(text, fileName) }),
}));

const TEXT_FORMATS: readonly TextFormat[] = [NETBOX_REST, RACKULA_LAYOUT, DEVICE_TYPES, ...FOUND];

const TABLE_FORMATS: readonly TableFormat[] = [
  NETBOX_CABLES,
  NETBOX_DEVICES,
  NETBOX_RACKS,
  HCA_MAPPING,
  P2P_SHEET,
  NODES_SHEET,
];

/**
 * Reads a text file.
 * @param fileName tells what some files by themselves do not: which device it was that looked around
 * @param beside pictures that lie beside it in its archive
 * @throws FormatError when its kind is not known, or it is broken as a whole
 */
export function readText(
  text: string,
  fileName = '',
  beside: readonly FileBeside[] = [],
): Recognised {
  if (text.trim() === '') throw new FormatError('empty');
  const format = TEXT_FORMATS.find(({ recognises }) => recognises(text));
  if (format) return { kind: format.kind, content: format.read(text, fileName, beside) };
  const table = readSheet(readCsv(text));
  if (table) return table;
  throw new FormatError('unknown-format');
}

/** Reads one table; null when its headings are of no kind that is known. */
export function readSheet(sheet: Sheet): Recognised | null {
  const format = TABLE_FORMATS.find(({ recognises }) => recognises(sheet));
  return format ? { kind: format.kind, content: format.read(sheet) } : null;
}

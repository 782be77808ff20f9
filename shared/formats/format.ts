/** What a format is: its kind, how it is told from others, and its reader. The formats stand in `recognise.ts`. */

import type { FoundFormat } from '../model/records.ts';
import type { FoundReading } from './found/reading.ts';
import type { ImportedDocument } from './netbox/device-type-import.ts';
import type { SiteRows } from './site/rows.ts';
import type { Sheet } from './table/sheet.ts';

/** Kinds of files; `import.format.KIND` names each for a person. */
export type FormatKind =
  | 'device-types'
  | 'rackula'
  | 'netbox-racks'
  | 'netbox-devices'
  | 'netbox-cables'
  | 'netbox-rest'
  | 'p2p'
  | 'nodes'
  | 'hca-mapping'
  | FoundFormat;

/** What a reader makes of a file. */
export type Content =
  | { readonly gives: 'types'; readonly documents: readonly ImportedDocument[] }
  | { readonly gives: 'rows'; readonly rows: SiteRows }
  | { readonly gives: 'found'; readonly reading: FoundReading };

/** A picture in the archive that the text came in. */
export interface FileBeside {
  readonly path: string;
  readonly base64: () => string;
}

/** A text with a grammar of its own. */
export interface TextFormat {
  readonly kind: FormatKind;
  /** Whether it looks like this format; asked of any text, so it must be quick and never throw. */
  readonly recognises: (text: string) => boolean;
  /**
   * @param fileName tells what a file by itself does not
   * @param beside pictures that lie beside it in its archive
   * @throws FormatError when it is broken as a whole
   */
  readonly read: (text: string, fileName: string, beside: readonly FileBeside[]) => Content;
}

/** A table, from CSV or a workbook. */
export interface TableFormat {
  readonly kind: FormatKind;
  readonly recognises: (sheet: Sheet) => boolean;
  /** @throws FormatError when it is broken as a whole */
  readonly read: (sheet: Sheet) => Content;
}

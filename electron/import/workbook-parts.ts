/** What a workbook says beside its cells: which sheets are hidden, and which cells are one. */
import type { ArchiveFile } from './archive.ts';

/** A block of cells that are one, rows and columns from 0, the last ones included. */
export interface MergedCells {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface SheetParts {
  readonly hidden: boolean;
  readonly merged: readonly MergedCells[];
}

/** By the name of the sheet; a sheet that nothing is said of is missing. */
export function sheetParts(files: readonly ArchiveFile[]): ReadonlyMap<string, SheetParts> {
  const byName = new Map(files.map(({ name, bytes }) => [name, bytes]));
  const targets = new Map(
    elements(byName.get('xl/_rels/workbook.xml.rels'), 'Relationship').map((one) => [
      attribute(one, 'Id'),
      attribute(one, 'Target'),
    ]),
  );
  const sheets = elements(byName.get('xl/workbook.xml'), 'sheet');
  return new Map(
    sheets.map((sheet) => {
      const target = targets.get(attribute(sheet, 'r:id')) ?? '';
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
      const hidden = /hidden/i.test(attribute(sheet, 'state'));
      return [attribute(sheet, 'name'), { hidden, merged: mergedIn(byName.get(path)) }];
    }),
  );
}

/** They stand behind the cells, so that of a long sheet only the end is read. */
function mergedIn(bytes: Buffer | undefined): readonly MergedCells[] {
  const at = bytes?.lastIndexOf('<mergeCells') ?? -1;
  if (!bytes || at < 0) return [];
  return elements(bytes.subarray(at), 'mergeCell').flatMap((one) => {
    const ref = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(attribute(one, 'ref'));
    if (!ref) return [];
    const [, left = '', top = '', right = '', bottom = ''] = ref;
    return [
      {
        top: Number(top) - 1,
        left: columnOf(left),
        bottom: Number(bottom) - 1,
        right: columnOf(right),
      },
    ];
  });
}

/** Column `A` is 0. */
function columnOf(letters: string): number {
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) column = column * 26 + letters.charCodeAt(at) - 64;
  return column - 1;
}

/** The opening tags of an element, whatever the prefix of its name. */
function elements(xml: Buffer | undefined, name: string): readonly string[] {
  if (!xml) return [];
  return xml.toString('utf8').match(new RegExp(`<(?:\\w+:)?${name}\\s[^>]*>`, 'g')) ?? [];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return (value?.[1] ?? value?.[2] ?? '').replaceAll(
    /&(?:amp|lt|gt|quot|apos);/g,
    (entity) => ENTITIES[entity] ?? entity,
  );
}

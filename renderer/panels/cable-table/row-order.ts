/** Which cables the table shows, and in which order. */
import type { Design } from '../../../shared/model/design.ts';
import type { CableColumn } from './columns.ts';
import type { TableCable } from './table-cable.ts';

export interface Sorting {
  readonly column: CableColumn;
  readonly descending: boolean;
}

/** Cables in the order of a column; those of which it says nothing stand last, whichever way it is sorted. */
export function sorted(
  cables: readonly TableCable[],
  { column, descending }: Sorting,
  design: Design,
): readonly TableCable[] {
  // A key a cable, made once: a hundred thousand are compared about two million times.
  const keyed = cables.map((cable) => ({ cable, key: sortKey(cable, column, design) }));
  const sign = descending ? -1 : 1;
  keyed.sort((a, b) => {
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
    if (a.key === b.key) return 0;
    return a.key < b.key ? -sign : sign;
  });
  return keyed.map(({ cable }) => cable);
}

function sortKey(cable: TableCable, column: CableColumn, design: Design): string | number | null {
  if (column.value) return column.value(cable);
  const text = column.text(cable, design);
  return text === '' ? null : naturalKey(text);
}

/** Texts whose order by code units is that of people: U2 before U10, without regard to capitals. */
export function naturalKey(text: string): string {
  return text.toLowerCase().replaceAll(/\d+/g, (digits) => digits.padStart(12, '0'));
}

/** Whether a cable holds every word of a query in one of the columns; null where there is no word: all do. */
export function holdingWords(
  query: string,
  columns: readonly CableColumn[],
  design: Design,
): ((cable: TableCable) => boolean) | null {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  return (cable) => {
    const text = searchText(cable, columns, design);
    return words.every((word) => text.includes(word));
  };
}

/** What the columns said of a cable when it was asked last, and what they said it of. */
interface Said {
  readonly columns: readonly CableColumn[];
  readonly row: TableCable['row'];
  readonly worst: TableCable['worst'];
  readonly devices: Design['devices'];
  readonly racks: Design['racks'];
  readonly deviceTypes: Design['deviceTypes'];
  readonly settings: Design['settings'];
  readonly text: string;
}

const said = new WeakMap<TableCable['cable'], Said>();

/** All that the columns say of a cable in small letters, made once for as long as it stays as it is. */
function searchText(cable: TableCable, columns: readonly CableColumn[], design: Design): string {
  const { row, worst } = cable;
  const { devices, racks, deviceTypes, settings } = design;
  const known = said.get(cable.cable);
  if (
    known?.columns === columns &&
    known.row === row &&
    known.worst === worst &&
    known.devices === devices &&
    known.racks === racks &&
    known.deviceTypes === deviceTypes &&
    known.settings === settings
  ) {
    return known.text;
  }
  const text = columns
    .map((column) => column.text(cable, design))
    .join('\n')
    .toLowerCase();
  said.set(cable.cable, { columns, row, worst, devices, racks, deviceTypes, settings, text });
  return text;
}

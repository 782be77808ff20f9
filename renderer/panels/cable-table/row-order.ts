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

/** The cables that hold every word of the query in one of these columns. */
export function matching(
  cables: readonly TableCable[],
  query: string,
  columns: readonly CableColumn[],
  design: Design,
): readonly TableCable[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return cables;
  return cables.filter((cable) => {
    const text = columns
      .map((column) => column.text(cable, design))
      .join('\n')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

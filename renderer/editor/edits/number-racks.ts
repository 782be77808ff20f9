/** Names for the racks of a row, counted. */
import type { Design } from '../../../shared/model/design.ts';
import { racksInRow } from '../../../shared/model/design-index.ts';
import type { RowId } from '../../../shared/model/ids.ts';
import { changes, type EditAnswer, edited, editLabel, refused } from './edit.ts';

export interface RackNumbers {
  /** `{row}` stands for the row's name, a run of `#` for the number with at least so many digits: `{row}##` is A01. */
  readonly pattern: string;
  /** Of the first rack, 0 or more. */
  readonly from: number;
  /** Whether one counts from the right, as seen from the row's front. */
  readonly fromRight: boolean;
}

/** Numbers the racks of a row. Refused where two racks of the design would have one name. */
export function numberRacks(
  design: Design,
  rowId: RowId,
  { pattern, from, fromRight }: RackNumbers,
): EditAnswer {
  const row = design.rows.get(rowId);
  if (!row) return refused('editor.refused.noRow');
  if (!pattern.includes('#')) return refused('editor.refused.noNumber');
  const racks = racksInRow(design, rowId);
  const inOrder = fromRight ? racks.toReversed() : racks;
  const names = new Map(
    inOrder.map((rack, at) => [rack.id, rackName(pattern, row.name, from + at)] as const),
  );
  const others = [...design.racks.values()].filter(({ rowId: its }) => its !== rowId);
  const taken = new Set(others.map(({ name }) => name));
  const twice = [...names.values()].find((name) => taken.has(name));
  if (twice !== undefined) return refused('editor.refused.rackName', { name: twice });
  const updated = changes(racks, (rack) => ({ ...rack, name: names.get(rack.id) ?? rack.name }));
  const label = editLabel(
    'editor.label.numberRacks',
    updated.map(([, { name }]) => name),
  );
  return edited(label, { updated });
}

/** The name of one rack by a pattern. */
export function rackName(pattern: string, row: string, number: number): string {
  // The number first: a row may have a # in its name.
  return pattern
    .split('{row}')
    .map((part) => part.replace(/#+/g, (hashes) => String(number).padStart(hashes.length, '0')))
    .join(row)
    .slice(0, 200);
}

/** Edits of racks and rows: add, reorder. */
import type { Design } from '../../../shared/model/design.ts';
import { orderedRows, racksInRow } from '../../../shared/model/design-index.ts';
import type { IdSource, RackId, RowId } from '../../../shared/model/ids.ts';
import type { Rack, Row } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { selectionOf } from '../selection.ts';
import { type EditAnswer, edited, editLabel, refused } from './edit.ts';
import { nameSource } from './names.ts';

/** What a person chooses of a new rack. */
export type RackSpec = Pick<
  Rack,
  | 'frame'
  | 'heightU'
  | 'widthMm'
  | 'depthMm'
  | 'maxWeightKg'
  | 'maxPowerW'
  | 'frontDoorOpen'
  | 'rearDoorOpen'
>;

/** A usual cabinet for GPU nodes; its limits and doors are not known until a person says them. */
export const DEFAULT_RACK: RackSpec = {
  frame: 'cabinet',
  heightU: 42,
  widthMm: 600,
  depthMm: 1200,
  maxWeightKg: null,
  maxPowerW: null,
  frontDoorOpen: null,
  rearDoorOpen: null,
};

/** Widths that racks are sold in, mm: the cabinets of the field, and the Open Rack. */
export const RACK_WIDTHS_MM = [600, 700, 750, 800] as const;

/** Heights that a rack may have, U. */
export const RACK_HEIGHTS_U = { least: 12, most: 58 } as const;

/** Adds racks at the end of a row; the last row when none is named. */
export function addRacks(
  design: Design,
  ids: IdSource,
  spec: RackSpec,
  { count = 1, rowId }: { readonly count?: number; readonly rowId?: RowId } = {},
): EditAnswer {
  const row = rowId === undefined ? orderedRows(design).at(-1) : design.rows.get(rowId);
  if (!row) return refused('editor.refused.noRow');
  const { least, most } = RACK_HEIGHTS_U;
  if (!Number.isInteger(spec.heightU) || spec.heightU < least || spec.heightU > most) {
    return refused('editor.refused.rackHeight', { least, most });
  }
  const last = racksInRow(design, row.id).at(-1);
  const names = nameSource([...design.racks.values()].map((rack) => rack.name));
  const racks: Rack[] = Array.from({ length: count }, (_, index) => ({
    kind: 'rack',
    id: ids('rack'),
    name: names(last?.name ?? `${row.name}01`),
    rowId: row.id,
    order: (last?.order ?? -1) + 1 + index,
    ...spec,
    gapMm: 0,
    turned: false,
    notes: '',
    extra: '',
  }));
  const label = editLabel(
    'editor.label.addRack',
    racks.map((rack) => rack.name),
  );
  return edited(label, { added: racks }, selectionOf(racks));
}

/** Adds an empty row after the last one. */
export function addRow(design: Design, ids: IdSource): EditAnswer {
  const rows = orderedRows(design);
  const last = rows.at(-1);
  const row: Row = {
    kind: 'row',
    id: ids('row'),
    name: nextRowName(rows.map((each) => each.name)),
    order: (last?.order ?? -1) + 1,
    place: null,
  };
  return edited(say('editor.label.addRow', { name: row.name }), { added: [row] });
}

/** The first letter that no row is called by; after Z a number. */
export function nextRowName(taken: readonly string[]): string {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const letter = letters.find((each) => !taken.includes(each));
  if (letter !== undefined) return letter;
  let number = letters.length + 1;
  while (taken.includes(String(number))) number += 1;
  return String(number);
}

/**
 * Puts a rack between two others.
 * @param index place among the other racks of the row: 0 is the first
 */
export function reorderRack(
  design: Design,
  rackId: RackId,
  rowId: RowId,
  index: number,
): EditAnswer {
  const rack = design.racks.get(rackId);
  if (!rack) return refused('rules.noRack');
  const others = racksInRow(design, rowId).filter((other) => other.id !== rackId);
  const before = others[index - 1];
  const after = others[index];
  const order = orderBetween(before?.order, after?.order);
  const label = say('editor.label.reorder', { name: rack.name });
  const collides = before !== undefined && after !== undefined && before.order === after.order;
  if (!collides) {
    if (isThere(design, rack, rowId, index)) return edited(label, {});
    return edited(label, { updated: [[rack, { ...rack, rowId, order }]] });
  }
  // Two neighbours share one order, so there is nothing between them: the row is counted anew.
  const row = [...others.slice(0, index), rack, ...others.slice(index)];
  return edited(label, {
    updated: row.map((each, place) => [each, { ...each, rowId, order: place }] as const),
  });
}

function isThere(design: Design, rack: Rack, rowId: RowId, index: number): boolean {
  return rack.rowId === rowId && racksInRow(design, rowId).indexOf(rack) === index;
}

function orderBetween(before: number | undefined, after: number | undefined): number {
  if (before === undefined) return after === undefined ? 0 : after - 1;
  return after === undefined ? before + 1 : (before + after) / 2;
}

/** What of the drawing set is chosen, and how one choice leads to the next. */
import {
  type DrawingSetChoice,
  SHEET_KINDS,
  type SheetCounts,
  type SheetKind,
} from '../../../shared/contract/drawing-set.ts';
import type { Design } from '../../../shared/model/design.ts';
import { orderedRacks } from '../../../shared/model/design-index.ts';
import type { RackId } from '../../../shared/model/ids.ts';

/** All of the set, for who has chosen nothing yet. */
export const WHOLE_SET: DrawingSetChoice = {
  paper: 'A3',
  orientation: 'automatic',
  sheets: SHEET_KINDS,
  racks: null,
};

/** With a kind of sheet put in or left out; the kinds keep their order. */
export function withSheet(
  choice: DrawingSetChoice,
  kind: SheetKind,
  wanted: boolean,
): DrawingSetChoice {
  const sheets = SHEET_KINDS.filter((each) =>
    each === kind ? wanted : choice.sheets.includes(each),
  );
  return { ...choice, sheets };
}

/** The racks that are chosen, of those that the design still has. */
export function chosenRacks(design: Design, { racks }: DrawingSetChoice): ReadonlySet<RackId> {
  return new Set(racks === null ? design.racks.keys() : racks.filter((id) => design.racks.has(id)));
}

/** With these racks; all of them is said as all, so that a rack that is added later is in it too. */
export function withRacks(
  design: Design,
  choice: DrawingSetChoice,
  racks: ReadonlySet<RackId>,
): DrawingSetChoice {
  const ordered = orderedRacks(design).flatMap(({ id }) => (racks.has(id) ? [id] : []));
  return { ...choice, racks: ordered.length === design.racks.size ? null : ordered };
}

/** How many pages the chosen kinds come to; null while nobody knows. */
export function pagesOf({ sheets }: DrawingSetChoice, counts: SheetCounts | null): number | null {
  return counts && sheets.reduce((sum, kind) => sum + counts[kind], 0);
}

/** Racks along and between rows: the others stay where they stand, except those that must give way. */
import { inPlan } from '../../../shared/floor/facing.ts';
import { floorPlan } from '../../../shared/floor/floor-plan.ts';
import type { Design } from '../../../shared/model/design.ts';
import { orderedRows, racksInRow } from '../../../shared/model/design-index.ts';
import { applyDiff, EMPTY_DIFF } from '../../../shared/model/diff.ts';
import type { IdSource, RackId, RowId } from '../../../shared/model/ids.ts';
import type { Rack, Row, RowPlace } from '../../../shared/model/records.ts';
import type { Mm } from '../../../shared/units/length.ts';
import { changes, type EditAnswer, editLabel, refused } from './edit.ts';
import { type FloorProposal, judged, placed, proposal } from './floor-edit.ts';
import { nextRowName } from './rack-edits.ts';

/** A rack that is to stand somewhere along a row. */
export interface Along {
  readonly rackId: RackId;
  /** From the row's beginning to its nearer edge, mm; before the beginning is negative. */
  readonly alongMm: Mm;
}

interface Standing {
  readonly rack: Rack;
  readonly alongMm: Mm;
}

/**
 * Stands racks in a row. Those that stand there already stay, and are pushed on where there is no room; one that is
 * put before the beginning moves the row's beginning.
 */
export function standInRow(
  design: Design,
  rowId: RowId,
  moved: readonly Along[],
): FloorProposal | EditAnswer {
  const row = floorPlan(design).rowOf.get(rowId);
  const moving = new Map(moved.map(({ rackId, alongMm }) => [rackId, alongMm]));
  const racks = [...moving.keys()].flatMap((id) => design.racks.get(id) ?? []);
  if (!row || racks.length === 0) return refused('rules.noRack');
  const staying = row.racks.flatMap(({ rackId, alongMm }): Standing[] => {
    const rack = design.racks.get(rackId);
    return rack && !moving.has(rackId) ? [{ rack, alongMm }] : [];
  });
  const coming = racks.map((rack): Standing => ({ rack, alongMm: moving.get(rack.id) ?? 0 }));
  const first = Math.min(0, ...coming.map(({ alongMm }) => alongMm));
  const inOrder = [...staying, ...coming].sort((a, b) => middleOf(a) - middleOf(b));
  const settled = settle(inOrder, rowId, first);
  const left = racks.filter((rack) => rack.rowId !== rowId).map((rack) => rack.rowId);
  const pairs = [...settled, ...closingGaps(design, new Set(left), moving)];
  const updated = changes(
    pairs.map(({ before }) => before),
    (rack) => pairs.find(({ before }) => before.id === rack.id)?.after ?? rack,
  );
  const begins =
    first < 0 ? [placed(row.row, { ...row.place, ...inPlan(row.place, first, 0) })] : [];
  const label = editLabel(
    'plan.label.moveRacks',
    racks.map(({ name }) => name),
  );
  const pushed = updated.map(([rack]) => rack.id);
  return proposal(label, { updated: [...begins, ...updated] }, [...moving.keys(), ...pushed]);
}

function middleOf({ rack, alongMm }: Standing): Mm {
  return alongMm + rack.widthMm / 2;
}

interface Change {
  readonly before: Rack;
  readonly after: Rack;
}

/** Racks one behind the other, none before `begin`, each as near to where it is wanted as those before it let it. */
function settle(racks: readonly Standing[], rowId: RowId, begin: Mm): readonly Change[] {
  let end = begin;
  return racks.map(({ rack, alongMm }, order) => {
    const start = Math.max(end, Math.round(alongMm));
    const gapMm = start - end;
    end = start + rack.widthMm;
    return { before: rack, after: { ...rack, rowId, order, gapMm } };
  });
}

/** What is left of rows that racks have left: the others stay where they stand. */
function closingGaps(
  design: Design,
  rowIds: ReadonlySet<RowId>,
  gone: ReadonlyMap<RackId, unknown>,
): readonly Change[] {
  const plan = floorPlan(design);
  return [...rowIds].flatMap((rowId) => {
    const racks = (plan.rowOf.get(rowId)?.racks ?? []).flatMap(
      ({ rackId, alongMm }): Standing[] => {
        const rack = design.racks.get(rackId);
        return rack && !gone.has(rackId) ? [{ rack, alongMm }] : [];
      },
    );
    return settle(racks, rowId, 0);
  });
}

/** Stands racks on open floor, where they become a row of their own, as far from each other as they were. */
export function standOnOpenFloor(
  design: Design,
  ids: IdSource,
  moved: readonly Along[],
  place: RowPlace,
): FloorProposal | EditAnswer {
  const row = rowAfterLast(design, ids, place);
  const first = Math.min(...moved.map(({ alongMm }) => alongMm));
  const racks = moved.map((each) => ({ ...each, alongMm: each.alongMm - first }));
  const answer = standInRow(applyDiff(design, { ...EMPTY_DIFF, added: [row] }), row.id, racks);
  if ('ok' in answer) return answer;
  const { diff, label, racks: moving } = answer;
  return proposal(label, { ...diff, added: [row, ...diff.added] }, moving);
}

/** A new row behind all others in their order. */
export function rowAfterLast(design: Design, ids: IdSource, place: RowPlace | null): Row {
  const rows = orderedRows(design);
  return {
    kind: 'row',
    id: ids('row'),
    name: nextRowName(rows.map(({ name }) => name)),
    order: (rows.at(-1)?.order ?? -1) + 1,
    place,
  };
}

/** Turns racks so that their fronts look to the other side of their row. */
export function turnRacks(design: Design, ids: ReadonlySet<RackId>): EditAnswer {
  return lookingTo(design, ids, ({ turned }) => !turned);
}

/** Has racks look to the front of their row, or to its back. */
export function faceRacks(design: Design, ids: ReadonlySet<RackId>, turned: boolean): EditAnswer {
  return lookingTo(design, ids, () => turned);
}

function lookingTo(
  design: Design,
  ids: ReadonlySet<RackId>,
  turnedOf: (rack: Rack) => boolean,
): EditAnswer {
  const racks = [...ids].flatMap((id) => design.racks.get(id) ?? []);
  const updated = changes(racks, (rack) => ({ ...rack, turned: turnedOf(rack) }));
  const label = editLabel(
    'plan.label.turnRacks',
    racks.map(({ name }) => name),
  );
  return judged(design, proposal(label, { updated }, ids));
}

/** Opens or closes the floor before racks; those behind them in the row move with it. */
export function setGap(design: Design, ids: ReadonlySet<RackId>, gapMm: Mm): EditAnswer {
  const racks = [...ids].flatMap((id) => design.racks.get(id) ?? []);
  const updated = changes(racks, (rack) => ({ ...rack, gapMm }));
  const rows = new Set(racks.map(({ rowId }) => rowId));
  const moved = [...rows].flatMap((rowId) => racksInRow(design, rowId).map(({ id }) => id));
  const label = editLabel(
    'plan.label.moveRacks',
    racks.map(({ name }) => name),
  );
  return judged(design, proposal(label, { updated }, moved));
}

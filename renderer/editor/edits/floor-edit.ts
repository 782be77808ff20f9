/** What all edits of the floor have in common: rows get a place of their own, and racks must be able to stand. */
import { canStand } from '../../../shared/floor/conflicts.ts';
import { floorPlan, type RowOnFloor } from '../../../shared/floor/floor-plan.ts';
import type { Design } from '../../../shared/model/design.ts';
import { applyDiff, type Diff, EMPTY_DIFF } from '../../../shared/model/diff.ts';
import type { RackId, RowId } from '../../../shared/model/ids.ts';
import type { Row, RowPlace } from '../../../shared/model/records.ts';
import type { Selection } from '../selection.ts';
import { type EditAnswer, edited, refusedBy } from './edit.ts';

/** A pair of a row as it is and as it stands somewhere else. */
export function placed(row: Row, place: RowPlace): readonly [Row, Row] {
  const { xMm, yMm, facing } = place;
  return [row, { ...row, place: { xMm: Math.round(xMm), yMm: Math.round(yMm), facing } }];
}

/** The rows of these ids that stand on the floor, in their order. */
export function rowsOnFloor(design: Design, ids: ReadonlySet<RowId>): readonly RowOnFloor[] {
  return floorPlan(design).rows.filter(({ row }) => ids.has(row.id));
}

/** The racks of rows. */
export function racksOf(rows: readonly RowOnFloor[]): readonly RackId[] {
  return rows.flatMap(({ racks }) => racks.map(({ rackId }) => rackId));
}

/** A change of the floor before anybody asked whether it can be. */
export interface FloorProposal {
  readonly label: string;
  readonly diff: Diff;
  /** Racks that must be able to stand in what it leaves. */
  readonly racks: ReadonlySet<RackId>;
  /** What is selected afterwards; null leaves it. */
  readonly selection: Selection | null;
}

export function proposal(
  label: string,
  diff: Partial<Diff>,
  racks: Iterable<RackId>,
  selection: Selection | null = null,
): FloorProposal {
  return { label, diff: { ...EMPTY_DIFF, ...diff }, racks: new Set(racks), selection };
}

/** An edit as a proposal for racks that must be able to stand; a refusal stays one. */
export function proposalOf(
  answer: EditAnswer,
  racks: Iterable<RackId>,
  selection: Selection | null = null,
): FloorProposal | EditAnswer {
  if (!answer.ok) return answer;
  const { label, diff, selection: own } = answer.edit;
  return { label, diff, racks: new Set(racks), selection: selection ?? own };
}

/** The edit, where the racks of the proposal can stand in what it leaves; else why not. */
export function judged(design: Design, what: FloorProposal | EditAnswer): EditAnswer {
  if ('ok' in what) return what;
  const verdict = canStand(applyDiff(design, what.diff), what.racks);
  return verdict.allowed ? edited(what.label, what.diff, what.selection) : refusedBy(verdict);
}

/** Rule `data`, the plan: racks that stand in something, without room before them, or with their air the wrong way. */
import {
  CLEAR_FRONT_MM,
  type ConflictKind,
  type FloorConflict,
  floorConflicts,
  isForbidden,
} from '../floor/conflicts.ts';
import type { Design } from '../model/design.ts';
import type { RackId, RowId } from '../model/ids.ts';
import {
  compareIds,
  count,
  type FindingSource,
  makeFinding,
  quantity,
  subjectOf,
  words,
} from './finding.ts';
import { NAMED_MAX } from './gaps.ts';
import type { Subject } from './types.ts';

type Planned = Pick<Design, 'rows' | 'racks' | 'areas' | 'settings'>;

/** The racks of a row that are in the same conflict with the same row or area. */
interface Group {
  readonly kind: ConflictKind;
  readonly rowId: RowId;
  readonly other: { readonly kind: 'row' | 'area'; readonly id: string } | null;
  readonly racks: RackId[];
  clearMm: number | null;
}

/** The findings about a plan, kept until something in it stands otherwise. */
export class FloorLedger {
  #seen: readonly unknown[] = [];
  #findings: readonly FindingSource[] = [];

  /** The findings that go, and those that come. */
  follow(design: Planned): {
    readonly before: readonly FindingSource[];
    readonly after: readonly FindingSource[];
  } {
    const conflicts = floorConflicts(design);
    // Who is named in a finding may be renamed; where there is none nobody is.
    const { rows, racks, areas } = design;
    const seen = conflicts.size === 0 ? [conflicts.size] : [conflicts, rows, racks, areas];
    if (seen.every((each, at) => each === this.#seen[at])) return { before: [], after: [] };
    const before = this.#findings;
    this.#seen = seen;
    this.#findings = floorFindings(design);
    return { before, after: this.#findings };
  }
}

/** One finding for all racks of a row that stand badly in the same way. */
export function floorFindings(design: Planned): readonly FindingSource[] {
  const groups = new Map<string, Group>();
  for (const conflicts of floorConflicts(design).values()) {
    for (const conflict of conflicts) gather(design, groups, conflict);
  }
  return [...groups].map(([key, group]) => floorFinding(design, `data:floor:${key}`, group));
}

function gather(design: Planned, groups: Map<string, Group>, conflict: FloorConflict): void {
  const { kind, rackId, clearMm } = conflict;
  const rowId = design.racks.get(rackId)?.rowId ?? '';
  const other = otherOf(design, conflict);
  // Two rows in one another are told once.
  if (kind === 'overlap' && other && compareIds(other.id, rowId) < 0) return;
  const key = `${kind}:${rowId}${other ? `:${other.id}` : ''}`;
  let group = groups.get(key);
  if (!group) groups.set(key, (group = { kind, rowId, other, racks: [], clearMm }));
  if (group.racks.at(-1) !== rackId) group.racks.push(rackId);
  if (clearMm !== null) group.clearMm = Math.min(clearMm, group.clearMm ?? clearMm);
}

function otherOf(design: Planned, { other }: FloorConflict): Group['other'] {
  if (other?.kind !== 'rack') return other;
  return { kind: 'row', id: design.racks.get(other.id)?.rowId ?? '' };
}

function floorFinding(design: Planned, id: string, group: Group): FindingSource {
  const severity = isForbidden(group) ? 'error' : 'warning';
  return makeFinding({ id, rule: 'data', severity }, () => {
    const row = design.rows.get(group.rowId);
    const other = otherRecord(design, group);
    const racks = group.racks.flatMap((rack) => design.racks.get(rack) ?? []);
    const [first] = racks;
    const subjects: readonly Subject[] = [
      ...racks.slice(0, NAMED_MAX).map(subjectOf),
      ...(other ? [subjectOf(other)] : []),
    ];
    return {
      subjects,
      message: `data.floor.${group.kind}`,
      values: {
        row: words(row?.name ?? group.rowId),
        rack: words(first?.name ?? ''),
        racks: count(racks.length),
        ...(other ? { other: words(subjectOf(other).name) } : {}),
        ...(group.clearMm === null
          ? {}
          : {
              clear: quantity(Math.round(group.clearMm), 'mm', 'derived'),
              least: quantity(CLEAR_FRONT_MM, 'mm', 'assumed'),
            }),
      },
    };
  });
}

function otherRecord({ rows, areas }: Planned, { other }: Group) {
  if (!other) return undefined;
  return other.kind === 'row' ? rows.get(other.id) : areas.get(other.id);
}

/** What a merge comes to, in counts and names: enough to decide by, and little where the design is large. */
import type { DesignRecord, RecordKind } from '../model/records.ts';
import type { ClusterChange, ConflictWhy } from './merge-cluster.ts';

export interface ChangeSummary {
  /** By kind, those without a change left out. */
  readonly counts: readonly ChangeCount[];
  readonly conflicts: readonly ConflictSummary[];
  readonly homeless: number;
  readonly kept: number;
}

export interface ChangeCount {
  readonly kind: RecordKind;
  readonly added: number;
  readonly updated: number;
  readonly removed: number;
}

export interface ConflictSummary {
  readonly key: string;
  readonly why: ConflictWhy;
  readonly name: string;
  readonly fields: readonly string[];
  /** Names of what was made by hand and is in the way, or would go with it. */
  readonly byHand: readonly string[];
}

const KINDS: readonly RecordKind[] = [
  'row',
  'rack',
  'deviceType',
  'device',
  'cable',
  'area',
  'pathway',
  'cluster',
];

/** Sums a merge up. */
export function changeSummary(change: ClusterChange): ChangeSummary {
  const { added, updated, removed, conflicts, homeless, kept } = change;
  const after = updated.map(([, record]) => record);
  const counts = KINDS.map((kind) => ({
    kind,
    added: countOf(added, kind),
    updated: countOf(after, kind),
    removed: countOf(removed, kind),
  }));
  return {
    counts: counts.filter((count) => count.added + count.updated + count.removed > 0),
    conflicts: conflicts.map(({ key, why, mine, theirs, fields, byHand }) => {
      const record = mine ?? theirs;
      const name = record ? nameOf(record) : key;
      return { key, why, name, fields, byHand: byHand.map(nameOf) };
    }),
    homeless: homeless.length,
    kept,
  };
}

function countOf(records: readonly DesignRecord[], wanted: RecordKind): number {
  return records.reduce((sum, { kind }) => (kind === wanted ? sum + 1 : sum), 0);
}

function nameOf(record: DesignRecord): string {
  if (record.kind === 'cable') return record.label || record.id;
  return 'name' in record ? record.name : record.id;
}

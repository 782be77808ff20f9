/**
 * The algebra of edits. A `Diff` says which records were added, which changed from what to what, and which
 * were removed; it is what a command makes, what undo reverses, what the analysis updates from and what the
 * file commits. Laws (property-tested): reverse(reverse(d)) = d; apply(apply(x, d), reverse(d)) = x;
 * apply(x, squash(d, e)) = apply(apply(x, d), e).
 */
import type { Design } from './design.ts';
import type { DesignRecord } from './records.ts';

export interface Diff {
  readonly added: readonly DesignRecord[];
  readonly updated: readonly (readonly [before: DesignRecord, after: DesignRecord])[];
  readonly removed: readonly DesignRecord[];
}

export const EMPTY_DIFF: Diff = { added: [], updated: [], removed: [] };

/** How many records a diff adds, changes and removes. */
export function changesIn({ added, updated, removed }: Diff): number {
  return added.length + updated.length + removed.length;
}

/** True when the diff changes nothing. */
export function isEmptyDiff(diff: Diff): boolean {
  return changesIn(diff) === 0;
}

/** The diff that takes back what `diff` did. */
export function reverseDiff(diff: Diff): Diff {
  return {
    added: diff.removed,
    updated: diff.updated.map(([before, after]) => [after, before] as const),
    removed: diff.added,
  };
}

/** A refused diff: it speaks of records that the design does not have, or has already. */
export class DiffError extends Error {
  override readonly name = 'DiffError';
}

interface MutableTables {
  settings: Design['settings'];
  tables: Map<keyof Omit<Design, 'settings'>, Map<string, DesignRecord>>;
}

const TABLE = {
  row: 'rows',
  rack: 'racks',
  picture: 'pictures',
  deviceType: 'deviceTypes',
  device: 'devices',
  cable: 'cables',
  waiver: 'waivers',
  found: 'found',
  area: 'areas',
  pathway: 'pathways',
  cluster: 'clusters',
} as const;

/**
 * The design after the edit. Tables the diff does not touch are shared with the old design.
 * @throws DiffError when a record to add is there, or one to change or remove is not
 */
export function applyDiff(design: Design, diff: Diff): Design {
  const draft: MutableTables = { settings: design.settings, tables: new Map() };
  const tableOf = (
    record: Exclude<DesignRecord, { kind: 'settings' }>,
  ): Map<string, DesignRecord> => {
    const name = TABLE[record.kind];
    const open = draft.tables.get(name);
    if (open) return open;
    const copy = new Map<string, DesignRecord>(design[name]);
    draft.tables.set(name, copy);
    return copy;
  };
  for (const record of diff.removed) {
    if (record.kind === 'settings') throw new DiffError('settings cannot be removed');
    if (!tableOf(record).delete(record.id))
      throw new DiffError(`${record.kind} ${record.id} is not there`);
  }
  for (const record of diff.added) {
    if (record.kind === 'settings') throw new DiffError('settings cannot be added');
    const table = tableOf(record);
    if (table.has(record.id)) throw new DiffError(`${record.kind} ${record.id} is there already`);
    table.set(record.id, record);
  }
  for (const [before, after] of diff.updated) {
    if (before.id !== after.id || before.kind !== after.kind) {
      throw new DiffError(`${before.kind} ${before.id} cannot become ${after.kind} ${after.id}`);
    }
    if (after.kind === 'settings') {
      draft.settings = after;
      continue;
    }
    const table = tableOf(after);
    if (!table.has(after.id)) throw new DiffError(`${after.kind} ${after.id} is not there`);
    table.set(after.id, after);
  }
  return { ...design, settings: draft.settings, ...Object.fromEntries(draft.tables) };
}

/** One diff that does what `first` and then `second` do. */
export function squashDiffs(first: Diff, second: Diff): Diff {
  const changes = new Map<string, { before: DesignRecord | null; after: DesignRecord | null }>();
  const put = (before: DesignRecord | null, after: DesignRecord | null): void => {
    const record = after ?? before;
    if (!record) return;
    const key = `${record.kind}:${record.id}`;
    const earlier = changes.get(key);
    changes.set(key, { before: earlier ? earlier.before : before, after });
  };
  for (const diff of [first, second]) {
    for (const record of diff.removed) put(record, null);
    for (const record of diff.added) put(null, record);
    for (const [before, after] of diff.updated) put(before, after);
  }
  const added: DesignRecord[] = [];
  const updated: [DesignRecord, DesignRecord][] = [];
  const removed: DesignRecord[] = [];
  for (const { before, after } of changes.values()) {
    if (before && after) {
      if (before !== after) updated.push([before, after]);
    } else if (after) added.push(after);
    else if (before) removed.push(before);
  }
  return { added, updated, removed };
}

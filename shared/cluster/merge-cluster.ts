/**
 * A cluster is generated anew and meets what was edited by hand since: a merge of three. `base` is what the old spec
 * makes, `theirs` what the new one makes, and the design holds mine. What only one side changed is taken from it, field
 * by field; where both changed the same field, or one took away what the other still needs, a person decides.
 */
import type { Design } from '../model/design.ts';
import type { DesignRecord } from '../model/records.ts';
import { type Claims, claimsIn, isSame, keyOf, needsOf, recordAt } from './record-ties.ts';

export type ConflictWhy =
  /** By hand and by the new spec the same fields were changed, each otherwise. */
  | 'edited'
  /** Deleted by hand; the new spec changes it. */
  | 'deleted'
  /** Edited by hand; the new spec has it no more. */
  | 'removed'
  /** The new spec has it no more; something made by hand stands in it or is plugged into it. */
  | 'needed'
  /** The new spec has it anew; its place or ports are taken by something made by hand. */
  | 'occupied';

export interface ClusterConflict {
  /** Kind and id. */
  readonly key: string;
  readonly why: ConflictWhy;
  /** What the design holds; null where it was deleted, or is new. */
  readonly mine: DesignRecord | null;
  /** What the new spec makes, with the fields that only mine changed; null where it makes it no more. */
  readonly theirs: DesignRecord | null;
  /** Fields in which the two differ, for `edited` and `deleted`. */
  readonly fields: readonly string[];
  /** What was made by hand and is in the way, or would go with it. */
  readonly byHand: readonly DesignRecord[];
}

export interface ClusterChange {
  readonly added: readonly DesignRecord[];
  readonly updated: readonly (readonly [before: DesignRecord, after: DesignRecord])[];
  readonly removed: readonly DesignRecord[];
  /** What is in none of the three until it is decided. */
  readonly conflicts: readonly ClusterConflict[];
  /** New in the spec, but what it stands in or ends at was deleted by hand: it is not made. */
  readonly homeless: readonly DesignRecord[];
  /** Records that differ from the old spec and stay as they are. */
  readonly kept: number;
}

type Records = ReadonlyMap<string, DesignRecord>;
type Fields = Readonly<Record<string, unknown>>;

/**
 * Merges what the new spec makes into the design.
 * @param base records of the old spec
 * @param theirs records of the new spec; ids follow from the cluster, so the same thing has the same id in both
 */
export function mergeCluster(
  design: Design,
  base: readonly DesignRecord[],
  theirs: readonly DesignRecord[],
): ClusterChange {
  const old: Records = new Map(base.map((record) => [keyOf(record), record]));
  const fresh: Records = new Map(theirs.map((record) => [keyOf(record), record]));
  const made: DesignRecord[] = [];
  const updated: (readonly [DesignRecord, DesignRecord])[] = [];
  const removed = new Map<string, DesignRecord>();
  const conflicts: ClusterConflict[] = [];
  let kept = 0;
  for (const [key, record] of fresh) {
    const before = old.get(key);
    const mine = recordAt(design, key);
    if (!mine) {
      if (!before || record.kind === 'deviceType') made.push(record);
      else if (isSame(before, record)) kept += 1;
      else conflicts.push(conflict(key, 'deleted', null, record, differing(before, record)));
    } else if (record.kind === 'deviceType') {
      // A type is the design's own once it is there.
    } else if (!before || record.kind === 'cluster' || isSame(before, mine)) {
      // The spec itself is what was asked for.
      if (!isSame(mine, record)) updated.push([mine, record]);
    } else {
      const { record: merged, clashing } = mergedFields(before, mine, record);
      if (clashing.length > 0) conflicts.push(conflict(key, 'edited', mine, merged, clashing));
      else if (isSame(merged, mine)) kept += 1;
      else updated.push([mine, merged]);
    }
  }
  const byHand = handMade(design, (key) => old.has(key) || fresh.has(key));
  const holders = holdersOf(byHand);
  const growing = new Set(design.settings.growth.map(({ typeId }) => typeId));
  for (const [key, record] of old) {
    const mine = fresh.has(key) ? undefined : recordAt(design, key);
    if (!mine) continue;
    if (record.kind === 'deviceType') {
      if (isSame(mine, record) && !growing.has(record.id)) removed.set(key, mine);
    } else if (isSame(mine, record)) removed.set(key, mine);
    else conflicts.push(conflict(key, 'removed', mine, null, [], holders.get(key)));
  }
  for (const each of needed(holders, removed)) conflicts.push(each);
  const free = withoutOccupied(claimsIn(design, made), made, byHand, conflicts);
  const { added, homeless } = withoutHomeless(design, free, conflicts);
  const open = conflicts.filter(({ why, theirs: its }) => why !== 'deleted' || canCome(its));
  kept += conflicts.length - open.length;
  return { added, updated, removed: [...removed.values()], conflicts: open, homeless, kept };

  /** What went with the rack or the device that it was in or ended at is not asked about again. */
  function canCome(record: DesignRecord | null): boolean {
    if (!record) return true;
    return needsOf(record).every(
      (need) => recordAt(design, need) !== undefined || (fresh.has(need) && !old.has(need)),
    );
  }
}

function conflict(
  key: string,
  why: ConflictWhy,
  mine: DesignRecord | null,
  theirs: DesignRecord | null,
  fields: readonly string[],
  byHand: readonly DesignRecord[] = [],
): ClusterConflict {
  return { key, why, mine, theirs, fields, byHand };
}

/** Mine with what only they changed, and the fields that both changed to different values. */
function mergedFields(
  base: DesignRecord,
  mine: DesignRecord,
  theirs: DesignRecord,
): { readonly record: DesignRecord; readonly clashing: readonly string[] } {
  const [old, own, fresh] = [base, mine, theirs] as unknown as [Fields, Fields, Fields];
  const taken: Record<string, unknown> = {};
  const clashing: string[] = [];
  for (const field of Object.keys(fresh)) {
    if (isSame(fresh[field], old[field]) || isSame(fresh[field], own[field])) continue;
    if (!isSame(own[field], old[field])) clashing.push(field);
    taken[field] = fresh[field];
  }
  // Fields of one record keep its kind.
  return { record: { ...mine, ...taken }, clashing };
}

function differing(a: DesignRecord, b: DesignRecord): readonly string[] {
  const [one, other] = [a, b] as unknown as [Fields, Fields];
  return Object.keys(other).filter((field) => !isSame(one[field], other[field]));
}

/** Racks, devices and cables that no spec made. */
function handMade(design: Design, isMade: (key: string) => boolean): readonly DesignRecord[] {
  const own: DesignRecord[] = [];
  for (const table of [design.racks, design.devices, design.cables]) {
    for (const record of table.values()) if (!isMade(keyOf(record))) own.push(record);
  }
  return own;
}

/** What stands in what, or ends at it, of what was made by hand; by the key of what is needed. */
function holdersOf(byHand: readonly DesignRecord[]): ReadonlyMap<string, readonly DesignRecord[]> {
  const holders = new Map<string, DesignRecord[]>();
  for (const record of byHand) {
    for (const need of new Set(needsOf(record))) {
      const there = holders.get(need);
      if (there) there.push(record);
      else holders.set(need, [record]);
    }
  }
  return holders;
}

/** What would go from under something made by hand is not removed but asked about; its type just stays. */
function needed(
  holders: ReadonlyMap<string, readonly DesignRecord[]>,
  removed: Map<string, DesignRecord>,
): ClusterConflict[] {
  return [...holders].flatMap(([key, holding]) => {
    const record = removed.get(key);
    if (!record) return [];
    removed.delete(key);
    if (record.kind === 'deviceType') return [];
    return [conflict(key, 'needed', record, null, [], holding)];
  });
}

/** New devices and cables whose place or ports are free; the others become conflicts. */
function withoutOccupied(
  claims: Claims,
  made: readonly DesignRecord[],
  byHand: readonly DesignRecord[],
  conflicts: ClusterConflict[],
): readonly DesignRecord[] {
  if (byHand.length === 0) return made;
  const holders = new Map<string, DesignRecord>();
  for (const record of byHand) for (const claim of claims(record)) holders.set(claim, record);
  return made.filter((record) => {
    const inTheWay = claims(record).flatMap((claim) => holders.get(claim) ?? []);
    if (inTheWay.length === 0) return true;
    const distinct = [...new Set(inTheWay)];
    conflicts.push(conflict(keyOf(record), 'occupied', null, record, [], distinct));
    return false;
  });
}

/** New records that have what they need, or may get it where a conflict is decided so. */
function withoutHomeless(
  design: Design,
  made: readonly DesignRecord[],
  conflicts: readonly ClusterConflict[],
): { readonly added: readonly DesignRecord[]; readonly homeless: readonly DesignRecord[] } {
  const coming = new Set(made.map(keyOf));
  for (const { key, theirs } of conflicts) if (theirs) coming.add(key);
  const homeless = new Set<DesignRecord>();
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (const record of made) {
      if (homeless.has(record)) continue;
      if (needsOf(record).every((need) => coming.has(need) || recordAt(design, need))) continue;
      homeless.add(record);
      coming.delete(keyOf(record));
      isSettled = false;
    }
  }
  return { added: made.filter((record) => !homeless.has(record)), homeless: [...homeless] };
}

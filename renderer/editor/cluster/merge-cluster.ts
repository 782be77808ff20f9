/**
 * A cluster is generated anew and meets what was edited by hand since: a merge of three. `base` is what the old spec
 * makes, `theirs` what the new one makes, and the design holds mine. What only one side changed is taken from it, field
 * by field; where both changed the same field, or one took away what the other still needs, a person decides.
 */
import type { Design } from '../../../shared/model/design.ts';
import { portKey } from '../../../shared/model/design-index.ts';
import type { Diff } from '../../../shared/model/diff.ts';
import type { DesignRecord } from '../../../shared/model/records.ts';

export type ConflictWhy =
  /** Both changed the same fields. */
  | 'changed'
  /** Taken away by hand; the new spec changes it. */
  | 'gone-here'
  /** Changed by hand; the new spec has it no more. */
  | 'gone-there'
  /** The new spec has it no more; something made by hand stands in it or is plugged into it. */
  | 'held'
  /** The new spec has it anew; its place or ports are taken by something made by hand. */
  | 'taken';

export interface ClusterConflict {
  /** Kind and id. */
  readonly key: string;
  readonly why: ConflictWhy;
  /** What the design holds; null where it was taken away, or is new. */
  readonly mine: DesignRecord | null;
  /** What the new spec makes; null where it makes it no more. With the fields of mine that only mine changed. */
  readonly theirs: DesignRecord | null;
  /** Fields in which the two differ, for `changed` and `gone-here`. */
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
  /** Records that differ from the old spec and stay as they are. */
  readonly kept: number;
}

const TABLES = {
  row: 'rows',
  rack: 'racks',
  deviceType: 'deviceTypes',
  device: 'devices',
  cable: 'cables',
  area: 'areas',
  pathway: 'pathways',
  cluster: 'clusters',
} as const;

type Kind = keyof typeof TABLES;

function tableOf(design: Design, kind: DesignRecord['kind']): ReadonlyMap<string, DesignRecord> {
  return kind in TABLES ? design[TABLES[kind as Kind]] : new Map();
}

function keyOf(record: DesignRecord): string {
  return `${record.kind}:${record.id}`;
}

/** What a record cannot be without, by kind and id. */
function needsOf(record: DesignRecord): readonly string[] {
  if (record.kind === 'rack') return [`row:${record.rowId}`];
  if (record.kind === 'device') {
    return [
      `rack:${record.rackId}`,
      `deviceType:${record.typeId}`,
      ...(record.bay ? [`device:${record.bay.deviceId}`] : []),
    ];
  }
  if (record.kind !== 'cable') return [];
  return [
    ...[...record.ends.a, ...record.ends.b].map(({ deviceId }) => `device:${deviceId}`),
    ...record.waypoints.map(({ rackId }) => `rack:${rackId}`),
  ];
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

type Fields = Readonly<Record<string, unknown>>;

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
  const old = new Map(base.map((record) => [keyOf(record), record]));
  const fresh = new Map(theirs.map((record) => [keyOf(record), record]));
  const added: DesignRecord[] = [];
  const updated: (readonly [DesignRecord, DesignRecord])[] = [];
  const removed = new Map<string, DesignRecord>();
  const conflicts: ClusterConflict[] = [];
  let kept = 0;
  for (const [key, record] of fresh) {
    const before = old.get(key);
    const mine = tableOf(design, record.kind).get(record.id);
    if (!mine) {
      if (!before) added.push(record);
      else if (isSame(before, record)) kept += 1;
      else conflicts.push(conflict(key, 'gone-here', null, record, differing(before, record)));
    } else if (record.kind === 'deviceType') {
      // A type is the design's own once it is there.
    } else if (!before || isSame(before, mine)) {
      if (!isSame(mine, record)) updated.push([mine, record]);
    } else {
      const { record: merged, clashing } = mergedFields(before, mine, record);
      if (clashing.length > 0) conflicts.push(conflict(key, 'changed', mine, merged, clashing));
      else if (isSame(merged, mine)) kept += 1;
      else updated.push([mine, merged]);
    }
  }
  for (const [key, record] of old) {
    if (fresh.has(key) || record.kind === 'deviceType') continue;
    const mine = tableOf(design, record.kind).get(record.id);
    if (!mine) continue;
    if (isSame(mine, record)) removed.set(key, mine);
    else conflicts.push(conflict(key, 'gone-there', mine, null, []));
  }
  const made = new Set([...old.keys(), ...fresh.keys()]);
  const byHand = handMade(design, made);
  conflicts.push(...held(byHand, removed));
  const free = withoutTaken(claimsIn(design, added), added, byHand, conflicts);
  return { added: free, updated, removed: [...removed.values()], conflicts, kept };
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

function differing(a: DesignRecord, b: DesignRecord): readonly string[] {
  const [one, other] = [a, b] as unknown as [Fields, Fields];
  return Object.keys(other).filter((field) => !isSame(one[field], other[field]));
}

/** Racks, devices and cables that no spec made. */
function handMade(design: Design, made: ReadonlySet<string>): readonly DesignRecord[] {
  const own: DesignRecord[] = [];
  for (const table of [design.racks, design.devices, design.cables]) {
    for (const record of table.values()) if (!made.has(keyOf(record))) own.push(record);
  }
  return own;
}

/** What would go from under something made by hand is not removed but asked about. */
function held(
  byHand: readonly DesignRecord[],
  removed: Map<string, DesignRecord>,
): ClusterConflict[] {
  const holders = new Map<string, DesignRecord[]>();
  for (const record of byHand) {
    for (const need of needsOf(record)) {
      if (!removed.has(need)) continue;
      const there = holders.get(need);
      if (there) there.push(record);
      else holders.set(need, [record]);
    }
  }
  return [...holders].flatMap(([key, holding]) => {
    const record = removed.get(key);
    removed.delete(key);
    return record ? [conflict(key, 'held', record, null, [], [...new Set(holding)])] : [];
  });
}

/** New devices and cables whose place or ports are free; the others become conflicts. */
function withoutTaken(
  claims: Claims,
  added: readonly DesignRecord[],
  byHand: readonly DesignRecord[],
  conflicts: ClusterConflict[],
): readonly DesignRecord[] {
  if (byHand.length === 0) return added;
  const holders = new Map<string, DesignRecord>();
  for (const record of byHand) for (const claim of claims(record)) holders.set(claim, record);
  return added.filter((record) => {
    const inTheWay = claims(record).flatMap((claim) => holders.get(claim) ?? []);
    if (inTheWay.length === 0) return true;
    const distinct = [...new Set(inTheWay)];
    conflicts.push(conflict(keyOf(record), 'taken', null, record, [], distinct));
    return false;
  });
}

/** What only one record can have: the ports of a cable, the places of a device. */
type Claims = (record: DesignRecord) => readonly string[];

function claimsIn(design: Design, added: readonly DesignRecord[]): Claims {
  const types = new Map(design.deviceTypes);
  for (const record of added) if (record.kind === 'deviceType') types.set(record.id, record);
  return (record) => {
    if (record.kind === 'cable') {
      return [...new Set([...record.ends.a, ...record.ends.b].map(portKey))];
    }
    if (record.kind !== 'device' || record.mount === 'bay') return [];
    if (record.mount === 'side') {
      return [`${record.rackId} ${record.face} strip ${record.column}`];
    }
    const type = types.get(record.typeId);
    if (!type) return [];
    const faces = type.depthUse === 'full' ? (['front', 'rear'] as const) : [record.face];
    const columns = type.width === 'full' ? [0, 1, 2] : [record.column];
    const places: string[] = [];
    for (let u = record.u; u < record.u + type.heightU; u += 0.5) {
      for (const face of faces) {
        for (const column of columns) places.push(`${record.rackId} ${face} ${u} ${column}`);
      }
    }
    return places;
  };
}

/**
 * The edit of a merge that was decided.
 * @param taken keys of the conflicts in which the new spec wins; in the others mine stays
 */
export function changeDiff(
  design: Design,
  change: ClusterChange,
  taken: ReadonlySet<string>,
): Diff {
  const added = new Map(change.added.map((record) => [keyOf(record), record]));
  const updated = new Map(change.updated.map((pair) => [keyOf(pair[0]), pair]));
  const removed = new Map(change.removed.map((record) => [keyOf(record), record]));
  for (const { key, mine, theirs, byHand } of change.conflicts) {
    if (!taken.has(key)) continue;
    if (theirs && mine) updated.set(key, [mine, theirs]);
    else if (theirs) added.set(key, theirs);
    else if (mine) removed.set(key, mine);
    for (const record of byHand) removed.set(keyOf(record), record);
  }
  leaveOutTaken(design, added, updated, removed);
  keepWhatIsNeeded(design, added, updated, removed);
  return {
    added: [...added.values()],
    updated: [...updated.values()],
    removed: [...removed.values()],
  };
}

/**
 * No port and no place is used twice afterwards: what claims one that something kept has stays as it was, or is not
 * made. What stays as it was may stand in the way of another, so it is looked at until nothing does.
 */
function leaveOutTaken(
  design: Design,
  added: Map<string, DesignRecord>,
  updated: Map<string, readonly [DesignRecord, DesignRecord]>,
  removed: ReadonlyMap<string, DesignRecord>,
): void {
  const claims = claimsIn(design, [...added.values()]);
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    const holders = new Map<string, string>();
    for (const table of [design.devices, design.cables]) {
      for (const record of table.values()) {
        const key = keyOf(record);
        if (removed.has(key) || updated.has(key)) continue;
        for (const claim of claims(record)) holders.set(claim, key);
      }
    }
    for (const [key, [, after]] of updated) {
      if (take(holders, claims(after), key)) continue;
      updated.delete(key);
      isSettled = false;
    }
    for (const [key, record] of added) {
      if (take(holders, claims(record), key)) continue;
      added.delete(key);
    }
  }
}

/** Takes all of the claims, or none where one is another's. */
function take(holders: Map<string, string>, claims: readonly string[], key: string): boolean {
  if (claims.some((claim) => holders.has(claim))) return false;
  for (const claim of claims) holders.set(claim, key);
  return true;
}

/**
 * References lead somewhere afterwards: what is kept keeps what it stands in, unless that was taken away for good; then
 * it goes, or is not made, too.
 */
function keepWhatIsNeeded(
  design: Design,
  added: Map<string, DesignRecord>,
  updated: Map<string, readonly [DesignRecord, DesignRecord]>,
  removed: Map<string, DesignRecord>,
): void {
  const isThere = (key: string): boolean => {
    if (added.has(key)) return true;
    const at = key.indexOf(':');
    const kind = key.slice(0, at) as DesignRecord['kind'];
    return !removed.has(key) && tableOf(design, kind).has(key.slice(at + 1));
  };
  for (const [key, record] of added) {
    if (record.kind === 'cable' || record.kind === 'device') {
      if (!needsOf(record).every(isThere)) added.delete(key);
    }
  }
  for (const [key, record] of added) {
    if (record.kind === 'cable' && !needsOf(record).every(isThere)) added.delete(key);
  }
  for (const [key, [before, after]] of updated) {
    if (needsOf(after).every(isThere)) continue;
    updated.delete(key);
    if (!needsOf(before).every(isThere)) removed.set(key, before);
  }
  // From cables to devices to racks to rows: each keeps what it stands in.
  for (const table of [design.cables, design.devices, design.racks]) {
    for (const record of table.values()) {
      if (removed.has(keyOf(record))) continue;
      for (const need of needsOf(record)) {
        if (!removed.has(need)) continue;
        if (record.kind === 'cable') removed.set(keyOf(record), record);
        else removed.delete(need);
      }
    }
  }
}

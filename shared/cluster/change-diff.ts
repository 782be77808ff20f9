/** The edit that a merge comes to once its conflicts are decided: no reference without an end, nothing used twice. */
import type { Design } from '../model/design.ts';
import type { Diff } from '../model/diff.ts';
import type { DesignRecord } from '../model/records.ts';
import type { ClusterChange } from './merge-cluster.ts';
import { claimsIn, keyOf, needsOf, recordAt } from './record-ties.ts';

interface Draft {
  readonly added: Map<string, DesignRecord>;
  readonly updated: Map<string, readonly [before: DesignRecord, after: DesignRecord]>;
  readonly removed: Map<string, DesignRecord>;
}

/**
 * The edit of a merge that was decided.
 * @param taken whether the new spec wins the conflict of that key; in the others mine stays
 */
export function changeDiff(
  design: Design,
  change: ClusterChange,
  taken: (key: string) => boolean,
): Diff {
  const draft: Draft = {
    added: new Map(change.added.map((record) => [keyOf(record), record])),
    updated: new Map(change.updated.map((pair) => [keyOf(pair[0]), pair])),
    removed: new Map(change.removed.map((record) => [keyOf(record), record])),
  };
  const given: DesignRecord[] = [];
  for (const { key, mine, theirs, byHand } of change.conflicts) {
    if (!taken(key)) continue;
    if (theirs && mine) draft.updated.set(key, [mine, theirs]);
    else if (theirs) draft.added.set(key, theirs);
    else if (mine) draft.removed.set(key, mine);
    given.push(...byHand);
  }
  giveUp(design, given, draft);
  // Each may bring the others work, and each only takes from the draft, so that it comes to an end.
  for (let size = -1; size !== sizeOf(draft); ) {
    size = sizeOf(draft);
    keepNeeded(design, draft);
    leaveOutTaken(design, draft);
    leaveOutHomeless(design, draft);
  }
  return {
    added: [...draft.added.values()],
    updated: [...draft.updated.values()],
    removed: [...draft.removed.values()],
  };
}

function sizeOf({ added, updated, removed }: Draft): number {
  return added.size + updated.size + removed.size;
}

/** Takes what was made by hand away, with all that stands in it or ends at it. */
function giveUp(design: Design, given: readonly DesignRecord[], { removed }: Draft): void {
  const gone = new Set(given.map(keyOf));
  if (gone.size === 0) return;
  // Devices twice, since one may be in a bay of another.
  for (const table of [design.racks, design.devices, design.devices, design.cables]) {
    for (const record of table.values()) {
      if (needsOf(record).some((need) => gone.has(need))) gone.add(keyOf(record));
    }
  }
  for (const key of gone) {
    const record = recordAt(design, key);
    if (record) removed.set(key, record);
  }
}

/**
 * No port and no place is used twice afterwards: what claims one that something kept has stays as it was, or is not
 * made. What stays as it was may stand in the way of another, so it is looked at until nothing does.
 */
function leaveOutTaken(design: Design, { added, updated, removed }: Draft): void {
  const claims = claimsIn(design, added.values());
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    const holders = new Set<string>();
    for (const table of [design.devices, design.cables]) {
      for (const record of table.values()) {
        const key = keyOf(record);
        if (removed.has(key) || updated.has(key)) continue;
        for (const claim of claims(record)) holders.add(claim);
      }
    }
    for (const [key, [, after]] of updated) {
      if (claimAll(holders, claims(after))) continue;
      updated.delete(key);
      isSettled = false;
    }
    for (const [key, record] of added) {
      if (!claimAll(holders, claims(record))) added.delete(key);
    }
  }
}

/** Takes all of the claims, or none where one is another's. */
function claimAll(holders: Set<string>, claims: readonly string[]): boolean {
  if (claims.some((claim) => holders.has(claim))) return false;
  for (const claim of claims) holders.add(claim);
  return true;
}

/** What stays keeps what it stands in or ends at. */
function keepNeeded(design: Design, { updated, removed }: Draft): void {
  // From cables to devices, to those that they are in, to racks and to rows.
  for (const table of [design.cables, design.devices, design.devices, design.racks]) {
    for (const record of table.values()) {
      const key = keyOf(record);
      if (removed.has(key)) continue;
      for (const need of needsOf(updated.get(key)?.[1] ?? record)) removed.delete(need);
    }
  }
}

/** What is new is not made without what it needs; what would change to need something that is not there does not. */
function leaveOutHomeless(design: Design, { added, updated, removed }: Draft): void {
  const isThere = (key: string): boolean =>
    added.has(key) || (!removed.has(key) && recordAt(design, key) !== undefined);
  // Racks, then devices, then those in their bays, then cables.
  for (const kind of ['rack', 'device', 'device', 'cable'] as const) {
    for (const [key, record] of added) {
      if (record.kind === kind && !needsOf(record).every(isThere)) added.delete(key);
    }
  }
  for (const [key, [, after]] of updated) {
    if (!needsOf(after).every(isThere)) updated.delete(key);
  }
}

/** Imported types into a design: nothing that is there is changed, and nothing is counted twice. */
import type { Design } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { Diff } from '../model/diff.ts';

export interface MergedType {
  readonly type: DeviceType;
  /** `already-there`: the very same type; `name-taken`: another of this name stands there, both are kept. */
  readonly outcome: 'added' | 'already-there' | 'name-taken';
}

export interface MergedTypes {
  readonly diff: Diff;
  /** One per type, in the order given. */
  readonly merged: readonly MergedType[];
}

/** The edit that brings the types into the design. */
export function mergeTypes(design: Design, types: readonly DeviceType[]): MergedTypes {
  const there = new Map(design.deviceTypes);
  const added: DeviceType[] = [];
  const merged = types.map((type): MergedType => {
    const same = sameTypes(there, type);
    if (same.some((other) => contentOf(other) === contentOf(type))) {
      return { type, outcome: 'already-there' };
    }
    const free = same.length === 0 ? type : { ...type, id: `${type.id}~${same.length + 1}` };
    there.set(free.id, free);
    added.push(free);
    return { type: free, outcome: same.length === 0 ? 'added' : 'name-taken' };
  });
  return { diff: { added, updated: [], removed: [] }, merged };
}

/** The types that took this id, first the plain one, then `id~2`, `id~3` ... */
function sameTypes(there: ReadonlyMap<string, DeviceType>, type: DeviceType): DeviceType[] {
  const found: DeviceType[] = [];
  for (let n = 1; ; n += 1) {
    const other = there.get(n === 1 ? type.id : `${type.id}~${n}`);
    if (!other) return found;
    found.push(other);
  }
}

function contentOf(type: DeviceType): string {
  return JSON.stringify({ ...type, id: '' });
}

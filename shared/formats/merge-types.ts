/** Imported types into a design: nothing that is there is changed, and nothing is counted twice. */
import type { Design } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { Diff } from '../model/diff.ts';
import { say } from '../text/index.ts';
import { canonicalText } from './canonical-text.ts';
import type { ImportWarning } from './netbox/import-report.ts';

export interface MergedType {
  readonly type: DeviceType;
  /** `already-there`: the very same type; `name-taken`: another of this name stands there, both are kept. */
  readonly outcome: 'added' | 'already-there' | 'name-taken';
}

/** What a report says of the outcome; nothing where the type simply came in. */
export function outcomeTold(outcome: MergedType['outcome']): readonly ImportWarning[] {
  if (outcome === 'added') return [];
  return [{ code: outcome, path: '', message: say(`formats.${outcome}`) }];
}

interface MergedTypes {
  readonly diff: Diff;
  /** One per type, in the order given. */
  readonly merged: readonly MergedType[];
}

/**
 * Takes types one by one and says what becomes of each. It remembers a print of every type, not the type, so
 * that a library of thousands streams through it.
 */
export class TypeMerge {
  readonly #printOf = new Map<string, string>();

  /** @param there the types that the design has */
  constructor(there: Iterable<DeviceType>) {
    for (const type of there) this.#printOf.set(type.id, printOf(type));
  }

  /** What becomes of the type; one that comes in beside another of its name gets an id of its own. */
  take(type: DeviceType): MergedType {
    const print = printOf(type);
    for (let n = 1; ; n += 1) {
      const id = n === 1 ? type.id : `${type.id}~${n}`;
      const known = this.#printOf.get(id);
      if (known === print) return { type, outcome: 'already-there' };
      if (known !== undefined) continue;
      this.#printOf.set(id, print);
      return n === 1
        ? { type, outcome: 'added' }
        : { type: { ...type, id }, outcome: 'name-taken' };
    }
  }
}

/** The edit that brings the types into the design. */
export function mergeTypes(design: Design, types: readonly DeviceType[]): MergedTypes {
  const merge = new TypeMerge(design.deviceTypes.values());
  const merged = types.map((type) => merge.take(type));
  const added = merged.flatMap(({ type, outcome }) => (outcome === 'already-there' ? [] : [type]));
  return { diff: { added, updated: [], removed: [] }, merged };
}

/** Length and two sums of what a type says, whatever the order of its fields; its id does not count. */
function printOf(type: DeviceType): string {
  const text = canonicalText({ ...type, id: '' });
  let [one, two] = [0x811c9dc5, 0x1000193];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    two = Math.imul(two + code, 0x5bd1e995) ^ (two >>> 15);
  }
  return `${text.length}.${(one >>> 0).toString(36)}.${(two >>> 0).toString(36)}`;
}

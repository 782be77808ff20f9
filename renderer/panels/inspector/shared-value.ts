/** What several things have in common. */

/** The value that all have, or `mixed` where they differ. */
export function sharedValue<T, V>(things: readonly T[], valueOf: (thing: T) => V): V | 'mixed' {
  const [first, ...rest] = things;
  if (first === undefined) return 'mixed';
  const value = valueOf(first);
  return rest.every((thing) => valueOf(thing) === value) ? value : 'mixed';
}

/** The same with `null` where they differ, for fields whose empty state says "mixed". */
export function sharedOrNull<T, V>(things: readonly T[], valueOf: (thing: T) => V): V | null {
  const value = sharedValue(things, valueOf);
  return value === 'mixed' ? null : value;
}

/** Numbers added up, and for how many of the things there was none. */
export interface KnownSum {
  readonly sum: number;
  readonly unknown: number;
}

export function sumKnown(values: Iterable<number | null>): KnownSum {
  let sum = 0;
  let unknown = 0;
  for (const value of values) {
    if (value === null) unknown += 1;
    else sum += value;
  }
  return { sum, unknown };
}

/** Finding things by their names: to the letter, and else whatever zeros their numbers begin with. */

import { compareNatural } from '../text/order.ts';

/** `leaf-01` and `Leaf-1` are one name to a person: letters in lower case, numbers without their zeros. */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/0+(?=\d)/g, (zeros, at: number) =>
      at > 0 && /\d/.test(name.charAt(at - 1)) ? zeros : '',
    );
}

/** Names with numbers in the order in which one counts: `leaf-2` before `leaf-10`. */
export function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return compareNatural(a.name, b.name);
}

/** Things by the names they have; several may have the same. */
export class NameIndex<Thing> {
  readonly #exact = new Map<string, Thing[]>();
  readonly #plain = new Map<string, Thing[]>();

  add(name: string, thing: Thing): void {
    if (name === '') return;
    push(this.#exact, name, thing);
    push(this.#plain, plainName(name), thing);
  }

  /** Those of that name; where none has it to the letter, those that a person would mean. */
  get(name: string): readonly Thing[] {
    return this.#exact.get(name) ?? this.#plain.get(plainName(name)) ?? [];
  }
}

function push<Thing>(map: Map<string, Thing[]>, key: string, thing: Thing): void {
  const list = map.get(key);
  if (list) list.push(thing);
  else map.set(key, [thing]);
}

/**
 * The name that is most like this one, or null when none is like it: for "did you mean". Its numbers are the same:
 * `leaf-3` is not meant by `leaf-33`.
 */
export function likeliest(name: string, names: Iterable<string>): string | null {
  const wanted = plainName(name).replaceAll(/[^a-z0-9]/g, '');
  let best: { readonly name: string; readonly apart: number } | null = null;
  for (const each of names) {
    const plain = plainName(each).replaceAll(/[^a-z0-9]/g, '');
    if (Math.abs(plain.length - wanted.length) > 2) continue;
    const apart = numbersOf(plain) === numbersOf(wanted) ? distance(wanted, plain) : 3;
    if (apart <= 2 && apart < (best?.apart ?? 3)) best = { name: each, apart };
  }
  return best?.name ?? null;
}

function numbersOf(plain: string): string {
  return plain.replaceAll(/\D+/g, ' ');
}

/** Letters to change, leave out or put in to come from one text to the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

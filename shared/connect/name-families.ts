/** Names that differ by their numbers alone, written as one: `dgx-[01-31]`, `[1-32]/[1-2]`. */
import { byName } from './names.ts';
import { rangeText } from './range.ts';

export interface NameFamily {
  /** What stands between the numbers; one more than there are numbers in each name. */
  readonly texts: readonly string[];
  /** The numbers at each place, ascending. */
  readonly numbers: readonly (readonly number[])[];
  /** Digits that every number at a place has at least. */
  readonly digits: readonly number[];
  readonly names: readonly string[];
}

/** The families of names, in the order in which their first name comes. */
export function familiesOf(names: readonly string[]): readonly NameFamily[] {
  const groups = Map.groupBy(names, (name) => JSON.stringify(name.split(/\d+/)));
  return [...groups.values()].flatMap((group) => {
    const family = familyOf(group);
    const size = family.numbers.reduce((product, each) => product * each.length, 1);
    // Where names leave gaps in the grid of their numbers, each is written by itself.
    return size === group.length ? [family] : group.map((name) => familyOf([name]));
  });
}

function familyOf(names: readonly string[]): NameFamily {
  const [first = ''] = names;
  const places = names.map((name) => name.match(/\d+/g) ?? []);
  const count = places[0]?.length ?? 0;
  const at = (place: number): readonly string[] => places.map((digits) => digits[place] ?? '');
  const each = Array.from({ length: count }, (_, place) => at(place));
  return {
    texts: first.split(/\d+/),
    numbers: each.map((texts) => [...new Set(texts.map(Number))].sort((a, b) => a - b)),
    digits: each.map((texts) => (texts.some((text) => /^0\d/.test(text)) ? leastLength(texts) : 0)),
    names,
  };
}

function leastLength(texts: readonly string[]): number {
  return Math.min(...texts.map((text) => text.length));
}

/** The family as a pattern writes it. */
export function familyText({ texts, numbers, digits }: NameFamily): string {
  return texts
    .map((text, place) => {
      const values = numbers[place];
      if (!values) return escapedName(text);
      const range = rangeText(values, digits[place]);
      return escapedName(text) + (values.length === 1 ? range : `[${range}]`);
    })
    .join('');
}

/** A text with a backslash before each sign that means something in a pattern. */
export function escapedName(text: string): string {
  return text.replaceAll(/[[\]{}*?:\\→]|->/g, String.raw`\$&`);
}

/** Things by name, the largest families first. */
export function largestFamilies(
  named: readonly { readonly name: string }[],
): readonly NameFamily[] {
  const names = named.toSorted(byName).map(({ name }) => name);
  return familiesOf([...new Set(names)]).toSorted((a, b) => b.names.length - a.names.length);
}

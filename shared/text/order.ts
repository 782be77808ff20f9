/** The orders in which texts are listed: the same in every place and on every machine. */

/** Order of two texts by their code units. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

const collator = new Intl.Collator('en');
const DIGITS = /(\d+)/;

/**
 * Order of two names as one counts, part by part, numbers as numbers: `C2` before `C10`, `swp1` before `swp1s1`,
 * `sfp1` before `sfp-sfpplus1`. Only a name itself is its equal.
 */
export function compareNatural(a: string, b: string): number {
  return compareParts(a, a.split(DIGITS), b, b.split(DIGITS));
}

/** In the order of `compareNatural`; each name is taken apart once. @param then the order of those of one name */
export function sortedNaturally<Thing>(
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
  then: (a: Thing, b: Thing) => number,
): Thing[] {
  return things
    .map((thing) => {
      const name = nameOf(thing);
      return { thing, name, parts: name.split(DIGITS) };
    })
    .sort((a, b) => compareParts(a.name, a.parts, b.name, b.parts) || then(a.thing, b.thing))
    .map(({ thing }) => thing);
}

/** Texts and numbers in turn, a text first. */
function compareParts(
  a: string,
  left: readonly string[],
  b: string,
  right: readonly string[],
): number {
  for (let k = 0; k < Math.min(left.length, right.length); k += 1) {
    const [x = '', y = ''] = [left[k], right[k]];
    if (x === y) continue;
    const isNumber = k % 2 === 1;
    const by = isNumber ? Number(x) - Number(y) : collator.compare(x, y);
    if (by !== 0) return by;
  }
  return left.length - right.length || compareText(a, b);
}

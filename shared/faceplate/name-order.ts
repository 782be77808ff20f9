/** The order in which people count names: `swp2` before `swp10`. */

const DIGITS = /(\d+)/;

/** Compares names part by part, numbers as numbers; for `sort`. */
export function compareNames(a: string, b: string): number {
  const [left, right] = [a.split(DIGITS), b.split(DIGITS)];
  for (let k = 0; k < Math.min(left.length, right.length); k += 1) {
    const [x = '', y = ''] = [left[k], right[k]];
    if (x === y) continue;
    const isNumber = k % 2 === 1;
    const by = isNumber ? Number(x) - Number(y) : 0;
    return by || (x < y ? -1 : 1);
  }
  return left.length - right.length;
}

/** Names for new things: they go on counting where the design stops. */

/** The base of a name and the number at its end: `leaf-07` is `leaf-`, 7 and two digits. */
function split(name: string): { base: string; last: number; digits: number } {
  const digits = /\d+$/.exec(name)?.[0] ?? '';
  return {
    base: name.slice(0, name.length - digits.length),
    last: digits === '' ? 0 : Number(digits),
    digits: digits.length,
  };
}

/**
 * Makes names that are not taken, each once. `leaf-1` is followed by the first free `leaf-N` above it;
 * a name without a number gets `-2`.
 */
export function nameSource(takenNames: Iterable<string>): (like: string) => string {
  const taken = new Set(takenNames);
  return (like) => {
    const { base, last, digits } = split(like);
    const stem = digits === 0 ? `${base}-` : base;
    let name = like;
    for (let number = Math.max(last, digits === 0 ? 1 : 0); taken.has(name); ) {
      number += 1;
      name = `${stem}${String(number).padStart(digits, '0')}`;
    }
    taken.add(name);
    return name;
  };
}

/** Lists that hold the same, one by one: a loop, since such lists are long and asked about often. */
export function sameList<One>(one: readonly One[], other: readonly One[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

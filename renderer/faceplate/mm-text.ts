/** A length on a face as it is read: two digits after the point, none that say nothing. */
export function mmText(mm: number): string {
  return String(Number(mm.toFixed(2)));
}

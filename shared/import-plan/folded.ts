/** A name as it is looked up: people write it in capitals or not. */
export function folded(name: string): string {
  return name.trim().toLowerCase();
}

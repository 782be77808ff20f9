/** What files about racks are called. */
import type { Rack } from '../../shared/model/records.ts';

/** A file name for each rack, without its ending, of what every file system takes; a second of the same is numbered. */
export function rackFileNames(racks: readonly Rack[]): Map<Rack, string> {
  const taken = new Set<string>();
  const names = new Map<Rack, string>();
  for (const rack of racks) {
    const stem = `rack-${rack.name.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80)}`;
    let name = stem;
    for (let i = 2; taken.has(name.toLowerCase()); i += 1) name = `${stem}-${i}`;
    taken.add(name.toLowerCase());
    names.set(rack, name);
  }
  return names;
}

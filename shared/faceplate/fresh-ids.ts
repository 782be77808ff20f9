/** Ids for new parts and ports of a type that clash with none it has. */
import type { DeviceType } from '../model/device-type.ts';
import type { IdSource } from '../model/ids.ts';

/**
 * An id source for this type: asks `ids` until the answer is new to the type and was not given before.
 */
export function freshIds(type: DeviceType, ids: IdSource): IdSource {
  const taken = new Set<string>();
  for (const list of [type.cages, type.ports, type.shapes, type.bays]) {
    for (const { id } of list) taken.add(id);
  }
  return (prefix) => {
    let id = ids(prefix);
    while (taken.has(id)) id = ids(prefix);
    taken.add(id);
    return id;
  };
}

/** The device types that Plenum knows from the start. */
import type { DeviceType } from '../model/device-type.ts';
import type { DeviceTypeId } from '../model/ids.ts';
import managersAndBlanks from './data/types/managers-and-blanks.json' with { type: 'json' };
import nodes from './data/types/nodes.json' with { type: 'json' };
import nvl72 from './data/types/nvl72.json' with { type: 'json' };
import patchPanels from './data/types/patch-panels.json' with { type: 'json' };
import power from './data/types/power.json' with { type: 'json' };
import servers from './data/types/servers.json' with { type: 'json' };
import storage from './data/types/storage.json' with { type: 'json' };
import switches from './data/types/switches.json' with { type: 'json' };
import { expandType } from './expand-type.ts';
import { rowsOf } from './sources.ts';
import type { TypeEntry } from './type-entry.ts';

const FILES: readonly unknown[] = [
  nodes,
  nvl72,
  switches,
  servers,
  storage,
  patchPanels,
  power,
  managersAndBlanks,
];

/** Every type of the catalogue, by kind: nodes first, blanks last. Ids are stable: `catalog:nvidia-qm9700`. */
export const CATALOG_TYPES: readonly DeviceType[] = FILES.flatMap((file) =>
  rowsOf<TypeEntry>(file).map(expandType),
);

const BY_ID: ReadonlyMap<DeviceTypeId, DeviceType> = new Map(
  CATALOG_TYPES.map((type) => [type.id, type]),
);

/** The type of that id. @throws RangeError when the catalogue lacks it */
export function catalogType(id: DeviceTypeId): DeviceType {
  const type = BY_ID.get(id);
  if (!type) throw new RangeError(`no device type ${id} in the catalogue`);
  return type;
}

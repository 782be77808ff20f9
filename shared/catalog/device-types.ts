/** The device types that Plenum knows from the start. */
import type { DeviceType } from '../model/device-type.ts';
import type { DeviceTypeId } from '../model/ids.ts';
import cooling from './data/types/cooling.json' with { type: 'json' };
import management from './data/types/management.json' with { type: 'json' };
import managersAndBlanks from './data/types/managers-and-blanks.json' with { type: 'json' };
import modules from './data/types/modules.json' with { type: 'json' };
import nodes from './data/types/nodes.json' with { type: 'json' };
import nodesHgx from './data/types/nodes-hgx.json' with { type: 'json' };
import nodesOam from './data/types/nodes-oam.json' with { type: 'json' };
import nvl72 from './data/types/nvl72.json' with { type: 'json' };
import patchPanels from './data/types/patch-panels.json' with { type: 'json' };
import power from './data/types/power.json' with { type: 'json' };
import servers from './data/types/servers.json' with { type: 'json' };
import storage from './data/types/storage.json' with { type: 'json' };
import switchesDeepBuffer from './data/types/switches-deep-buffer.json' with { type: 'json' };
import switchesEthernet from './data/types/switches-ethernet.json' with { type: 'json' };
import switchesNvidia from './data/types/switches-nvidia.json' with { type: 'json' };
import switchesPhotonic from './data/types/switches-photonic.json' with { type: 'json' };
import switchesTomahawk from './data/types/switches-tomahawk.json' with { type: 'json' };
import switchesTomahawk5 from './data/types/switches-tomahawk-5.json' with { type: 'json' };
import { expandType } from './expand-type.ts';
import { rowsOf } from './sources.ts';
import type { TypeEntry } from './type-entry.ts';

const FILES: readonly unknown[] = [
  nodes,
  nodesHgx,
  nodesOam,
  nvl72,
  switchesNvidia,
  switchesTomahawk5,
  switchesTomahawk,
  switchesEthernet,
  switchesDeepBuffer,
  switchesPhotonic,
  servers,
  storage,
  patchPanels,
  power,
  cooling,
  management,
  modules,
  managersAndBlanks,
];

/** The catalogue as its files hold it, with what the sources state of each type's ports. */
export const CATALOG_ENTRIES: readonly TypeEntry[] = FILES.flatMap((file) =>
  rowsOf<TypeEntry>(file),
);

/** Every type of the catalogue, by kind: nodes first, shelves last. Ids are stable: `catalog:nvidia-qm9700`. */
export const CATALOG_TYPES: readonly DeviceType[] = CATALOG_ENTRIES.map(expandType);

const BY_ID: ReadonlyMap<DeviceTypeId, DeviceType> = new Map(
  CATALOG_TYPES.map((type) => [type.id, type]),
);

/** The type of that id. @throws RangeError when the catalogue lacks it */
export function catalogType(id: DeviceTypeId): DeviceType {
  const type = BY_ID.get(id);
  if (!type) throw new RangeError(`no device type ${id} in the catalogue`);
  return type;
}

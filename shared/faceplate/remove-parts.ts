/** Taking parts and ports away. Locked parts stay. */
import type { DeviceType } from '../model/device-type.ts';
import type { PortId } from '../model/ids.ts';
import { keysOf, type PartRef } from './face-part.ts';
import { unlockedOf } from './map-parts.ts';

/** The type without these parts, without the ports of those openings, and without what led to or from them. */
export function removeParts(type: DeviceType, refs: readonly PartRef[]): DeviceType {
  const gone = keysOf(unlockedOf(type, refs));
  if (gone.size === 0) return type;
  const ports = new Set(
    type.ports.flatMap(({ id, cageId }) =>
      cageId !== null && gone.has(`cage:${cageId}`) ? [id] : [],
    ),
  );
  return {
    ...removePorts(type, ports),
    cages: type.cages.filter(({ id }) => !gone.has(`cage:${id}`)),
    shapes: type.shapes.filter(({ id }) => !gone.has(`shape:${id}`)),
    bays: type.bays.filter(({ id }) => !gone.has(`bay:${id}`)),
  };
}

/** The type without these ports and the mappings that name them; the openings stay. */
export function removePorts(type: DeviceType, ids: ReadonlySet<PortId>): DeviceType {
  if (ids.size === 0) return type;
  return {
    ...type,
    ports: type.ports.filter(({ id }) => !ids.has(id)),
    portMappings: type.portMappings.filter(
      ({ frontPortId, rearPortId }) => !ids.has(frontPortId) && !ids.has(rearPortId),
    ),
  };
}

/** The ports that would vanish with these parts: what an editor asks for its cables before it removes them. */
export function portsOfParts(type: DeviceType, refs: readonly PartRef[]): PortId[] {
  const keys = keysOf(unlockedOf(type, refs));
  return type.ports.flatMap(({ id, cageId }) =>
    cageId !== null && keys.has(`cage:${cageId}`) ? [id] : [],
  );
}

/** The one edit of a faceplate: a type drawn anew, with what hangs on the ports that it no longer has. */
import type { Design } from '../../../shared/model/design.ts';
import { cablesOfDevice } from '../../../shared/model/design-index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { Cable, DesignRecord, Device } from '../../../shared/model/records.ts';
import { changes, type EditAnswer, edited, refused } from './edit.ts';

/** The cables that end in a port which the type drawn anew does not have, each once. */
export function cablesLost(design: Design, after: DeviceType): readonly Cable[] {
  const ports = new Set(after.ports.map(({ id }) => id));
  const before = design.deviceTypes.get(after.id)?.ports ?? [];
  if (before.every(({ id }) => ports.has(id))) return [];
  const lost = new Set<Cable>();
  for (const device of devicesOfType(design, after)) {
    for (const id of cablesOfDevice(design, device.id)) {
      const cable = design.cables.get(id);
      const ends = cable ? [...cable.ends.a, ...cable.ends.b] : [];
      const hangs = ends.some((ref) => ref.deviceId === device.id && !ports.has(ref.portId));
      if (cable && hangs) lost.add(cable);
    }
  }
  return [...lost];
}

/**
 * Replaces a type by what was drawn. Cables on ports that are gone go with them, and ports that were kept free are
 * no longer: whoever asks for this has named the cables to the person.
 */
export function redrawType(design: Design, after: DeviceType, label: string): EditAnswer {
  const before = design.deviceTypes.get(after.id);
  if (!before) return refused('editor.refused.noType');
  const ports = new Set(after.ports.map(({ id }) => id));
  const types: readonly (readonly [DesignRecord, DesignRecord])[] = changes([before], () => after);
  if (types.length === 0) return edited(label, {});
  const devices = changes(devicesOfType(design, after), (device) => ({
    ...device,
    reserved: device.reserved.filter((id) => ports.has(id)),
  }));
  return edited(label, { updated: [...types, ...devices], removed: cablesLost(design, after) });
}

function devicesOfType(design: Design, type: DeviceType): readonly Device[] {
  return [...design.devices.values()].filter(({ typeId }) => typeId === type.id);
}

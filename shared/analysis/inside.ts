/** What is in the bays of a device, as far as that device's power and the cables before its face are concerned. */
import type { Design } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { DeviceId } from '../model/ids.ts';
import type { CablePlug } from './cable-plug.ts';
import { placedIn } from './rack-neighbours.ts';

export interface Inside {
  readonly type: DeviceType;
  readonly plugs: readonly CablePlug[];
}

export const NOTHING_INSIDE: readonly Inside[] = [];

/**
 * All that is in the bays of a device, however deep.
 * @param inBaysOf ids of the devices straight in the bays of one
 * @param plugsIn the plugs in a device
 */
export function insideOf(
  design: Pick<Design, 'devices' | 'deviceTypes'>,
  id: DeviceId,
  inBaysOf: (id: DeviceId) => readonly DeviceId[],
  plugsIn: (id: DeviceId) => readonly CablePlug[],
): readonly Inside[] {
  const children = inBaysOf(id);
  if (children.length === 0) return NOTHING_INSIDE;
  return placedIn(design, children).flatMap(({ device, type }) => [
    { type, plugs: plugsIn(device.id) },
    ...insideOf(design, device.id, inBaysOf, plugsIn),
  ]);
}

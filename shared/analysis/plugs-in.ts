/** The plugs in a device of a design that nobody follows: worked out from its cables when they are asked for. */
import type { Design } from '../model/design.ts';
import { cablesOfDevice } from '../model/design-index.ts';
import type { DeviceId } from '../model/ids.ts';
import type { CablePlug } from './cable-plug.ts';
import { analyseCable } from './cable-result.ts';

/** In the order of the ids of their cables. */
export function plugsIn(design: Design, id: DeviceId): readonly CablePlug[] {
  return [...cablesOfDevice(design, id)].sort().flatMap((cableId) => {
    const cable = design.cables.get(cableId);
    const plugs = cable ? analyseCable(design, cable).plugs : [];
    return plugs.filter(({ deviceId }) => deviceId === id);
  });
}

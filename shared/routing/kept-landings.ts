/**
 * Where cables land in the devices of several designs that differ in their cables alone, as the same design in every
 * medium does: how a device is mounted is found once for all of them, and where ends land once for all cables that
 * have them.
 */
import type { Design } from '../model/design.ts';
import type { DeviceId } from '../model/ids.ts';
import type { Cable, CableEnds } from '../model/records.ts';
import { type LandedCable, landCable, type Mount, mountOf, type RoutedDesign } from './landing.ts';

export class KeptLandings {
  /** The design that they are of, for those who lead single cables in it. */
  readonly design: RoutedDesign;
  readonly #mounts = new Map<DeviceId, Mount | null>();
  /** By the ends themselves: cables of other media that join the same ports have the same. */
  readonly #landed = new WeakMap<CableEnds, LandedCable | null>();

  constructor(design: Design) {
    this.design = { ...design, mountOf: (id) => this.mountOf(id) };
  }

  /** How a device is mounted; null when the design does not hold it, its rack or its type. */
  mountOf(id: DeviceId): Mount | null {
    let mount = this.#mounts.get(id);
    if (mount === undefined) this.#mounts.set(id, (mount = mountOf(this.design, id)));
    return mount;
  }

  /** Where a cable lands; null when it has no links, or an end that the design does not hold. */
  landed(cable: Cable): LandedCable | null {
    let landed = this.#landed.get(cable.ends);
    if (landed === undefined) {
      landed = landCable(this.design, cable);
      this.#landed.set(cable.ends, landed);
    }
    return landed;
  }
}

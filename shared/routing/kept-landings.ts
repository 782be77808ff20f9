/**
 * Where cables land in the devices of several designs that differ in their cables alone, as the same design in every
 * medium does: how a device is mounted is found once for all of them, and where ends land, and what else follows from
 * that, once for all cables that have the same ends.
 */
import type { Design } from '../model/design.ts';
import type { DeviceId } from '../model/ids.ts';
import type { Cable, CableEnds } from '../model/records.ts';
import {
  type FromEnds,
  type KeptByEnds,
  type LandedCable,
  landCable,
  type Mount,
  mountOf,
  type RoutedDesign,
} from './landing.ts';

export class KeptLandings implements KeptByEnds {
  /** The design that they are of, for those who lead single cables in it. */
  readonly design: RoutedDesign;
  readonly #mounts = new Map<DeviceId, Mount | null>();
  /** By ends, which the cables of all media have that join the same ports. */
  readonly #landed = new Map<CableEnds, LandedCable | null>();
  readonly #found = new Map<FromEnds<unknown>, Map<CableEnds, unknown>>();

  constructor(design: Design) {
    this.design = { ...design, mountOf: (id) => this.mountOf(id), kept: this };
  }

  /** How a device is mounted; null when the design does not hold it, its rack or its type. */
  mountOf(id: DeviceId): Mount | null {
    let mount = this.#mounts.get(id);
    if (mount === undefined) this.#mounts.set(id, (mount = mountOf(this.design, id)));
    return mount;
  }

  /** Where a cable lands; null when it has no links, or an end that the design does not hold. */
  landed(cable: Cable): LandedCable | null {
    const { ends } = cable;
    let landed = this.#landed.get(ends);
    if (landed === undefined) {
      landed = landCable(this.design, cable);
      this.#landed.set(ends, landed);
    }
    return landed;
  }

  once<Found>(cable: Cable, find: FromEnds<Found>): Found | null {
    const { ends } = cable;
    const landed = this.landed(cable);
    if (!landed) return null;
    let perEnds = this.#found.get(find);
    if (!perEnds) this.#found.set(find, (perEnds = new Map()));
    // By `find` stands what it gave.
    let found = perEnds.get(ends) as Found | undefined;
    if (found === undefined) {
      found = find(this.design, cable, landed);
      perEnds.set(ends, found);
    }
    return found;
  }
}

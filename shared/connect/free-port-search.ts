/** The next free port that takes a cable: of the right kind and opening, at the same speed where there is one. */
import type { Design } from '../model/design.ts';
import { cableAt, typeOf } from '../model/design-index.ts';
import type { DeviceType, Port } from '../model/device-type.ts';
import type { DeviceId } from '../model/ids.ts';
import type { MediumId } from '../model/medium.ts';
import type { PortRef } from '../model/records.ts';
import { mediaThatMate } from '../rules/connection.ts';
import { isKept } from '../rules/free-ports.ts';
import { hasFixedEnds, unlikeSpeeds } from '../rules/mating.ts';
import { kindsMate, type PortPlace, portAt, portsOfCage, samePort } from '../rules/port-lookup.ts';
import { isData } from './port-names.ts';

/** What a cable wants of its far ports. */
export interface FarWish {
  readonly medium: MediumId | null;
  /** Ways that the near port is split into. */
  readonly links: number;
}

/** How well a port suits: the best there is, one that runs at another speed, or not at all. */
type Suits = 'well' | 'slower' | 'not';

export class FreePorts {
  readonly #design: Design;
  readonly #isTaken: (ref: PortRef) => boolean;
  /** How two ports of types suit each other, whoever has them. */
  readonly #suits = new Map<string, Suits>();
  /** Ports in the order of each type that a cable of the network, or another one, could go into. */
  readonly #wanted = new WeakMap<DeviceType, Map<string, readonly Port[]>>();
  /** How many ports at the beginning of a device are known to be taken, by the kind that is looked for. */
  readonly #passed = new Map<string, number>();

  /** @param isTaken whether a cable that is not in the design yet has the port */
  constructor(design: Design, isTaken: (ref: PortRef) => boolean) {
    this.#design = design;
    this.#isTaken = isTaken;
  }

  /** The next port for a cable from `from`, or null. @param without ports that are not to be taken */
  next(
    from: PortRef,
    devices: readonly DeviceId[],
    wish: FarWish,
    without: readonly PortRef[],
  ): PortRef | null {
    const near = portAt(this.#design, from);
    if (!near) return null;
    let slower: PortRef | null = null;
    for (const deviceId of devices) {
      for (const ref of this.#freeOf(deviceId, near, wish)) {
        if (samePort(ref, from) || without.some((other) => samePort(other, ref))) continue;
        const suits = this.#howWell(near, ref, wish);
        if (suits === 'well') return ref;
        if (suits === 'slower') slower ??= ref;
      }
    }
    return slower;
  }

  *#freeOf(deviceId: DeviceId, near: PortPlace, wish: FarWish): Generator<PortRef> {
    const device = this.#design.devices.get(deviceId);
    if (!device) return;
    const ports = this.#portsFor(typeOf(this.#design, device), near);
    const key = `${deviceId} ${near.port.kind} ${near.port.managementOnly}`;
    let passing = true;
    for (let at = this.#passed.get(key) ?? 0; at < ports.length; at += 1) {
      const ref = { deviceId, portId: (ports[at] as Port).id };
      const shut = this.#isShut(ref, wish);
      // Taken ports at the beginning stay taken while the list is made.
      if (shut && passing) this.#passed.set(key, at + 1);
      else passing = false;
      if (!shut) yield ref;
    }
  }

  #portsFor(type: DeviceType, near: PortPlace): readonly Port[] {
    let byKind = this.#wanted.get(type);
    if (!byKind) this.#wanted.set(type, (byKind = new Map()));
    const key = `${near.port.kind} ${isData(near.port)}`;
    let ports = byKind.get(key);
    if (!ports) {
      const mating = type.ports.filter(({ kind }) => kindsMate(near.port.kind, kind));
      ports = isData(near.port) ? mating.filter(isData) : mating;
      byKind.set(key, ports);
    }
    return ports;
  }

  /** Whether the port, or the opening it is in, cannot take another plug. */
  #isShut(ref: PortRef, { medium }: FarWish): boolean {
    if (this.#has(ref) || isKept(this.#design, ref)) return true;
    const place = portAt(this.#design, ref);
    if (!place) return true;
    const beside = portsOfCage(place).filter(({ id }) => id !== ref.portId);
    return beside.some(({ id }) => this.#shuts({ deviceId: ref.deviceId, portId: id }, medium));
  }

  #has(ref: PortRef): boolean {
    return this.#isTaken(ref) || cableAt(this.#design, ref) !== undefined;
  }

  /** Whether what is in a port keeps a plug out of the opening: one that fills it, or one beside such a one. */
  #shuts(ref: PortRef, medium: MediumId | null): boolean {
    if (!this.#has(ref)) return false;
    const cable = cableAt(this.#design, ref);
    return (
      (cable !== undefined && hasFixedEnds(cable.medium)) ||
      (medium !== null && hasFixedEnds(medium))
    );
  }

  #howWell(near: PortPlace, ref: PortRef, { medium, links }: FarWish): Suits {
    const far = portAt(this.#design, ref);
    if (!far) return 'not';
    const key = JSON.stringify([near.type.id, near.port.id, far.type.id, far.port.id]);
    const known = this.#suits.get(key);
    if (known) return known;
    const media = mediaThatMate(near, far, links);
    const wanted = medium === null ? media : media.filter((each) => each === medium);
    const [first] = wanted;
    const suits = first === undefined ? 'not' : unlike(near, far, first, links) ? 'slower' : 'well';
    this.#suits.set(key, suits);
    return suits;
  }
}

function unlike(near: PortPlace, far: PortPlace, medium: MediumId, links: number): boolean {
  const a = { port: near.port, cage: near.cage, lanes: near.port.lanes, links };
  const b = { port: far.port, cage: far.cage, lanes: far.port.lanes, links: 1 };
  return unlikeSpeeds(a, b, medium) !== null;
}

/**
 * The drawing against what was found: which drawn links were not found, which found ones are not drawn, which are
 * with each other's ends, and which names of the file mean nothing here.
 */
import { portKey } from '../model/design-index.ts';
import type { DeviceId } from '../model/ids.ts';
import type { Device, FoundEnd, FoundLink, FoundNetwork, PortRef } from '../model/records.ts';
import { DeviceNames } from './device-names.ts';
import { type DrawnLink, drawnLinks, type Tables } from './drawn-links.ts';
import { portByName } from './port-names.ts';

/** A found link of which both ends are known here. */
export interface MetLink {
  readonly link: FoundLink;
  readonly a: PortRef;
  readonly b: PortRef;
}

export type Difference =
  | { readonly kind: 'missing'; readonly drawn: DrawnLink; readonly down: FoundLink | null }
  | { readonly kind: 'extra'; readonly met: MetLink }
  /** One end is where it is drawn, the other is in another port. */
  | { readonly kind: 'moved'; readonly drawn: DrawnLink; readonly met: MetLink }
  /** `met[i]` begins where `drawn[i]` does and ends where `drawn[i + 1]` does, round and round. */
  | {
      readonly kind: 'swapped';
      readonly drawn: readonly DrawnLink[];
      readonly met: readonly MetLink[];
    }
  | { readonly kind: 'degraded'; readonly drawn: DrawnLink; readonly link: FoundLink };

/** A name of the file that means no device of the design, or more than one. */
export interface UnmatchedName {
  readonly name: string;
  readonly why: 'unknown' | 'ambiguous';
  /** Links that it is in, and what the file says of the first. */
  readonly links: number;
  readonly first: FoundLink;
}

/** Ports that a device does not have, by the names that the file has for them. */
export interface UnmatchedPorts {
  readonly device: Device;
  readonly ports: readonly string[];
  readonly first: FoundLink;
}

export interface NetworkComparison {
  readonly network: FoundNetwork;
  readonly differences: readonly Difference[];
  readonly names: readonly UnmatchedName[];
  readonly ports: readonly UnmatchedPorts[];
  /** Links that are as they are drawn. */
  readonly agreed: number;
}

/** What all comparisons of one design have in common. */
export interface Ground {
  readonly tables: Tables;
  readonly names: DeviceNames;
  readonly links: readonly DrawnLink[];
}

/** @param tables of the design; what is made of them is good until one of them changes */
export function groundOf(tables: Tables): Ground {
  return { tables, names: new DeviceNames(tables.devices), links: drawnLinks(tables) };
}

/** Holds the drawing against one network. */
export function compareNetwork(ground: Ground, network: FoundNetwork): NetworkComparison {
  return new Comparing(ground, network).result();
}

/** An end of a found link as far as it is known here. */
interface End {
  readonly device: Device;
  readonly ref: PortRef | null;
}

class Comparing {
  readonly #ground: Ground;
  readonly #network: FoundNetwork;
  readonly #open = new Set<DrawnLink>();
  readonly #byPort = new Map<string, DrawnLink[]>();
  readonly #byPair = new Map<string, DrawnLink[]>();
  readonly #names = new Map<
    string,
    { why: UnmatchedName['why']; links: number; first: FoundLink }
  >();
  readonly #ports = new Map<DeviceId, { device: Device; ports: Set<string>; first: FoundLink }>();
  readonly #differences: Difference[] = [];
  /** Devices of which the file tells every link, and all that it names. */
  readonly #observers = new Set<DeviceId>();
  readonly #seen = new Set<DeviceId>();
  /** Kinds of devices that some switch was found to be linked with. */
  readonly #metBySwitch = new Set<string>();
  #agreed = 0;

  constructor(ground: Ground, network: FoundNetwork) {
    this.#ground = ground;
    this.#network = network;
    for (const drawn of ground.links) {
      this.#open.add(drawn);
      for (const ref of [drawn.a, drawn.b]) push(this.#byPort, portKey(ref), drawn);
      push(this.#byPair, pairKey(drawn.a.deviceId, drawn.b.deviceId), drawn);
    }
  }

  result(): NetworkComparison {
    const { met, partly, down } = this.#take();
    const left = met.filter((each) => !this.#agree(each));
    for (const each of partly) this.#agreePartly(each);
    const rest = this.#swaps(left);
    const extra = rest.filter((each) => !this.#moved(each));
    this.#missing(down);
    for (const each of extra) this.#differences.push({ kind: 'extra', met: each });
    return {
      network: this.#network,
      differences: this.#differences,
      names: [...this.#names].map(([name, rest_]) => ({ name, ...rest_ })),
      ports: [...this.#ports.values()].map(({ device, ports, first }) => ({
        device,
        ports: [...ports],
        first,
      })),
      agreed: this.#agreed,
    };
  }

  /** The found links by how much of them is known here. */
  #take() {
    const met: MetLink[] = [];
    const partly: (readonly [a: End, b: End, link: FoundLink])[] = [];
    const down = new Map<string, FoundLink>();
    for (const link of this.#network.links) {
      const a = this.#endOf(link.a, link);
      const b = link.b && this.#endOf(link.b, link);
      if (a) this.#see(a.device, true);
      if (b) this.#see(b.device, this.#network.format !== 'lldp');
      if (link.b === null) {
        if (a?.ref && link.state === 'down') down.set(portKey(a.ref), link);
        continue;
      }
      if (!a || !b) continue;
      this.#meet(a.device, b.device);
      if (!a.ref || !b.ref) partly.push([a, b, link]);
      else if (link.state === 'down') {
        down.set(portKey(a.ref), link);
        down.set(portKey(b.ref), link);
      } else met.push({ link, a: a.ref, b: b.ref });
    }
    return { met, partly, down };
  }

  #see(device: Device, tellsAll: boolean): void {
    this.#seen.add(device.id);
    if (tellsAll) this.#observers.add(device.id);
  }

  #meet(a: Device, b: Device): void {
    const [from, to] = [this.#category(a.id), this.#category(b.id)];
    if (from === 'switch') this.#metBySwitch.add(to);
    if (to === 'switch') this.#metBySwitch.add(from);
  }

  #category(id: DeviceId): string {
    const { devices, deviceTypes } = this.#ground.tables;
    return deviceTypes.get(devices.get(id)?.typeId ?? '')?.category ?? '';
  }

  #endOf(end: FoundEnd, link: FoundLink): End | null {
    const match = this.#ground.names.match(end.device, this.#network.aliases);
    if (!match.device) {
      const known = this.#names.get(end.device);
      if (known) known.links += 1;
      else this.#names.set(end.device, { why: match.why, links: 1, first: link });
      return null;
    }
    const { device } = match;
    const type = this.#ground.tables.deviceTypes.get(device.typeId);
    const port = type ? portByName(type, end.port) : null;
    if (port) return { device, ref: { deviceId: device.id, portId: port.id } };
    const known = this.#ports.get(device.id);
    if (known) known.ports.add(end.port);
    else this.#ports.set(device.id, { device, ports: new Set([end.port]), first: link });
    return { device, ref: null };
  }

  /** Takes the drawn link that a found one is, if there is one. */
  #agree({ a, b, link }: MetLink): boolean {
    const other = portKey(b);
    const drawn = this.#at(a).find((each) => portKey(farEnd(each, a)) === other);
    if (!drawn) return false;
    this.#accept(drawn, link);
    return true;
  }

  /** A link with a port that is not known here is taken for one that is drawn between the two devices. */
  #agreePartly([a, b, link]: readonly [End, End, FoundLink]): void {
    const between = this.#byPair.get(pairKey(a.device.id, b.device.id)) ?? [];
    const known = a.ref ?? b.ref;
    const drawn = between.find(
      (each) =>
        this.#open.has(each) &&
        (known === null || [each.a, each.b].some((ref) => portKey(ref) === portKey(known))),
    );
    if (drawn) this.#accept(drawn, link);
  }

  #accept(drawn: DrawnLink, link: FoundLink): void {
    this.#open.delete(drawn);
    if (link.state === 'down') this.#differences.push({ kind: 'missing', drawn, down: link });
    else if (link.state === 'degraded') this.#differences.push({ kind: 'degraded', drawn, link });
    else this.#agreed += 1;
  }

  /** The drawn links at a port that no found one was held against yet. */
  #at(ref: PortRef): readonly DrawnLink[] {
    return (this.#byPort.get(portKey(ref)) ?? []).filter((each) => this.#open.has(each));
  }

  /** Rings of drawn and found links by turns; what is in none is left. */
  #swaps(met: readonly MetLink[]): readonly MetLink[] {
    const open = new Set(met);
    const atPort = new Map<string, MetLink[]>();
    for (const each of met) {
      for (const ref of [each.a, each.b]) push(atPort, portKey(ref), each);
    }
    for (const first of this.#ground.links) {
      if (!this.#open.has(first)) continue;
      const ring = this.#ringFrom(first, open, atPort);
      if (!ring) continue;
      for (const drawn of ring.drawn) this.#open.delete(drawn);
      for (const each of ring.met) open.delete(each);
      this.#differences.push({ kind: 'swapped', ...ring });
    }
    return met.filter((each) => open.has(each));
  }

  #ringFrom(
    first: DrawnLink,
    open: ReadonlySet<MetLink>,
    atPort: ReadonlyMap<string, readonly MetLink[]>,
  ): { readonly drawn: readonly DrawnLink[]; readonly met: readonly MetLink[] } | null {
    const drawn = [first];
    const met: MetLink[] = [];
    let from = first.a;
    const home = portKey(first.b);
    while (drawn.length <= RING_MAX) {
      const next = atPort.get(portKey(from))?.find((each) => open.has(each) && !met.includes(each));
      if (!next) return null;
      met.push(next);
      const reached = farEnd(next, from);
      if (portKey(reached) === home) return { drawn, met };
      const other = this.#at(reached).find((each) => !drawn.includes(each));
      if (!other) return null;
      drawn.push(other);
      from = farEnd(other, reached);
    }
    return null;
  }

  /** A found link with one end where a drawn one has it. */
  #moved(met: MetLink): boolean {
    const drawn = this.#at(met.a)[0] ?? this.#at(met.b)[0];
    if (!drawn) return false;
    this.#open.delete(drawn);
    this.#differences.push({ kind: 'moved', drawn, met });
    return true;
  }

  /** What is drawn and was not found, where it would have been: what a file does not look at, it does not miss. */
  #missing(down: ReadonlyMap<string, FoundLink>): void {
    for (const drawn of this.#open) {
      const said = down.get(portKey(drawn.a)) ?? down.get(portKey(drawn.b)) ?? null;
      if (said || this.#wouldBeSeen(drawn))
        this.#differences.push({ kind: 'missing', drawn, down: said });
    }
  }

  #wouldBeSeen({ a, b, management }: DrawnLink): boolean {
    if (management) return false;
    const ends = [a.deviceId, b.deviceId];
    if (!ends.some((id) => this.#observers.has(id))) return false;
    if (ends.every((id) => this.#seen.has(id))) return true;
    // A node that is not plugged in at all is in no file; its switch is, and lists others of its kind.
    const [unseen = ''] = ends.filter((id) => !this.#seen.has(id));
    const [switchId = ''] = ends.filter((id) => this.#seen.has(id));
    return (
      this.#network.format !== 'lldp' &&
      this.#category(switchId) === 'switch' &&
      this.#metBySwitch.has(this.#category(unseen))
    );
  }
}

/** Cables in one ring at most: a longer one is told as single moves. */
const RING_MAX = 64;

function push<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function pairKey(a: DeviceId, b: DeviceId): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** The end of a link that is not in this port. */
export function farEnd(link: Pick<DrawnLink, 'a' | 'b'>, port: PortRef): PortRef {
  return portKey(link.a) === portKey(port) ? link.b : link.a;
}

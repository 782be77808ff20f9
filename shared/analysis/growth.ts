/**
 * Room to grow: how many more nodes of a kind the switches take on which such nodes already hang. A new node
 * is cabled like its siblings: as many links to each of the same switches.
 */
import type { Design } from '../model/design.ts';
import type { DeviceId, DeviceTypeId } from '../model/ids.ts';
import type { Cable } from '../model/records.ts';
import { compareIds, count, type FindingSource, makeFinding, subjectOf, words } from './finding.ts';
import type { Placed } from './rack-neighbours.ts';

/** How a device hangs in the fabrics. */
export interface Attachment {
  /** A switch with anything but switches on it is a leaf; other devices have no role. */
  readonly role: 'leaf' | 'spine' | null;
  /** For a node, one per fabric: the switches it hangs on. */
  readonly patterns: readonly AttachmentPattern[];
}

export interface AttachmentPattern {
  readonly key: string;
  readonly typeId: DeviceTypeId;
  readonly fabric: string;
  /** Links to each switch, in the order of their ids. */
  readonly switches: readonly (readonly [id: DeviceId, links: number])[];
}

/** The tables that tell what a device hangs on. */
export interface Peers extends Pick<Design, 'devices' | 'deviceTypes'> {
  /** Whether a device is a switch, where somebody keeps that. */
  isSwitch?(id: DeviceId): boolean;
}

/** How a device hangs on its peers, given the cables with an end in it. */
export function attachmentOf(tables: Peers, placed: Placed, cables: readonly Cable[]): Attachment {
  switch (placed.type.category) {
    case 'switch':
      return { role: switchRole(tables, placed, cables), patterns: [] };
    case 'node':
    case 'server':
    case 'storage':
      return { role: null, patterns: patternsOf(tables, placed, cables) };
    case 'appliance':
    case 'patch-panel':
    case 'pdu':
    case 'power-shelf':
    case 'cable-manager':
    case 'blank':
    case 'shelf':
    case 'other':
      return UNATTACHED;
    default:
      return placed.type.category satisfies never;
  }
}
const UNATTACHED: Attachment = { role: null, patterns: [] };

function switchRole(tables: Peers, { device }: Placed, cables: readonly Cable[]): 'leaf' | 'spine' {
  for (let at = 0; at < cables.length; at += 1) {
    const cable = cables[at] as Cable;
    for (let link = 0; link < cable.ends.a.length; link += 1) {
      const peer = peerOf(cable, link, device.id);
      if (peer !== null && !isSwitch(tables, peer)) return 'leaf';
    }
  }
  return cables.length > 0 ? 'spine' : 'leaf';
}

/** How a node hangs in one fabric, while its links are counted. */
interface Hanging {
  readonly fabric: string;
  readonly switches: [id: DeviceId, links: number][];
}

/** How the last node hung, link by link: the next one mostly hangs the same. */
const last: {
  typeId: DeviceTypeId;
  fabrics: string[];
  peers: DeviceId[];
  patterns: readonly AttachmentPattern[];
} = { typeId: '', fabrics: [], peers: [], patterns: [] };

function patternsOf(
  tables: Peers,
  { device, type }: Placed,
  cables: readonly Cable[],
): readonly AttachmentPattern[] {
  let links = 0;
  let same = last.typeId === type.id;
  for (let at = 0; at < cables.length; at += 1) {
    const cable = cables[at] as Cable;
    for (let link = 0; link < cable.ends.a.length; link += 1) {
      const peer = peerOf(cable, link, device.id);
      if (peer === null || !isSwitch(tables, peer)) continue;
      same &&= last.fabrics[links] === cable.fabric && last.peers[links] === peer;
      last.fabrics[links] = cable.fabric;
      last.peers[links] = peer;
      links += 1;
    }
  }
  if (same && links === last.peers.length) return last.patterns;
  last.typeId = type.id;
  last.fabrics.length = links;
  last.peers.length = links;
  last.patterns = countedPatterns(type.id, last.fabrics, last.peers);
  return last.patterns;
}

/** @param fabrics of each link, with the switch at its other end */
function countedPatterns(
  typeId: DeviceTypeId,
  fabrics: readonly string[],
  peers: readonly DeviceId[],
): readonly AttachmentPattern[] {
  const hangings: Hanging[] = [];
  for (const [link, peer] of peers.entries()) countLink(hangings, fabrics[link] ?? '', peer);
  return hangings.map((each) => patternOf(typeId, each));
}

function patternOf(typeId: DeviceTypeId, { fabric, switches }: Hanging): AttachmentPattern {
  switches.sort(([a], [b]) => compareIds(a, b));
  const where = switches.map(([id, n]) => (n === 1 ? id : `${id}*${n}`)).join('+');
  return { key: `${typeId}:${fabric}:${where}`, typeId, fabric, switches };
}

function countLink(hangings: Hanging[], fabric: string, peer: DeviceId): void {
  let hanging = hangings.find((each) => each.fabric === fabric);
  if (!hanging) hangings.push((hanging = { fabric, switches: [] }));
  const known = hanging.switches.find(([id]) => id === peer);
  if (known) known[1] += 1;
  else hanging.switches.push([peer, 1]);
}

/** The device at the other end of a link; null for a link of other devices. */
function peerOf({ ends: { a, b } }: Cable, link: number, deviceId: DeviceId): DeviceId | null {
  const from = a[link];
  const to = b[link];
  if (!from || !to) return null;
  if (from.deviceId === deviceId) return to.deviceId;
  return to.deviceId === deviceId ? from.deviceId : null;
}

function isSwitch(tables: Peers, id: DeviceId): boolean {
  if (tables.isSwitch) return tables.isSwitch(id);
  const device = tables.devices.get(id);
  return device !== undefined && tables.deviceTypes.get(device.typeId)?.category === 'switch';
}

/** The nodes that hang alike. */
export interface Siblings {
  readonly pattern: AttachmentPattern;
  readonly nodes: ReadonlySet<DeviceId>;
}

/** The patterns in which nodes hang, kept while nodes come and go. */
export class GrowthLedger {
  readonly #siblings = new Map<string, Siblings & { readonly nodes: Set<DeviceId> }>();
  readonly #perSwitch = new Map<DeviceId, Set<string>>();
  #touched = new Set<string>();

  /** Puts a node's patterns in the place of those it had. */
  replace(
    node: DeviceId,
    before: readonly AttachmentPattern[],
    after: readonly AttachmentPattern[],
  ): void {
    for (const { key } of before) {
      this.#siblings.get(key)?.nodes.delete(node);
      this.#touched.add(key);
    }
    for (const pattern of after) {
      this.#touched.add(pattern.key);
      const siblings = this.#siblings.get(pattern.key);
      if (siblings) siblings.nodes.add(node);
      else this.#found(pattern, node);
    }
  }

  /** The first node that hangs so. */
  #found(pattern: AttachmentPattern, node: DeviceId): void {
    this.#siblings.set(pattern.key, { pattern, nodes: new Set([node]) });
    for (const [id] of pattern.switches) {
      const keys = this.#perSwitch.get(id) ?? new Set();
      this.#perSwitch.set(id, keys.add(pattern.key));
    }
  }

  /** Has the patterns on a switch judged anew: its free ports changed. */
  touchSwitch(id: DeviceId): void {
    for (const key of this.#perSwitch.get(id) ?? []) this.#touched.add(key);
  }

  /** The patterns that changed since the last call, with those nodes; null where none hang so any more. */
  takeTouched(): ReadonlyMap<string, Siblings | null> {
    const changed = new Map<string, Siblings | null>();
    for (const key of this.#touched) {
      const siblings = this.#siblings.get(key);
      changed.set(key, siblings && siblings.nodes.size > 0 ? siblings : null);
      if (siblings?.nodes.size === 0) this.#forget(siblings.pattern);
    }
    this.#touched = new Set();
    return changed;
  }

  /** The patterns of a type, in the order of their keys. */
  ofType(typeId: DeviceTypeId): readonly Siblings[] {
    return [...this.#siblings.values()]
      .filter(({ pattern, nodes }) => pattern.typeId === typeId && nodes.size > 0)
      .sort((a, b) => compareIds(a.pattern.key, b.pattern.key));
  }

  #forget(pattern: AttachmentPattern): void {
    this.#siblings.delete(pattern.key);
    for (const [id] of pattern.switches) this.#perSwitch.get(id)?.delete(pattern.key);
  }
}

/** Nodes that make a pattern: a single one may hang as it likes. */
const SIBLINGS_MIN = 2;

/** What of a switch's ports for data a new node may take: free ones, and those that are kept for it. */
export interface Vacancy {
  readonly free: number;
  readonly reserved: number;
}

/** How many more nodes a switch takes. */
export function roomOn({ free, reserved }: Vacancy, links: number): number {
  return Math.floor((free + reserved) / links);
}

/**
 * How many more nodes fit, as a finding; null for a node without siblings.
 * @param vacancyOf the ports for data of a switch that nothing is plugged in
 */
export function roomFinding(
  tables: Peers,
  { pattern, nodes }: Siblings,
  vacancyOf: (id: DeviceId) => Vacancy,
): FindingSource | null {
  if (nodes.size < SIBLINGS_MIN) return null;
  const type = tables.deviceTypes.get(pattern.typeId);
  const switches = pattern.switches.flatMap(([id]) => tables.devices.get(id) ?? []);
  const rooms = pattern.switches.map(([id, links]) => roomOn(vacancyOf(id), links));
  const room = Math.min(...rooms);
  const tightest = rooms.indexOf(room);
  const first = switches[tightest];
  const last = switches.at(-1);
  if (!type || !first || !last) return null;
  const [start] = switches;
  const siblings = nodes.size;
  const { free, reserved } = vacancyOf(first.id);
  const links = pattern.switches[tightest]?.[1] ?? 1;
  return makeFinding(
    { id: `ports:room:${pattern.key}`, rule: 'ports', severity: room === 0 ? 'warning' : 'note' },
    () => ({
      subjects: [first, ...switches.filter((device) => device !== first)].map(subjectOf),
      message: `ports.room.${room === 0 ? 'none' : 'some'}`,
      values: {
        type: words(`${type.manufacturer} ${type.model}`.trim()),
        fabric: words(pattern.fabric),
        room: count(room),
        nodes: count(siblings),
        switches: count(switches.length),
        start: words(start?.name ?? ''),
        last: words(last.name),
        first: words(first.name),
        full: count(rooms.filter((left) => left === room).length),
        free: count(free),
        reserved: count(reserved),
        links: count(links),
      },
      explanation: [
        {
          formula: 'N <= (f + k)/l',
          where: { N: 'room', f: 'free', k: 'reserved', l: 'links' },
          sources: ['ports of the switches', 'how the nodes of this type are cabled'],
        },
      ],
    }),
  );
}

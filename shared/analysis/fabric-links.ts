/** The links of a cable as a fabric sees them: from a node to a switch, or from switch to switch. */
import type { DeviceCategory, PortMapping } from '../model/device-type.ts';
import type { CableId, DeviceId, PortId } from '../model/ids.ts';
import type { Cable } from '../model/records.ts';
import type { LandedCable, Landing } from '../routing/landing.ts';
import { hopOf, type LinkTime, type Ps, picoseconds } from './link-time.ts';

/**
 * Two devices that a cable joins; however many of its links join them, they take the same time. Flat, since there
 * is one for every cable of a hall.
 */
export interface FabricLink extends LinkTime {
  /** The cable at the host, or at the first switch, and those on from it over patch panels. */
  readonly cable: CableId;
  readonly onward: readonly CableId[];
  readonly fabric: string;
  readonly rail: number | null;
  /** What is known of its time: a lower bound where a part is unknown. */
  readonly knownPs: Ps;
  /** The device that sends and receives; null between two switches. */
  readonly host: DeviceId | null;
  /** The switch the host hangs on, or the first of both, and its transit time. */
  readonly at: DeviceId;
  readonly atHopPs: Ps;
  /** The other switch and its transit time; null where a host is. */
  readonly to: DeviceId | null;
  readonly toHopPs: Ps;
}

/** What a device is on a way. */
type Part = 'host' | 'switch' | 'panel' | null;

const PARTS: Readonly<Record<DeviceCategory, Part>> = {
  node: 'host',
  server: 'host',
  storage: 'host',
  appliance: 'host',
  switch: 'switch',
  'patch-panel': 'panel',
  pdu: null,
  'power-shelf': null,
  'cable-manager': null,
  blank: null,
  shelf: null,
  other: null,
};

/** An end of a piece in a device that sends or passes on. */
export interface DeviceEnd {
  readonly kind: 'host' | 'switch';
  readonly device: DeviceId;
  readonly hopPs: Ps;
}

/** An end of a piece in a panel, and where its port leads to: the mappings of the panel's type. */
export interface PanelEnd {
  readonly kind: 'panel';
  readonly device: DeviceId;
  readonly port: PortId;
  readonly model: string;
  readonly mappings: readonly PortMapping[];
}

export type PieceEnd = DeviceEnd | PanelEnd;

/** A link of a cable of which at least one end is in a panel. */
export interface Piece {
  readonly cable: CableId;
  readonly fabric: string;
  readonly rail: number | null;
  readonly time: LinkTime;
  readonly ends: readonly [PieceEnd, PieceEnd];
}

/** What a cable contributes to the ways of its fabric. */
export interface FabricCable {
  readonly fabric: string;
  readonly links: readonly FabricLink[];
  /** Its links that go over a panel: others join them to a whole one. */
  readonly pieces: readonly Piece[];
  /** The model of the panel where a way cannot be followed any further; null where there is none. */
  readonly endsAt: string | null;
}

/** The links of a cable that has landed; null when it has none: power cords carry no signal. */
export function fabricCable(cable: Cable, landed: LandedCable, time: LinkTime): FabricCable | null {
  if (cable.medium === 'power') return null;
  const { fabric } = cable;
  let links: readonly FabricLink[] = NO_LINKS;
  let pieces: readonly Piece[] = NO_PIECES;
  for (let index = 0; index < landed.a.length; index += 1) {
    const from = landed.landings[landed.a[index] ?? -1];
    const to = landed.landings[landed.b[index] ?? -1];
    if (!from || !to) continue;
    const link = linkBetween(cable, time, from, to);
    if (!link) {
      const piece = pieceBetween(cable, time, index, [from, to]);
      if (piece) pieces = [...pieces, piece];
    }
    // Spelt out, since a list that grows takes room for seventeen.
    else if (links.length === 0) links = [link];
    else if (!links.some((other) => joinSame(other, link))) links = [...links, link];
  }
  if (links.length === 0 && pieces.length === 0) return null;
  return { fabric, links, pieces, endsAt: null };
}
const NO_LINKS: readonly FabricLink[] = [];
const NO_PIECES: readonly Piece[] = [];
const NONE_ONWARD: readonly CableId[] = [];

function linkBetween(cable: Cable, time: LinkTime, from: Landing, to: Landing): FabricLink | null {
  const fromPart = partOf(from);
  const toPart = partOf(to);
  if (fromPart === 'switch' && toPart === 'switch') {
    return from.device.id === to.device.id ? null : linkOf(cable, time, null, from, to);
  }
  if (fromPart === 'host' && toPart === 'switch') return linkOf(cable, time, from, to, null);
  if (fromPart === 'switch' && toPart === 'host') return linkOf(cable, time, to, from, null);
  return null;
}

function linkOf(
  { id, fabric, rail }: Cable,
  { flightPs, addedPs, missing }: LinkTime,
  host: Landing | null,
  at: Landing,
  to: Landing | null,
): FabricLink {
  return {
    cable: id,
    onward: NONE_ONWARD,
    fabric,
    rail,
    flightPs,
    addedPs,
    missing,
    knownPs: (flightPs ?? 0) + (addedPs ?? 0),
    host: host?.device.id ?? null,
    at: at.device.id,
    atHopPs: hopPsOf(at),
    to: to?.device.id ?? null,
    toHopPs: to === null ? 0 : hopPsOf(to),
  };
}

function hopPsOf({ type }: Landing): Ps {
  return picoseconds(hopOf(type).value);
}

function partOf({ type }: Landing): Part {
  return PARTS[type.category];
}

/** The link as a piece of one that goes over panels; null where neither end is in one. */
function pieceBetween(
  { id, fabric, rail, ends }: Cable,
  time: LinkTime,
  index: number,
  [from, to]: readonly [Landing, Landing],
): Piece | null {
  const a = pieceEnd(from, ends.a[index]?.portId ?? '');
  const b = pieceEnd(to, ends.b[index]?.portId ?? '');
  if (!a || !b || (a.kind !== 'panel' && b.kind !== 'panel')) return null;
  return { cable: id, fabric, rail, time, ends: [a, b] };
}

function pieceEnd(landing: Landing, port: PortId): PieceEnd | null {
  const { device, type } = landing;
  const kind = partOf(landing);
  if (kind === null) return null;
  if (kind !== 'panel') return { kind, device: device.id, hopPs: hopPsOf(landing) };
  return { kind, device: device.id, port, model: type.model, mappings: type.portMappings };
}

function joinSame(one: FabricLink, other: FabricLink): boolean {
  return one.host === other.host && one.at === other.at && one.to === other.to;
}

/**
 * What a cable contributes now, with the links that it had before where they are the same to every way: the ways know
 * them by that.
 */
export function withLinksOf(
  before: FabricCable | null,
  now: FabricCable | null,
): FabricCable | null {
  return before && now && sameToWays(before, now) ? { ...now, links: before.links } : now;
}

function sameToWays(one: FabricCable, other: FabricCable): boolean {
  return (
    one.fabric === other.fabric &&
    one.links.length === other.links.length &&
    one.links.every((link, at) => sameLink(link, other.links[at]))
  );
}

function sameLink(one: FabricLink, other: FabricLink | undefined): boolean {
  return (
    other !== undefined &&
    joinSame(one, other) &&
    one.rail === other.rail &&
    one.missing === other.missing &&
    one.flightPs === other.flightPs &&
    one.addedPs === other.addedPs &&
    one.atHopPs === other.atHopPs &&
    one.toHopPs === other.toHopPs
  );
}

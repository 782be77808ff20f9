/** The links of a cable as a fabric sees them: from a node to a switch, or from switch to switch. */
import type { DeviceCategory } from '../model/device-type.ts';
import type { CableId, DeviceId } from '../model/ids.ts';
import type { Cable } from '../model/records.ts';
import type { LandedCable, Landing } from '../routing/landing.ts';
import { hopOf, type LinkTime, type Ps, picoseconds } from './link-time.ts';

/** A switch at the end of a link. */
export interface SwitchEnd {
  readonly id: DeviceId;
  /** Its transit time. */
  readonly hopPs: Ps;
}

/** Two devices that a cable joins; however many of its links join them, they take the same time. */
export interface FabricLink {
  readonly cable: CableId;
  readonly fabric: string;
  readonly rail: number | null;
  readonly time: LinkTime;
  /** What is known of its time: a lower bound where a part is unknown. */
  readonly knownPs: Ps;
  /** The device that sends and receives; null between two switches. */
  readonly host: DeviceId | null;
  /** The switch the host hangs on, or both switches. */
  readonly switches: readonly [SwitchEnd] | readonly [SwitchEnd, SwitchEnd];
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

/** What a cable contributes to the ways of its fabric. */
export interface FabricCable {
  readonly fabric: string;
  readonly links: readonly FabricLink[];
  /** The model of the panel where the way cannot be followed any further; null where there is none. */
  readonly endsAt: string | null;
}

/** The links of a cable that has landed; null when it has none: power cords carry no signal. */
export function fabricCable(cable: Cable, landed: LandedCable, time: LinkTime): FabricCable | null {
  if (cable.medium === 'power') return null;
  const links: FabricLink[] = [];
  let endsAt: string | null = null;
  for (const [index, a] of landed.a.entries()) {
    const from = landed.landings[a];
    const to = landed.landings[landed.b[index] ?? -1];
    if (!from || !to) continue;
    const link = linkBetween(cable, time, from, to);
    if (!link) endsAt ??= panelBetween(from, to);
    else if (!links.some((other) => joinSame(other, link))) links.push(link);
  }
  return links.length === 0 && endsAt === null ? null : { fabric: cable.fabric, links, endsAt };
}

function linkBetween(
  { id, fabric, rail }: Cable,
  time: LinkTime,
  from: Landing,
  to: Landing,
): FabricLink | null {
  const [fromPart, toPart] = [partOf(from), partOf(to)];
  const knownPs = (time.flightPs ?? 0) + (time.addedPs ?? 0);
  const link = { cable: id, fabric, rail, time, knownPs };
  if (fromPart === 'switch' && toPart === 'switch') {
    if (from.device.id === to.device.id) return null;
    return { ...link, host: null, switches: [switchEnd(from), switchEnd(to)] };
  }
  if (fromPart === 'host' && toPart === 'switch') {
    return { ...link, host: from.device.id, switches: [switchEnd(to)] };
  }
  if (fromPart === 'switch' && toPart === 'host') {
    return { ...link, host: to.device.id, switches: [switchEnd(from)] };
  }
  return null;
}

function partOf({ type }: Landing): Part {
  return PARTS[type.category];
}

function switchEnd({ device, type }: Landing): SwitchEnd {
  return { id: device.id, hopPs: picoseconds(hopOf(type).value) };
}

function panelBetween(from: Landing, to: Landing): string | null {
  const panel = [from, to].find((end) => partOf(end) === 'panel');
  const other = [from, to].find((end) => partOf(end) === 'host' || partOf(end) === 'switch');
  return panel && other ? panel.type.model : null;
}

function joinSame(one: FabricLink, other: FabricLink): boolean {
  return (
    one.host === other.host && one.switches.every(({ id }, at) => other.switches[at]?.id === id)
  );
}

/** Whether two versions of a cable are the same to every way over it. */
export function sameToWays(one: FabricCable, other: FabricCable): boolean {
  return (
    one.fabric === other.fabric &&
    one.endsAt === other.endsAt &&
    one.links.length === other.links.length &&
    one.links.every((link, at) => sameLink(link, other.links[at]))
  );
}

function sameLink(one: FabricLink, other: FabricLink | undefined): boolean {
  return (
    other !== undefined &&
    one.rail === other.rail &&
    one.time.flightPs === other.time.flightPs &&
    one.time.addedPs === other.time.addedPs &&
    one.host === other.host &&
    one.switches.length === other.switches.length &&
    one.switches.every(
      ({ id, hopPs }, at) => id === other.switches[at]?.id && hopPs === other.switches[at].hopPs,
    )
  );
}

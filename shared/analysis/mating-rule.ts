/** Rule `ports`, one cable: whether what it joins can work together at all. */
import type { PortKind } from '../model/device-type.ts';
import type { Cable, Device } from '../model/records.ts';
import type { LandedCable } from '../routing/landing.ts';
import { say } from '../text/index.ts';
import type { CableFacts, LinkPorts } from './cable-facts.ts';
import { type FindingSource, makeFinding, quantity, subjectOf, words } from './finding.ts';
import type { PortFacts } from './port-facts.ts';
import type { FindingValue } from './types.ts';

/** The error of a cable whose ends cannot mate, or null. */
export function matingFinding(
  cable: Cable,
  landed: LandedCable,
  facts: CableFacts,
): FindingSource | null {
  const bad = facts.links.findIndex((link) => mismatch(cable, link) !== null);
  const link = facts.links[bad];
  const why = link && mismatch(cable, link);
  if (!why) return null;
  return makeFinding({ id: `ports:${cable.id}:mate`, rule: 'ports', severity: 'error' }, () => ({
    subjects: [subjectOf(cable), ...devicesOf(landed).map(subjectOf)],
    message: `ports.mate.${why.reason}`,
    values: {
      cable: words(subjectOf(cable).name),
      from: words(portName(landed, landed.a[bad], link.a)),
      to: words(portName(landed, landed.b[bad], link.b)),
      ...valuesOf(link, why),
    },
  }));
}

type Mismatch =
  | { readonly reason: 'speed'; readonly speeds: readonly [a: number, b: number] }
  | { readonly reason: 'kind' };

/** Twisted pair agrees on the slower speed; everything else runs at its own. */
function mismatch(cable: Cable, { a, b }: LinkPorts): Mismatch | null {
  if (!MATES[a.port.kind].includes(b.port.kind)) return { reason: 'kind' };
  const [speedA, speedB] = [a.port.speedGbps, b.port.speedGbps];
  if (speedA === null || speedB === null || speedA === speedB) return null;
  return cable.medium === 'base-t' ? null : { reason: 'speed', speeds: [speedA, speedB] };
}

function valuesOf({ a, b }: LinkPorts, why: Mismatch): Readonly<Record<string, FindingValue>> {
  switch (why.reason) {
    case 'kind':
      return {
        kindA: words(say(`analysis.port.${a.port.kind}`)),
        kindB: words(say(`analysis.port.${b.port.kind}`)),
      };
    case 'speed':
      return {
        speedA: quantity(why.speeds[0], 'Gb/s', 'datasheet'),
        speedB: quantity(why.speeds[1], 'Gb/s', 'datasheet'),
      };
    default:
      return why satisfies never;
  }
}

/** What each kind of port may be joined to. */
const MATES: Readonly<Record<PortKind, readonly PortKind[]>> = {
  interface: ['interface', 'front', 'rear'],
  front: ['interface', 'front', 'rear', 'console', 'consoleServer'],
  rear: ['interface', 'front', 'rear', 'console', 'consoleServer'],
  console: ['consoleServer', 'front', 'rear'],
  consoleServer: ['console', 'front', 'rear'],
  powerInlet: ['powerOutlet'],
  powerOutlet: ['powerInlet'],
};

/** The devices at a cable's ends, each once, A ends first. */
export function devicesOf({ landings }: LandedCable): readonly Device[] {
  return [...new Set(landings.map(({ device }) => device))];
}

function portName(landed: LandedCable, place: number | undefined, { port }: PortFacts): string {
  const device = landed.landings[place ?? -1]?.device;
  return `${device?.name ?? ''} ${port.name}`.trim();
}

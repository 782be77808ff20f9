/** Rule `ports`, one cable: whether what it joins can work together at all. */
import type { Design } from '../model/design.ts';
import type { PortKind } from '../model/device-type.ts';
import type { Cable } from '../model/records.ts';
import { say } from '../text/index.ts';
import type { CableFacts, LinkPorts } from './cable-facts.ts';
import { makeFinding, quantity, subjectOf, words } from './finding.ts';
import type { Finding, FindingValue, Subject } from './types.ts';

/** The error of a cable whose ends cannot mate, or null. */
export function matingFinding(
  design: Pick<Design, 'devices'>,
  cable: Cable,
  facts: CableFacts,
): FindingSource | null {
  const bad = facts.links.findIndex((link) => mismatch(cable, link) !== null);
  const link = facts.links[bad];
  const why = link && mismatch(cable, link);
  if (!why) return null;
  const subject = subjectOf(cable);
  return makeFinding({ id: `ports:${cable.id}:mate`, rule: 'ports', severity: 'error' }, () => ({
    subjects: [subject, ...endDevices(design, cable)],
    message: `ports.mate.${why.reason}`,
    values: {
      cable: words(subject.name),
      from: words(portName(design, cable, link, 'a', bad)),
      to: words(portName(design, cable, link, 'b', bad)),
      ...why.values,
    },
  }));
}

interface Mismatch {
  readonly reason: 'speed' | 'kind';
  readonly values: Readonly<Record<string, FindingValue>>;
}

/** Twisted pair agrees on the slower speed; everything else runs at its own. */
function mismatch(cable: Cable, { a, b }: LinkPorts): Mismatch | null {
  if (!kindsMate(a.port.kind, b.port.kind)) {
    const kindA = words(say(`analysis.port.${a.port.kind}`));
    return { reason: 'kind', values: { kindA, kindB: words(say(`analysis.port.${b.port.kind}`)) } };
  }
  const [speedA, speedB] = [a.port.speedGbps, b.port.speedGbps];
  if (speedA === null || speedB === null || speedA === speedB) return null;
  if (cable.medium === 'base-t') return null;
  return {
    reason: 'speed',
    values: {
      speedA: quantity(speedA, 'Gb/s', 'datasheet'),
      speedB: quantity(speedB, 'Gb/s', 'datasheet'),
    },
  };
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

function kindsMate(a: PortKind, b: PortKind): boolean {
  return MATES[a].includes(b);
}

/** The devices at a cable's ends, each once. */
export function endDevices(design: Pick<Design, 'devices'>, cable: Cable): readonly Subject[] {
  const ids = new Set([...cable.ends.a, ...cable.ends.b].map((ref) => ref.deviceId));
  return [...ids].flatMap((id) => {
    const device = design.devices.get(id);
    return device ? [subjectOf(device)] : [];
  });
}

function portName(
  design: Pick<Design, 'devices'>,
  cable: Cable,
  link: LinkPorts,
  end: 'a' | 'b',
  index: number,
): string {
  const ref = cable.ends[end][index];
  const device = ref && design.devices.get(ref.deviceId);
  return `${device?.name ?? ''} ${link[end].port.name}`.trim();
}

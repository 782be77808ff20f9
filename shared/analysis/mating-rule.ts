/** Rule `ports`, one cable: whether what it joins can work together at all. */
import { mediumName } from '../catalog/index.ts';
import type { MediumId } from '../model/medium.ts';
import type { Cable, Device } from '../model/records.ts';
import type { LandedCable } from '../routing/landing.ts';
import { type LinkEnd, type Misfit, misfitOf, perLink, unlikeSpeeds } from '../rules/mating.ts';
import { say } from '../text/index.ts';
import type { CableFacts, LinkPorts } from './cable-facts.ts';
import { count, type FindingSource, makeFinding, quantity, subjectOf, words } from './finding.ts';
import type { PortFacts } from './port-facts.ts';
import type { Explanation, FindingValue } from './types.ts';

/** Why the ends of a cable cannot mate: the first of its links that is wrong. */
export interface MatingFault {
  readonly link: LinkPorts;
  readonly index: number;
  readonly why: Fault;
}

/** What is wrong with the ends of a cable of a medium, or null. */
export function matingFault(medium: MediumId, { links }: CableFacts): MatingFault | null {
  for (let index = 0; index < links.length; index += 1) {
    const link = links[index] as LinkPorts;
    const why = faultOf(medium, link);
    if (why) return { link, index, why };
  }
  return null;
}

type Fault =
  | Misfit
  /** `part`: the lanes run at one rate, and the port with more of them is used in part, as of a breakout with an idle leg. */
  | { readonly reason: 'speed' | 'part'; readonly speeds: readonly [a: number, b: number] };

function faultOf(medium: MediumId, link: LinkPorts): Fault | null {
  const a = endOf(link, 'a');
  const b = endOf(link, 'b');
  const misfit = misfitOf(a, b, medium);
  if (misfit && misfit.reason !== 'share') return misfit;
  const speeds = unlikeSpeeds(a, b, medium);
  if (speeds && usesPart(a, b)) return { reason: 'part', speeds };
  return misfit ?? (speeds && { reason: 'speed', speeds });
}

/** Whether the ends run at one rate a lane, and all links of one have room in the lanes of the other. */
function usesPart(a: LinkEnd, b: LinkEnd): boolean {
  const { lanes: lanesA } = a;
  const { lanes: lanesB } = b;
  const { speedGbps: speedA } = a.port;
  const { speedGbps: speedB } = b.port;
  if (lanesA === null || lanesB === null || speedA === null || speedB === null) return false;
  if (speedA * lanesB !== speedB * lanesA) return false;
  return lanesA > lanesB
    ? (a.links ?? 1) * lanesB < lanesA && (b.links ?? 1) === 1
    : (b.links ?? 1) * lanesA < lanesB && (a.links ?? 1) === 1;
}

function endOf(link: LinkPorts, end: 'a' | 'b'): LinkEnd {
  // Itself where it is not shared: there is one for every link of a hall.
  return link.sharing[end] === 1 ? link[end] : { ...link[end], links: link.sharing[end] };
}

/** The error of a cable whose ends cannot mate, or the note of one that uses a part of a port. */
export function matingFinding(
  cable: Cable,
  landed: LandedCable,
  { link, index, why }: MatingFault,
): FindingSource {
  const severity = why.reason === 'part' ? 'note' : 'error';
  return makeFinding({ id: `ports:${cable.id}:mate`, rule: 'ports', severity }, () => ({
    subjects: [subjectOf(cable), ...devicesOf(landed).map(subjectOf)],
    message: `ports.mate.${why.reason}`,
    values: {
      cable: words(subjectOf(cable).name),
      from: words(portName(landed, landed.a[index], link.a)),
      to: words(portName(landed, landed.b[index], link.b)),
      ...valuesOf(cable, link, why),
    },
    explanation: why.reason in UNLIKE ? [UNLIKE[why.reason as keyof typeof UNLIKE]] : [],
  }));
}

const UNLIKE: Readonly<Record<'lanes' | 'speed' | 'part', Explanation>> = {
  part: {
    formula: 'R_a != R_b',
    where: { R_a: 'speedA', R_b: 'speedB' },
    sources: ['ports of the device types: speed and lanes'],
  },
  speed: {
    formula: 'R_a != R_b',
    where: { R_a: 'speedA', R_b: 'speedB' },
    sources: ['ports of the device types, for each link'],
  },
  lanes: {
    formula: 'n_a != n_b; R_a != R_b',
    where: { n_a: 'lanesA', n_b: 'lanesB', R_a: 'speedA', R_b: 'speedB' },
    sources: ['ports of the device types, for each link', 'catalogue of media: plug'],
  },
};

function valuesOf(
  { medium }: Cable,
  link: LinkPorts,
  why: Fault,
): Readonly<Record<string, FindingValue>> {
  const { a, b } = link;
  switch (why.reason) {
    case 'kind':
      return {
        kindA: words(say(`analysis.port.${a.port.kind}`)),
        kindB: words(say(`analysis.port.${b.port.kind}`)),
      };
    case 'medium':
      return {
        medium: words(mediumName(medium)),
        end: words(why.end),
        cageKind: words(cageName(link[why.end])),
      };
    case 'plug':
      return { cageA: words(cageName(a)), cageB: words(cageName(b)) };
    case 'lanes':
      return {
        lanesA: count(perLink(a.lanes, link.sharing.a) ?? 0),
        lanesB: count(perLink(b.lanes, link.sharing.b) ?? 0),
        ...speedsOf(
          perLink(a.port.speedGbps, link.sharing.a) ?? 0,
          perLink(b.port.speedGbps, link.sharing.b) ?? 0,
        ),
      };
    case 'share':
      return {
        end: words(why.end),
        lanes: count(link[why.end].lanes ?? 0),
        links: count(why.links),
      };
    case 'speed':
    case 'part':
      return speedsOf(...why.speeds);
    default:
      return why satisfies never;
  }
}

function speedsOf(a: number, b: number): Readonly<Record<string, FindingValue>> {
  return { speedA: quantity(a, 'Gb/s', 'datasheet'), speedB: quantity(b, 'Gb/s', 'datasheet') };
}

function cageName({ cage, port }: PortFacts): string {
  return cage === null || cage.formFactor === 'other'
    ? say(`analysis.port.${port.kind}`)
    : say(`panels.formFactor.${cage.formFactor}`);
}

/** The devices at a cable's ends, each once, A ends first. */
export function devicesOf({ landings }: LandedCable): readonly Device[] {
  return [...new Set(landings.map(({ device }) => device))];
}

function portName(landed: LandedCable, place: number | undefined, { port }: PortFacts): string {
  const device = landed.landings[place ?? -1]?.device;
  return `${device?.name ?? ''} ${port.name}`.trim();
}

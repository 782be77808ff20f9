/** Rule `ports`, one cable: whether what it joins can work together at all. */
import { mediumFacts } from '../catalog/index.ts';
import type { Cable, Device } from '../model/records.ts';
import type { LandedCable } from '../routing/landing.ts';
import { cordFits, hasFixedEnds, needsBreakout, plugFits } from '../rules/plug-fit.ts';
import { kindsMate } from '../rules/port-lookup.ts';
import { say } from '../text/index.ts';
import type { CableFacts, LinkPorts } from './cable-facts.ts';
import { count, type FindingSource, makeFinding, quantity, subjectOf, words } from './finding.ts';
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
  const from = portName(landed, landed.a[bad], link.a);
  const to = portName(landed, landed.b[bad], link.b);
  return makeFinding({ id: `ports:${cable.id}:mate`, rule: 'ports', severity: 'error' }, () => ({
    subjects: [subjectOf(cable), ...devicesOf(landed).map(subjectOf)],
    message: `ports.mate.${why.reason}`,
    values: {
      cable: words(subjectOf(cable).name),
      from: words(from),
      to: words(to),
      ...valuesOf(cable, link, why),
      ...(why.reason === 'plug' ? { port: words(why.end === 'a' ? from : to) } : null),
    },
  }));
}

type Mismatch =
  | { readonly reason: 'kind' }
  | { readonly reason: 'plug'; readonly end: 'a' | 'b' }
  | { readonly reason: 'cord' }
  | { readonly reason: 'speed'; readonly speeds: Both }
  | { readonly reason: 'lanes'; readonly speeds: Both; readonly lanes: Both };

type Both = readonly [a: number, b: number];

/**
 * Why a link cannot work, the first reason that one meets with the cable in hand: the ports, the plug, the
 * speed. Twisted pair agrees on the slower speed; everything else runs at its own.
 */
function mismatch({ medium }: Cable, { a, b }: LinkPorts): Mismatch | null {
  if (!kindsMate(a.port.kind, b.port.kind)) return { reason: 'kind' };
  for (const [end, { port, cage }] of [['a', a] as const, ['b', b] as const]) {
    if (!plugFits(medium, port.kind, cage?.formFactor ?? 'other')) return { reason: 'plug', end };
  }
  const [outlet, inlet] = a.port.kind === 'powerOutlet' ? [a, b] : [b, a];
  if (medium === 'power' && outlet.cage && inlet.cage) {
    const fits = cordFits(outlet.cage.formFactor, inlet.cage.formFactor);
    return fits ? null : { reason: 'cord' };
  }
  const [speedA, speedB] = [a.port.speedGbps, b.port.speedGbps];
  if (speedA === null || speedB === null || speedA === speedB) return null;
  if (medium === 'base-t') return null;
  const speeds: Both = [speedA, speedB];
  const [lanesA, lanesB] = [a.port.lanes, b.port.lanes];
  const wired = hasFixedEnds(medium) && needsBreakout(a.port, b.port);
  if (!wired || lanesA === null || lanesB === null) return { reason: 'speed', speeds };
  return { reason: 'lanes', speeds, lanes: [lanesA, lanesB] };
}

function valuesOf(
  { medium }: Cable,
  { a, b }: LinkPorts,
  why: Mismatch,
): Readonly<Record<string, FindingValue>> {
  switch (why.reason) {
    case 'kind':
      return {
        kindA: words(say(`analysis.port.${a.port.kind}`)),
        kindB: words(say(`analysis.port.${b.port.kind}`)),
      };
    case 'plug':
      return {
        medium: words(say(mediumFacts(medium).nameKey)),
        cage: words(cageName(why.end === 'a' ? a : b)),
      };
    case 'cord':
      return { cageA: words(cageName(a)), cageB: words(cageName(b)) };
    case 'lanes':
      return {
        ...speedValues(why.speeds),
        lanesA: count(why.lanes[0]),
        lanesB: count(why.lanes[1]),
      };
    case 'speed':
      return speedValues(why.speeds);
    default:
      return why satisfies never;
  }
}

function speedValues([a, b]: Both): Readonly<Record<string, FindingValue>> {
  return { speedA: quantity(a, 'Gb/s', 'datasheet'), speedB: quantity(b, 'Gb/s', 'datasheet') };
}

function cageName({ cage }: PortFacts): string {
  return (cage?.formFactor ?? 'other').toUpperCase();
}

/** The devices at a cable's ends, each once, A ends first. */
export function devicesOf({ landings }: LandedCable): readonly Device[] {
  return [...new Set(landings.map(({ device }) => device))];
}

function portName(landed: LandedCable, place: number | undefined, { port }: PortFacts): string {
  const device = landed.landings[place ?? -1]?.device;
  return `${device?.name ?? ''} ${port.name}`.trim();
}

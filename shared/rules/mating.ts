/**
 * Whether the two ends of a link can mate over a medium. The window asks this before it plugs a cable in, and the
 * analysis of every cable that is there.
 */
import { mediumFacts } from '../catalog/index.ts';
import type { Cage, FormFactor, Port } from '../model/device-type.ts';
import type { MediumId } from '../model/medium.ts';
import type { PortRef } from '../model/records.ts';
import { isFibreAdapter, isPluggable, kindsMate, samePort } from './port-lookup.ts';

/** One end of a link. */
export interface LinkEnd {
  readonly port: Port;
  /** The opening it sits in; null where the type does not say. */
  readonly cage: Cage | null;
  /** Lanes of the port; null = unknown. */
  readonly lanes: number | null;
  /** Links of the cable that share this port; left out where it is one, as it mostly is. */
  readonly links?: number;
}

/** Why two ends cannot mate. */
export type Misfit =
  /** A port of another kind. */
  | { readonly reason: 'kind' }
  /** The medium does not go into the opening of that end. */
  | { readonly reason: 'medium'; readonly end: 'a' | 'b' }
  /** No cord leads from that outlet to that inlet. */
  | { readonly reason: 'plug' }
  /** A cable with fixed ends is wired lane to lane, and the ends differ in lanes and speed. */
  | { readonly reason: 'lanes' }
  /** The lanes of the port at that end cannot be shared evenly by so many links. */
  | { readonly reason: 'share'; readonly end: 'a' | 'b'; readonly links: number };

/** Why the ends cannot mate, or null. Whether they agree on a speed is another question: `unlikeSpeeds`. */
export function misfitOf(a: LinkEnd, b: LinkEnd, medium: MediumId): Misfit | null {
  if (!kindsMate(a.port.kind, b.port.kind)) return { reason: 'kind' };
  if (!mediumFits(medium, a)) return { reason: 'medium', end: 'a' };
  if (!mediumFits(medium, b)) return { reason: 'medium', end: 'b' };
  if (!sharesEvenly(a)) return { reason: 'share', end: 'a', links: a.links ?? 1 };
  if (!sharesEvenly(b)) return { reason: 'share', end: 'b', links: b.links ?? 1 };
  if (needsBreakout(a, b) && hasFixedEnds(medium)) return { reason: 'lanes' };
  const outlet = a.port.kind === 'powerOutlet' ? a : b;
  const inlet = outlet === a ? b : a;
  if (outlet.port.kind !== 'powerOutlet' || !outlet.cage || !inlet.cage) return null;
  return cordFits(outlet.cage.formFactor, inlet.cage.formFactor) ? null : { reason: 'plug' };
}

/** Whether each link that is in the port gets the same whole number of its lanes. */
function sharesEvenly({ lanes, links = 1 }: LinkEnd): boolean {
  return links === 1 || lanes === null || lanes % links === 0;
}

/** The speeds of the ends for each link, Gb/s, where they are known, differ, and cannot be agreed on. */
export function unlikeSpeeds(
  a: LinkEnd,
  b: LinkEnd,
  medium: MediumId,
): readonly [a: number, b: number] | null {
  const from = perLink(a.port.speedGbps, a.links);
  const to = perLink(b.port.speedGbps, b.links);
  const negotiates =
    medium === 'base-t' || (a.cage?.formFactor === 'rj45' && b.cage?.formFactor === 'rj45');
  return negotiates || from === null || to === null || from === to ? null : [from, to];
}

/** How many links of a cable's end stand in one port: its lanes and its speed are split among them. */
export function linksIn(ends: readonly PortRef[], ref: PortRef): number {
  if (ends.length === 1) return 1;
  let links = 0;
  for (const other of ends) if (samePort(other, ref)) links += 1;
  return links;
}

/** The share of one link in what a port has; `links` of the cable stand in the port. */
export function perLink(whole: number | null, links = 1): number | null {
  return whole === null ? null : whole / links;
}

/** Whether the end of such a cable goes into the port's opening. An opening nobody knows takes anything. */
function mediumFits(medium: MediumId, { port, cage }: LinkEnd): boolean {
  const isPower = port.kind === 'powerInlet' || port.kind === 'powerOutlet';
  if (isPower || medium === 'power') return isPower && medium === 'power';
  const formFactor = cage?.formFactor ?? 'other';
  if (formFactor === 'other') return true;
  switch (medium) {
    case 'dac':
    case 'acc':
    case 'aec':
    case 'aoc':
    case 'lpo':
      return isPluggable(formFactor);
    case 'mmf':
    case 'smf':
      return isPluggable(formFactor) || isFibreAdapter(formFactor);
    case 'cpo':
      return isFibreAdapter(formFactor);
    case 'base-t':
      return formFactor === 'rj45';
    default:
      return medium satisfies never;
  }
}

/** Whether a cord exists from the outlet to the inlet (IEC 60320: C13 feeds C14, C19 feeds C20 and C14). */
export function cordFits(outlet: FormFactor, inlet: FormFactor): boolean {
  if (outlet === 'other' || inlet === 'other') return true;
  if (outlet === 'c13') return inlet === 'c14';
  if (outlet === 'c19') return inlet === 'c20' || inlet === 'c14';
  return outlet === inlet;
}

/** Whether a plug that fills openings would fill this one. */
export function fillsCage({ cage }: Pick<LinkEnd, 'cage'>): boolean {
  return cage !== null && isPluggable(cage.formFactor);
}

/** Whether the medium's cables come with their plugs on. */
export function hasFixedEnds(medium: MediumId): boolean {
  return mediumFacts(medium).plug === 'cage';
}

/**
 * Whether ports differ in lanes and in speed: a cable with fixed ends is wired lane to lane. Ports of one
 * speed mate over either number of lanes, as a 100G port runs over two lanes or over four.
 */
function needsBreakout(a: LinkEnd, b: LinkEnd): boolean {
  if (!fillsCage(a) || !fillsCage(b)) return false;
  const lanesA = perLink(a.lanes, a.links);
  const lanesB = perLink(b.lanes, b.links);
  const speedA = perLink(a.port.speedGbps, a.links);
  const speedB = perLink(b.port.speedGbps, b.links);
  const known = lanesA !== null && lanesB !== null && speedA !== null && speedB !== null;
  return known && lanesA !== lanesB && speedA !== speedB;
}

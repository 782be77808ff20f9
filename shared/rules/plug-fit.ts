/** Which plug goes into which opening, and which speeds a cable with its plugs on can join. */
import { mediumFacts } from '../catalog/index.ts';
import type { FormFactor, Port, PortKind } from '../model/device-type.ts';
import type { MediumId } from '../model/medium.ts';
import { isFibreAdapter, isPluggable } from './port-lookup.ts';

/**
 * Whether the end of such a cable goes into an opening. An opening nobody knows (`other`) takes anything
 * that carries what the port does: a cord to power, the rest to data.
 */
export function plugFits(medium: MediumId, kind: PortKind, formFactor: FormFactor): boolean {
  const isPower = kind === 'powerInlet' || kind === 'powerOutlet';
  if (isPower || medium === 'power') return isPower && medium === 'power';
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

/** Whether the medium's cables come with their plugs on. */
export function hasFixedEnds(medium: MediumId): boolean {
  return mediumFacts(medium).plug === 'cage';
}

/**
 * Whether ports differ in lanes and in speed: a cable with fixed ends is wired lane to lane. Ports of one
 * speed mate over either number of lanes, as a 100G port runs over two lanes or over four.
 */
export function needsBreakout(a: Port, b: Port): boolean {
  const known =
    a.lanes !== null && b.lanes !== null && a.speedGbps !== null && b.speedGbps !== null;
  return known && a.lanes !== b.lanes && a.speedGbps !== b.speedGbps;
}

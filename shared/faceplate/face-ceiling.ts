/** The most that a face can carry: how many openings of a kind go on it, and how fast each is. */

import { FASTEST_LANE_GBPS, isElectrical } from '../catalog/electrical-lanes.ts';
import { formFactorFacts, reachRows } from '../catalog/index.ts';
import type { DeviceType, FormFactor } from '../model/device-type.ts';
import { bodyWidthMm } from '../model/rack-geometry.ts';
import { PANEL_WIDTH_MM } from '../units/length.ts';

/** What one would put on a face: each is in the table of data gear though none is fitted. */
export const USUAL_FORM_FACTORS = [
  'rj45',
  'sfp',
  'qsfp',
  'qsfp-dd',
  'osfp',
  'mpo',
] as const satisfies readonly FormFactor[];

/** Fastest that twisted pair is listed for, Gb/s. */
export const PAIR_GBPS = Math.max(
  ...reachRows.flatMap(({ medium, speedGbps }) => (medium === 'base-t' ? [speedGbps ?? 0] : [])),
);

/**
 * MPO of co-packaged optics: 36 to a unit, each with the 8 fibres of 800 Gb/s (physics.md, section 6). Panels
 * that only pass fibre through hold twice as many.
 */
const CPO_MPO_PER_U = 36;
const CPO_MPO_GBPS = 800;

/** Fastest an opening is today, Gb/s one way; null where nobody says. */
export function ratePerCage(formFactor: FormFactor): number | null {
  if (formFactor === 'rj45') return PAIR_GBPS;
  if (formFactor === 'mpo') return CPO_MPO_GBPS;
  const lanes = isElectrical(formFactor) ? (formFactorFacts(formFactor)?.lanes ?? null) : null;
  return lanes === null ? null : lanes * FASTEST_LANE_GBPS;
}

/**
 * How many openings of a kind have been put on a face of that height and width at most (catalogue of form
 * factors: ports per unit); infinite where nobody says.
 */
export function mostOnFace(type: DeviceType, formFactor: FormFactor): number {
  const perU =
    formFactor === 'mpo' ? CPO_MPO_PER_U : (formFactorFacts(formFactor)?.portsPerUMax ?? null);
  if (perU === null) return Number.POSITIVE_INFINITY;
  return Math.floor(perU * type.heightU * (bodyWidthMm(type) / PANEL_WIDTH_MM));
}

/** Openings whose modules have electrical lanes, and how fast such a lane may be. */
import type { FormFactor } from '../model/device-type.ts';

/** Fastest electrical lane of today's pluggable modules, Gb/s (P802.3dj; source S24). */
export const FASTEST_LANE_GBPS = 200;

const ELECTRICAL: ReadonlySet<FormFactor> = new Set([
  'sfp',
  'sfp-dd',
  'qsfp',
  'qsfp-dd',
  'osfp',
  'osfp-rhs',
  'osfp-xd',
]);

/** Whether the fastest lane bounds what a cage of this kind carries. */
export function isElectrical(formFactor: FormFactor): boolean {
  return ELECTRICAL.has(formFactor);
}

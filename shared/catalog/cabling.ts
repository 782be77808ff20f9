/** Rules of cabling: how bundles pack, how full a pathway may be, how tight a cable may bend. */
import cabling from './data/cabling.json' with { type: 'json' };
import latency from './data/latency.json' with { type: 'json' };
import { rowsOf, type Sourced, withSource } from './sources.ts';

export interface PackingFactor extends Sourced {
  readonly name: string;
  /** Share of the bundle's cross-section that is cable. */
  readonly phi: number;
  readonly note: string;
}

export interface PathwayFill extends Sourced {
  readonly name: string;
  /** Share of the pathway's cross-section that cables may take. */
  readonly fillMax: number;
  readonly note: string;
}

/**
 * Radius of the smallest circle around n equal circles, in radii of one: entry n − 1, for n = 1 … 19
 * (Graham, Specht; source S49).
 */
export const packingRatios: readonly number[] = cabling.packingRatios;

/** How tightly bundles are dressed (physics.md, section 3.2). */
export const packingFactors: readonly PackingFactor[] = rowsOf<PackingFactor>(
  cabling.packingFactors,
).map(withSource);

/** How full each kind of pathway may be (physics.md, section 3.3). */
export const pathwayFills: readonly PathwayFill[] = rowsOf<PathwayFill>(cabling.pathwayFill).map(
  withSource,
);

export interface LatencyRow extends Sourced {
  readonly name: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: 'ns' | 'ns/m';
  readonly note: string;
}

/** What delays a signal: flight, FEC, PHYs, retimers (reference table `latency`). */
export const latencyRows: readonly LatencyRow[] = rowsOf<LatencyRow>(latency).map(withSource);

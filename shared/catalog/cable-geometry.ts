/** How thick, how stiff and how heavy a cable is. */
import type { MediumId } from '../model/medium.ts';
import rows from './data/cable-geometry.json' with { type: 'json' };
import { rowsOf, type Sourced, withSource } from './sources.ts';

export interface CableGeometry extends Sourced {
  readonly name: string;
  readonly media: readonly MediumId[];
  /** Outer diameter, mm. */
  readonly odMm: number | null;
  /** What the diameter may deviate, mm: below and above. */
  readonly odToleranceMm: readonly [low: number, high: number] | null;
  readonly awg: number | null;
  /** Lanes in the jacket; null where the jacket is the same for any. */
  readonly lanes: number | null;
  /** Smallest bend radius at rest and while it is pulled, mm. */
  readonly bendSingleMm: number | null;
  readonly bendRepeatedMm: number | null;
  readonly kgPerM: number | null;
  readonly status: 'published' | 'derived' | 'estimate';
  readonly note: string;
}

/** Rows in order of trust: the first that fits is taken (physics.md, section 3.1). */
export const cableGeometryRows: readonly CableGeometry[] =
  rowsOf<CableGeometry>(rows).map(withSource);

/**
 * The best row for a cable: its number of lanes, else the next thicker jacket; its gauge, else a row that
 * leaves the gauge open, else the thickest wire. Rows without a diameter are passed over.
 * @param lanes lanes in one jacket, or null when unknown: takes the most
 * @param awg wire gauge, or null
 * @returns null when the table has no row of that medium
 */
export function cableGeometry(
  medium: MediumId,
  lanes: number | null,
  awg: number | null,
): CableGeometry | null {
  const wanted = lanes ?? Number.POSITIVE_INFINITY;
  const rank = (row: CableGeometry): number => 100 * lanesApart(row, wanted) + gaugeApart(row, awg);
  let best: CableGeometry | null = null;
  for (const row of cableGeometryRows) {
    if (row.odMm === null || !row.media.includes(medium)) continue;
    if (best === null || rank(row) < rank(best)) best = row;
  }
  return best;
}

function lanesApart(row: CableGeometry, wanted: number): number {
  if (row.lanes === wanted) return 0;
  if (row.lanes === null) return 1;
  return row.lanes > wanted ? 1 + row.lanes : 1000 - row.lanes;
}

function gaugeApart(row: CableGeometry, awg: number | null): number {
  if (row.awg === awg) return 0;
  if (row.awg === null) return 1;
  return awg === null ? 2 + row.awg : 2 + Math.abs(row.awg - awg);
}

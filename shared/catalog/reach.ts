/** How far each kind of cable carries: what standards promise, and what named products sell. */
import type { MediumId } from '../model/medium.ts';
import rows from './data/reach.json' with { type: 'json' };
import { rowsOf, type Sourced, withSource } from './sources.ts';

export interface ReachRow extends Sourced {
  /** Standard or product by its name. */
  readonly name: string;
  readonly medium: MediumId;
  /** Rate of the whole cable, Gb/s; null where the row holds for any. */
  readonly speedGbps: number | null;
  readonly laneGbps: number;
  readonly lanes: number;
  /** Longest reach, m. 0 says that the product range leaves this medium out on purpose. */
  readonly maxM: number;
  /** Shortest length sold, m. */
  readonly minM: number | null;
  readonly awg: number | null;
  /** Same number of lanes at both ends, or one end split over several plugs; null for standards and light. */
  readonly assembly: 'straight' | 'splitter' | null;
  /**
   * `standard` is a promise of IEEE, `product` a named thing one can buy; the others are weaker: a
   * consortium's system limit, an MSA, or what vendors usually sell.
   */
  readonly basis: 'standard' | 'product' | 'consortium' | 'msa' | 'vendor-typical';
  readonly fec: string;
  readonly note: string;
}

/** Every row of the reach table (physics.md, section 2). */
export const reachRows: readonly ReachRow[] = rowsOf<ReachRow>(rows).map(withSource);

/** The rows that name a product. */
export const cableProducts: readonly ReachRow[] = reachRows.filter(
  (row) => row.basis === 'product',
);

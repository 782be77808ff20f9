/** How far copper carries: what the standard promises and what named products sell (physics.md, section 2). */
import { type ReachRow, reachRows } from '../catalog/index.ts';
import { notNegative, positive, whole, within } from './domain.ts';
import type { ReachVerdict } from './types.ts';

/** A copper cable to be judged. */
export interface CopperCable {
  /** Rate of one lane, Gb/s, > 0. */
  readonly laneGbps: number;
  /** Lanes in the cable, at its wide end where it splits. */
  readonly lanes: number;
  /** `dac` or `passive_dac`, `acc`, `aec`. */
  readonly medium: string;
  /** Wire gauge; left out or null when unknown. */
  readonly awg?: number | null;
  /** Required length, m, ≥ 0. */
  readonly lengthM: number;
  /** Words of a product's name, or `straight` or `splitter`. */
  readonly product?: string | null;
}

export interface CopperReach {
  readonly verdict: ReachVerdict;
  /** What the standard promises, m; null = no standard speaks of it. */
  readonly standardM: number | null;
  readonly standard: string | null;
  /** What the best matching product reaches, m; null = no product listed. */
  readonly productM: number | null;
  readonly product: string | null;
}

/**
 * The verdict on a copper cable. `ok` within both the standard's reach and the product's; `vendor-only`
 * beyond the standard but within a named product's; `over` beyond the product's, or beyond the standard
 * where no product is listed; `unknown` where neither is. An unknown gauge counts as the thinnest wire
 * listed, a gauge that is not listed as the next thinner one.
 * @throws RangeError on nonsense: a medium that is not copper, a rate, length or number of lanes that is not
 *   one
 */
export function copperReach(cable: CopperCable): CopperReach {
  const length = notNegative('lengthM', cable.lengthM);
  const { standard, product } = copperLimits(cable);
  const standardM = standard?.maxM ?? null;
  const productM = product?.maxM ?? null;
  return {
    verdict: verdictOf(length, standardM, productM),
    standardM,
    standard: standard?.name ?? null,
    productM,
    product: product?.name ?? null,
  };
}

function verdictOf(
  length: number,
  standardM: number | null,
  productM: number | null,
): ReachVerdict {
  if (standardM === null && productM === null) return 'unknown';
  if (length > (productM ?? Number.POSITIVE_INFINITY)) return 'over';
  if (standardM === null || length <= standardM) return 'ok';
  return productM === null ? 'over' : 'vendor-only';
}

interface CopperLimits {
  readonly standard: ReachRow | null;
  readonly product: ReachRow | null;
}

const limitsPerCable = new Map<string, CopperLimits>();

/** The rows that a cable is held against; they do not depend on its length. */
function copperLimits(cable: CopperCable): CopperLimits {
  const { laneGbps, lanes, medium } = cable;
  const awg = cable.awg ?? null;
  const words = cable.product?.trim().toLowerCase() ?? '';
  const key = `${medium}|${laneGbps}|${lanes}|${awg}|${words}`;
  const known = limitsPerCable.get(key);
  if (known) return known;
  positive('laneGbps', laneGbps);
  whole('lanes', lanes, 1);
  if (awg !== null) within('awg', awg, 0, 50);
  const id = copperMedium(medium);
  const rows = reachRows.filter((row) => row.medium === id && row.laneGbps === laneGbps);
  const limits = {
    standard: standardRow(rows, lanes),
    product: productRow(rows, lanes, awg, words),
  };
  limitsPerCable.set(key, limits);
  return limits;
}

function copperMedium(medium: string): 'dac' | 'acc' | 'aec' {
  switch (medium) {
    case 'dac':
    case 'passive_dac':
      return 'dac';
    case 'acc':
    case 'aec':
      return medium;
    default:
      throw new RangeError(`${medium} is not a copper medium: dac, acc or aec`);
  }
}

/** Standards promise per lane rate; the row of as many lanes speaks first. */
function standardRow(rows: readonly ReachRow[], lanes: number): ReachRow | null {
  const promises = rows.filter(({ basis }) => basis === 'standard' || basis === 'vendor-typical');
  const exact = promises.filter((row) => row.lanes === lanes);
  return longest(exact) ?? longest(promises);
}

function productRow(
  rows: readonly ReachRow[],
  lanes: number,
  awg: number | null,
  words: string,
): ReachRow | null {
  const products = rows.filter((row) => row.basis === 'product');
  if (words !== '') {
    return ofGauge(
      products.filter((row) => isNamed(row, words) && row.lanes >= lanes),
      awg,
    );
  }
  const sold = products.filter((row) => row.maxM > 0 && row.lanes === lanes);
  const straight = sold.filter((row) => row.assembly !== 'splitter');
  if (awg === null) return ofGauge(straight, null) ?? ofGauge(sold, null);
  const sameGauge = (row: ReachRow): boolean => row.awg === awg;
  return (
    longest(straight.filter(sameGauge)) ??
    longest(sold.filter(sameGauge)) ??
    ofGauge(straight, awg) ??
    ofGauge(sold, awg)
  );
}

function isNamed(row: ReachRow, words: string): boolean {
  const name = `${row.name} ${row.assembly ?? ''}`.toLowerCase();
  return words.split(/\s+/).every((word) => name.includes(word));
}

/** The longest row of that gauge, else of one that leaves the gauge open, else of the next thinner wire. */
function ofGauge(rows: readonly ReachRow[], awg: number | null): ReachRow | null {
  const exact = longest(rows.filter((row) => row.awg === awg));
  if (exact) return exact;
  const open = longest(rows.filter((row) => row.awg === null));
  if (open) return open;
  const gauges = rows.flatMap((row) => (row.awg === null ? [] : [row.awg]));
  const thinner = awg === null ? gauges : gauges.filter((gauge) => gauge > awg);
  if (thinner.length === 0) return null;
  const next = awg === null ? Math.max(...thinner) : Math.min(...thinner);
  return longest(rows.filter((row) => row.awg === next));
}

function longest(rows: readonly ReachRow[]): ReachRow | null {
  return rows.reduce<ReachRow | null>(
    (best, row) => (best === null || row.maxM > best.maxM ? row : best),
    null,
  );
}

/**
 * Diameter of a solid wire, mm: 0.127·92^((36−AWG)/39), exact by definition of the gauge (physics.md,
 * section 2.2).
 * @param awg American wire gauge, 0 to 50
 * @throws RangeError outside that
 */
export function conductorMm(awg: number): number {
  return 0.127 * 92 ** ((36 - within('awg', awg, 0, 50)) / 39);
}

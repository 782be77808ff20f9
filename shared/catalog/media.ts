/** Facts about each medium: what its plug takes, how long it can be bought, what it costs in time and watts. */
import type { Fact, Known } from '../model/fact.ts';
import type { MediumId } from '../model/medium.ts';
import { say } from '../text/index.ts';
import power from './data/cable-power.json' with { type: 'json' };
import media from './data/media.json' with { type: 'json' };
import { type FactEntry, factFrom, rowsOf, type Sourced, withSource } from './sources.ts';

export interface MediumFacts {
  readonly id: MediumId;
  /** Message key of its name; `${nameKey}.short` is the abbreviation. */
  readonly nameKey: string;
  readonly carrier: 'copper' | 'fibre' | 'power';
  /**
   * What one end takes up: the whole cage (a cable with fixed ends), or one port of a twin-port transceiver
   * that stays in the cage.
   */
  readonly plug: 'cage' | 'port';
  /** False for power cords: the reach table does not speak of them. */
  readonly checksReach: boolean;
  /** Spare length at each end, m. */
  readonly slackPerEndM: Fact;
  /** Flight time, ns/m. */
  readonly nsPerM: Known;
  /** What the electronics of both ends add to one pass, ns; FEC is the host's and not counted. */
  readonly addedLatencyNs: Known;
}

/** What one end of a medium draws at one rate. */
export interface CablePowerRow extends Sourced {
  readonly name: string;
  readonly medium: MediumId;
  readonly speedGbps: number;
  readonly typicalW: number | null;
  readonly maxW: number | null;
  readonly note: string;
}

interface StockEntry {
  /** Rate of the whole cable up to which the ladder holds; null for all above. */
  readonly upToGbps: number | null;
  readonly lengthsM: readonly number[];
  readonly source: string;
}

interface MediumEntry {
  readonly id: MediumId;
  readonly carrier: MediumFacts['carrier'];
  readonly plug: MediumFacts['plug'];
  readonly checksReach: boolean;
  readonly slackPerEndM: FactEntry;
  readonly nsPerM: FactEntry | null;
  readonly addedLatencyNs: FactEntry | null;
  readonly stock: readonly StockEntry[];
}

const ENTRIES = rowsOf<MediumEntry>(media);

/** Every medium, in the order in which one tries them: copper first, then light, then the rest. */
export const MEDIA: ReadonlyMap<MediumId, MediumFacts> = new Map(
  ENTRIES.map((entry) => [entry.id, factsOf(entry)]),
);

function factsOf(entry: MediumEntry): MediumFacts {
  return {
    id: entry.id,
    nameKey: `catalog.medium.${entry.id}`,
    carrier: entry.carrier,
    plug: entry.plug,
    checksReach: entry.checksReach,
    slackPerEndM: factFrom(entry.slackPerEndM),
    nsPerM: factFrom(entry.nsPerM),
    addedLatencyNs: factFrom(entry.addedLatencyNs),
  };
}

/** The facts of a medium. @throws RangeError when the catalogue lacks it */
export function mediumFacts(id: MediumId): MediumFacts {
  const facts = MEDIA.get(id);
  if (!facts) throw new RangeError(`no medium ${id} in the catalogue`);
  return facts;
}

/** Name of a medium, in words. @throws RangeError when the catalogue lacks it */
export function mediumName(id: MediumId): string {
  return say(mediumFacts(id).nameKey);
}

const STOCK: ReadonlyMap<MediumId, readonly StockEntry[]> = new Map(
  ENTRIES.map((entry) => [entry.id, entry.stock]),
);

/**
 * Lengths to buy, ascending, m. Steps between a product's shortest and longest are assumed.
 * @param speedGbps rate of the whole cable (its links together); null = unknown, takes the slowest ladder
 */
export function stockLengthsM(medium: MediumId, speedGbps: number | null): readonly number[] {
  const ladders = STOCK.get(medium) ?? [];
  const rate = speedGbps ?? 0;
  const ladder = ladders.find(({ upToGbps }) => upToGbps === null || rate <= upToGbps);
  return ladder?.lengthsM ?? [];
}

/** What the ends of cables and their transceivers draw (reference table `power`). */
export const cablePowerRows: readonly CablePowerRow[] =
  rowsOf<CablePowerRow>(power).map(withSource);

/**
 * Power of one end of one link, W: the row of that rate (typical, else maximum), or the row of the nearest
 * rate scaled to this one and then `derived`. Passive copper draws the same at any rate. Unknown where the
 * medium has no row (twisted pair).
 * @param speedGbps rate of the link, > 0
 */
export function endPowerW(medium: MediumId, speedGbps: number): Known {
  const rows = cablePowerRows.filter((row) => row.medium === medium);
  const apart = (row: CablePowerRow): number => Math.abs(Math.log(row.speedGbps / speedGbps));
  const [first, ...rest] = rows;
  if (!first) return null;
  const best = rest.reduce((near, row) => (apart(row) < apart(near) ? row : near), first);
  const watts = best.typicalW ?? best.maxW;
  if (watts === null) return null;
  if (medium === 'dac' || best.speedGbps === speedGbps) {
    return {
      value: watts,
      provenance: best.recalled ? 'assumed' : 'datasheet',
      source: `${best.name}: ${best.source}`,
    };
  }
  return {
    value: (watts * speedGbps) / best.speedGbps,
    provenance: 'derived',
    source: `${best.name}, scaled by rate: ${best.source}`,
  };
}

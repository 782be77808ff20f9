/** Numbers of a comparison. What is unknown stays so: a sum over partly unknown parts is a lower bound and says it. */
import type { Band } from '../analysis/types.ts';
import type { Provenance } from '../model/fact.ts';

export interface Figure {
  /** Nominal; null = unknown. */
  readonly value: number | null;
  /** Null where there is one number and no band. */
  readonly band: Band | null;
  readonly unit: string;
  /** Of the weakest part. */
  readonly provenance: Provenance;
  /** True where parts are unknown, so that the whole is this or more. */
  readonly atLeast: boolean;
  /** How many parts are unknown. */
  readonly unknownParts: number;
  /** What would settle them, e.g. `medium cpo: addedLatencyNs`. */
  readonly missing: readonly string[];
}

/** One part of a figure. */
export interface Part {
  readonly value: number | Band | null;
  readonly provenance: Provenance;
  /** What is missing where the value is null. */
  readonly missing?: string;
  /** How often the part counts in a sum; 1 when left out. */
  readonly times?: number;
}

const WEAKEST_FIRST: readonly Provenance[] = ['assumed', 'derived', 'datasheet', 'measured'];

function weakest(parts: readonly Part[]): Provenance {
  return (
    WEAKEST_FIRST.find((rank) => parts.some(({ provenance }) => provenance === rank)) ?? 'derived'
  );
}

interface Known extends Part {
  readonly value: number | Band;
}

function isKnown(part: Part): part is Known {
  return part.value !== null;
}

/** The figure made of these parts; `of` combines one or more that are known. */
function figureOf(
  unit: string,
  parts: readonly Part[],
  of: (known: readonly Known[]) => number | Band,
): Figure {
  const known = parts.filter(isKnown);
  const unknown = parts.filter((part) => !isKnown(part));
  const result = known.length === 0 && unknown.length > 0 ? null : of(known);
  const isBand = typeof result === 'object' && result !== null;
  return {
    value: isBand ? result.nominal : result,
    band: isBand ? result : null,
    unit,
    provenance: weakest(known.length > 0 ? known : parts),
    atLeast: result !== null && unknown.length > 0,
    unknownParts: unknown.reduce((sum, { times = 1 }) => sum + times, 0),
    missing: [...new Set(unknown.flatMap(({ missing }) => missing ?? []))].sort(),
  };
}

/** The sum of the parts; 0 where there are none. */
export function sumOf(unit: string, parts: readonly Part[]): Figure {
  return figureOf(unit, parts, (known) => {
    const add = (pick: (value: number | Band) => number): number =>
      known.reduce((sum, { value, times = 1 }) => sum + pick(value) * times, 0);
    const nominal = add(nominalOf);
    const [low, high] = [add(lowOf), add(highOf)];
    return low === nominal && high === nominal ? nominal : { low, nominal, high };
  });
}

/** The part with the greatest nominal value; 0 where there are none. */
export function greatestOf(unit: string, parts: readonly Part[]): Figure {
  return figureOf(unit, parts, ([first, ...others]) => {
    if (!first) return 0;
    return others.reduce<number | Band>(
      (worst, { value }) => (nominalOf(value) > nominalOf(worst) ? value : worst),
      first.value,
    );
  });
}

/** The mean of the parts that are known, which bounds nothing; 0 where there are none. */
export function meanOf(unit: string, parts: readonly Part[]): Figure {
  const mean = figureOf(unit, parts, (known) => {
    const sum = known.reduce((total, { value }) => total + nominalOf(value), 0);
    return known.length === 0 ? 0 : sum / known.length;
  });
  return { ...mean, atLeast: false };
}

function nominalOf(value: number | Band): number {
  return typeof value === 'number' ? value : value.nominal;
}

function lowOf(value: number | Band): number {
  return typeof value === 'number' ? value : value.low;
}

function highOf(value: number | Band): number {
  return typeof value === 'number' ? value : value.high;
}

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

const WEAKEST_FIRST: readonly Provenance[] = ['assumed', 'derived', 'datasheet', 'measured'];

/** The weakest of the provenances that were told. */
class Weakest {
  #rank = WEAKEST_FIRST.length;

  tell(provenance: Provenance): void {
    const rank = WEAKEST_FIRST.indexOf(provenance);
    if (rank < this.#rank) this.#rank = rank;
  }

  get provenance(): Provenance {
    return WEAKEST_FIRST[this.#rank] ?? 'derived';
  }
}

/** A figure while its parts are gathered, one by one: of a hall there are a hundred thousand, which nobody keeps. */
abstract class Gathering {
  #known = 0;
  #lacking = 0;
  #unknownParts = 0;
  readonly #weakestKnown = new Weakest();
  readonly #weakestLacking = new Weakest();
  readonly #missing = new Set<string>();

  /** A part that is known. @param times how often it counts in a sum */
  know(value: number | Band, provenance: Provenance, times = 1): void {
    this.#known += 1;
    this.#weakestKnown.tell(provenance);
    this.take(value, times);
  }

  /** A part that is not. @param missing what would settle it; null where nobody can say */
  lack(missing: string | null, provenance: Provenance, times = 1): void {
    this.#lacking += 1;
    this.#unknownParts += times;
    this.#weakestLacking.tell(provenance);
    if (missing !== null) this.#missing.add(missing);
  }

  figure(unit: string): Figure {
    const result = this.#known === 0 && this.#lacking > 0 ? null : this.whole(this.#known);
    const isBand = typeof result === 'object' && result !== null;
    const weakest = this.#known > 0 ? this.#weakestKnown : this.#weakestLacking;
    return {
      value: isBand ? result.nominal : result,
      band: isBand ? result : null,
      unit,
      provenance: weakest.provenance,
      atLeast: result !== null && this.#lacking > 0,
      unknownParts: this.#unknownParts,
      missing: [...this.#missing].sort(),
    };
  }

  protected abstract take(value: number | Band, times: number): void;
  /** What the parts make together; 0 where there are none. */
  protected abstract whole(known: number): number | Band;
}

/** The sum of the parts. */
export class Sum extends Gathering {
  #low = 0;
  #nominal = 0;
  #high = 0;

  protected take(value: number | Band, times: number): void {
    this.#low += lowOf(value) * times;
    this.#nominal += nominalOf(value) * times;
    this.#high += highOf(value) * times;
  }

  protected whole(): number | Band {
    const [low, nominal, high] = [this.#low, this.#nominal, this.#high];
    return low === nominal && high === nominal ? nominal : { low, nominal, high };
  }
}

/** The part with the greatest nominal value, the first of equal ones. */
export class Greatest extends Gathering {
  #greatest: number | Band | null = null;

  protected take(value: number | Band): void {
    if (this.#greatest === null || nominalOf(value) > nominalOf(this.#greatest)) {
      this.#greatest = value;
    }
  }

  protected whole(): number | Band {
    return this.#greatest ?? 0;
  }
}

/** The mean of the parts that are known, which bounds nothing. */
export class Mean extends Gathering {
  #sum = 0;

  protected take(value: number | Band): void {
    this.#sum += nominalOf(value);
  }

  protected whole(known: number): number {
    return known === 0 ? 0 : this.#sum / known;
  }

  override figure(unit: string): Figure {
    return { ...super.figure(unit), atLeast: false };
  }
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

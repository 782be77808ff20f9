/**
 * Results that follow from a list of numbers, remembered by it. In a hall rack after rack is built the same: to see
 * that costs a few comparisons, to find the same result again a walk over all that it is made of.
 */

/** Numbers that are gathered to look a result up; the same object is used again and again. */
export class NumberKey {
  length = 0;
  #values = new Float64Array(64);

  add(value: number): void {
    if (this.length === this.#values.length) {
      const longer = new Float64Array(2 * this.length);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  /** The numbers as they are now. */
  copy(): Float64Array {
    return this.#values.slice(0, this.length);
  }

  is(values: Float64Array): boolean {
    if (values.length !== this.length) return false;
    for (let at = 0; at < values.length; at += 1) {
      if (values[at] !== this.#values[at]) return false;
    }
    return true;
  }
}

interface Known<Result> {
  readonly numbers: Float64Array;
  readonly result: Result;
}

/** The last few results. */
export class RememberedByNumbers<Result> {
  readonly #known: Known<Result>[] = [];

  /** The result of these numbers, made where it is not known. */
  find(key: NumberKey, make: () => Result): Result {
    for (let at = 0; at < this.#known.length; at += 1) {
      const { numbers, result } = this.#known[at] as Known<Result>;
      if (key.is(numbers)) return result;
    }
    const known = { numbers: key.copy(), result: make() };
    if (this.#known.length === KEPT) this.#known.shift();
    this.#known.push(known);
    return known.result;
  }
}
/** Beyond, looking through them costs more than it saves. */
const KEPT = 16;

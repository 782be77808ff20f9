/**
 * Results that follow from a list of numbers, or of parts, remembered by it. In a hall rack after rack is built the
 * same: to see that costs a few comparisons, to find the same result again a walk over all that it is made of.
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

/** What a result is looked up by when it hangs on records as well: they are the same when they are the same object. */
export type Part = object | string | number | boolean | null | undefined;

/** The same of parts. */
export class PartKey {
  length = 0;
  readonly #parts: Part[] = [];

  add(part: Part): void {
    this.#parts[this.length] = part;
    this.length += 1;
  }

  copy(): readonly Part[] {
    return this.#parts.slice(0, this.length);
  }

  is(parts: readonly Part[]): boolean {
    if (parts.length !== this.length) return false;
    for (let at = 0; at < parts.length; at += 1) if (parts[at] !== this.#parts[at]) return false;
    return true;
  }
}

interface Key<Copy> {
  copy(): Copy;
  is(copy: Copy): boolean;
}

interface Known<Copy, Result> {
  readonly key: Copy;
  readonly result: Result;
}

/** The last few results. */
class RememberedFew<Copy, Result> {
  readonly #known: Known<Copy, Result>[] = [];

  /** The result of a key, made where it is not known. */
  find(key: Key<Copy>, make: () => Result): Result {
    for (let at = 0; at < this.#known.length; at += 1) {
      const known = this.#known[at] as Known<Copy, Result>;
      if (key.is(known.key)) return known.result;
    }
    // The key is taken before the result is made: making it may gather another.
    const copy = key.copy();
    const result = make();
    if (this.#known.length === KEPT) this.#known.shift();
    this.#known.push({ key: copy, result });
    return result;
  }
}
/** Beyond, looking through them costs more than it saves. */
const KEPT = 64;

export class RememberedByNumbers<Result> extends RememberedFew<Float64Array, Result> {}
export class RememberedByParts<Result> extends RememberedFew<readonly Part[], Result> {}

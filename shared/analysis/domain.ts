/** Where a formula holds. Nonsense is refused at the door, so that no result is ever NaN. */

/**
 * The value, when it lies in `[low, high]`.
 * @throws RangeError otherwise, naming the quantity
 */
export function within(name: string, value: number, low: number, high: number): number {
  if (value >= low && value <= high) return value;
  throw new RangeError(`${name} is ${value}, and must be from ${low} to ${high}`);
}

/** The value, when it is finite and not negative. @throws RangeError otherwise */
export function notNegative(name: string, value: number): number {
  if (Number.isFinite(value) && value >= 0) return value;
  throw new RangeError(`${name} is ${value}, and must be a number from 0 on`);
}

/** The value, when it is finite and positive. @throws RangeError otherwise */
export function positive(name: string, value: number): number {
  if (Number.isFinite(value) && value > 0) return value;
  throw new RangeError(`${name} is ${value}, and must be a number above 0`);
}

/** The value, when it is a whole number from `low` on. @throws RangeError otherwise */
export function whole(name: string, value: number, low: number): number {
  if (Number.isSafeInteger(value) && value >= low) return value;
  throw new RangeError(`${name} is ${value}, and must be a whole number from ${low} on`);
}

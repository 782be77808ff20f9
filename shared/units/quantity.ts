/**
 * Numbers as people write them in a field: `2U`, `1.75in`, `600 mm`, `2U+10mm`, `7.2 kW`, `75 °F`. What a
 * field holds is one number in one unit (mm, U, W, kg, °C, m or a share); this is the way in and out.
 */
import { MM_PER_INCH, OPEN_RACK_UNIT_MM, RACK_UNIT_MM } from './length.ts';

/** What a field measures. The number it stands for is in the unit in brackets. */
export type Dimension =
  /** mm */
  | 'length'
  /** m */
  | 'distance'
  /** U */
  | 'rack-units'
  /** W */
  | 'power'
  /** kg */
  | 'weight'
  /** °C */
  | 'temperature'
  /** 0..1 */
  | 'share'
  /** plain */
  | 'number';

export type Reading =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly reason: QuantityError };

export type QuantityError = 'empty' | 'not-a-quantity' | 'unknown-unit' | 'not-finite';

/** A unit: value in the dimension's own unit = number × factor + offset. */
interface Unit {
  readonly factor: number;
  readonly offset: number;
}

const FOOT_MM = 304.8;
const POUND_KG = 0.45359237;

function scaled(factors: Readonly<Record<string, number>>): ReadonlyMap<string, Unit> {
  return new Map(Object.entries(factors).map(([name, factor]) => [name, { factor, offset: 0 }]));
}

const LENGTH_MM = {
  mm: 1,
  cm: 10,
  m: 1000,
  in: MM_PER_INCH,
  '"': MM_PER_INCH,
  '″': MM_PER_INCH,
  ft: FOOT_MM,
  "'": FOOT_MM,
  '′': FOOT_MM,
  u: RACK_UNIT_MM,
  ru: RACK_UNIT_MM,
  ou: OPEN_RACK_UNIT_MM,
};

function lengthsIn(unitMm: number): ReadonlyMap<string, Unit> {
  const factors = Object.entries(LENGTH_MM).map(([name, mm]) => [
    name,
    mm === unitMm ? 1 : mm / unitMm,
  ]);
  return scaled(Object.fromEntries(factors));
}

const UNITS: Readonly<Record<Dimension, ReadonlyMap<string, Unit>>> = {
  length: lengthsIn(1),
  distance: lengthsIn(1000),
  'rack-units': lengthsIn(RACK_UNIT_MM),
  power: scaled({ w: 1, kw: 1000, mw: 1_000_000 }),
  weight: scaled({ kg: 1, g: 0.001, t: 1000, lb: POUND_KG, lbs: POUND_KG }),
  temperature: new Map([
    ['c', { factor: 1, offset: 0 }],
    ['k', { factor: 1, offset: -273.15 }],
    ['f', { factor: 5 / 9, offset: -160 / 9 }],
  ]),
  share: scaled({ '%': 0.01 }),
  number: scaled({}),
};

/** The unit that a bare number has, per dimension. */
const BARE: Readonly<Record<Dimension, string>> = {
  length: 'mm',
  distance: 'm',
  'rack-units': 'u',
  power: 'w',
  weight: 'kg',
  temperature: 'c',
  share: '%',
  number: '',
};

/** Number first: digits with an optional fraction, or a fraction alone. */
const TERM = /^([+-]?)\s*(\d+(?:\.\d*)?|\.\d+)\s*([a-zµ%°"″'′]*)\s*/i;

/**
 * Reads a quantity, or a sum of quantities.
 * @param text what a person typed; a bare number is in `bareUnit`; a comma before exactly three digits groups
 * thousands, any other is a decimal comma
 * @param dimension what the field measures
 * @param bareUnit unit of a bare number, e.g. `in` for a person who works in inches
 * @returns the number in the dimension's own unit, or why there is none
 */
export function parseQuantity(
  text: string,
  dimension: Dimension,
  bareUnit = BARE[dimension],
): Reading {
  let rest = text
    .trim()
    .replaceAll('−', '-')
    .replace(/(\d),(?=\d{3}(\D|$))/g, '$1')
    .replace(/(\d),(?=\d)/g, '$1.');
  if (rest === '') return { ok: false, reason: 'empty' };
  let value = 0;
  for (let first = true; rest !== ''; first = false) {
    const term = TERM.exec(rest);
    if (!term || (!first && term[1] === '')) return { ok: false, reason: 'not-a-quantity' };
    const unit = unitNamed(term[3] || bareUnit, dimension);
    if (!unit) return { ok: false, reason: 'unknown-unit' };
    const number = Number(`${term[1]}${term[2]}`);
    // Only the first term of a sum is a temperature on a scale; what is added to it is a difference.
    value += number * unit.factor + (first ? unit.offset : 0);
    rest = rest.slice(term[0].length);
  }
  return Number.isFinite(value)
    ? { ok: true, value: tidy(value) }
    : { ok: false, reason: 'not-finite' };
}

function unitNamed(name: string, dimension: Dimension): Unit | undefined {
  const plain = name.toLowerCase().replace('°', '');
  if (dimension === 'number' && plain === '') return { factor: 1, offset: 0 };
  return UNITS[dimension].get(plain);
}

/** Takes off what binary fractions add: nine digits after the point are far below any field's resolution. */
function tidy(value: number): number {
  const tidied = Number(value.toFixed(9));
  return Object.is(tidied, -0) ? 0 : tidied;
}

/** A unit to show numbers in. */
export type ShownUnit = 'mm' | 'in' | 'm' | 'U' | 'W' | 'kW' | 'kg' | '°C' | '%' | '';

/** Digits after the point that lose nothing the file keeps (a micrometre, a gram, a tenth of a percent). */
const SHOWN_DIGITS: Readonly<Record<ShownUnit, number>> = {
  mm: 3,
  in: 6,
  m: 3,
  U: 3,
  W: 3,
  kW: 6,
  kg: 3,
  '°C': 3,
  '%': 4,
  '': 6,
};

/**
 * Writes a number with its unit so that `parseQuantity` reads it back to within half a step of the last
 * digit shown; no trailing zeros.
 * @param value in the dimension's own unit
 * @throws RangeError when the unit does not measure the dimension
 */
export function formatQuantity(value: number, dimension: Dimension, shown: ShownUnit): string {
  const unit = unitNamed(shown, dimension);
  if (!unit) throw new RangeError(`${shown} does not measure ${dimension}`);
  const number = String(Number(((value - unit.offset) / unit.factor).toFixed(SHOWN_DIGITS[shown])));
  if (shown === '') return number;
  return shown === 'U' || shown === '%' ? `${number}${shown}` : `${number} ${shown}`;
}

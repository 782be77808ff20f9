/**
 * What a person types into the library's search: words in any order, and between them expressions such as
 * `osfp >= 64`, `free OSFP ≥ 64`, `power < 2 kW`, `1U`, `400G`, `64x400G`, `airflow:rear-to-front`,
 * `maker:nvidia`, `unknown:power`. What is not yet whole while it is typed is a word like any other.
 */
import { FORM_FACTORS, type FormFactor } from '../model/device-type.ts';

export const QUANTITIES = [
  'height',
  'ports',
  'cages',
  'speed',
  'bandwidth',
  'power',
  'weight',
  'depth',
  'flow',
  'noise',
] as const;
/** U, counts, Gb/s of the fastest port, Tb/s of all, W, kg, mm, CFM, dB(A). */
export type Quantity = (typeof QUANTITIES)[number];

const QUANTITY_NAMES: Readonly<Record<string, Quantity>> = {
  height: 'height',
  u: 'height',
  ports: 'ports',
  port: 'ports',
  cages: 'cages',
  cage: 'cages',
  speed: 'speed',
  bandwidth: 'bandwidth',
  tbps: 'bandwidth',
  power: 'power',
  watts: 'power',
  weight: 'weight',
  mass: 'weight',
  depth: 'depth',
  flow: 'flow',
  airflow: 'flow',
  cfm: 'flow',
  noise: 'noise',
};

/** How many of the quantity's own unit one of the unit that was typed is. */
const UNITS: Readonly<Partial<Record<Quantity, Readonly<Record<string, number>>>>> = {
  height: { u: 1 },
  speed: { g: 1, t: 1000, m: 0.001 },
  bandwidth: { t: 1, g: 0.001 },
  power: { w: 1, kw: 1000 },
  weight: { kg: 1, g: 0.001 },
  depth: { mm: 1, cm: 10, m: 1000 },
  flow: { cfm: 1 },
  noise: { db: 1, dba: 1 },
};

export const TEXT_FIELDS = ['maker', 'model', 'part', 'kind', 'airflow', 'width'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

export const UNKNOWN_FIELDS = [
  'power',
  'weight',
  'depth',
  'airflow',
  'flow',
  'pressure',
  'inlet',
  'noise',
  'any',
] as const;
export type UnknownField = (typeof UNKNOWN_FIELDS)[number];

export type Comparison = '>=' | '<=' | '>' | '<' | '=';

/** One condition; a type must meet all of them. */
export type QueryTerm =
  | { readonly term: 'word'; readonly word: string }
  | {
      readonly term: 'quantity';
      readonly quantity: Quantity;
      readonly is: Comparison;
      readonly value: number;
    }
  | {
      readonly term: 'openings';
      readonly formFactor: FormFactor;
      readonly is: Comparison;
      readonly count: number;
    }
  | {
      readonly term: 'speed';
      readonly gbps: number;
      readonly is: Comparison;
      readonly count: number;
    }
  | { readonly term: 'text'; readonly field: TextField; readonly text: string }
  | { readonly term: 'unknown'; readonly field: UnknownField };

/** Longer than anybody types; the rest is not looked at. */
const LONGEST = 300;

const COMPARED =
  /(?:\bfree\s+)?([a-z][a-z0-9-]*|\d+(?:\.\d+)?[gt])\s*(>=|<=|=|<|>)\s*(\d+(?:\.\d+)?)(?:\s*(kw|w|kg|g|mm|cm|m|cfm|t|dba|db|u)\b)?/g;
const FIELD = /\b(\w+):(?:"([^"]*)"|(\S+))/g;

/** The conditions of a query, in the order in which they are checked: the sharpest first. */
export function parseQuery(query: string): readonly QueryTerm[] {
  const terms: QueryTerm[] = [];
  const rest = query
    .slice(0, LONGEST)
    .toLowerCase()
    .replaceAll('≥', '>=')
    .replaceAll('≤', '<=')
    .replaceAll('×', 'x')
    .replaceAll(FIELD, (whole, name: string, quoted: string | undefined, plain: string) => {
      const term = fieldTerm(name, quoted ?? plain);
      if (term === null) return whole;
      terms.push(term);
      return ' ';
    })
    .replaceAll(
      COMPARED,
      (_whole, name: string, is: Comparison, number: string, unit: string | undefined) => {
        const term = comparedTerm(name, is, Number(number), unit ?? '');
        if (term !== null) terms.push(term);
        return term === null ? ` ${name} ` : ' ';
      },
    );
  for (const word of rest.split(/[\s<>=]+/)) {
    if (word !== '') terms.push(wordTerm(word));
  }
  return terms;
}

function fieldTerm(name: string, value: string): QueryTerm | null {
  const text = value.trim();
  if (text === '') return null;
  if (name === 'unknown') {
    const field = UNKNOWN_FIELDS.find((each) => each.startsWith(text));
    return field ? { term: 'unknown', field } : null;
  }
  const field = TEXT_FIELDS.find((each) => each === (ALIASES[name] ?? name));
  return field ? { term: 'text', field, text } : null;
}

const ALIASES: Readonly<Record<string, TextField>> = {
  manufacturer: 'maker',
  vendor: 'maker',
  category: 'kind',
  type: 'kind',
  air: 'airflow',
};

function comparedTerm(
  name: string,
  is: Comparison,
  number: number,
  unit: string,
): QueryTerm | null {
  const formFactor = formFactorNamed(name);
  if (formFactor) return { term: 'openings', formFactor, is, count: number };
  const gbps = speedOf(name);
  if (gbps !== null) return { term: 'speed', gbps, is, count: number };
  const quantity = QUANTITY_NAMES[name];
  if (quantity === undefined) return null;
  const scale = unit === '' ? 1 : UNITS[quantity]?.[unit];
  return scale === undefined ? null : { term: 'quantity', quantity, is, value: number * scale };
}

/** `osfp`, `qsfp-dd` or `qsfpdd`. */
function formFactorNamed(name: string): FormFactor | undefined {
  const plain = name.replaceAll('-', '');
  return FORM_FACTORS.find((each) => each !== 'other' && each.replaceAll('-', '') === plain);
}

/** `400g` → 400, `1.6t` → 1600, in Gb/s. */
function speedOf(word: string): number | null {
  const [, number, unit] = /^(\d+(?:\.\d+)?)([gt])$/.exec(word) ?? [];
  return number === undefined ? null : Number(number) * (unit === 't' ? 1000 : 1);
}

function wordTerm(word: string): QueryTerm {
  const [, units] = /^(\d+(?:\.5)?)u$/.exec(word) ?? [];
  if (units !== undefined)
    return { term: 'quantity', quantity: 'height', is: '=', value: Number(units) };
  const gbps = speedOf(word);
  if (gbps !== null) return { term: 'speed', gbps, is: '>=', count: 1 };
  const [, count, speed] = /^(\d+)x(\d+(?:\.\d+)?[gt])$/.exec(word) ?? [];
  const each = speed === undefined ? null : speedOf(speed);
  if (each !== null) return { term: 'speed', gbps: each, is: '>=', count: Number(count) };
  return { term: 'word', word };
}

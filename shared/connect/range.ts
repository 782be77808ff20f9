/** Lists in brackets: `01-32`, `1-8,12`, `1-63/2`, `a-d`, `left,right`. */
import { type Reason, reason } from '../rules/verdict.ts';

/** Values in the order in which they are written, or what is wrong and at which character, from 0. */
export type RangeAnswer =
  | { readonly ok: true; readonly values: readonly string[] }
  | { readonly ok: false; readonly at: number; readonly reason: Reason };

/** As many as one edit may make. */
export const MOST_VALUES = 10_000;

const SPAN = /^(?<from>\d+)-(?<to>\d+)(?:\/(?<step>\d+))?$/;
const LETTERS = /^(?<from>[a-z])-(?<to>[a-z])$|^(?<upperFrom>[A-Z])-(?<upperTo>[A-Z])$/;

/** Reads what stands between brackets. */
export function parseRange(source: string): RangeAnswer {
  const values: string[] = [];
  let at = 0;
  for (const piece of source.split(',')) {
    const item = piece.trim();
    if (item === '') return { ok: false, at, reason: reason('connect.error.emptyRange') };
    const found = valuesOf(item, MOST_VALUES - values.length);
    if (!Array.isArray(found)) return { ok: false, at, reason: found };
    values.push(...found);
    at += piece.length + 1;
  }
  return { ok: true, values };
}

function valuesOf(item: string, most: number): string[] | Reason {
  const span = SPAN.exec(item)?.groups;
  if (span) {
    const { from = '', to = '', step = '1' } = span;
    return numbers(from, to, Number(step), most);
  }
  const letters = LETTERS.exec(item)?.groups;
  if (letters) {
    const from = (letters['from'] ?? letters['upperFrom'] ?? '').charCodeAt(0);
    const to = (letters['to'] ?? letters['upperTo'] ?? '').charCodeAt(0);
    return walked(from, to, 1).map((code) => String.fromCharCode(code));
  }
  return most > 0 ? [item] : tooMany();
}

function numbers(from: string, to: string, step: number, most: number): string[] | Reason {
  const [first, last] = [Number(from), Number(to)];
  if (step === 0) return reason('connect.error.step');
  if (Math.floor(Math.abs(last - first) / step) + 1 > most) return tooMany();
  // Zeros in front say how many digits there are: 01-32, 001-128.
  const digits = /^0\d/.test(from) || /^0\d/.test(to) ? Math.max(from.length, to.length) : 0;
  return walked(first, last, step).map((value) => String(value).padStart(digits, '0'));
}

function walked(from: number, to: number, step: number): number[] {
  const count = Math.floor(Math.abs(to - from) / step) + 1;
  const by = to < from ? -step : step;
  return Array.from({ length: count }, (_, index) => from + index * by);
}

function tooMany(): Reason {
  return reason('connect.error.tooMany', { most: MOST_VALUES });
}

/**
 * The shortest way to write whole numbers in brackets: `1-4,7`. What `parseRange` reads of it are the same numbers
 * in the same order.
 * @param digits every number has at least so many
 */
export function rangeText(numbers: readonly number[], digits = 0): string {
  const spans: string[] = [];
  for (let start = 0; start < numbers.length; ) {
    let end = start;
    while (end + 1 < numbers.length && numbers[end + 1] === (numbers[end] ?? 0) + 1) end += 1;
    const [first, last] = [numbers[start], numbers[end]].map((each) =>
      String(each ?? 0).padStart(digits, '0'),
    );
    spans.push(start === end ? `${first}` : `${first}-${last}`);
    start = end + 1;
  }
  return spans.join(',');
}

/** Fields that a file says otherwise than a record of the design. */
import { keptOf, withKept } from '../formats/site/kept.ts';
import type { Kept, KeptBy } from '../formats/site/rows.ts';
import { say } from '../text/index.ts';
import type { FieldDifference } from './plan.ts';

type Patch = FieldDifference['patch'];
type Value = string | number | null;

/** How far two numbers may be apart and still be one: what is lost by rounding on the way through a file. */
const LENGTH_APART_M = 0.0051;

/**
 * A field that differs; nothing where the file does not say it, or says the same.
 * @param apart how far numbers may be apart
 */
export function differenceOf(
  field: string,
  ours: Value,
  theirs: Value,
  patch: Patch,
  apart = 0,
): FieldDifference[] {
  if (theirs === null || theirs === '' || theirs === ours) return [];
  if (typeof ours === 'number' && typeof theirs === 'number' && Math.abs(ours - theirs) <= apart) {
    return [];
  }
  return [differing(field, shown(ours), shown(theirs), patch)];
}

/** A field that differs, with both values in words. */
export function differing(
  field: string,
  ours: string,
  theirs: string,
  patch: Patch,
  blocked: string | null = null,
): FieldDifference {
  return { field, label: say(`import.field.${field}`), ours, theirs, patch, blocked };
}

export function lengthDifference(ours: number | null, theirs: number | null): FieldDifference[] {
  return differenceOf(
    'lengthM',
    ours,
    theirs,
    { lengthM: theirs, lengthForMm: null },
    LENGTH_APART_M,
  );
}

/** Kept columns that the file says otherwise: they are taken together. */
export function keptDifference(extra: string, by: KeptBy, kept: Kept): FieldDifference[] {
  const ours = keptOf(extra, by);
  const others = Object.entries(kept).filter(([column, text]) => (ours[column] ?? '') !== text);
  if (others.length === 0) return [];
  const text = (of: Kept): string =>
    others.map(([column]) => `${column} ${shown(of[column] ?? null)}`).join(', ');
  return [
    differing('kept', text(ours), text(kept), {
      extra: withKept(extra, by, { ...ours, ...Object.fromEntries(others) }),
    }),
  ];
}

/** A value as one reads it; what is not there is a dash. */
function shown(value: Value): string {
  if (value === null || value === '') return '–';
  return typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : value;
}

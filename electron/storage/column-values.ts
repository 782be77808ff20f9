/** Values as a column holds them, and back. */
import type { Value } from './database.ts';

/** A file holds UTF-8, which has no half of a surrogate pair. */
export function text(value: string): string {
  return value.toWellFormed();
}

/** SQLite has no negative zero. */
export function real(value: number): number {
  return value + 0;
}

export function known(value: number | null): number | null {
  return value === null ? null : real(value);
}

export function micrometres(mm: number): number {
  return real(Math.round(mm * 1000));
}

export function halfUnits(u: number): number {
  return real(Math.round(u * 2));
}

export function over(value: Value | undefined, divisor: number): Value | undefined {
  return typeof value === 'number' ? value / divisor : value;
}

export function parsed(json: Value | undefined): unknown {
  return typeof json === 'string' ? JSON.parse(json) : null;
}

export function members(json: Value | undefined): object {
  const value = parsed(json);
  return typeof value === 'object' && value !== null ? value : {};
}

/**
 * `extra` of racks, devices and cables: what another program says of them and no field holds, as a JSON object of
 * programs, each an object of column names and texts: `{"netbox":{"site":"DC1","role":"Leaf switch"}}`.
 */
import type { Kept, KeptBy } from './rows.ts';

type KeptOfAll = Readonly<Record<string, unknown>>;

/** What a program's file said of a record; nothing where there is none, or where it is not readable. */
export function keptOf(extra: string, by: KeptBy): Kept {
  const own = parsed(extra)[by];
  if (typeof own !== 'object' || own === null) return {};
  return Object.fromEntries(
    Object.entries(own).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** `extra` with what a program's file says put in the place of what it said; empty texts are left out. */
export function withKept(extra: string, by: KeptBy, kept: Kept): string {
  const said = Object.entries(kept).filter(([, text]) => text !== '');
  const others = Object.entries(parsed(extra)).filter(([key]) => key !== by);
  const all = said.length === 0 ? others : [...others, [by, Object.fromEntries(said)] as const];
  return all.length === 0 ? '' : JSON.stringify(Object.fromEntries(all));
}

function parsed(extra: string): KeptOfAll {
  if (extra === '') return {};
  try {
    const value: unknown = JSON.parse(extra);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as KeptOfAll)
      : {};
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
